from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils import timezone

from broadsheet.accounts.models import Session, User
from broadsheet.core.addresses import pseudonym_of


@dataclass(frozen=True, kw_only=True)
class SessionLine:
    """A browser in which somebody is signed in.

    `name` is what `end_session` takes; `device` is such as "Firefox, Windows", or empty; `seen_at` is true to
    ten minutes; `is_same_place` says whether it was signed in from the network that asks, for 30 days.
    """

    name: str
    device: str
    signed_in_at: datetime
    seen_at: datetime
    is_current: bool
    is_same_place: bool
    is_for_desk: bool


@dataclass(frozen=True, kw_only=True)
class SessionsPage:
    """What the page of somebody's sessions is given: the current one first, then the latest seen."""

    lines: list[SessionLine]

    @property
    def others(self) -> list[SessionLine]:
        """All but the one that asks."""
        return [line for line in self.lines if not line.is_current]


def sessions_page(person: User, *, current: str | None, address: str) -> SessionsPage:
    """Where `person` is signed in, asked from the session with the key `current` at `address`. One query."""
    sessions = Session.objects.filter(
        person=person, signed_in_at__isnull=False, expire_date__gt=timezone.now()
    )
    digest = Session.digest_of(current) if current else ""
    lines = [_line(session, current=digest, address=address) for session in sessions]
    return SessionsPage(
        lines=sorted(lines, key=lambda line: (line.is_current, line.seen_at), reverse=True)
    )


def _line(session: Session, *, current: str, address: str) -> SessionLine:
    assert session.signed_in_at is not None
    here = pseudonym_of(address, at=session.signed_in_at, secret=settings.SECRET_KEY)
    return SessionLine(
        name=session.session_key,
        device=session.device,
        signed_in_at=session.signed_in_at,
        seen_at=session.seen_at,
        is_current=session.session_key == current,
        is_same_place=session.place == here,
        is_for_desk=session.for_desk,
    )
