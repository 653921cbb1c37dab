from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.faces import avatar_url, hue, initials, profile_path_of
from broadsheet.accounts.models import NameChange, User
from broadsheet.core.errors import NotAllowed, NotFound


@dataclass(frozen=True, kw_only=True)
class FormerName:
    """A name somebody had, until when, and whether staff took it away."""

    name: str
    until: datetime
    is_taken_away: bool


@dataclass(frozen=True, kw_only=True)
class PersonPage:
    """What `accounts/desk/person.html` is given: what moderators see of a person. Addresses are not for them."""

    id: int
    name: str
    strength: str
    standing: str
    is_banned: bool
    is_active: bool
    is_staff: bool
    joined_at: datetime
    avatar_url: str
    initials: str
    hue: int
    profile_url: str
    links: list[str]
    former_names: list[FormerName]


def person_page(person_id: int, *, viewer: User) -> PersonPage:
    """What the desk shows of a person. Two queries. Raises `NotAllowed` for who does not work here, `NotFound`."""
    if not viewer.may_act_for_the_paper:
        raise NotAllowed
    person = User.objects.filter(pk=person_id).first()
    if person is None:
        raise NotFound
    return PersonPage(
        id=person.pk,
        name=person.name,
        strength=person.get_strength_display(),
        standing=person.get_standing_display(),
        is_banned=person.standing == "BANNED",
        is_active=person.is_active,
        is_staff=person.speaks_for_the_paper,
        joined_at=person.joined_at,
        avatar_url=avatar_url(person.avatar),
        initials=initials(person.name),
        hue=hue(person.pk),
        profile_url=profile_path_of(person),
        links=list(person.profile_links),
        former_names=former_names(person),
    )


def former_names(person: User) -> list[FormerName]:
    """The names `person` had, the last one first. For moderators alone. One query."""
    changes = NameChange.objects.filter(person=person).order_by("-changed_at", "-pk")
    return [
        FormerName(
            name=change.name,
            until=change.changed_at,
            is_taken_away=change.changed_by_id not in (None, person.pk),
        )
        for change in changes
    ]
