"""Whether the ledger holds what providers say they have taken for us, and sent back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q, QuerySet

from broadsheet.funding.facts import PaymentSnapshot, facts
from broadsheet.funding.models import Transfer
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text
from broadsheet.funding.providers import (
    Ability,
    Provider,
    ProviderAway,
    ProviderRefused,
    ready_providers,
)

from .post_payment import gift_part

ON_ITS_WAY = timedelta(minutes=15)
"""What is so young may be known to one side only: the message about it is being acted upon."""
UNDATED = "lost"
"""Of a dispute that is lost Stripe does not say since when, so it is always as of now."""
MOST_NAMED = 5


@dataclass(frozen=True, kw_only=True)
class ProviderTrouble:
    """What differs at `provider`, in a sentence for operators; `keys` are of the transfers it is about.

    One that `is_away` could not be compared: of it nothing is known.
    """

    provider: str
    sentence: str
    keys: tuple[str, ...]
    is_away: bool = False


@dataclass(frozen=True, kw_only=True)
class _Entry:
    """One fact, as a provider says it or as the ledger has it; `at` is since when it could be known there."""

    kind: str
    currency: str
    amount: int
    at: datetime = field(compare=False)


def check_providers(*, since: datetime, at: datetime) -> tuple[ProviderTrouble, ...]:
    """Ask every provider that tells us things what it knows since then, and answer what the ledger has otherwise.

    Each fact of our gifts must be there, of the same amount, so that the totals of each provider, currency and
    kind are equal; and nothing may be there of which the provider does not know. Left out are payouts, what was
    not given to us, what people wrote down by hand, and the last `ON_ITS_WAY` before `at`. Changes nothing.
    """
    asked = [one for one in ready_providers() if Ability.HOOK in one.abilities]
    return tuple(trouble for one in asked for trouble in _check(one, since=since, at=at))


def _check(provider: Provider, *, since: datetime, at: datetime) -> Iterator[ProviderTrouble]:
    code = provider.code
    try:
        said = _said(provider, since)
    except ProviderAway as refusal:
        sentence = f"{code} could not be compared: {refusal.sentence}"
        yield ProviderTrouble(provider=code, sentence=sentence, keys=(), is_away=True)
        return
    except ProviderRefused as refusal:
        sentence = f"{code} could not be compared, it refuses to answer: {refusal.trouble}"
        yield ProviderTrouble(provider=code, sentence=sentence, keys=(f"{code}:refused",))
        return
    # Read after asking, so that what was told in the meantime is there.
    held = _held(provider, said, since)
    young = at - ON_ITS_WAY
    settled = {
        key: entry
        for key, entry in said.items()
        if key in held or entry.at <= young or entry.kind == UNDATED
    }
    held = {key: entry for key, entry in held.items() if key in said or entry.at <= young}
    yield from _differences(code, held, settled)


def _said(provider: Provider, since: datetime) -> dict[str, _Entry]:
    """All facts of those gifts of which anything has changed since then, there or here."""
    said: dict[str, _Entry] = {}
    payments: set[str] = set()
    subjects = [*_payments_held(provider, since), *provider.changed_since(since)]
    for subject in dict.fromkeys(subjects):
        if subject in payments:
            continue
        snapshot = provider.snapshot(subject)
        if not isinstance(snapshot, PaymentSnapshot):
            continue
        payments.add(snapshot.payment)
        gift = gift_part(snapshot)
        if gift is None:
            continue
        for fact in facts(snapshot, gift=gift):
            said[fact.key] = _Entry(
                kind=fact.kind,
                currency=snapshot.currency,
                amount=fact.amount,
                at=fact.happened_at,
            )
    return said


def _told(provider: Provider) -> QuerySet[Transfer]:
    """What the ledger holds of gifts because `provider` said so, in the mode it is in."""
    return Transfer.objects.filter(
        key__startswith=f"{provider.code}:",
        donation__isnull=False,
        donation__is_test=provider.is_test,
        actor=None,
        reverses=None,
    )


def _payments_held(provider: Provider, since: datetime) -> Iterable[str]:
    """What the provider calls the payments of which the ledger has something since then."""
    told = _told(provider)
    gifts = told.filter(happened_at__gte=since).values("donation")
    keys = told.filter(kind="gift", donation__in=gifts).values_list("key", flat=True)
    return [key.removeprefix(f"{provider.code}:").removesuffix(":gift") for key in keys]


def _held(provider: Provider, said: Mapping[str, _Entry], since: datetime) -> dict[str, _Entry]:
    recent = _told(provider).filter(happened_at__gte=since)
    chosen = Transfer.objects.filter(Q(key__in=list(said)) | Q(pk__in=recent.values("pk")))
    rows = chosen.values_list("key", "kind", "currency", "amount", "posted_at")
    return {
        key: _Entry(kind=kind, currency=currency, amount=amount, at=posted_at)
        for key, kind, currency, amount, posted_at in rows
    }


def _differences(
    code: str, held: Mapping[str, _Entry], said: Mapping[str, _Entry]
) -> Iterator[ProviderTrouble]:
    """For each kind and currency of which something differs, a sentence with both totals."""
    differing: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key in sorted(held.keys() | said.keys()):
        sides = {held.get(key), said.get(key)}
        if len(sides) == 1:
            continue
        for entry in sides - {None}:
            assert entry is not None
            keys = differing[entry.kind, entry.currency]
            if key not in keys:
                keys.append(key)
    for (kind, currency), keys in sorted(differing.items()):
        ours, theirs = (_total(side, kind, currency) for side in (held, said))
        sentence = (
            f"{code}, {kind} in {currency}: the ledger holds {ours}, {code} says {theirs};"
            f" see {_named(keys)}."
        )
        yield ProviderTrouble(provider=code, sentence=sentence, keys=tuple(keys))


def _total(side: Mapping[str, _Entry], kind: str, currency: str) -> str:
    amounts = (
        each.amount for each in side.values() if (each.kind, each.currency) == (kind, currency)
    )
    return money_text(Money(sum(amounts), currency), "en")


def _named(keys: list[str]) -> str:
    more = len(keys) - MOST_NAMED
    return ", ".join(keys[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
