import secrets
from datetime import datetime

from allauth.core.internal.cryptokit import generate_user_code
from django.db import transaction

from broadsheet.accounts.models import SignInAttempt, User
from broadsheet.accounts.models.sign_in_attempt import ATTEMPT_LIFETIME
from broadsheet.core.mail import Letter, send

from .begin_sign_in import CODE_DIGITS
from .confirm_email import confirm_email, written_address


@transaction.atomic
def begin_email_change(*, person: User, email: str, at: datetime) -> SignInAttempt:
    """Write a code to `email`, which shall become the address of `person`; answer the try it belongs to.

    Whether the address is somebody else's is not asked before it is confirmed. There is no link: whoever reads the
    letter in another browser must not be signed in by it.
    """
    code = generate_user_code(length=CODE_DIGITS, numeric=True, dashed=False)
    link_digest = SignInAttempt.digest_of_link(secrets.token_urlsafe(32))
    attempt = SignInAttempt.objects.create(
        email=written_address(email),
        link_digest=link_digest,
        code_digest=SignInAttempt.digest_of_code(code, link_digest),
        expires_at=at + ATTEMPT_LIFETIME,
    )
    send(
        Letter(
            to=attempt.email,
            template="accounts/mail/change_email",
            context={
                "code": code,
                "name": person.name,
                "minutes": int(ATTEMPT_LIFETIME.total_seconds() // 60),
            },
            good_until=attempt.expires_at,
        )
    )
    return attempt


@transaction.atomic
def change_email(*, person: User, email: str, at: datetime) -> User:
    """Make `email`, which is proved to be theirs, the address of `person`, and tell the one they had before.

    Raises what `confirm_email` raises: `AddressTaken` above all.
    """
    before = User.objects.get(pk=person.pk).email
    changed = confirm_email(person=person, email=email, at=at)
    if before and before != changed.email:
        news = {"name": changed.name, "at": at}
        send(Letter(to=before, template="accounts/mail/email_changed", context=news))
    return changed
