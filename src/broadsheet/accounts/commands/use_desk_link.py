import secrets
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import DeskLink, User
from broadsheet.core.errors import Refused

from .end_sessions import end_sessions

DESK_LINK_LIFETIME = timedelta(hours=12)


class DeskLinkSpent(Refused):
    """The link was used, has expired, or was never ours: the answer is the same."""

    code = "desk-link-spent"
    status = 410
    message = _(
        "This sign-in link has been used or has expired. Ask for a new one with “broadsheet desk-link”."
    )


@transaction.atomic
def issue_desk_link(*, forgets_second_factor: bool = False, at: datetime) -> str:
    """Answer the secret of a new link that signs the first administrator in once, within 12 hours.

    Makes that administrator if there is none yet. Earlier links that nobody used stop working. Where the
    administrator has lost passkeys, app and recovery codes, `forgets_second_factor` forgets them, and signs
    them out everywhere.
    """
    administrator = User.objects.filter(is_superuser=True, is_active=True).order_by("pk").first()
    if administrator is None:
        administrator = User.objects.create_superuser("administrator", name=gettext("Editor"))
    if forgets_second_factor:
        Authenticator.objects.filter(user=administrator).delete()
        end_sessions(person=administrator)
    DeskLink.objects.filter(user=administrator, used_at=None).delete()
    secret = secrets.token_urlsafe(32)
    DeskLink.objects.create(
        digest=DeskLink.digest_of(secret), user=administrator, expires_at=at + DESK_LINK_LIFETIME
    )
    return secret


@transaction.atomic
def use_desk_link(*, secret: str, at: datetime) -> User:
    """Spend the link and answer whom it signs in. Raises `DeskLinkSpent`."""
    links = DeskLink.objects.select_for_update(of=("self",)).select_related("user")
    link = links.filter(digest=DeskLink.digest_of(secret)).first()
    if link is None or link.used_at or link.expires_at <= at or not link.user.is_active:
        raise DeskLinkSpent
    link.used_at = at
    link.save(update_fields=["used_at"])
    return link.user
