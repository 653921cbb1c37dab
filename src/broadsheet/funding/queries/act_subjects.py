"""What was acted upon at the desk: by which name people know it, and where they can look at it."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Final

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import get_language

from broadsheet.accounts.models import User
from broadsheet.funding.models import (
    Ask,
    AskVariant,
    BankAccount,
    BankEntry,
    Campaign,
    Donation,
    FundingAudit,
    ImportFile,
    InboundEvent,
    Pledge,
    Spending,
    SuggestedAmounts,
    Transfer,
)
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.policy import Permission, policy

from .ledger_words import kind_in_words
from .way_names import way_names


@dataclass(frozen=True, kw_only=True)
class Subject:
    """`address` is empty for what has no page that the viewer may see; amounts of it are in `currency`."""

    name: str = ""
    address: str = ""
    currency: str = ""


@dataclass(frozen=True)
class _Kind:
    """How rows of one table are told of: as `named` makes it, and on which `page`, which may be one of many."""

    rows: QuerySet[Any]
    named: Callable[[Any], str]
    page: str = ""
    permission: Permission = Permission.VIEW_MONEY
    number: Callable[[Any], int | None] | None = None


def subjects(acts: Iterable[FundingAudit], *, viewer: User) -> Mapping[tuple[str, str], Subject]:
    """Answer what `acts` were upon, by kind and key; without what is gone. One query for each kind there is."""
    wanted: defaultdict[str, set[str]] = defaultdict(set)
    for act in acts:
        if act.subject_kind in KINDS and act.subject_id.isdecimal():
            wanted[act.subject_kind].add(act.subject_id)
    found = {}
    for name, keys in wanted.items():
        kind = KINDS[name]
        may_look = bool(kind.page) and policy.allows(kind.permission, viewer)
        for row in kind.rows.filter(pk__in=keys):
            found[name, str(row.pk)] = _subject(kind, row, may_look=may_look)
    return found


def _subject(kind: _Kind, row: Any, *, may_look: bool) -> Subject:
    number = kind.number(row) if kind.number else None
    is_there = may_look and (kind.number is None or number is not None)
    return Subject(
        name=kind.named(row),
        address=reverse(kind.page, args=[number] if number else []) if is_there else "",
        currency=getattr(row, "currency", ""),
    )


def _gift_of(transfer: Transfer) -> str:
    return transfer.donation.reference if transfer.donation else kind_in_words(transfer.kind)


def _entry(entry: BankEntry) -> str:
    amount = money_text(Money(entry.amount, entry.currency), get_language() or "en")
    return f"{amount}, {date_format(entry.booked_on)}"


def _message(event: InboundEvent) -> str:
    return f"{way_names().get(event.provider, event.provider)}, {event.subject or event.kind}"


def _suggestion(amounts: SuggestedAmounts) -> str:
    return f"{amounts.currency}, {amounts.get_interval_display()}"


_pk = attrgetter("pk")

KINDS: Final[Mapping[str, _Kind]] = {
    "ask": _Kind(Ask.objects.all(), str, "funding_desk_ask", number=_pk),
    "askvariant": _Kind(
        AskVariant.objects.select_related("ask"),
        lambda variant: f"{variant.ask.name}, {variant.letter}",
        "funding_desk_ask",
        number=attrgetter("ask_id"),
    ),
    "bankaccount": _Kind(
        BankAccount.objects.all(),
        lambda account: f"{account.holder}, {account.currency}".removeprefix(", "),
        "funding_desk_bank_accounts",
        Permission.CONFIGURE,
    ),
    "bankentry": _Kind(
        BankEntry.objects.all(), _entry, "funding_desk_entry", Permission.RECONCILE, _pk
    ),
    "campaign": _Kind(
        Campaign.objects.all(), str, "funding_desk_campaign", Permission.CONFIGURE, _pk
    ),
    "donation": _Kind(Donation.objects.all(), str, "funding_desk_gift", number=_pk),
    "importfile": _Kind(
        ImportFile.objects.defer("content"), str, "funding_desk_imports", Permission.RECORD_OFFLINE
    ),
    "inboundevent": _Kind(
        InboundEvent.objects.defer("body"), _message, "funding_desk_ways", Permission.RECONCILE
    ),
    "pledge": _Kind(Pledge.objects.all(), str),
    "spending": _Kind(
        Spending.objects.all(),
        attrgetter("category"),
        "funding_desk_spending",
        Permission.RECORD_SPENDING,
    ),
    "suggestedamounts": _Kind(
        SuggestedAmounts.objects.all(), _suggestion, "funding_desk_amounts", Permission.CONFIGURE
    ),
    "transfer": _Kind(
        Transfer.objects.select_related("donation"),
        _gift_of,
        "funding_desk_gift",
        number=attrgetter("donation_id"),
    ),
}
"""By what `FundingAudit` calls their table. Others are known by what was said of them alone."""
