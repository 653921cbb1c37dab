"""Noting which payments were tried and what became of them, and switching a way of paying off in time."""

from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import Count, Max, Q

from broadsheet.core.errors import NotFound
from broadsheet.funding.models import Donation, Outcome, PaymentAttempt, ProviderPause
from broadsheet.funding.providers import Ability, provider

from .tell_administrators import tell_administrators

WATCHED_FOR = timedelta(minutes=10)
FEWEST_ATTEMPTS = 20
MOST_DECLINED_PERCENT = 70
PAUSED_FOR = timedelta(minutes=30)
KEPT_FOR = timedelta(days=7)
BEGUN_WITHIN = timedelta(days=1)
"""A payment that comes later than this after the gift was begun is a renewal, and nobody trying out a card."""


def note_beginning(*, donation: Donation, origin: str) -> None:
    """Note that `donation` was begun from the network address of which `origin` is the pseudonym."""
    PaymentAttempt.objects.get_or_create(
        key=f"begun:{donation.reference}",
        defaults={
            "donation": donation,
            "provider": donation.provider,
            "origin": origin,
            "outcome": Outcome.BEGUN,
            "at": donation.begun_at,
        },
    )


@transaction.atomic
def note_outcome(*, donation: Donation, key: str, declined: bool, at: datetime) -> None:
    """Note that a payment of `donation`, which its provider calls `key`, was declined, or else paid.

    Told again it is noted once; what was not begun by a donor just before is not noted. If of the last twenty or
    more in ten minutes seven in ten were declined, no gift is begun by card with this provider for half an hour,
    and the administrators get a letter.
    """
    begun = donation.attempts.filter(outcome=Outcome.BEGUN, at__gt=at - BEGUN_WITHIN).first()
    if begun is None:
        return
    outcome = Outcome.DECLINED if declined else Outcome.PAID
    _attempt, is_new = PaymentAttempt.objects.get_or_create(
        key=f"{donation.provider}:{key}:{outcome.lower()}",
        defaults={
            "donation": donation,
            "provider": donation.provider,
            "origin": begun.origin,
            "outcome": outcome,
            "at": at,
        },
    )
    if is_new and declined and _takes_cards(donation.provider):
        _pause_if_too_many(donation.provider, at=at)


def forget_attempts(*, at: datetime) -> int:
    """Forget attempts that are a week old, and answer how many there were."""
    ProviderPause.objects.filter(until__lt=at - KEPT_FOR).delete()
    return PaymentAttempt.objects.filter(at__lt=at - KEPT_FOR).delete()[0]


def _takes_cards(code: str) -> bool:
    try:
        return Ability.CARD in provider(code).abilities
    except NotFound:
        return False


def hold_pauses(code: str) -> None:
    """Let nobody else pause the provider of this code, or end its pause, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"pause {code}"])


def _pause_if_too_many(code: str, *, at: datetime) -> None:
    hold_pauses(code)
    last = ProviderPause.objects.filter(provider=code).aggregate(until=Max("until"))["until"]
    if last and last > at:
        return
    since = max(at - WATCHED_FOR, last) if last else at - WATCHED_FOR
    ended = PaymentAttempt.objects.filter(provider=code, at__gt=since, at__lte=at)
    counts = ended.exclude(outcome=Outcome.BEGUN).aggregate(
        all=Count("pk"), declined=Count("pk", filter=Q(outcome=Outcome.DECLINED))
    )
    if counts["all"] < FEWEST_ATTEMPTS:
        return
    if counts["declined"] * 100 < MOST_DECLINED_PERCENT * counts["all"]:
        return
    pause = ProviderPause.objects.create(
        provider=code,
        since=at,
        until=at + PAUSED_FOR,
        attempts=counts["all"],
        declined=counts["declined"],
    )
    _tell(pause)


def _tell(pause: ProviderPause) -> None:
    context = {
        "label": str(provider(pause.provider).label),
        "attempts": pause.attempts,
        "declined": pause.declined,
        "since": pause.since,
        "until": pause.until,
    }
    tell_administrators("way_paused", context)
