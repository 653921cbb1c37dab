"""Every act at the desk needs the very right that it is for: who has all others is refused."""

import inspect
from decimal import Decimal
from typing import get_type_hints

import pytest

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.importing import DecimalMark
from broadsheet.funding.models import (
    ByHand,
    DeskRight,
    Interval,
)
from broadsheet.funding.money import Money
from factories.acting import LINE, Desk
from factories.exports import givewp_donations
from factories.funding import terms
from factories.moments import NOON
from factories.money_desk import may
from factories.statements import camt053

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
ASKS_WHO_CALLS_IT = {"reverse_transfer"}
"""What only other commands call, which have asked."""


# Which right it needs, and what is said besides who and when.
ACTS = {
    "agree_to_refund": (DeskRight.APPROVE_REFUND, lambda desk: {"request": desk.refund("WAITING")}),
    "approve_words": (DeskRight.MODERATE_WALL, lambda desk: {"donation": desk.gift}),
    "ask_refund": (
        DeskRight.REFUND,
        lambda desk: {"donation": desk.gift, "amount": 5, "reason": "Why."},
    ),
    "begin_import": (DeskRight.RECORD_OFFLINE, lambda desk: {"file": desk.file}),
    "change_campaign": (
        DeskRight.CONFIGURE,
        lambda desk: {"campaign": desk.campaign, "terms": terms()},
    ),
    "close_campaign": (DeskRight.CONFIGURE, lambda desk: {"campaign": desk.campaign}),
    "correct_ledger": (
        DeskRight.CORRECT_LEDGER,
        lambda desk: {"transfer": desk.gift.transfers.get(), "reason": "Why."},
    ),
    "decline_refund": (
        DeskRight.APPROVE_REFUND,
        lambda desk: {"request": desk.refund("WAITING")},
    ),
    "decline_words": (DeskRight.MODERATE_WALL, lambda desk: {"donation": desk.gift}),
    "describe_import": (
        DeskRight.RECORD_OFFLINE,
        lambda desk: {
            "file": desk.file,
            "columns": {},
            "day_order": None,
            "decimal_mark": DecimalMark.POINT,
            "currency": "EUR",
            "campaign": desk.campaign,
        },
    ),
    "discard_import": (DeskRight.RECORD_OFFLINE, lambda desk: {"file": desk.file}),
    "enter_bank_account": (
        DeskRight.CONFIGURE,
        lambda _desk: {"currency": "EUR", "holder": "Zed", "details": "Under the mat"},
    ),
    "import_statement": (
        DeskRight.RECONCILE,
        lambda desk: {"content": camt053(LINE), "file_name": "a.xml", "account": desk.account},
    ),
    "match_entry": (
        DeskRight.RECONCILE,
        lambda desk: {
            "entry": desk.entry,
            "shares": [commands.Share(gift=desk.promised, amount=1)],
        },
    ),
    "note_export": (
        DeskRight.EXPORT,
        lambda _desk: {"what": "gifts", "first": TODAY, "last": TODAY},
    ),
    "note_refund_sent": (
        DeskRight.REFUND,
        lambda desk: {"request": desk.refund("AGREED"), "day": TODAY},
    ),
    "open_campaign": (DeskRight.CONFIGURE, lambda _desk: {"slug": "boat", "terms": terms()}),
    "put_entry_back": (DeskRight.RECONCILE, lambda desk: {"entry": desk.aside}),
    "receive_promised": (
        DeskRight.RECORD_OFFLINE,
        lambda desk: {"donation": desk.promised, "day": TODAY, "note": "Seen it."},
    ),
    "record_entry": (
        DeskRight.RECONCILE,
        lambda desk: {"entry": desk.entry, "campaign": desk.campaign},
    ),
    "record_gift": (
        DeskRight.RECORD_OFFLINE,
        lambda desk: {
            "campaign": desk.campaign,
            "given": Money(5, "EUR"),
            "way": ByHand.CASH,
            "day": TODAY,
            "note": "",
            "submission_key": "once",
        },
    ),
    "record_spending": (
        DeskRight.RECORD_SPENDING,
        lambda _desk: {"month": TODAY, "category": "Wages", "spent": Money(5, "EUR")},
    ),
    "reopen_campaign": (DeskRight.CONFIGURE, lambda desk: {"campaign": desk.campaign}),
    "resume_way": (DeskRight.CONFIGURE, lambda _desk: {"code": "test"}),
    "send_receipt_again": (DeskRight.VIEW_DONORS, lambda desk: {"donation": desk.gift}),
    "set_entry_aside": (
        DeskRight.RECONCILE,
        lambda desk: {"entry": desk.entry, "reason": "Rent."},
    ),
    "set_event_aside": (
        DeskRight.RECONCILE,
        lambda desk: {"event": desk.event, "reason": "A trial."},
    ),
    "set_exchange_rate": (
        DeskRight.CONFIGURE,
        lambda _desk: {"currency": "USD", "into": "EUR", "rate": Decimal(1)},
    ),
    "stop_bank_account": (DeskRight.CONFIGURE, lambda desk: {"account": desk.coming}),
    "suggest_amounts": (
        DeskRight.CONFIGURE,
        lambda _desk: {
            "currency": "EUR",
            "interval": Interval.ONCE,
            "amounts": [500],
            "least": 500,
        },
    ),
    "switch_ask": (DeskRight.CONFIGURE, lambda desk: {"ask": desk.ask, "is_on": False}),
    "switch_wording": (
        DeskRight.CONFIGURE,
        lambda desk: {"variant": desk.ask.variants.first(), "is_on": False},
    ),
    "tie_entry": (
        DeskRight.RECONCILE,
        lambda desk: {"entry": desk.entry, "known": desk.gift.transfers.get()},
    ),
    "try_event_again": (DeskRight.RECONCILE, lambda desk: {"event": desk.event}),
    "undo_match": (DeskRight.RECONCILE, lambda desk: {"match": desk.match, "reason": "Why."}),
    "upload_import": (
        DeskRight.RECORD_OFFLINE,
        lambda desk: {
            "source_code": "givewp-donations",
            "name": "donations.csv",
            "content": givewp_donations().encode(),
            "campaign": desk.campaign,
        },
    ),
    "withdraw_bank_account": (DeskRight.CONFIGURE, lambda _desk: {"currency": "EUR"}),
    "withdraw_spending": (DeskRight.RECORD_SPENDING, lambda desk: {"spending": desk.spending}),
    "word_receipts": (
        DeskRight.CONFIGURE,
        lambda _desk: {"issuer": "Zed", "note": "", "sends_yearly": True},
    ),
    "write_ask": (
        DeskRight.CONFIGURE,
        lambda desk: {
            "campaign": desk.campaign,
            "name": "Spring",
            "wordings": [commands.Wording(heading="H", words_above="", words_below="", button="B")],
            "most_views": 5,
            "in_days": 30,
        },
    ),
}
WHO = ("actor", "asker", "recorder", "importer")


@pytest.fixture
def desk(mona, ed):
    mona.is_superuser = True
    mona.save()
    return Desk(boss=mona, asker=ed)


def with_all_but(person, right):
    return may(person, *(set(DeskRight) - {right}))


def do(name, said, who):
    """Call the command of this name as `who`."""
    command = getattr(commands, name)
    asked = inspect.signature(command).parameters
    [role] = (each for each in WHO if each in asked)
    return command(**said, **{role: who}, **({"at": NOON} if "at" in asked else {}))


def test_every_act_that_somebody_has_to_do_stands_here():
    needing_somebody = {
        name
        for name in commands.__all__
        if inspect.isfunction(command := getattr(commands, name))
        and any(get_type_hints(command).get(role) is User for role in WHO)
    }

    assert needing_somebody - ASKS_WHO_CALLS_IT <= set(ACTS)


@pytest.mark.parametrize("name", ACTS)
def test_nobody_acts_without_the_right_to_it(desk, ben, name):
    right, said = ACTS[name]
    wish = said(desk)

    with pytest.raises(NotAllowed):
        do(name, wish, with_all_but(ben, right))


def test_who_may_ask_for_refunds_no_more_cannot_take_one_back(desk):
    request = desk.refund("WAITING")

    with pytest.raises(NotAllowed):
        do("decline_refund", {"request": request}, with_all_but(desk.asker, DeskRight.REFUND))
