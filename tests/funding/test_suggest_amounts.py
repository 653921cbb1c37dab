"""suggest_amounts, and its page at the desk."""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import DeskRight, FundingAudit, Interval
from factories.funding import open_campaign
from factories.moments import NOON
from factories.money_desk import at_desk, may

OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}


def suggest(actor, *amounts, least=100, **changes):
    wish = {"currency": "EUR", "interval": Interval.MONTH, **changes}
    return commands.suggest_amounts(amounts=amounts, least=least, actor=actor, at=NOON, **wish)


@pytest.fixture
def ed(ed):
    ed.is_superuser = True
    ed.save()
    return ed


def test_suggests_from_the_smallest_to_the_largest_and_keeps_who_said_so(ed):
    suggest(ed, 900, 300, 300)
    suggest(ed, 400)

    assert queries.suggested_amounts("EUR")[Interval.MONTH].amounts == (400,)
    first, second = FundingAudit.objects.filter(action="amounts-suggested").order_by("pk")
    assert first.after["amounts"] == second.before["amounts"] == "300 900"


@pytest.mark.parametrize(
    ("amounts", "changes"),
    [
        ([], {}),
        ([99], {}),
        ([0], {"least": 0}),
        (range(100, 107), {}),
        ([10**13], {}),
        ([500], {"currency": "XYZ"}),
    ],
)
def test_refuses_what_cannot_be_suggested(ed, amounts, changes):
    with pytest.raises(commands.SuggestionRefused):
        suggest(ed, *amounts, **changes)


def test_is_for_those_who_set_up_the_money(mona):
    with pytest.raises(NotAllowed):
        suggest(mona, 500)


def test_is_changed_at_the_desk_as_it_is_written(client, ed):
    open_campaign()
    client.force_login(ed)
    page = client.get("/desk/money/amounts/")
    assert 'value="5 10 20 50"' in page.text

    sent = {"sent": "EUR-MONTH", "EUR-MONTH-amounts": "3 7.50", "EUR-MONTH-least": "3"}
    client.post("/desk/money/amounts/", sent, **OURS)
    assert queries.suggested_amounts("EUR")[Interval.MONTH].amounts == (300, 750)

    refused = client.post("/desk/money/amounts/", {**sent, "EUR-MONTH-amounts": "3 1.000"}, **OURS)
    assert "can be read in two ways" in refused.text


def test_the_desk_opens_it_to_nobody_else(mona):
    others = set(DeskRight) - {DeskRight.CONFIGURE}

    assert at_desk(may(mona, *others)).get("/desk/money/amounts/").status_code == 403
