"""act_list …"""

import ast
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from django.utils import translation

import broadsheet.funding
from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import (
    Act,
    BankEntry,
    BankStatement,
    ByHand,
    FundingAudit,
)
from broadsheet.funding.money import Money
from factories.funding import pledged, promise_gift, terms
from factories.moments import NOON
from factories.money_desk import at_desk, may


@pytest.fixture
def mona(mona):
    return may(mona, "view_donors", "record_offline", "configure", "refund", "reconcile")


def said(viewer):
    """The latest act: its sentence, by which name its subject is known, and what is said of its fields."""
    line = queries.act_list(viewer=viewer).acts[0]
    return (
        line.sentence,
        line.subject.name,
        [(one.label, one.before, one.now) for one in line.details],
    )


def note(action, subject=None, actor=None, **fields):
    return commands.write_audit(actor=actor, action=action, subject=subject, at=NOON, **fields)


def test_lists_the_latest_first_and_goes_on_where_it_ended(mona, ed):
    for number in range(3):
        note(Act.RATE_SET, actor=ed, after={"rate": f"1 USD = {number} EUR"})

    first = queries.act_list(viewer=mona, size=2)
    second = queries.act_list(viewer=mona, before=first.next_before)

    assert [act.details[0].now for act in first.acts] == ["1 USD = 2 EUR", "1 USD = 1 EUR"]
    assert [(act.sentence, act.actor) for act in second.acts] == [("Set an exchange rate", "Ed")]
    assert second.next_before is None
    page = at_desk(mona).get(f"/desk/money/acts/?before={first.next_before}").content.decode()
    assert "1 USD = 0 EUR" in page
    assert "1 USD = 1 EUR" not in page


def test_is_for_those_who_have_a_part_in_the_money(ed):
    with pytest.raises(NotAllowed):
        queries.act_list(viewer=ed)


def test_says_of_a_gift_what_came_how_and_when(campaign, mona):
    gift = commands.record_gift(
        campaign=campaign,
        given=Money(5_000, "EUR"),
        way=ByHand.CASH,
        day=date(2026, 3, 3),
        note="In an envelope.",
        submission_key="one",
        recorder=mona,
        at=datetime(2026, 3, 4, 12, tzinfo=UTC),
    )

    assert said(mona) == (
        "Recorded a gift",
        gift.reference,
        [("Amount", "", "50\xa0€"), ("By", "", "Cash"), ("Came on", "", "3 Mar 2026")],
    )
    page = at_desk(mona).get("/desk/money/acts/").content.decode()
    assert f'<a href="/desk/money/gifts/{gift.pk}/"><bdi>{gift.reference}</bdi></a>' in page
    for word in ("gift-recorded", "donation", "EUR", "2026-03-03"):
        assert word not in page.partition("money__deeds")[2]


def test_says_of_a_change_what_was_and_what_is_and_nothing_else(mona):
    campaign = commands.open_campaign(slug="paper", terms=terms(), actor=mona, at=NOON)
    changed = terms(
        goal=600_050, ends_on=date(2026, 12, 31), milestones=((300_000, "Half"), (900_000, ""))
    )
    commands.change_campaign(campaign=campaign, terms=changed, actor=mona, at=NOON)

    assert said(mona) == (
        "Changed a campaign",
        "Pay for the paper",
        [
            ("Goal", "5,000\xa0€", "6,000.50\xa0€"),
            ("Milestones", "–", "3,000\xa0€ Half, 9,000\xa0€"),
            ("Until, and including", "–", "31 Dec 2026"),
            ("Also for the month that has begun", "", "no"),
        ],
    )


def test_says_what_an_entry_of_the_bank_was_found_to_be(mona, campaign):
    statement = BankStatement.objects.create(
        currency="EUR",
        from_day=NOON,
        to_day=NOON,
        entries_new=1,
        repeated=0,
        passed_over=0,
        imported_at=NOON,
    )
    entry = BankEntry.objects.create(
        statement=statement,
        booked_on=date(2026, 3, 3),
        amount=9_000,
        currency="EUR",
        read_at=NOON,
        counterparty="Dana Donor",
    )
    note(Act.ENTRY_MATCHED, entry, after={"BS-1": 4_000, "stripe:po_1:payout": 5_000})

    assert said(mona) == (
        "Said which gift the bank’s entry is",
        "90\xa0€, 3 Mar 2026",
        [("BS-1", "", "40\xa0€"), ("Paid out to our bank", "", "50\xa0€")],
    )
    assert "Dana" not in at_desk(mona).get("/desk/money/acts/").content.decode()


def test_writes_the_number_of_an_account_as_people_read_it(mona):
    note(
        Act.BANK_ACCOUNT_ENTERED, before={"number": ""}, after={"number": "DE89370400440532013000"}
    )

    assert said(mona)[2] == [("Number", "–", "DE89 3704 0044 0532 0130 00")]


def test_speaks_the_language_of_who_reads(campaign, mona):
    note(Act.REFUND_ASKED, promise_gift(campaign), after={"amount": 250_050, "currency": "EUR"})

    with translation.override("de"):
        assert said(mona)[2][0][2] == "2.500,50\xa0€"


@pytest.mark.parametrize(
    ("action", "fields", "words"),
    [
        (Act.CAMPAIGN_CHANGED, {"metric": "SUPPORTERS", "goal": 1_200}, ["Supporters", "1,200"]),
        (Act.CAMPAIGN_CHANGED, {"kind": "MONTH"}, ["A calendar month, again and again"]),
        (Act.ASK_SWITCHED, {"is_on": True}, ["yes"]),
        (Act.RECEIPTS_WORDED, {"sends_yearly": False}, ["no"]),
        (
            Act.AMOUNTS_SUGGESTED,
            {"interval": "YEAR", "currency": "JPY", "amounts": "500 1000", "least": 100},
            ["Yearly", "500\xa0¥, 1,000\xa0¥", "100\xa0¥"],
        ),
        (Act.SPENDING_RECORDED, {"month": "2026-03-01"}, ["March 2026"]),
        (Act.IMPORT_BEGUN, {"source": "givewp-donations"}, ["GiveWP: donations"]),
        (Act.IMPORT_FINISHED, {"gifts": 0, "pledges": 12}, ["0", "12"]),
        (Act.EVENT_SET_ASIDE, {"state": "PARKED"}, ["about a gift we do not know"]),
        (Act.TRANSFER_REVERSED, {"key": "rev:7"}, []),
        (Act.LEDGER_EXPORTED, {"first": "2026-01-01"}, ["1 Jan 2026"]),
    ],
)
def test_writes_every_kind_of_field_as_people_do(mona, action, fields, words):
    note(action, after=fields)

    assert [now for _label, _before, now in said(mona)[2]] == words


@pytest.mark.parametrize(
    "fields", [{"day": "yesterday"}, {"kind": "GONE"}, {"amount": "much"}, {"seen": 7}]
)
def test_shows_what_an_earlier_version_wrote_as_it_stands(mona, fields):
    FundingAudit.objects.create(
        action="thing-done", subject_kind="thing", subject_id="x", after=fields, at=NOON
    )

    sentence, name, [(_label, _before, now)] = said(mona)

    assert (sentence, name, now) == ("thing-done", "", str(next(iter(fields.values()))))


def test_names_a_donor_who_steers_their_gift_to_those_alone_who_may_see_who_gives(
    campaign, mona, ben, dana
):
    pledge = pledged(promise_gift(campaign))
    note(Act.PLEDGE_ENDED, pledge, actor=dana, reason="donor")
    note(Act.PLEDGE_ENDED, pledge, reason="forgotten")

    def actors(viewer):
        return [(act.actor, act.reason) for act in queries.act_list(viewer=viewer).acts]

    assert actors(mona) == [("", "The donor was forgotten."), ("Dana", "")]
    assert actors(may(ben, "refund")) == [("", "The donor was forgotten."), ("the donor", "")]


def test_every_act_written_in_the_code_has_words():
    folder = Path(broadsheet.funding.__file__).parent
    calls = (
        call
        for file in folder.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call)
    )
    written = {
        word.value.value
        for call in calls
        for word in call.keywords
        if word.arg == "action" and isinstance(word.value, ast.Constant)
    }

    assert len(written) > 20
    assert written <= set(Act.values)
