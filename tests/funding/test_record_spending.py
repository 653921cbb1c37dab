"""record_spending and withdraw_spending …"""

from datetime import date

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import FundingAudit, Spending
from broadsheet.funding.money import Money
from factories.funding import open_campaign
from factories.moments import NOON
from factories.money_desk import at_desk, may

ADDRESS = "/desk/money/spending/"
WAGES = {
    "month": "2026-03",
    "category": " Wages  and fees",
    "amount": "1,200.50",
    "currency": "EUR",
    "note": "Two halves.",
}


@pytest.fixture
def treasurer(mona):
    return may(mona, "record_spending")


@pytest.fixture
def desk(treasurer):
    open_campaign(currency="EUR")
    return at_desk(treasurer)


def test_enters_what_was_spent_and_keeps_who_did(desk, treasurer):
    answer = desk.post(ADDRESS, WAGES, follow=True)

    entry = Spending.objects.get()
    assert (entry.month, entry.category, entry.amount) == (
        date(2026, 3, 1),
        "Wages and fees",
        120_050,
    )
    assert "1,200.50" in answer.content.decode()
    (act,) = FundingAudit.objects.all()
    assert (act.action, act.actor, act.after["amount"]) == ("spending-recorded", treasurer, 120_050)


def test_takes_an_entry_back_once_and_keeps_that_it_was_there(desk, treasurer):
    desk.post(ADDRESS, WAGES)
    entry = Spending.objects.get()

    answer = desk.post(f"{ADDRESS}{entry.pk}/withdraw/", follow=True)

    assert "Wages" not in answer.content.decode()
    assert queries.spending_page(viewer=treasurer).lines == ()
    assert Spending.objects.get().withdrawn_at is not None
    assert FundingAudit.objects.filter(action="spending-withdrawn").count() == 1
    with pytest.raises(commands.SpendingGone):
        commands.withdraw_spending(spending=entry, actor=treasurer, at=NOON)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"amount": "0"}, "above 0"),
        ({"amount": "1.234.5"}, "such as 25"),
        ({"amount": "1.005"}, "EUR has 2 decimals"),
        ({"month": "2999-01"}, "not come yet"),
        ({"month": "March"}, "valid date"),
        ({"category": ""}, "required"),
        ({"currency": "XXX"}, "valid choice"),
    ],
)
def test_says_at_the_field_what_is_wrong_and_keeps_the_rest(desk, wrong, said):
    page = desk.post(ADDRESS, WAGES | wrong).content.decode()

    assert not Spending.objects.exists()
    assert said in page
    assert "Two halves." in page
    (field,) = wrong
    assert f'href="#id_{field}"' in page


def test_refuses_nothing_spent_on_nothing(treasurer):
    for spent, category in ((0, "Wages"), (-5, "Wages"), (10, "  ")):
        with pytest.raises(commands.SpendingOfNothing):
            commands.record_spending(
                month=date(2026, 3, 9),
                category=category,
                spent=Money(spent, "EUR"),
                recorder=treasurer,
                at=NOON,
            )


def test_is_for_those_who_were_given_the_right(mona, db):
    other = may(mona, "view_donors")
    with pytest.raises(NotAllowed):
        queries.spending_page(viewer=other)
    with pytest.raises(NotAllowed):
        commands.record_spending(
            month=date(2026, 3, 9), category="Wages", spent=Money(5, "EUR"), recorder=other, at=NOON
        )
    client = at_desk(other)
    assert client.post(ADDRESS, WAGES).status_code == 403
    assert "/desk/money/spending/" not in client.get("/desk/").content.decode()


def test_stands_in_the_menu_of_those_who_may(desk):
    assert "/desk/money/spending/" in desk.get("/desk/").content.decode()
