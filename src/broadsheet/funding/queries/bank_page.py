"""What the bank says at the desk: files imported, and entries that wait."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils.translation import gettext as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound
from broadsheet.funding.models import BankEntry, BankStatement, EntryDoubt, EntryState
from broadsheet.funding.money import Money
from broadsheet.funding.policy import Permission, policy

from .entry_suggestions import Suggestion, entry_suggestions
from .known_money import KnownMoney, known_money, what_it_is
from .statement_gaps import StatementGap, statement_gaps
from .way_names import way_names

WAITING_SHOWN = 50
STATEMENTS_SHOWN = 12


@dataclass(frozen=True, kw_only=True)
class EntryLine:
    """One entry. `left` is what is nobody's yet of `amount`; `why` says why it waits."""

    id: int
    booked_on: date
    amount: Money
    left: Money
    is_outgoing: bool
    counterparty: str
    text: str
    state: str
    is_waiting: bool
    is_set_aside: bool
    why: str
    known: tuple[KnownMoney, ...]
    suggestions: tuple[Suggestion, ...]


@dataclass(frozen=True, kw_only=True)
class StatementLine:
    """One file. `difference` is what is missing of it according to its own balances, or None."""

    file_name: str
    account: str
    from_day: date
    to_day: date
    entries_new: int
    repeated: int
    passed_over: int
    matched: int
    difference: Money | None
    imported_by: str
    imported_at: datetime


@dataclass(frozen=True, kw_only=True)
class BankPage:
    """What `funding/desk/bank.html` is given.

    `looking` is how many entries nobody has looked at yet; `gaps` are between which files days are missing.
    """

    entries: tuple[EntryLine, ...]
    waiting: int
    looking: int
    statements: tuple[StatementLine, ...]
    gaps: tuple[StatementGap, ...]


@dataclass(frozen=True, kw_only=True)
class MatchLine:
    """Of an entry, what is a gift's, or `known` otherwise; `undone_at` where that was taken back.

    `gift_id` is None where it is a payout.
    """

    id: int
    gift_id: int | None
    reference: str
    known: str
    amount: Money
    actor: str
    made_at: datetime
    undone_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class EntryPage:
    """What `funding/desk/entry.html` is given."""

    entry: EntryLine
    matches: tuple[MatchLine, ...]


def bank_page(*, viewer: User) -> BankPage:
    """Answer what waits, the oldest first, and the latest files. Ten queries. Raises `NotAllowed`."""
    policy.require(Permission.RECONCILE, viewer)
    waiting = BankEntry.objects.filter(state=EntryState.WAITING)
    looking = waiting.filter(doubt=EntryDoubt.NONE).count()
    entries = list(_with_matched(waiting.exclude(doubt=EntryDoubt.NONE))[:WAITING_SHOWN])
    statements = BankStatement.objects.select_related("imported_by").annotate(
        matched=Count("entries", filter=Q(entries__state=EntryState.MATCHED))
    )
    return BankPage(
        entries=_lines(entries, viewer),
        waiting=waiting.count() - looking,
        looking=looking,
        statements=tuple(
            _statement(each)
            for each in statements.order_by("-imported_at", "-pk")[:STATEMENTS_SHOWN]
        ),
        gaps=statement_gaps(viewer=viewer),
    )


def entry_page(entry_id: int, *, viewer: User) -> EntryPage:
    """Answer all about one entry. Raises `NotAllowed` and `NotFound`."""
    policy.require(Permission.RECONCILE, viewer)
    entries = list(_with_matched(BankEntry.objects.filter(pk=entry_id)))
    if not entries:
        raise NotFound
    [line] = _lines(entries, viewer)
    said_by = ("donation", "actor", "known__debit", "known__credit")
    matches = entries[0].matches.select_related(*said_by).order_by("made_at", "pk")
    names = way_names()
    return EntryPage(
        entry=line,
        matches=tuple(
            MatchLine(
                id=match.pk,
                gift_id=match.donation_id,
                reference=match.donation.reference if match.donation else "",
                known=what_it_is(match.known, names) if match.known else "",
                amount=Money(match.amount, line.amount.currency),
                actor=match.actor.name if match.actor else _("the program"),
                made_at=match.made_at,
                undone_at=match.undone_at,
            )
            for match in matches
        ),
    )


def _with_matched(entries: QuerySet[BankEntry]) -> QuerySet[BankEntry]:
    standing = Q(matches__undone_at=None)
    return entries.annotate(matched=Coalesce(Sum("matches__amount", filter=standing), 0)).order_by(
        "booked_on", "pk"
    )


def _lines(entries: list[BankEntry], viewer: User) -> tuple[EntryLine, ...]:
    with_donors = policy.allows(Permission.VIEW_DONORS, viewer)
    known = known_money(entries, with_donors=with_donors)
    suggested = entry_suggestions(entries, with_donors=with_donors)
    return tuple(
        EntryLine(
            id=entry.pk,
            booked_on=entry.booked_on,
            amount=Money(entry.amount, entry.currency),
            left=Money(abs(entry.amount) - entry.matched, entry.currency),  # type: ignore[attr-defined]
            is_outgoing=entry.amount < 0,
            counterparty=entry.counterparty,
            text=entry.text,
            state=entry.get_state_display(),
            is_waiting=entry.state == EntryState.WAITING,
            is_set_aside=entry.state == EntryState.SET_ASIDE,
            why=entry.get_doubt_display() if entry.doubt else "",
            known=known[entry.pk],
            suggestions=_besides(known[entry.pk], suggested[entry.pk]),
        )
        for entry in entries
    )


def _besides(
    known: tuple[KnownMoney, ...], suggestions: tuple[Suggestion, ...]
) -> tuple[Suggestion, ...]:
    """The gifts among `suggestions` of which nothing is `known` already that the entry could be."""
    gifts = {each.gift_id for each in known}
    return tuple(each for each in suggestions if each.gift_id not in gifts)


def _statement(statement: BankStatement) -> StatementLine:
    missing = statement.difference
    return StatementLine(
        file_name=statement.file_name,
        account=statement.account,
        from_day=statement.from_day,
        to_day=statement.to_day,
        entries_new=statement.entries_new,
        repeated=statement.repeated,
        passed_over=statement.passed_over,
        matched=statement.matched,  # type: ignore[attr-defined]
        difference=Money(missing, statement.currency) if missing else None,
        imported_by=statement.imported_by.name if statement.imported_by else "",
        imported_at=statement.imported_at,
    )
