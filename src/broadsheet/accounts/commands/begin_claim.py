import secrets
from datetime import datetime

from allauth.core.internal.cryptokit import generate_user_code
from django.db import transaction
from django.urls import reverse

from broadsheet.accounts.models import Claim, Standing, User
from broadsheet.accounts.models.claim import (
    CODE_DIGITS,
    CODE_LIFETIME,
    LINK_LIFETIME,
)
from broadsheet.core.errors import NotAllowed
from broadsheet.core.mail import Letter, send

from .confirm_email import written_address
from .create_guest import introduce_guest


@transaction.atomic
def begin_claim(*, guest: User, email: str, name: str = "", at: datetime) -> Claim:
    """Write to `email` a letter that asks whether the words of `guest` are theirs; answers what it is about.

    In it are a code, for the browser of the guest and 15 minutes, and a link, for every browser and a day. The
    same is written to every address, known here or not, and nothing that the guest has said, or is called:
    so nobody can have us carry their message. Earlier letters for this guest are good for nothing any more.

    Somebody who has only voted so far gives the `name` under which they will be known. Raises
    `NotAllowed` for who is banned or no guest, and `NameRefused`.
    """
    if not guest.is_guest or not guest.is_active or guest.standing == Standing.BANNED:
        raise NotAllowed
    if not guest.name:
        introduce_guest(guest=guest, name=name, email=guest.claimed_email)
    Claim.objects.filter(guest=guest, spent_at=None).update(spent_at=at)
    secret = secrets.token_urlsafe(32)
    code = generate_user_code(length=CODE_DIGITS, numeric=True, dashed=False)
    link_digest = Claim.digest_of(secret)
    claim = Claim.objects.create(
        guest=guest,
        email=written_address(email),
        link_digest=link_digest,
        code_digest=Claim.digest_of(link_digest + code),
        asked_at=at,
    )
    send(
        Letter(
            to=claim.email,
            template="accounts/mail/claim",
            context={
                "code": code,
                "path": reverse("accounts:claim_link", args=[secret]),
                "minutes": int(CODE_LIFETIME.total_seconds() // 60),
                "hours": int(LINK_LIFETIME.total_seconds() // 3600),
            },
            good_until=at + LINK_LIFETIME,
            leaves_no_trace=True,
        )
    )
    return claim


def forget_claims(*, at: datetime) -> int:
    """Remove letters whose link nobody can use any more; answers how many."""
    return Claim.objects.filter(asked_at__lte=at - LINK_LIFETIME).delete()[0]
