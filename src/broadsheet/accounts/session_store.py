"""Where Django keeps sessions: in PostgreSQL, each under the digest of its key, and nowhere else."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessionStore
from django.utils import timezone

from .models import Session

READER_IDLE = timedelta(days=90)
STAFF_IDLE = timedelta(hours=8)
STAFF_ALTOGETHER = timedelta(hours=24)
"""NIST SP 800-63B-4, AAL2: reauthentication within 24 hours, and after an hour to a working day of silence."""
NOBODYS = timedelta(days=1)
"""Somebody who is on the way to signing in, or was turned away."""

SEEN_EVERY = timedelta(minutes=10)
"""How coarsely it is known when a session was last used."""

_SIGN_IN = "sign_in"


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """When, with what and from where a session was signed in. `at` is in seconds since 1970, UTC."""

    at: float
    device: str = ""
    place: str = ""
    for_desk: bool = False


class SessionStore(DatabaseSessionStore):
    """One session, with limits that follow from who it is for."""

    seen_at: datetime | None = None
    """When it was last seen, as the database has it; None until it is read."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """Answer the table, as Django's base class asks."""
        return Session

    @property
    def sign_in(self) -> SignIn | None:
        """How this session was signed in, if it is."""
        kept = self.get(_SIGN_IN)
        return SignIn(**kept) if kept and SESSION_KEY in self else None

    @sign_in.setter
    def sign_in(self, sign_in: SignIn) -> None:
        self[_SIGN_IN] = asdict(sign_in)

    def get_expiry_date(self, **_options: Any) -> datetime:
        """Answer when it ends if nothing more is heard of it."""
        return _expiry(self.sign_in, seen_at=timezone.now())

    def get_expiry_age(self, **_options: Any) -> int:
        """Answer in how many seconds that is."""
        return int((self.get_expiry_date() - timezone.now()).total_seconds())

    def note_presence(self, *, at: datetime) -> bool:
        """Write down that somebody is here, if that was not known; answer whether it was written.

        Only the moments are written: what another request meanwhile did to the session stays.
        """
        sign_in = self.sign_in
        if sign_in is None or self.seen_at is None or at - self.seen_at < SEEN_EVERY:
            return False
        rows = Session.objects.filter(session_key=Session.digest_of(self.session_key or ""))
        return bool(rows.update(seen_at=at, expire_date=_expiry(sign_in, seen_at=at)))

    def _get_session_from_db(self) -> Session | None:
        row = Session.objects.filter(
            session_key=Session.digest_of(self.session_key or ""), expire_date__gt=timezone.now()
        ).first()
        if row is None:
            self._session_key = None
        else:
            self.seen_at = row.seen_at
        return row

    def exists(self, session_key: str) -> bool:
        """Whether there is a session of that key."""
        return super().exists(Session.digest_of(session_key))

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """Answer the row that keeps this session."""
        now = timezone.now()
        kept = data.get(_SIGN_IN) if SESSION_KEY in data else None
        sign_in = SignIn(**kept) if kept else None
        row = Session(
            session_key=Session.digest_of(self._get_or_create_session_key()),  # type: ignore[attr-defined]
            session_data=self.encode(data),
            expire_date=_expiry(sign_in, seen_at=now),
            person_id=data.get(SESSION_KEY),
            seen_at=now,
        )
        if sign_in:
            row.signed_in_at = datetime.fromtimestamp(sign_in.at, tz=UTC)
            row.for_desk, row.device, row.place = sign_in.for_desk, sign_in.device, sign_in.place
        return row

    def delete(self, session_key: str | None = None) -> None:
        """End it, or the one of that key."""
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=Session.digest_of(key)).delete()


def _expiry(sign_in: SignIn | None, *, seen_at: datetime) -> datetime:
    if sign_in is None:
        return seen_at + NOBODYS
    if not sign_in.for_desk:
        return seen_at + READER_IDLE
    signed_in_at = datetime.fromtimestamp(sign_in.at, tz=UTC)
    return min(seen_at + STAFF_IDLE, signed_in_at + STAFF_ALTOGETHER)
