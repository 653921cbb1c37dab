from datetime import datetime

from django.db import transaction
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import SignInAttempt
from broadsheet.accounts.models.sign_in_attempt import MOST_TRIES
from broadsheet.core.errors import Refused


class CodeWrong(Refused):
    """It is not the code of this try, and there are tries left."""

    code = "code-wrong"
    status = 422
    message = _(
        "That is not the code in our latest letter. Please compare it once more: it has eight digits."
    )


class CodeSpent(Refused):
    """The code was used, has expired, was guessed at too often, or was never asked for by this browser."""

    code = "code-spent"
    status = 410
    message = _("This code does not work any more. Have a new one sent to you; it takes a moment.")


class LinkSpent(Refused):
    """The link was used, has expired, or was never ours: the answer is the same."""

    code = "link-spent"
    status = 410
    message = _(
        "This link has been used or has expired. Sign in again to have a new one sent to you."
    )


def confirm_by_code(*, attempt_id: int | None, code: str, at: datetime) -> SignInAttempt:
    """Spend the try of this browser by the `code` in its letter; its address is confirmed by that.

    Each call counts before the code is compared, in one statement, so that guesses made at once count, too.
    Raises `CodeWrong` up to four times, then `CodeSpent`.
    """
    this = SignInAttempt.objects.filter(pk=attempt_id or 0)
    if not _open(this, at=at).filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1):
        raise CodeSpent
    attempt = this.get()
    if not attempt.is_code(code):
        raise CodeWrong if attempt.tries < MOST_TRIES else CodeSpent
    if not _spend(this, at=at):
        raise CodeSpent
    return attempt


def confirm_by_link(*, secret: str, at: datetime) -> SignInAttempt:
    """Spend the try whose letter holds the link with `secret`, in whichever browser. Raises `LinkSpent`."""
    this = SignInAttempt.objects.filter(link_digest=SignInAttempt.digest_of_link(secret))
    attempt = this.first()
    if attempt is None or not _spend(this, at=at):
        raise LinkSpent
    return attempt


def forget_sign_in_attempts(*, at: datetime) -> int:
    """Remove what nobody can use any more; answers how many."""
    return SignInAttempt.objects.filter(expires_at__lte=at).delete()[0]


def _open(attempts: QuerySet[SignInAttempt], *, at: datetime) -> QuerySet[SignInAttempt]:
    return attempts.filter(used_at=None, expires_at__gt=at)


@transaction.atomic
def _spend(this: QuerySet[SignInAttempt], *, at: datetime) -> bool:
    """Spend a try, and with it every other one for the same address: who waits for those is in already."""
    if not _open(this, at=at).update(used_at=at):
        return False
    email = this.values_list("email", flat=True).get()
    _open(SignInAttempt.objects.filter(email=email), at=at).update(used_at=at)
    return True
