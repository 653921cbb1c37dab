"""send_receipt_again …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.facts import RefundSnapshot, RefundState
from broadsheet.funding.models import FundingAudit
from factories.donors import give, know_donor
from factories.funding import receive
from factories.moments import NOON, minutes
from factories.money_desk import at_desk, may

pytestmark = pytest.mark.django_db


@pytest.fixture
def mona(mona):
    return may(mona, "view_donors")


def known(**fields):
    """A gift of a donor, with its receipt."""
    gift = give(know_donor(**fields))
    commands.issue_receipt(donation=gift, at=NOON)
    return gift


def send(gift, actor, *, at=NOON):
    return commands.send_receipt_again(donation=gift, actor=actor, at=at)


def test_the_donor_gets_the_same_letter_at_the_address_known_now(mona, postbox):
    gift = known()
    first = postbox.letter
    gift.donor.email = "dana@elsewhere.example"
    gift.donor.save()

    assert send(gift, mona).written_number == "R2026-00001"

    again = postbox.letters[-1]
    assert (first.to, again.to) == ("dana@example.org", "dana@elsewhere.example")
    assert (again.subject, again.text) == (first.subject, first.text)
    act = FundingAudit.objects.get()
    assert (act.action, act.actor, act.after) == (
        "receipt-sent-again",
        mona,
        {"number": "R2026-00001"},
    )


def test_the_latest_is_sent(mona, postbox):
    gift = known()
    refund = RefundSnapshot(id="re_1", amount=500, state=RefundState.SUCCEEDED, at=NOON)
    receive(gift, refunds=(refund,))
    commands.issue_receipt(donation=gift, at=NOON + minutes(1))

    assert send(gift, mona, at=NOON + minutes(2)).written_number == "R2026-00002"
    assert "R2026-00002" in postbox.letters[-1].subject


def test_is_not_sent_twice_within_an_hour(mona, postbox):
    gift = known()
    send(gift, mona)
    with pytest.raises(commands.SentLately):
        send(gift, mona, at=NOON + minutes(59))

    send(gift, mona, at=NOON + minutes(60))

    assert len(postbox.letters) == 3


def test_refuses_where_there_is_no_receipt_or_nobody_to_send_it_to(mona, postbox):
    with pytest.raises(commands.NoReceipt):
        send(give(know_donor()), mona)
    with pytest.raises(commands.NoAddress):
        send(known(email=""), mona)
    forgotten = known(email="gone@example.org")
    commands.forget_donor(donor=forgotten.donor, at=NOON)
    with pytest.raises(commands.NoAddress):
        send(forgotten, mona)

    assert [letter.to for letter in postbox.letters] == ["gone@example.org"]


def test_is_for_those_who_may_see_who_gives(ed):
    with pytest.raises(NotAllowed):
        send(known(), may(ed, "refund"))


def test_staff_send_it_from_the_gifts_page(mona, postbox):
    gift = known()
    page = f"/desk/money/gifts/{gift.pk}/"

    answer = at_desk(mona).post(f"{page}receipt/", follow=True)

    assert "R2026-00001 is on its way once more." in answer.content.decode()
    assert len(postbox.letters) == 2
    again = at_desk(mona).post(f"{page}receipt/", follow=True).content.decode()
    assert "within the last hour" in again
