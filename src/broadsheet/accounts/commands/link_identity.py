from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused

from .begin_account import begin_account
from .confirm_email import holder_of, lock_address


class IdentityTaken(Refused):
    """Somebody else signs in with this identity already."""

    code = "identity-taken"
    status = 409
    message = _("This sign-in belongs to another account here already.")


@transaction.atomic
def link_identity(*, person: User, provider_id: str, uid: str) -> None:
    """Let the identity `uid` at a provider sign `person` in from now on. Raises `IdentityTaken`."""
    identity, _is_new = SocialAccount.objects.get_or_create(
        provider=provider_id, uid=uid, defaults={"user": person}
    )
    if identity.user_id != person.pk:
        raise IdentityTaken


@transaction.atomic
def begin_account_by_identity(
    *, name: str, email: str, provider_id: str, uid: str, guest: User | None, at: datetime
) -> User | None:
    """Make somebody new an account, with the address that their provider has verified; None if it is somebody's.

    Then nothing is changed: who has that account has to say themselves that the identity is theirs, too.
    Raises `NameRefused`, and what `confirm_email` raises.
    """
    lock_address(email)
    if holder_of(email) is not None:
        return None
    person = begin_account(name=name, email=email, guest=guest, at=at)
    link_identity(person=person, provider_id=provider_id, uid=uid)
    return person


def unlink_identity(*, person: User, identity_id: int) -> bool:
    """Let that identity sign `person` in no more; answer whether it was theirs. A letter still does."""
    return bool(SocialAccount.objects.filter(user=person, pk=identity_id).delete()[0])
