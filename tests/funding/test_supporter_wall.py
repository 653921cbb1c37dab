"""supporter_wall …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.facts import RefundSnapshot, RefundState
from factories.donors import browser, give, know_donor
from factories.funding import open_campaign, promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may

pytestmark = pytest.mark.django_db


@pytest.fixture
def moderator(mona):
    return may(mona, "moderate_wall")


def speak(donor, name="Dana D.", message="Keep going <b>!", **fields):
    return give(donor, is_public=True, public_name=name, message=message, **fields)


def wall():
    return browser().get("/supporters/").content.decode()


def test_shows_who_wants_it_once_somebody_has_looked_at_the_words(moderator):
    dana, campaign = know_donor(), open_campaign()
    gift = speak(dana, campaign=campaign)
    give(dana, public_name="Anonymous", message="Not for all", campaign=campaign)
    assert "Dana D." not in wall()

    desk = at_desk(moderator)
    assert "Keep going &lt;b&gt;!" in desk.get("/desk/money/supporters/").content.decode()
    desk.post(f"/desk/money/supporters/{gift.pk}/", {"may": "1"})

    page = wall()
    assert "Dana D." in page
    assert "Keep going &lt;b&gt;!" in page
    assert "Anonymous" not in page
    assert "€" not in page


def test_declined_words_and_returned_gifts_are_not_shown(moderator):
    dana, campaign = know_donor(), open_campaign()
    declined = speak(dana, "Rude", campaign=campaign)
    returned = speak(dana, "Gone", campaign=campaign)
    for gift in (declined, returned):
        commands.approve_words(donation=gift, actor=moderator, at=NOON)
    commands.decline_words(donation=declined, actor=moderator, at=NOON)
    refund = RefundSnapshot(id="re_1", amount=2_500, state=RefundState.SUCCEEDED, at=NOON)
    receive(returned, refunds=(refund,))

    assert "Rude" not in wall()
    assert "Gone" not in wall()
    with pytest.raises(commands.WordsGone):
        commands.approve_words(donation=declined, actor=moderator, at=NOON)


def test_what_never_came_and_test_money_ask_for_nobodys_eyes(moderator):
    speak(know_donor(), is_test=True, provider="test")
    promise_gift(open_campaign(), is_public=True, public_name="Ben", message="Ahoy")

    assert queries.words_to_approve(viewer=moderator) == []


def test_goes_on_to_another_page():
    dana, campaign = know_donor(), open_campaign()
    for number in range(52):
        gift = speak(dana, f"Donor {number:02}", campaign=campaign)
        type(gift).objects.filter(pk=gift.pk).update(approved_at=NOON)

    first = queries.supporter_wall()
    rest = queries.supporter_wall(after=first.next_query.removeprefix("after="))

    assert [line.name for line in (*first.lines, *rest.lines)] == [
        f"Donor {number:02}" for number in reversed(range(52))
    ]
    assert not rest.next_query


def test_words_are_for_those_who_moderate_them(ada):
    gift = speak(know_donor())

    for decide in (commands.approve_words, commands.decline_words):
        with pytest.raises(NotAllowed):
            decide(donation=gift, actor=ada, at=NOON)
    with pytest.raises(NotAllowed):
        queries.words_to_approve(viewer=ada)
