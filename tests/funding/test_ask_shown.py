"""ask_shown …"""

from collections import Counter
from datetime import timedelta

import pytest

from broadsheet.funding import commands, queries
from broadsheet.funding.asks import TURN, Place
from factories.asks import open_ask
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_shows_each_wording_equally_often_and_until_when(django_assert_num_queries):
    open_ask(open_campaign(slug="paper"), "One.", "Two.", most_views=3, in_days=7)

    with django_assert_num_queries(1):
        now = queries.ask_shown(place=Place.ABOVE, page="article:1", at=NOON)
    seen = Counter(
        queries.ask_shown(place=Place.ABOVE, page="article:1", at=NOON + n * TURN).heading
        for n in range(10)
    )

    assert (now.words, now.campaign, now.most_views, now.in_days) == (
        f"{now.heading} Above.",
        "paper",
        3,
        7,
    )
    assert now.until == NOON + timedelta(hours=1)
    assert seen == {"One.": 5, "Two.": 5}


def test_above_and_below_say_the_same_on_one_page():
    open_ask(open_campaign(), "One.", "Two.", "Three.")

    above, below = (queries.ask_shown(place=place, page="article:7", at=NOON) for place in Place)

    assert above.heading == below.heading
    assert below.words == f"{below.heading} Below."
    assert above.code.removesuffix("-above") == below.code.removesuffix("-below")


def test_a_wording_that_is_off_has_no_turn(ed):
    ed.is_superuser = True
    ask = open_ask(open_campaign(), "One.", "Two.")
    commands.switch_wording(variant=ask.variants.get(letter="A"), is_on=False, actor=ed, at=NOON)

    for n in range(4):
        shown = queries.ask_shown(place=Place.ABOVE, page="article:1", at=NOON + n * TURN)
        assert shown.heading == "Two."


def test_nothing_is_asked_for_a_campaign_that_is_over_nor_without_an_ask():
    campaign = open_campaign()
    assert queries.ask_shown(place=Place.ABOVE, page="article:1", at=NOON) is None

    open_ask(campaign)
    campaign.closed_at = NOON
    campaign.save()

    assert queries.ask_shown(place=Place.ABOVE, page="article:1", at=NOON) is None
