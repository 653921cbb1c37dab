"""transparency_index and transparency_month: what everybody may know of the money …"""

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.funding import commands, queries
from broadsheet.funding.events import MeterChanged, SpendingChanged
from broadsheet.funding.models import CampaignPeriod, Donor
from broadsheet.funding.money import Money
from broadsheet.serve.edge.purge import names_to_forget
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may

OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
MID_OCTOBER = datetime(2026, 10, 15, 12, tzinfo=UTC)


def give(campaign, number, amount=1_000, *, at=MID_OCTOBER, **fields):
    for one in range(number):
        donor = Donor.objects.create(name=f"Donor {one}", made_at=NOON)
        receive(promise_gift(campaign, amount, donor=donor, **fields), at=at)


@pytest.fixture
def october(campaign, mona):
    """Twelve gifts, one of them large, and what was spent."""
    give(campaign, 6, 500)
    give(campaign, 5, 3_000, interval="MONTH")
    give(campaign, 1, 26_000, provider="cash")
    CampaignPeriod.objects.create(
        campaign=campaign, starts_on=OCTOBER, ends_before=NOVEMBER, goal=500_000
    )
    commands.record_spending(
        month=OCTOBER,
        category="=Wages",
        spent=Money(30_000, "EUR"),
        note="<b>Two</b> halves",
        recorder=may(mona, "record_spending"),
        at=NOON,
    )


def text_of(answer):
    assert answer.status_code == 200
    return answer.content.decode().replace("\N{NO-BREAK SPACE}", " ")


def test_accounts_for_a_month_that_is_over(october, django_assert_num_queries):
    with django_assert_num_queries(7):
        page = queries.transparency_month(OCTOBER, at=NOON)

    (goal,) = page.goals
    assert (goal.raised, goal.goal, goal.percent) == (
        Money(44_000, "EUR"),
        Money(500_000, "EUR"),
        8,
    )
    assert page.account.supporters == 12
    assert [one.ways for one in page.account.currencies] == [()]
    assert (page.before, page.after, page.is_running) == (None, NOVEMBER, False)


def test_shows_it_to_everybody_and_nobody_in_it(october, client):
    page = text_of(client.get("/transparency/2026-10/"))

    for said in ("440 €", "34 % of the gifts", "5 € or less", "=Wages", "300 €"):
        assert said in page, said
    assert "&lt;b&gt;Two&lt;/b&gt; halves" in page
    assert "Cash" not in page
    assert "Bank transfer" not in page  # else the one who came otherwise could be reckoned
    assert "260" not in page
    assert "Donor" not in page


def test_says_how_it_is_counted(october, client):
    for address in ("/transparency/", "/transparency/2026-10/"):
        assert "How we count" in text_of(client.get(address)), address


def test_says_the_same_to_programs(october, client):
    said = client.get("/transparency/2026-10.json").json()
    rows = list(csv.DictReader(io.StringIO(text_of(client.get("/transparency/2026-10.csv")))))

    (one,) = said["currencies"]
    assert (said["month"], said["is_complete"], said["supporters"]) == ("2026-10", True, 12)
    assert (one["gross"], one["net"], one["spent"]) == (44_000, 44_000, 30_000)
    assert said["goals"][0]["raised"] == 44_000
    table = {row["part"]: row["amount"] for row in rows if not row["of"]}
    assert (table["gross"], table["net"]) == ("440.00", "440.00")
    (spent,) = (row for row in rows if row["part"] == "spent")
    assert (spent["of"], spent["amount"]) == ("'=Wages", "-300.00")


def test_of_the_month_that_it_is_only_sums_are_told_and_only_of_ten_gifts(campaign):
    give(campaign, 9, at=NOON)
    assert queries.transparency_month(NOVEMBER, at=NOON).account is None

    give(campaign, 1, at=NOON)
    page = queries.transparency_month(NOVEMBER, at=NOON)

    (one,) = page.account.currencies
    assert one.flow.gross == Money(10_000, "EUR")
    assert (one.ways, one.sizes, one.middle, one.recurring_percent) == ((), (), None, None)
    assert page.until == datetime(2026, 12, 1, tzinfo=UTC)
    assert (
        queries.transparency_month(NOVEMBER, at=NOON + timedelta(days=9))
        .account.currencies[0]
        .sizes
    )


def test_lists_every_month_since_the_first(october):
    index = queries.transparency_index(at=NOON)

    assert index.months == (NOVEMBER, OCTOBER)
    assert index.until == datetime(2026, 12, 1, tzinfo=UTC)


@pytest.mark.parametrize("month", ["2026-09", "2999-01", "2026-13", "0000-01", "x"])
def test_knows_no_other_months(october, client, month):
    for end in ("/", ".json", ".csv"):
        assert client.get(f"/transparency/{month}{end}").status_code == 404


def test_has_nothing_to_tell_before_there_was_money(db, campaign, client):
    receive(promise_gift(campaign, is_test=True, provider="test"))

    assert "nothing to account for yet" in text_of(client.get("/transparency/"))
    with pytest.raises(NotFound):
        queries.transparency_month(NOVEMBER, at=NOON)


def test_is_kept_by_the_edge_until_what_it_shows_changes(october, client):
    shown = set(client.get("/transparency/2026-10/").headers["Surrogate-Key"].split())
    assert shown & set(names_to_forget(MeterChanged(campaign_id=1)))
    assert shown & set(names_to_forget(SpendingChanged(month="2026-10-01")))
