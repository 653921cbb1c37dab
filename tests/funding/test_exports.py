"""Exports: all of it, by those who may, and nothing in it that a spreadsheet would run."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import Donor, FundingAudit
from broadsheet.funding.money import Money
from broadsheet.funding.spreadsheets import csv_text
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may

ADDRESS = "/desk/money/exports/"
DAYS = (date(2026, 11, 1), date(2026, 11, 30))
YEAR = {"first": "2026-01-01", "last": "2026-12-31"}


@pytest.fixture
def treasurer(mona):
    return may(mona, "export", "view_donors")


@pytest.fixture
def gift(campaign):
    donor = Donor.objects.create(name="=HYPERLINK(1)", email="dana@example.org", made_at=NOON)
    gift = promise_gift(campaign, 12_345, donor=donor, message="+49 30 ...")
    receive(gift, fee=45)
    return gift


def read(answer):
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline="")))


def test_takes_gifts_along_with_their_donors(gift, treasurer):
    (row,) = read(at_desk(treasurer).post(ADDRESS, {"what": "gifts", **YEAR}))

    assert (row["reference"], row["amount"], row["state"]) == (gift.reference, "123.45", "SETTLED")
    assert (row["donor_name"], row["message"]) == ("'=HYPERLINK(1)", "'+49 30 ...")
    (act,) = FundingAudit.objects.all()
    assert (act.action, act.actor, act.after["first"]) == (
        "gifts-exported",
        treasurer,
        "2026-01-01",
    )


def test_leaves_donors_out_for_who_may_not_see_them(gift, ed):
    other = may(ed, "export")
    answer = at_desk(other).post(ADDRESS, {"what": "gifts", **YEAR})

    assert "HYPERLINK" not in answer.content.decode()
    assert "donor_name" not in read(answer)[0]
    assert at_desk(other).post(ADDRESS, {"what": "donors", **YEAR}).status_code == 403


def test_takes_the_ledger_along_so_that_it_still_balances(gift, treasurer):
    rows = read(at_desk(treasurer).post(ADDRESS, {"what": "ledger", **YEAR}))

    assert [(row["debit"], row["credit"], row["amount"]) for row in rows] == [
        ("asset:bank", "income:gifts", "123.45"),
        ("expense:fees:bank", "asset:bank", "0.45"),
    ]
    assert [row["counted"] for row in rows] == ["123.45", "0.00"]


def test_takes_donors_along_but_not_those_who_were_erased(gift, treasurer):
    Donor.objects.create(made_at=NOON, erased_at=NOON)
    receive(promise_gift(gift.campaign, donor=gift.donor, is_test=True, provider="test"))
    (row,) = read(at_desk(treasurer).post(ADDRESS, {"what": "donors", **YEAR}))

    assert (row["email"], row["gifts"], row["first_gift_at"][:10]) == (
        "dana@example.org",
        "1",
        "2026-11-22",
    )


def test_takes_only_the_days_that_were_asked_for(gift, treasurer):
    before = (date(2026, 10, 1), date(2026, 11, 21))

    assert list(queries.exported_gifts(*before, viewer=treasurer).rows) == []
    assert list(queries.exported_ledger(*before, viewer=treasurer).rows) == []
    assert len(list(queries.exported_ledger(*DAYS, viewer=treasurer).rows)) == 2
    the_day = (NOON.date(), NOON.date())
    assert len(list(queries.exported_gifts(*the_day, viewer=treasurer).rows)) == 1
    assert len(list(queries.exported_ledger(*the_day, viewer=treasurer).rows)) == 2


def test_refuses_days_the_wrong_way_round_and_keeps_nothing_of_it(treasurer):
    page = at_desk(treasurer).post(
        ADDRESS, {"what": "gifts", "first": "2026-02-02", "last": "2026-02-01"}
    )

    assert "before the first day" in page.content.decode()
    assert not FundingAudit.objects.exists()


def test_is_for_those_who_were_given_the_right(gift, mona):
    other = may(mona, "view_donors")
    for asked in (
        lambda: queries.exported_gifts(*DAYS, viewer=other),
        lambda: queries.exported_ledger(*DAYS, viewer=other),
        lambda: queries.exported_donors(viewer=other),
        lambda: commands.note_export(
            what="gifts", first=DAYS[0], last=DAYS[1], actor=other, at=NOON
        ),
    ):
        with pytest.raises(NotAllowed):
            asked()
    assert at_desk(other).get(ADDRESS).status_code == 403


def written(words):
    """What a spreadsheet program finds in the cell."""
    text = csv_text(["words"], [[words]])
    _heading, (cell,) = csv.reader(io.StringIO(text, newline=""))
    return cell


# OWASP, "CSV Injection"; and the same letters as programs for Chinese, Japanese and Korean widen them.
@pytest.mark.parametrize("begins", list("=+-@\t\r\n＝＋－＠"))
@pytest.mark.parametrize("before", ["", "   "])
def test_no_words_become_a_formula(begins, before):
    words = f'{before}{begins}cmd|" /C calc"!A0'

    assert written(words) == f"'{words}"


@given(st.text())
def test_other_words_stay_what_they_are(words):
    assert written(words) in {words, f"'{words}"}


def test_writes_amounts_as_numbers():
    cells = [Money(-1_234_567, "EUR"), Money(5, "JPY"), Money(1, "KWD"), None, date(2026, 1, 2)]

    assert csv_text(["a"], [cells]) == "a\r\n-12345.67,5,0.001,,2026-01-02\r\n"
