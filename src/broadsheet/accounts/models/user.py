"""A person: one row for everybody who ever spoke, gave, edited or moderated."""

import secrets
from typing import Any, ClassVar, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

NAME_LENGTH = 60


class Strength(models.TextChoices):
    """How sure we are that this is who it says it is, weakest first."""

    IMPORTED = "IMPORTED", _("imported")
    GUEST = "GUEST", _("guest")
    CONFIRMED = "CONFIRMED", _("e-mail confirmed")
    ACCOUNT = "ACCOUNT", _("account")


class Standing(models.TextChoices):
    """Whether a person may still speak."""

    GOOD = "GOOD", _("in good standing")
    BANNED = "BANNED", _("banned")


def new_handle() -> str:
    """Answer a handle nobody can guess or collide with: 80 random bits."""
    return secrets.token_hex(10)


class UserManager(BaseUserManager["User"]):
    """Makes users as Django's own commands expect it; Broadsheet uses `accounts.commands`."""

    def create_superuser(self, handle: str, password: str | None = None, **fields: Any) -> "User":
        """Make an administrator with an account."""
        user = self.model(
            handle=handle, strength=Strength.ACCOUNT, is_staff=True, is_superuser=True, **fields
        )
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser, PermissionsMixin):
    """A person, from a name in an imported discussion to the newsroom's administrator.

    `email` holds only a confirmed address and is unique; `claimed_email` is what somebody said of
    themselves (a guest's form, an import) and proves nothing.
    """

    handle = models.CharField(max_length=40, unique=True, default=new_handle)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    email = models.EmailField(_("e-mail"), unique=True, null=True, blank=True)
    claimed_email = models.EmailField(blank=True, editable=False)
    website = models.URLField(_("website"), blank=True)
    strength = models.CharField(
        max_length=10, choices=Strength, default=Strength.ACCOUNT, editable=False
    )
    standing = models.CharField(max_length=10, choices=Standing, default=Standing.GOOD)
    is_staff = models.BooleanField(_("works here"), default=False)
    is_newsroom = models.BooleanField(
        _("speaks for the paper"),
        default=False,
        help_text=_(
            "Comments bear the newsroom's mark. Opens no door: that is what “works here” does."
        ),
    )
    is_active = models.BooleanField(_("active"), default=True)
    joined_at = models.DateTimeField(default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.name

    @classmethod
    def normalize_username(cls, username: Any) -> Any:
        """Leave handles as they are: they are ours, not typed."""
        return username

    def get_full_name(self) -> str:
        """The name, for Wagtail's pages."""
        return self.name

    def get_short_name(self) -> str:
        """The name, for Wagtail's pages."""
        return self.name

    @property
    def is_guest(self) -> bool:
        """Whether only a key in a browser says who this is."""
        return self.strength == Strength.GUEST

    @property
    def speaks_for_the_paper(self) -> bool:
        """Whether this person's words are shown with the newsroom's mark."""
        return self.is_active and (self.is_staff or self.is_newsroom)

    def same_person(self, other: Self | None) -> bool:
        """Whether `other` is this very person."""
        return other is not None and other.pk == self.pk
