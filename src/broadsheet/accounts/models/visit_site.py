"""Sites of the newsroom's own whose members come here signed in, and what is kept of their visits."""

import hashlib
import hmac
from base64 import urlsafe_b64encode

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .user import User

SUBJECT_LENGTH = 255


class VisitAlgorithm(models.TextChoices):
    """How a site signs: with a secret it shares with us, or with a key of which we have the public half."""

    HS256 = "HS256", _("a shared secret (HS256)")
    EDDSA = "EdDSA", _("its own key, Ed25519 (EdDSA)")


class VisitRole(models.TextChoices):
    """What a site may make of its members here, at most."""

    READER = "READER", _("readers")
    MODERATOR = "MODERATOR", _("moderators")


class VisitSite(models.Model):
    """One site that vouches for its members, and by which key.

    `key` is the site's public name: the audience of its tokens. A shared secret is not kept: it follows from
    `seed`, 256 random bits, and the newspaper's signing key, so that the table alone lets nobody in.
    """

    key = models.SlugField(
        _("key"),
        max_length=40,
        unique=True,
        help_text=_("Lower-case letters, digits and hyphens; stands in addresses. Never changes."),
    )
    name = models.CharField(
        _("name"), max_length=100, help_text=_("What your members call that site.")
    )
    algorithm = models.CharField(_("how it signs"), max_length=10, choices=VisitAlgorithm)
    seed = models.CharField(max_length=64, editable=False)
    public_key = models.TextField(_("public key"), blank=True)
    most_role = models.CharField(
        _("its members may become"), max_length=10, choices=VisitRole, default=VisitRole.READER
    )
    made_at = models.DateTimeField(_("made"), editable=False)
    retired_at = models.DateTimeField(_("retired"), null=True, editable=False)

    class Meta:
        verbose_name = _("site for signed visits")
        verbose_name_plural = _("sites for signed visits")
        constraints = [
            models.CheckConstraint(
                name="visit_site_has_its_key",
                condition=Q(algorithm=VisitAlgorithm.HS256, public_key="")
                | (Q(algorithm=VisitAlgorithm.EDDSA) & ~Q(public_key="")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def secret(self) -> str:
        """The shared secret: 256 bits, in the 43 signs of base64url. Shown once, to whoever makes the site."""
        words = f"broadsheet visits {self.key} {self.seed}".encode()
        digest = hmac.digest(settings.SECRET_KEY.encode(), words, hashlib.sha256)
        return urlsafe_b64encode(digest).rstrip(b"=").decode()


class Visitor(models.Model):
    """Who a site's member is here: `subject` is the site's own, stable name for them.

    `has_role` remembers that it was a visit that made them a moderator, so that one may unmake it.
    """

    site = models.ForeignKey(VisitSite, on_delete=models.PROTECT)
    subject = models.CharField(max_length=SUBJECT_LENGTH)
    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="visits")
    has_role = models.BooleanField(default=False)
    first_at = models.DateTimeField()
    latest_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint("site", "subject", name="one_person_for_a_sites_member"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.pk}"


class RedeemedVisit(models.Model):
    """A token that was used, kept for as long as it would otherwise be good: by the digest of its `jti`."""

    site = models.ForeignKey(VisitSite, on_delete=models.CASCADE)
    digest = models.CharField(max_length=64)
    expires_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint("site", "digest", name="a_visit_is_redeemed_once"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.pk}"

    @staticmethod
    def digest_of(token_id: str) -> str:
        """The SHA-256 of a token's `jti`, in hexadecimal: of one length, whatever the site calls it."""
        return hashlib.sha256(token_id.encode()).hexdigest()
