from datetime import datetime

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import Claim, Standing, User
from broadsheet.accounts.models.claim import CODE_TRIES
from broadsheet.core.errors import Refused

from .confirm_email import confirm_email


class ClaimCodeWrong(Refused):
    """It is not the code of the latest letter, and there are tries left."""

    code = "claim-code-wrong"
    status = 422
    message = _(
        "That is not the code in our latest letter. Please compare it once more: it has eight digits."
    )


class ClaimSpent(Refused):
    """The letter was used, refused or replaced, has expired, or was never sent: the answer is the same."""

    code = "claim-spent"
    status = 410
    message = _(
        "This letter has been used, or is too old. Have a new one sent to you from the browser you wrote in."
    )


def claim_behind(*, secret: str, at: datetime) -> Claim:
    """Answer the claim whose link holds `secret`, and change nothing. Raises `ClaimSpent`."""
    claim = (
        Claim.objects.filter(link_digest=Claim.digest_of(secret)).select_related("guest").first()
    )
    if claim is None or not claim.takes_its_link(at=at) or not _may_claim(claim.guest):
        raise ClaimSpent
    return claim


@transaction.atomic
def confirm_claim(*, secret: str, name: str = "", at: datetime) -> User:
    """Spend the claim whose link holds `secret`, in whichever browser; answers whose the words are now.

    `name` is another one for the guest, should somebody else have theirs by now. Raises `ClaimSpent`, and
    what `confirm_email` raises; then the link stays good.
    """
    return _confirm(claim_behind(secret=secret, at=at), name=name, at=at)


def confirm_claim_by_code(*, guest: User, code: str, name: str = "", at: datetime) -> User:
    """Spend the latest claim of `guest`, whose browser this is, by the `code` in its letter.

    Each call counts before the code is compared, in one statement, so that guesses made at once count, too.
    Raises `ClaimCodeWrong` up to four times, then `ClaimSpent`, and what `confirm_email` raises.
    """
    claims = Claim.objects.filter(guest=guest, spent_at=None).select_related("guest")
    claim = claims.order_by("-pk").first() if _may_claim(guest) else None
    if claim is None or not claim.takes_a_code(at=at):
        raise ClaimSpent
    open_for_tries = Claim.objects.filter(pk=claim.pk, spent_at=None, tries__lt=CODE_TRIES)
    if not open_for_tries.update(tries=F("tries") + 1):
        raise ClaimSpent
    claim.refresh_from_db()
    if not claim.is_its_code(code):
        raise ClaimCodeWrong if claim.tries < CODE_TRIES else ClaimSpent
    with transaction.atomic():
        return _confirm(claim, name=name, at=at)


@transaction.atomic
def decline_claim(*, secret: str, at: datetime) -> None:
    """Spend the claim whose link holds `secret`: the address is not the guest's. Raises `ClaimSpent`."""
    claim = claim_behind(secret=secret, at=at)
    _spend(claim, at=at)
    User.objects.filter(pk=claim.guest_id, claimed_email__iexact=claim.email).update(
        claimed_email=""
    )


def _confirm(claim: Claim, *, name: str, at: datetime) -> User:
    _spend(claim, at=at)
    return confirm_email(person=claim.guest, email=claim.email, name=name, at=at)


def _may_claim(person: User) -> bool:
    """Whether `person` may claim: nobody shall come by a ban by saying that words are theirs."""
    return person.is_guest and person.is_active and person.standing != Standing.BANNED


def _spend(claim: Claim, *, at: datetime) -> None:
    if not Claim.objects.filter(pk=claim.pk, spent_at=None).update(spent_at=at):
        raise ClaimSpent
