"""Asks at the desk: written, shown, compared."""

import pytest

from broadsheet.funding.models import Ask, AskVariant, DeskRight
from factories.asks import give_after, open_ask, see
from factories.funding import open_campaign
from factories.money_desk import at_desk, may

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(ed):
    return at_desk(may(ed, DeskRight.CONFIGURE))


@pytest.fixture
def campaign():
    return open_campaign(title="Pay for the paper", is_default=True)


def written(campaign, **fields):
    return {
        "campaign": campaign.pk,
        "name": "Spring",
        "most_views": "5",
        "in_days": "30",
        "A-heading": "One.",
        "A-button": "Support us",
        **{name.replace("_heading", "-heading"): value for name, value in fields.items()},
    }


def test_is_written_and_then_shown(desk, campaign):
    fields = written(campaign) | {"B-heading": "Two.", "B-button": "Give", "B-words_below": "More."}
    page = desk.post("/desk/money/asks/new/", fields, follow=True)

    ask = Ask.objects.get()
    assert [one.letter for one in ask.variants.order_by("letter")] == ["A", "B"]
    assert not ask.is_on
    assert "Show it, in the place of any other" in page.text

    page = desk.post(f"/desk/money/asks/{ask.pk}/switch/", {"on": "1"}, follow=True)
    assert "Readers see it." in page.text
    assert "Not enough data yet" in page.text
    assert "Spring" in desk.get("/desk/money/asks/").text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"A-heading": ""}, "This field is required."),
        ({"B-words_below": "Alone."}, "Each wording has a heading and a button."),
        ({"C-heading": "C.", "C-button": "C"}, "Please leave no wording out before this one."),
        ({"most_views": "0"}, "greater than or equal to 1"),
    ],
)
def test_says_what_is_to_be_mended_and_keeps_what_was_typed(desk, campaign, sent, said):
    page = desk.post("/desk/money/asks/new/", written(campaign) | sent)

    assert said in page.text
    assert 'value="Spring"' in page.text
    assert not Ask.objects.exists()


def test_one_wording_is_switched_and_the_last_one_stays(desk, campaign):
    ask = open_ask(campaign, "One.", "Two.")
    first, second = ask.variants.order_by("letter")

    desk.post(f"/desk/money/asks/wordings/{first.pk}/switch/")
    page = desk.post(f"/desk/money/asks/wordings/{second.pk}/switch/", follow=True)

    assert "An ask needs a wording." in page.text
    assert [one.is_on for one in AskVariant.objects.order_by("letter")] == [False, True]


def test_shows_rates_once_there_is_enough(desk, campaign):
    ask = open_ask(campaign)
    variant = ask.variants.get()
    see(variant, 2_000)
    for _ in range(10):
        give_after(variant, 1_000)

    page = desk.get(f"/desk/money/asks/{ask.pk}/").text

    assert "Not enough data yet" not in page
    assert "5.0<br><small>2.7 – 9.2</small>" in page


def test_is_for_those_who_have_to_do_with_the_money(mona, campaign):
    ask = open_ask(campaign)
    viewer = at_desk(may(mona, DeskRight.EXPORT))

    assert viewer.get("/desk/money/asks/").status_code == 200
    assert "Write an ask" not in viewer.get("/desk/money/asks/").text
    assert viewer.get("/desk/money/asks/new/").status_code == 403
    assert viewer.post(f"/desk/money/asks/{ask.pk}/switch/").status_code == 403
    assert at_desk(may(mona)).get(f"/desk/money/asks/{ask.pk}/").status_code == 403
