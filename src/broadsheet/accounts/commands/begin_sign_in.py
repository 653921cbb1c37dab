import secrets
from datetime import datetime

from allauth.core.internal.cryptokit import generate_user_code
from django.db import transaction
from django.urls import reverse

from broadsheet.accounts.models import SignInAttempt
from broadsheet.accounts.models.sign_in_attempt import ATTEMPT_LIFETIME
from broadsheet.core.mail import Letter, send

from .confirm_email import written_address

CODE_DIGITS = 8


@transaction.atomic
def begin_sign_in(*, email: str, leads_to: str = "", at: datetime) -> SignInAttempt:
    """Write to `email` a letter with a code and a link, and answer the try that they belong to.

    Both are good for ten minutes. Whose address it is, and whether it is anybody's, is not asked: the letter,
    the statements and the time are the same. `leads_to` is a path of ours, for afterwards.
    """
    secret = secrets.token_urlsafe(32)
    code = generate_user_code(length=CODE_DIGITS, numeric=True, dashed=False)
    link_digest = SignInAttempt.digest_of_link(secret)
    attempt = SignInAttempt.objects.create(
        email=written_address(email),
        link_digest=link_digest,
        code_digest=SignInAttempt.digest_of_code(code, link_digest),
        leads_to=leads_to,
        expires_at=at + ATTEMPT_LIFETIME,
    )
    send(
        Letter(
            to=attempt.email,
            template="accounts/mail/sign_in",
            context={
                "code": code,
                "path": reverse("accounts:sign_in_link", args=[secret]),
                "minutes": int(ATTEMPT_LIFETIME.total_seconds() // 60),
            },
            good_until=attempt.expires_at,
            leaves_no_trace=True,
        )
    )
    return attempt
