"""A person: one row for everybody who ever spoke, gave, edited or moderated."""

import secrets
from collections.abc import Iterable
from typing import Any, ClassVar, Final, Self

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.skeletons import SkeletonField

NAME_LENGTH = 60
AVATAR_LENGTH = 60
PROFILE_LINK_LENGTH = 200
MOST_PROFILE_LINKS = 3


class Strength(models.TextChoices):
    """How sure we are that this is who it says it is, weakest first."""

    IMPORTED = "IMPORTED", _("imported")
    GUEST = "GUEST", _("guest")
    CONFIRMED = "CONFIRMED", _("e-mail confirmed")
    ACCOUNT = "ACCOUNT", _("account")


NAME_IS_PROTECTED: Final = (
    "(strength IN ('CONFIRMED', 'ACCOUNT') OR is_staff OR is_newsroom)"
    " AND (is_active OR is_staff OR is_newsroom)"
)
"""In SQL: whose names nobody else may take. The newsroom's stay theirs when they have left it."""

HAS_PROFILE: Final = (
    "author.strength IN ('CONFIRMED', 'ACCOUNT') AND author.is_active AND author.is_profile_public"
    " AND author.standing <> 'BANNED'"
)
"""In SQL: which `author` has a public page."""

_MAY_BE_PROTECTED: Final = (
    models.Q(strength__in=[Strength.CONFIRMED, Strength.ACCOUNT])
    | models.Q(is_staff=True)
    | models.Q(is_newsroom=True)
)


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
    themselves (a guest's form, an import) and proves nothing. `name_skeleton` and `name_drawing` follow the name
    by themselves wherever a person is saved, and tell which names look alike (`accounts.names`). `avatar` is the
    name of a picture in `accounts.avatars`, or "". `has_profile` tells whether others see a page of theirs, and
    `is_supporter` whether they see that this person pays for the newspaper, which is so only on their own wish.
    """

    awaits_second_factor = False
    """Of whoever is behind a request: they work here, and this session has not shown a second factor."""

    handle = models.CharField(max_length=40, unique=True, default=new_handle)
    name = models.CharField(_("name"), max_length=NAME_LENGTH)
    name_skeleton = SkeletonField(default="", editable=False)
    name_drawing = SkeletonField(drawing=True, default="", editable=False)
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
    avatar = models.CharField(max_length=AVATAR_LENGTH, blank=True, default="", editable=False)
    is_profile_public = models.BooleanField(
        _("has a public page"),
        default=True,
        help_text=_("Their name leads to a page of what they have said."),
    )
    is_profile_listed = models.BooleanField(_("search engines may list it"), default=True)
    profile_links = ArrayField(
        models.CharField(max_length=PROFILE_LINK_LENGTH),
        size=MOST_PROFILE_LINKS,
        default=list,
        blank=True,
        editable=False,
    )
    is_supporter = models.BooleanField(default=False, editable=False)
    erased_at = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "handle"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (models.UniqueConstraint(Lower("email"), name="one_person_for_an_address"),)
        indexes = (
            models.Index(
                Lower("claimed_email"),
                condition=models.Q(claimed_email__gt=""),
                name="person_claiming_an_address",
            ),
            models.Index(
                fields=["name_skeleton"], condition=_MAY_BE_PROTECTED, name="protected_skeleton"
            ),
            models.Index(
                fields=["name_drawing"], condition=_MAY_BE_PROTECTED, name="protected_drawing"
            ),
        )

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, update_fields: Iterable[str] | None = None, **options: Any) -> None:
        """Save; with the name, what it looks like."""
        if update_fields is not None and "name" in update_fields:
            update_fields = {*update_fields, "name_skeleton", "name_drawing"}
        super().save(*args, update_fields=update_fields, **options)

    @classmethod
    def normalize_username(cls, username: Any) -> Any:
        """Leave handles as they are: they are ours, not typed."""
        return username

    def has_usable_password(self) -> bool:
        """Whether a password was ever set: most people have none, and Django takes the empty one for one."""
        return bool(self.password) and super().has_usable_password()

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
    def has_protected_name(self) -> bool:
        """Whether nobody else may take this person's name (`NAME_IS_PROTECTED`)."""
        confirmed = self.strength in {Strength.CONFIRMED, Strength.ACCOUNT}
        return self.is_staff or self.is_newsroom or (confirmed and self.is_active)

    @property
    def has_profile(self) -> bool:
        """Whether others see a page of theirs: not of who is unknown, or banned (`HAS_PROFILE`)."""
        is_known = self.strength in {Strength.CONFIRMED, Strength.ACCOUNT} and self.is_active
        return is_known and self.is_profile_public and self.standing != Standing.BANNED

    @property
    def may_act_for_the_paper(self) -> bool:
        """Whether they work here, and have shown in their session that it is them."""
        return self.is_active and self.is_staff and not self.awaits_second_factor

    @property
    def speaks_for_the_paper(self) -> bool:
        """Whether this person's words are shown with the newsroom's mark."""
        return self.is_active and (self.is_staff or self.is_newsroom)

    def same_person(self, other: Self | None) -> bool:
        """Whether `other` is this very person."""
        return other is not None and other.pk == self.pk
