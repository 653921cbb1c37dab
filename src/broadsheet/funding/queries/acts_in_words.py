"""What was done with the money, in words: sentences, names, money and days, as whoever reads them writes them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _
from stdnum import iban

from broadsheet.accounts.models import User
from broadsheet.funding.importing import source
from broadsheet.funding.models import Act, CampaignKind, FundingAudit, Interval, Metric
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text, number_text
from broadsheet.funding.policy import Permission, policy

from .act_subjects import Subject, subjects
from .ledger_words import kind_in_words
from .way_names import way_names

NOTHING: Final = "–"


@dataclass(frozen=True, kw_only=True)
class Detail:
    """What an act says of one field: what it is now, and what it was, or "" where nothing is said of that."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, kw_only=True)
class ActLine:
    """One act at the desk. `actor` is empty for what the program did by itself."""

    at: datetime
    actor: str
    sentence: str
    subject: Subject
    details: tuple[Detail, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class _Said:
    """All that was said of a field's neighbours, and in which currency amounts beside it are."""

    fields: Mapping[str, Any]
    currency: str

    def amount(self, minor: int) -> str:
        """So many minor units; of a campaign that counts people, so many people."""
        language = get_language() or "en"
        if self.fields.get("metric", Metric.AMOUNT) != Metric.AMOUNT:
            return number_text(minor, language)
        return money_text(Money(minor, self.currency), language)


def act_lines(acts: Sequence[FundingAudit], *, viewer: User) -> tuple[ActLine, ...]:
    """Answer `acts`, whose actors are at hand, in their order. One query for each kind of thing acted upon."""
    upon = subjects(acts, viewer=viewer)
    names_donors = policy.allows(Permission.VIEW_DONORS, viewer)
    return tuple(
        _line(
            act,
            upon.get((act.subject_kind, act.subject_id), Subject()),
            names_donors=names_donors,
        )
        for act in acts
    )


def _line(act: FundingAudit, subject: Subject, *, names_donors: bool) -> ActLine:
    return ActLine(
        at=act.at,
        actor=_actor(act, names_donors=names_donors),
        sentence=str(Act(act.action).label) if act.action in Act.values else act.action,
        subject=subject,
        details=tuple(_details(act, subject)),
        reason=str(REASONS.get(act.reason, act.reason)) if act.action in BY_DONORS else act.reason,
    )


def _actor(act: FundingAudit, *, names_donors: bool) -> str:
    """What donors do, they do signed in or by a link; their names are not for everybody at the desk."""
    if act.action in BY_DONORS and act.reason != FORGOTTEN:
        return act.actor.name if act.actor and names_donors else say("the donor")
    return act.actor.name if act.actor else ""


def _details(act: FundingAudit, subject: Subject) -> Iterable[Detail]:
    """Every field that is new, gone or another; what has not changed, and what only says how, is left out."""
    was, now = _said(act.before, subject), _said(act.after, subject)
    for name in sorted({*act.before, *act.after}, key=_place):
        is_both = name in act.before and name in act.after
        changed = act.before.get(name) != act.after.get(name)
        if (is_both and not changed) or (name in UNITS and not is_both):
            continue
        before = _text(act.action, name, was) if name in act.before else ""
        after = _text(act.action, name, now) if name in act.after else ""
        if is_both:
            yield Detail(label=_label(name), before=before or NOTHING, now=after or NOTHING)
        elif (before or after) not in ("", subject.name):
            yield Detail(label=_label(name), before="", now=before or after)


def _said(fields: Mapping[str, Any], subject: Subject) -> _Said:
    return _Said(fields=fields, currency=str(fields.get("currency") or subject.currency))


def _place(name: str) -> tuple[int, str]:
    """The database keeps fields in an order of its own."""
    return PLACES.get(name, len(PLACES)), name


def _label(name: str) -> str:
    """What a field is called; a transfer, named by its key (`stripe:po_1:payout`), by what it is."""
    return str(FIELDS[name].label) if name in FIELDS else kind_in_words(name.rpartition(":")[2])


def _text(action: str, name: str, said: _Said) -> str:
    """The field as people write it; one that an earlier version wrote otherwise, as it stands."""
    value = said.fields[name]
    if value in (None, ""):
        return ""
    field = FIELDS.get(name)
    write = field.write if field else OTHERWISE.get(action, _plain)
    try:
        return write(value, said)
    except (ValueError, TypeError, LookupError):
        return _plain(value, said)


def _plain(value: Any, _said: _Said) -> str:
    return str(value)


def _amount(value: Any, said: _Said) -> str:
    return said.amount(value)


def _amounts(value: Any, said: _Said) -> str:
    """“500 1000”, as `suggest_amounts` says them."""
    return ", ".join(said.amount(int(minor)) for minor in value.split())


def _milestones(value: Any, said: _Said) -> str:
    """“50000 Half; 100000”, as `open_campaign` says them."""
    marks = [mark.partition(" ") for mark in value.split("; ")]
    return ", ".join(f"{said.amount(int(at))} {label}".strip() for at, _space, label in marks)


def _day(value: Any, _said: _Said) -> str:
    return date_format(date.fromisoformat(value))


def _moment(value: Any, _said: _Said) -> str:
    return date_format(timezone.localtime(datetime.fromisoformat(value)), "DATETIME_FORMAT")


def _month(value: Any, _said: _Said) -> str:
    return date_format(date.fromisoformat(value), "YEAR_MONTH_FORMAT")


def _yes_or_no(value: Any, _said: _Said) -> str:
    return say("yes") if value else say("no")


def _way(value: Any, _said: _Said) -> str:
    return way_names()[value]


def _source(value: Any, _said: _Said) -> str:
    return str(source(value).label)


def _labelled(choices: Callable[[str], Any]) -> "Write":
    def write(value: Any, _said: _Said) -> str:
        return str(choices(value).label)

    return write


def _number(value: Any, _said: _Said) -> str:
    return str(iban.format(value)) if iban.is_valid(value) else str(value)


def _state(value: Any, _said: _Said) -> str:
    return str(STATES[value])


Write = Callable[[Any, _Said], str]


@dataclass(frozen=True)
class _Field:
    label: str | Promise
    write: Write = _plain


FIELDS: Final[Mapping[str, _Field]] = {
    "title": _Field(_("Title")),
    "name": _Field(_("Name")),
    "source": _Field(_("What it is"), _source),
    "kind": _Field(_("Kind"), _labelled(CampaignKind)),
    "metric": _Field(_("Counts"), _labelled(Metric)),
    "goal": _Field(_("Goal"), _amount),
    "currency": _Field(_("Currency")),
    "interval": _Field(_("How often"), _labelled(Interval)),
    "amount": _Field(_("Amount"), _amount),
    "amounts": _Field(_("Amounts"), _amounts),
    "least": _Field(_("Least amount"), _amount),
    "milestones": _Field(_("Milestones"), _milestones),
    "month_start_day": _Field(_("The month begins on day")),
    "starts_on": _Field(_("From"), _day),
    "ends_on": _Field(_("Until, and including"), _day),
    "also_this_period": _Field(_("Also for the month that has begun"), _yes_or_no),
    "is_default": _Field(_("The one shown"), _yes_or_no),
    "is_on": _Field(_("Shown"), _yes_or_no),
    "month": _Field(_("Month"), _month),
    "category": _Field(_("Spent on")),
    "note": _Field(_("Note")),
    "issuer": _Field(_("Issued by")),
    "sends_yearly": _Field(_("Sends yearly statements"), _yes_or_no),
    "way": _Field(_("By"), _way),
    "day": _Field(_("Came on"), _day),
    "number": _Field(_("Number"), _number),
    "shown_from": _Field(_("Shown from"), _moment),
    "rate": _Field(_("Rate")),
    "first": _Field(_("From"), _day),
    "last": _Field(_("Until"), _day),
    "until": _Field(_("Would have ended"), _moment),
    "paused_until": _Field(_("Paused until"), _day),
    "state": _Field(_("State"), _state),
    "trouble": _Field(_("Trouble")),
    "gifts": _Field(_("Gifts")),
    "pledges": _Field(_("Recurring gifts")),
    "invitations": _Field(_("Invitations")),
}
"""What the fields are called of which acts speak, and how they are written, in the order in which they are read.

Others are shown after them, as they stand.
"""

PLACES: Final = {name: place for place, name in enumerate(FIELDS)}

OTHERWISE: Final[Mapping[str, Write]] = {Act.ENTRY_MATCHED: _amount, Act.MATCH_UNDONE: _amount}
"""How fields are written that have no name of their own: here, by gifts' references, parts of the entry."""

UNITS: Final = frozenset({"currency", "key"})
"""What says how other fields are to be read, or is a name of the program's own; said where it changed."""

STATES: Final = {
    "NEW": _("not acted upon yet"),
    "FAILED": _("could not be acted upon"),
    "PARKED": _("about a gift we do not know"),
}

FORGOTTEN: Final = "forgotten"
REASONS: Final = {"donor": "", FORGOTTEN: _("The donor was forgotten.")}
BY_DONORS: Final = frozenset(
    {Act.PLEDGE_PAUSED, Act.PLEDGE_RESUMED, Act.PLEDGE_AMOUNT_CHANGED, Act.PLEDGE_ENDED}
)
"""What nobody does at the desk: donors do, on the page of their gifts."""
