"""What somebody has shown in this session to be who they say they are, and when.

allauth keeps the list of it in the session; here is what Broadsheet reads from it.
"""

import time
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.http import HttpRequest

from broadsheet.core.addresses import pseudonym_of

from .device import device_of
from .models import User
from .session_store import SessionStore, SignIn
from .staff import works_here

RECENTLY = timedelta(minutes=10)
VISIT = "visit"
"""How allauth's list names that another site has vouched for somebody."""
SECOND_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def note_sign_in(request: HttpRequest, person: User, *, at: datetime) -> None:
    """Keep in the session when, where and with what `person` signed in, under a key that nobody had before.

    Django changes the key only where nobody was signed in, or somebody else.
    """
    session = _session_of(request)
    if session.sign_in is not None:
        session.cycle_key()
    address = request.META.get("REMOTE_ADDR", "")
    session.sign_in = SignIn(
        at=at.timestamp(),
        device=device_of(request.META.get("HTTP_USER_AGENT", "")),
        place=pseudonym_of(address, at=at, secret=settings.SECRET_KEY),
        for_desk=works_here(person),
    )


def note_proof(request: HttpRequest, person: User, *, method: str, **what: Any) -> None:
    """Keep that `person` has proved themselves again by `method`; see `rise`."""
    record_authentication(request, person, method, **what)
    rise(request, person)


def rise(request: HttpRequest, person: User) -> None:
    """Change the key of the session, in which `person` may do more from now on, and set its limits anew."""
    session = _session_of(request)
    if session.sign_in is not None:
        session.sign_in = replace(session.sign_in, for_desk=works_here(person))
    session.cycle_key()


def has_proved_recently(request: HttpRequest, person: User) -> bool:
    """Whether `person` has shown in this session, within the last ten minutes, that it is them."""
    records = get_authentication_records(request, person)
    if must_use_second_factor(person):
        moments = [record["at"] for record in records if record["method"] == "mfa"]
    else:
        sign_in = _session_of(request).sign_in
        moments = [*(record["at"] for record in records), *([sign_in.at] if sign_in else [])]
    # A proof of the future was given before the clock was set back, and is no better than an old one.
    return bool(moments) and abs(time.time() - float(max(moments))) < RECENTLY.total_seconds()


def must_use_second_factor(person: User) -> bool:
    """Whether nothing else than a second factor proves that it is `person`, as at sign-in. One query.

    Those who have an authenticator app wanted that; of those who work here it is asked, once they have any.
    """
    asked_of = SECOND_FACTORS if works_here(person) else (Authenticator.Type.TOTP,)
    return bool(Authenticator.objects.filter(user=person, type__in=asked_of).exists())


def has_second_factor(person: User) -> bool:
    """Whether `person` has set up a passkey or a second factor. One query."""
    kept = Authenticator.objects.filter(user=person, type__in=SECOND_FACTORS)
    return bool(kept.exists())


def has_used_second_factor(request: HttpRequest, person: User) -> bool:
    """Whether `person` has used it in this session: a passkey, TOTP, or a recovery code in its place."""
    return any(record["method"] == "mfa" for record in get_authentication_records(request, person))


def has_shown_their_work(request: HttpRequest, person: User) -> bool:
    """Whether this session may do what only those who work here may: a letter alone does not open that.

    It has seen a second factor, or came from a site of the newsroom's own that gave `person` its role.
    """
    records = get_authentication_records(request, person)
    return any(record["method"] in ("mfa", VISIT) for record in records)


def is_session_for_the_desk(request: HttpRequest) -> bool:
    """Whether this session has the short limits of staff; it has not if they became staff since."""
    sign_in = _session_of(request).sign_in
    return sign_in is not None and sign_in.for_desk


def _session_of(request: HttpRequest) -> SessionStore:
    assert isinstance(request.session, SessionStore)
    return request.session
