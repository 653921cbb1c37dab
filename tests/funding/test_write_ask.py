"""write_ask …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import Ask, FundingAudit
from factories.asks import open_ask
from factories.funding import open_campaign
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def test_names_the_wordings_in_order_and_shows_none_of_them_yet():
    ask = open_ask(open_campaign(), "First.", "Second.", "Third.", is_on=False)

    letters = ask.variants.order_by("letter").values_list("letter", "heading")
    assert list(letters) == [("A", "First."), ("B", "Second."), ("C", "Third.")]
    assert not ask.is_on


@pytest.mark.parametrize("headings", [(" ",), ("",), ("One.",) * 5])
def test_refuses_wordings_that_say_nothing_and_more_than_can_be_compared(headings):
    campaign = open_campaign()

    with pytest.raises(commands.WordingsRefused):
        open_ask(campaign, *headings)

    assert not Ask.objects.exists()


def test_is_for_those_who_may_configure(ed, mona):
    said = {
        "campaign": open_campaign(),
        "name": "Spring",
        "wordings": [commands.Wording(heading="H", words_above="", words_below="", button="B")],
        "most_views": 12,
        "in_days": 30,
        "at": NOON,
    }
    with pytest.raises(NotAllowed):
        commands.write_ask(**said, actor=mona)

    ed.is_superuser = True
    commands.write_ask(**said, actor=ed)

    assert FundingAudit.objects.get(action="ask-written").actor == ed
