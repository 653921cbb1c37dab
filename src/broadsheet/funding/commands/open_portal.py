"""The way to the page of one's gifts, by a letter and without an account."""

import secrets
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.mail import Letter, send
from broadsheet.funding.models import Donor, PortalLink

LINK_LIFETIME: Final = timedelta(minutes=30)


class PortalLinkOver(Refused):
    code = "portal-link-over"
    status = 410
    message = _("This link has been used, or is too old. You can have another one sent.")


@transaction.atomic
def send_portal_link(*, email: str, at: datetime) -> None:
    """Write to `email` a letter with a link to the gifts that were made with it: good once, for half an hour.

    To an address that nobody gave with goes a letter that says so: who asks sees no difference.
    """
    donor = Donor.objects.filter(email__iexact=email, erased_at=None).first()
    path = ""
    if donor:
        secret = secrets.token_urlsafe(32)
        PortalLink.objects.create(
            donor=donor, digest=_digest(secret), expires_at=at + LINK_LIFETIME
        )
        path = reverse("funding:open_support", args=[secret])
    send(
        Letter(
            to=donor.email if donor else email,
            template="funding/mail/portal_link",
            context={"path": path, "minutes": int(LINK_LIFETIME.total_seconds() // 60)},
            language=get_language() or "",
            good_until=at + LINK_LIFETIME,
            leaves_no_trace=True,
        )
    )


@transaction.atomic
def use_portal_link(*, secret: str, at: datetime) -> Donor:
    """Answer whose gifts the link with this `secret` opens, and let nobody open them by it again.

    Raises `PortalLinkOver`.
    """
    links = PortalLink.objects.select_for_update(of=("self",)).select_related("donor")
    link = links.filter(digest=_digest(secret), used_at=None, expires_at__gt=at).first()
    if link is None or link.donor.erased_at:
        raise PortalLinkOver
    link.used_at = at
    link.save(update_fields=["used_at"])
    return link.donor


def forget_portal_links(*, at: datetime) -> int:
    """Delete the links that nobody can use any more; answer how many."""
    return PortalLink.objects.filter(expires_at__lt=at).delete()[0]


def _digest(secret: str) -> str:
    return salted_hmac("broadsheet.funding.portal-link", secret, algorithm="sha256").hexdigest()
