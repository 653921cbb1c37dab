"""Exports of other systems, read: nothing is guessed."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.funding.importing import (
    DayOrder,
    DecimalMark,
    Field,
    HistoricGift,
    Invited,
    LeftOut,
    Reading,
    Reason,
    RunningPledge,
    Unreadable,
    open_table,
    source,
)
from broadsheet.funding.importing.cells import minor_units
from broadsheet.funding.models import Interval, PledgeState
from factories.exports import givewp_donations, patreon_members, stripe_payments

LONDON = ZoneInfo("Europe/London")
TODAY = date(2026, 11, 22)


def read(code, content, **how):
    table = open_table(content.encode())
    kind = source(code)
    usual = {
        "columns": kind.guess(table.columns),
        "zone": LONDON,
        "currency": "EUR",
        "today": TODAY,
    }
    reading = Reading(**{**usual, **how})
    assert kind.missing(reading.columns) == ()
    return list(kind.records(table, reading))


# GiveWP


def test_reads_a_donation_in_the_time_of_the_newspaper_without_what_covers_the_fee():
    [gift] = read(
        "givewp-donations",
        givewp_donations(total="25.75", cover="0.75", day="March 30, 2025", hour="14:05"),
    )

    assert gift == HistoricGift(
        line=2,
        row_id="101",
        email="dana@example.org",
        name="Dana Dove",
        currency="USD",
        amount=2_500,
        cover=75,
        fee=None,
        given_at=datetime(2025, 3, 30, 14, 5, tzinfo=LONDON),
    )


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ({"status": "Pending"}, Reason.NOT_RECEIVED),
        ({"status": "Refunded"}, Reason.ALL_RETURNED),
        ({"status": "Slumbering"}, Reason.STATUS_UNKNOWN),
        ({"mode": "test"}, Reason.TEST_MONEY),
        ({"total": ""}, Reason.MISSING),
        ({"total": "25,75"}, Reason.AMOUNT_UNCLEAR),
        ({"total": "2.575"}, Reason.AMOUNT_UNCLEAR),
        ({"total": "-5.00"}, Reason.AMOUNT_UNCLEAR),
        ({"cover": "30.00"}, Reason.AMOUNT_UNCLEAR),
        ({"day": "03/04/2025"}, Reason.DATE_UNCLEAR),
        ({"day": "31 June 2025"}, Reason.DATE_UNREADABLE),
        ({"day": "yesterday"}, Reason.DATE_UNREADABLE),
        ({"hour": "26:00"}, Reason.DATE_UNREADABLE),
        ({"currency": "DOGE"}, Reason.CURRENCY_UNKNOWN),
        ({"email": "dana at home"}, Reason.EMAIL_UNREADABLE),
        ({"number": "1" * 101}, Reason.NUMBER_TOO_LONG),
    ],
)
def test_leaves_out_with_a_reason_what_cannot_be_taken_as_it_stands(cell, reason):
    [row] = read("givewp-donations", givewp_donations(**cell))

    assert isinstance(row, LeftOut)
    assert row.reason == reason


def test_leaves_out_the_second_row_of_the_same_number():
    content = givewp_donations() + givewp_donations(total="9.00").split("\n", 1)[1]

    first, second = read("givewp-donations", content)

    assert isinstance(first, HistoricGift)
    assert (second.line, second.reason) == (3, Reason.TWICE)


@pytest.mark.parametrize(
    ("order", "day"),
    [(DayOrder.DAY_FIRST, date(2025, 4, 3)), (DayOrder.MONTH_FIRST, date(2025, 3, 4))],
)
def test_reads_dates_in_figures_once_somebody_has_said_what_comes_first(order, day):
    [gift] = read("givewp-donations", givewp_donations(day="03/04/2025"), day_order=order)

    assert gift.given_at.date() == day


SUBSCRIPTIONS = (
    "form_id,first_name,last_name,email,period,frequency,amount,status,mode,transaction_id,gateway_id,"
    "gateway_subscription_id,created_at,renews_at,currency\n"
    "7,Ada,Ash,ada@example.org,month,1,25.00,active,live,T1,stripe_checkout,sub_1,2025-01-10 12:30:00,2026-12-10 12:30:00,USD\n"
    "7,Ben,Birch,ben@example.org,year,1,50.00,cancelled,live,T2,stripe,sub_2,2025-01-10 12:30:00,2027-01-10 12:30:00,USD\n"
    "7,Dana,Dove,dana@example.org,month,12,60.00,active,live,T3,paypal-commerce,I-3,2025-01-10 12:30:00,2027-01-10 12:30:00,USD\n"
    "7,Zed,Zinn,zed@example.org,month,1,5.00,cancelled,live,T4,paypal-commerce,I-4,2024-01-10 12:30:00,2024-02-10 12:30:00,USD\n"
    "7,Eve,Elm,eve@example.org,week,1,5.00,active,live,T5,stripe,sub_5,2024-01-10 12:30:00,2026-12-01 12:30:00,USD\n"
)


def test_adopts_what_runs_at_stripe_and_invites_the_others():
    ada, _ben, dana, zed, eve = read("givewp-subscriptions", SUBSCRIPTIONS)

    assert isinstance(ada, RunningPledge)
    assert (ada.provider_object, ada.amount, ada.interval) == ("sub_1", 2_500, Interval.MONTH)
    assert (ada.state, ada.next_on, ada.ends_on) == (PledgeState.ACTIVE, date(2026, 12, 10), None)
    assert isinstance(dana, Invited)
    assert (dana.interval, dana.paid_until) == (Interval.YEAR, date(2027, 1, 10))
    assert (zed.reason, eve.reason) == (Reason.LONG_OVER, Reason.INTERVAL_UNKNOWN)


def test_keeps_the_end_of_what_is_cancelled_but_paid_for():
    ben = read("givewp-subscriptions", SUBSCRIPTIONS)[1]

    assert (ben.state, ben.next_on, ben.ends_on) == (PledgeState.ENDED, None, date(2027, 1, 10))


# Patreon


def test_invites_members_and_takes_no_money_of_them():
    active, former, declined, follower, gone = read("patreon-members", patreon_members())

    assert active == Invited(
        line=2,
        row_id="11",
        email="ada@example.org",
        name="Ada",
        currency="USD",
        amount=500,
        interval=Interval.MONTH,
        since_on=date(2023, 5, 1),
        paid_until=date(2026, 12, 1),
    )
    assert (former.interval, former.paid_until) == (Interval.YEAR, date(2027, 3, 1))
    assert isinstance(declined, Invited)
    assert (follower.reason, gone.reason) == (Reason.GAVE_NOTHING, Reason.LONG_OVER)


# Stripe


def test_reads_payments_with_their_fee_and_what_went_back():
    plain, partly, whole, failed, lost, open_, foreign = read("stripe-payments", stripe_payments())

    assert (plain.amount, plain.fee, plain.given_at) == (
        2_500,
        103,
        datetime(2025, 3, 31, 23, 30, tzinfo=UTC),
    )
    assert (partly.returned, partly.returned_at.date()) == (1_000, date(2025, 5, 2))
    assert (lost.returned, lost.is_charged_back) == (1_000, True)
    assert foreign.fee is None
    assert [row.reason for row in (whole, failed, open_)] == [
        Reason.ALL_RETURNED,
        Reason.NOT_RECEIVED,
        Reason.IS_DISPUTED,
    ]


def test_reads_subscriptions_that_end_with_what_is_paid_for():
    content = (
        "id,Customer ID,Customer Email,Plan,Quantity,Currency,Interval,Amount,Status,Created (UTC),"
        "Start Date (UTC),Current Period End (UTC),Canceled At (UTC),Ended At (UTC)\n"
        "sub_1,cus_1,ada@example.org,p,1,eur,month,5.00,active,2025-01-01 10:00,2025-01-01 10:00,2026-12-01 10:00,,\n"
        "sub_2,cus_2,ben@example.org,p,1,eur,year,60.00,active,2025-01-01 10:00,2025-01-01 10:00,2027-01-01 10:00,2026-02-01 10:00,\n"
        "sub_3,cus_3,zed@example.org,p,1,eur,month,5.00,canceled,2025-01-01 10:00,2025-01-01 10:00,2025-02-01 10:00,2025-01-15 10:00,2025-02-01 10:00\n"
        "sub_4,cus_4,eve@example.org,p,3,eur,month,5.00,active,2025-01-01 10:00,2025-01-01 10:00,2026-12-01 10:00,,\n"
    )

    ada, ben, zed, eve = read("stripe-subscriptions", content)

    assert (ada.next_on, ada.ends_on) == (date(2026, 12, 1), None)
    assert (ben.state, ben.next_on, ben.ends_on) == (PledgeState.ACTIVE, None, date(2027, 1, 1))
    assert (zed.reason, eve.reason) == (Reason.LONG_OVER, Reason.AMOUNT_UNCLEAR)


# Files


def test_reads_columns_under_whatever_name_the_newsroom_says():
    content = "Nr.;Betrag;Datum;Stand\n1;1.234,50;3.4.2025;Complete\n"
    columns = {
        Field.ROW_ID: "Nr.",
        Field.AMOUNT: "Betrag",
        Field.DATE: "Datum",
        Field.STATUS: "Stand",
    }

    [gift] = read(
        "givewp-donations",
        content,
        columns=columns,
        day_order=DayOrder.DAY_FIRST,
        decimal_mark=DecimalMark.COMMA,
    )

    assert (gift.amount, gift.currency, gift.email) == (123_450, "EUR", "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_files_in_the_usual_encodings(encoding):
    table = open_table("Name,Amount\r\n\r\nZoë,5\r\n".encode(encoding))

    assert list(table.rows()) == [(3, {"Name": "Zoë", "Amount": "5"})]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"Name,Amount\n",
        b"Name\nAda\n",
        b"a,b\n\0,1\n",
        b"\x89PNG,\x81\n",
        b'a,b\n"1,' + b"x" * 200_000,
    ],
    ids=["empty", "no rows", "one column", "NUL", "a picture", "an endless cell"],
)
def test_refuses_what_is_no_table(content):
    with pytest.raises(Unreadable):
        open_table(content)


@given(
    st.integers(0, 10**11),
    st.sampled_from(["EUR", "JPY", "KWD"]),
    st.sampled_from(list(DecimalMark)),
)
def test_reads_amounts_as_they_were_written(minor, currency, mark):
    decimals = {"EUR": 2, "JPY": 0, "KWD": 3}[currency]
    whole, cents = divmod(minor, 10**decimals)
    grouped = f"{whole:,}" + (f".{cents:0{decimals}}" if decimals else "")
    if mark is DecimalMark.COMMA:
        grouped = grouped.translate(str.maketrans(",.", ".,"))

    assert minor_units(f"{currency} {grouped}", mark, currency) == minor
    assert minor_units(f"-{grouped} €", mark, currency) == -minor


@pytest.mark.parametrize(
    "written", ["", "five", "1,23", "1,2345", "1.2.3", "1 2", "0x10", "1e5", "٥ and 5", "--5"]
)
def test_takes_nothing_for_an_amount_that_is_none(written):
    assert minor_units(written, DecimalMark.POINT, "EUR") is None
