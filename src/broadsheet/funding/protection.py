"""What stands between the form and those who try out stolen cards: forms with an age, and proofs of work.

A form is good from two seconds to two hours after it was opened, and each is one gift. With it goes a challenge
(ALTCHA, version 2): a browser tries keys of PBKDF2 (RFC 8018) until one begins as asked, which takes it a second
or two and costs as much for each of a thousand gifts. The challenge is signed, so none is kept before it is met;
`commands.spend_proof` sees that it is met once. Who has no JavaScript cannot meet it: they look at their gift
again before it begins, and few of those begin in an hour (`limits`).
"""

import base64
import binascii
import json
import secrets
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from altcha import create_challenge, verify_solution
from django.core.signing import BadSignature, TimestampSigner
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused

from .limits import GIVE_DECLINED_ADDRESS
from .models import Outcome, PaymentAttempt, ProviderPause

FORM_LASTS = timedelta(hours=2)
FORM_RESTS = timedelta(seconds=2)
UNPROVEN_FORM_RESTS = timedelta(seconds=10)
"""How long it is open at least before it is sent: a person takes longer to fill it in."""

ALGORITHM = "PBKDF2/SHA-256"
ROUNDS = 5_000
FEWEST_KEYS, MOST_KEYS = 60, 140
PAYLOAD_LENGTH = 4_000

_SALT = "broadsheet.funding.protection"


class FormStale(Refused):
    """The form was open for so long, or is none of ours: a new one is needed."""

    code = "form-stale"
    status = 422
    message = _(
        "This page was open for a long time. Please look at your gift again, and send it once more."
    )


class FormTooFast(Refused):
    """No person fills in a form so fast."""

    code = "form-too-fast"
    status = 422
    message = _("That was very fast. Please look at your gift again, and send it once more.")


class ProofNotGood(Refused):
    """The proof of work is not one of ours, or not what was asked for."""

    code = "proof-not-good"
    status = 422
    message = _(
        "Your browser's check did not arrive in good order. Please send your gift once more."
    )


@dataclass(frozen=True, kw_only=True)
class Proof:
    """A challenge that was met: `nonce` names it, and after `expires_at` it is worth nothing."""

    nonce: str
    expires_at: datetime


def new_form() -> str:
    """What makes a form one that can be sent once: a random key, signed together with the moment."""
    return TimestampSigner(salt=_SALT).sign(secrets.token_urlsafe(18))


def submission_of(form: str) -> str:
    """The key of the one gift that `form` can become. Raises `FormStale` for an old form, or none of ours."""
    try:
        return TimestampSigner(salt=_SALT).unsign(form, max_age=FORM_LASTS)
    except BadSignature:
        raise FormStale from None


def refuse_too_fast(form: str, *, is_proven: bool) -> None:
    """Raise `FormTooFast` if `form`, which is one of ours, was opened only just now."""
    rest = FORM_RESTS if is_proven else UNPROVEN_FORM_RESTS
    try:
        TimestampSigner(salt=_SALT).unsign(form, max_age=rest)
    except BadSignature:
        return
    raise FormTooFast


def new_challenge() -> str:
    """A challenge to meet, as JSON for `bs-proof`; it is good as long as a form is."""
    counter = FEWEST_KEYS + secrets.randbelow(MOST_KEYS - FEWEST_KEYS)
    challenge = create_challenge(
        ALGORITHM,
        ROUNDS,
        counter=counter,
        expires_at=int(time.time() + FORM_LASTS.total_seconds()),
        hmac_secret=_secret(),
    )
    return json.dumps(challenge.to_dict())


def read_proof(payload: str) -> Proof:
    """The challenge that `payload` (JSON in base64) meets. Raises `ProofNotGood`."""
    if len(payload) > PAYLOAD_LENGTH:
        raise ProofNotGood
    try:
        is_met = verify_solution(payload, _secret()).verified
        parameters = json.loads(base64.b64decode(payload))["challenge"]["parameters"]
    except (ValueError, TypeError, LookupError, AttributeError, binascii.Error, RecursionError):
        raise ProofNotGood from None
    if not is_met:
        raise ProofNotGood
    return Proof(
        nonce=parameters["nonce"],
        expires_at=datetime.fromtimestamp(parameters["expiresAt"], tz=UTC),
    )


def paused_providers(*, at: datetime) -> frozenset[str]:
    """Codes of the providers with which no gift is begun for now, since too many were declined. One query."""
    pauses = ProviderPause.objects.filter(since__lte=at, until__gt=at)
    return frozenset(pauses.values_list("provider", flat=True))


def declined_from(origin: str, *, at: datetime) -> int:
    """How many payments of gifts begun at `origin` were declined lately; see `limits`. One query."""
    since = at - timedelta(seconds=GIVE_DECLINED_ADDRESS.per_seconds)
    declined = PaymentAttempt.objects.filter(outcome=Outcome.DECLINED, at__gt=since)
    return declined.filter(origin=origin).count()


def _secret() -> str:
    return salted_hmac(_SALT, "proof of work", algorithm="sha256").hexdigest()
