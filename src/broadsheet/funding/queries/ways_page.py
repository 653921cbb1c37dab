"""How the ways of paying are, for the desk."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from broadsheet.accounts.models import User
from broadsheet.funding.models import EventState, InboundEvent, ProviderPause, Reconciliation
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.providers import Ability, Provider, all_providers

MOST_SHOWN = 100


@dataclass(frozen=True, kw_only=True)
class WayPause:
    """That no gift is begun this way until `until`, because `declined` of the last `attempts` were declined."""

    since: datetime
    until: datetime
    attempts: int
    declined: int


@dataclass(frozen=True, kw_only=True)
class WayEntry:
    """One way of paying. `found`: how much it had not told us when it was last asked; `hook`: a path of ours."""

    code: str
    label: str
    is_ready: bool
    is_test: bool
    trouble: tuple[str, ...]
    hook: str
    heard_at: datetime | None
    asked_at: datetime | None
    found: int
    asking_trouble: str
    pause: WayPause | None


@dataclass(frozen=True, kw_only=True)
class StuckEvent:
    """A message that could not be acted upon. `is_parked`: it is about a gift we do not know."""

    id: int
    label: str
    kind: str
    subject: str
    received_at: datetime
    attempts: int
    is_parked: bool
    trouble: str
    next_try_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class WaysPage:
    """What `funding/desk/ways.html` is given: those set up first, and the messages waiting longest.

    `not_set_up` are the names of those of which nothing is set; `may_resume`: who looks may end a pause.
    """

    ways: tuple[WayEntry, ...]
    not_set_up: tuple[str, ...]
    stuck: tuple[StuckEvent, ...]
    may_resume: bool


def ways_page(*, viewer: User, at: datetime) -> WaysPage:
    """Answer how each way of paying is set up and heard of, and what is stuck. Four queries, besides rights.

    Raises `NotAllowed`.
    """
    policy.require(Permission.RECONCILE, viewer)
    heard = dict(
        InboundEvent.objects.exclude(kind="found")
        .values_list("provider")
        .annotate(heard_at=Max("received_at"))
    )
    asked = {kept.provider: kept for kept in Reconciliation.objects.all()}
    paused = {
        kept.provider: WayPause(
            since=kept.since, until=kept.until, attempts=kept.attempts, declined=kept.declined
        )
        for kept in ProviderPause.objects.filter(since__lte=at, until__gt=at)
    }
    ways = [
        _way(one, heard.get(one.code), asked.get(one.code), paused.get(one.code))
        for one in all_providers()
    ]
    stuck = InboundEvent.objects.filter(state__in=(EventState.FAILED, EventState.PARKED))
    labels = {way.code: way.label for way in ways}
    return WaysPage(
        ways=tuple(sorted(ways, key=lambda way: not way.is_ready)),
        not_set_up=tuple(way.label for way in ways if not way.is_ready and not way.trouble),
        stuck=tuple(
            _stuck(event, labels) for event in stuck.order_by("received_at", "pk")[:MOST_SHOWN]
        ),
        may_resume=policy.allows(Permission.CONFIGURE, viewer),
    )


def _way(
    one: Provider,
    heard_at: datetime | None,
    asked: Reconciliation | None,
    pause: WayPause | None,
) -> WayEntry:
    return WayEntry(
        code=one.code,
        label=str(one.label),
        is_ready=one.is_ready(),
        is_test=one.is_test,
        trouble=tuple(one.trouble()),
        hook=f"/funding/hooks/{one.code}/" if Ability.HOOK in one.abilities else "",
        heard_at=heard_at,
        asked_at=asked.asked_at if asked else None,
        found=asked.found if asked else 0,
        asking_trouble=asked.trouble if asked else "",
        pause=pause,
    )


def _stuck(event: InboundEvent, labels: dict[str, str]) -> StuckEvent:
    return StuckEvent(
        id=event.pk,
        label=labels.get(event.provider, event.provider),
        kind=event.kind,
        subject=event.subject,
        received_at=event.received_at,
        attempts=event.attempts,
        is_parked=event.state == EventState.PARKED,
        trouble=event.trouble,
        next_try_at=event.next_try_at,
    )
