"""What accounts itself keeps of people: addresses, ways in, sessions. The rows are allauth's."""

from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.contenttypes.models import ContentType
from django.core.files.storage import default_storage
from django.db import transaction
from wagtail.models import ModelLogEntry
from wagtail.users.models import UserProfile

from .belongings import Belongings, Moved
from .faces import avatar_path
from .models import (
    Claim,
    DeskLink,
    Export,
    Merge,
    Session,
    SignInAttempt,
    User,
    Visitor,
)
from .models.user import new_handle

ONE_OF_A_KIND = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


def keep_as_the_address(person: User, email: str) -> None:
    """Make `email` the one primary address of `person` in allauth's table, confirmed; the one before goes.

    Others may have begun to sign up with it and not come back: what they left is taken away.
    """
    EmailAddress.objects.filter(user=person, primary=True).exclude(email=email).delete()
    EmailAddress.objects.filter(email=email, verified=False).exclude(user=person).delete()
    EmailAddress.objects.update_or_create(
        user=person, email=email, defaults={"verified": True, "primary": True}
    )


class Identity(Belongings):
    """The `Belongings` of accounts."""

    name: ClassVar[str] = "accounts"

    def move(self, *, source: User, target: User) -> Moved:
        """Give `target` the ways in of `source`: what proved one proves the other. `source`'s sessions end."""
        Claim.objects.filter(guest=source, spent_at=None).delete()
        EmailAddress.objects.filter(user=source, verified=False).delete()
        EmailAddress.objects.filter(user=source).update(user=target, primary=False)
        SocialAccount.objects.filter(user=source).update(user=target)
        Visitor.objects.filter(person=source).update(person=target)
        kinds = Authenticator.objects.filter(user=target, type__in=ONE_OF_A_KIND).values("type")
        theirs = Authenticator.objects.filter(user=source)
        theirs.filter(type__in=list(kinds.values_list("type", flat=True))).delete()
        theirs.update(user=target)
        Session.objects.filter(person=source).delete()
        return {}

    def export(self, person: User) -> dict[str, Any]:
        """Who they are, how they come in, and with whom they were merged."""
        return {
            "name": person.name,
            "handle": person.handle,
            "email": person.email,
            "website": person.website,
            "strength": person.strength,
            "joined_at": person.joined_at.isoformat(),
            "address_given_as_a_guest": person.claimed_email,
            "addresses": [
                {"email": one.email, "confirmed": one.verified, "primary": one.primary}
                for one in EmailAddress.objects.filter(user=person).order_by("pk")
            ],
            "providers": [
                {"provider": one.provider, "since": one.date_joined.isoformat()}
                for one in SocialAccount.objects.filter(user=person).order_by("pk")
            ],
            "second_factors": [
                {"kind": one.type, "since": one.created_at.isoformat()}
                for one in Authenticator.objects.filter(user=person).order_by("pk")
            ],
            "sites_that_vouch": [
                {"site": one.site.name, "subject": one.subject, "since": one.first_at.isoformat()}
                for one in Visitor.objects.filter(person=person).select_related("site")
            ],
            "sessions": [
                {"device": one.device, "seen_at": one.seen_at.isoformat()}
                for one in Session.objects.filter(person=person).order_by("seen_at")
            ],
            "merges": [
                {"name": one.source.name, "why": one.why, "at": one.at.isoformat()}
                for one in Merge.objects.standing().filter(target=person).select_related("source")
            ],
        }

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:  # noqa: ARG002 - of Belongings
        """Take every way in away, and what says who it was; the row stays, for what refers to it."""
        people = [person, *_merged_into(person)]
        addresses = {word for one in people for word in (one.email, one.claimed_email) if word}
        SignInAttempt.objects.filter(email__in=addresses).delete()
        for one in people:
            _forget_ways_in(one)
            _forget_at_the_desk(one)
            _forget_looks(one)
            one.handle = new_handle()
            one.website, one.claimed_email, one.email = "", "", None
            one.is_active, one.joined_at, one.last_login = False, at, None
            one.set_unusable_password()
            one.save()


def _forget_ways_in(person: User) -> None:
    Session.objects.filter(person=person).delete()
    for model in (EmailAddress, SocialAccount, Authenticator):
        model.objects.filter(user=person).delete()
    Claim.objects.filter(guest=person).delete()
    Visitor.objects.filter(person=person).delete()
    DeskLink.objects.filter(user=person).delete()
    Export.objects.filter(person=person).delete()


def _forget_at_the_desk(person: User) -> None:
    """What Wagtail keeps of who used to work here, and of what staff did to this person: their name is in it."""
    UserProfile.objects.filter(user=person).delete()
    kind = ContentType.objects.get_for_model(User)
    ModelLogEntry.objects.filter(content_type=kind, object_id=str(person.pk)).update(
        label="", data={}
    )


def _forget_looks(person: User) -> None:
    """The name and the picture, also that of somebody who became another, which nobody sees any more."""
    if person.avatar:
        transaction.on_commit(partial(default_storage.delete, avatar_path(person.avatar)))
    person.name, person.avatar, person.profile_links = "", "", []


def _merged_into(person: User) -> list[User]:
    """Everybody who became `person`, at once or by way of another."""
    found: list[User] = []
    last = [person]
    while last:
        merges = Merge.objects.standing().filter(target__in=last).select_related("source")
        last = [merge.source for merge in merges]
        found += last
    return found
