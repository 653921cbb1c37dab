from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.belongings import all_belongings, belongings_named, tell_strengthened
from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import Merge, MergeReason, Standing, Strength, User
from broadsheet.core.errors import NotAllowed, Refused
from broadsheet.core.events import publish

WEAKEST_FIRST = (Strength.IMPORTED, Strength.GUEST, Strength.CONFIRMED, Strength.ACCOUNT)


class NotMergeable(Refused):
    """These two cannot become one."""

    code = "not-mergeable"
    status = 409
    message = _("These two cannot be brought together. The newsroom can tell you more.")


class NothingToRefuse(Refused):
    """There is no such merge, or it can not be undone any more: the answer is the same."""

    code = "nothing-to-refuse"
    status = 409
    message = _("These words are not yours any more, or cannot be given back.")


@transaction.atomic
def merge_people(
    *,
    source: User,
    target: User,
    by: User,
    why: MergeReason = MergeReason.STAFF,
    at: datetime,
) -> Merge:
    """Make all that is `source`'s `target`'s; `source` stays as an emptied row that leads to `target`.

    `by` is `target` or works here. Where both voted on one comment, `target`'s vote holds; nobody has voted on
    their own words afterwards. A ban follows `source`. Publishes `PersonChanged` of both. Raises
    `NotAllowed`, and `NotMergeable` for somebody with rights in the newsroom as `source`, for one
    who was merged before, and where `source` is surer to be who they say than `target`.
    """
    if not (by.pk == target.pk or by.is_staff):
        raise NotAllowed
    hold_people([source], target)
    source, target = _as_they_are([source, target])
    _refuse_unless_mergeable(source, target)
    merge = Merge(source=source, target=target, by=by, why=why, at=at)
    for belongings in all_belongings():
        merge.moved[belongings.name] = belongings.move(source=source, target=target)
    _empty(source)
    if source.standing == Standing.BANNED:
        target.standing = Standing.BANNED
        target.save(update_fields=["standing"])
    merge.save()
    tell_strengthened(target)
    publish(PersonChanged(person_id=source.pk))
    publish(PersonChanged(person_id=target.pk))
    return merge


@transaction.atomic
def refuse_merge(*, merge: Merge, person: User, at: datetime) -> User:
    """Give back what came to `person` for an address that another system knew, or a browser.

    Answers whose it is now. Words are given back; votes stay, because nobody who was imported ever cast one,
    and a guest's have become countable by the merge alone. Publishes `PersonChanged` of both. Raises
    `NothingToRefuse`.
    """
    hold_people([merge.source], person)
    source, person = _as_they_are([merge.source, person])
    refusable = Merge.objects.refusable().filter(pk=merge.pk, target=person).first()
    if refusable is None:
        raise NothingToRefuse
    for name, moved in refusable.moved.items():
        if belongings := belongings_named(name):
            belongings.give_back(moved, source=source, target=person)
    refusable.refused_at = at
    refusable.save(update_fields=["refused_at"])
    # Nobody's any more: neither this person nor another who confirms the address is asked again.
    source.is_active, source.claimed_email = True, ""
    source.save(update_fields=["is_active", "claimed_email"])
    publish(PersonChanged(person_id=source.pk))
    publish(PersonChanged(person_id=person.pk))
    return source


def hold_people(sources: Sequence[User], target: User) -> None:
    """Lock `sources` and `target`, and all of theirs that changes when they become one, in one order.

    Not against new words of theirs, which would make each other wait in a circle: what is just being written
    is moved afterwards (`settle_merges`).
    """
    people = sorted({person.pk for person in (*sources, target)})
    rows = User.objects.filter(pk__in=people).order_by("pk")
    list(rows.select_for_update(no_key=True).values_list("pk"))
    for belongings in all_belongings():
        belongings.hold(sources=sources, target=target)


def _as_they_are(people: Sequence[User]) -> list[User]:
    found = User.objects.in_bulk([person.pk for person in people])
    return [found[person.pk] for person in people]


def _refuse_unless_mergeable(source: User, target: User) -> None:
    weaker = WEAKEST_FIRST.index(Strength(target.strength)) < WEAKEST_FIRST.index(
        Strength(source.strength)
    )
    is_banned_into_staff = source.standing == Standing.BANNED and target.is_staff
    if (
        source.pk == target.pk
        or weaker
        or is_banned_into_staff
        or has_rights_here(source)
        or not (source.is_active and target.is_active)
    ):
        raise NotMergeable


def has_rights_here(person: User) -> bool:
    """Whether `person` may do what readers may not, or speaks for the paper."""
    return (
        person.is_staff
        or person.is_superuser
        or person.is_newsroom
        or person.groups.exists()
        or person.user_permissions.exists()
    )


def _empty(source: User) -> None:
    """Let nobody be `source` any more. The name stays, for those who look at the history of merges."""
    source.is_active = False
    source.email, source.claimed_email = None, ""
    source.set_unusable_password()
    source.save(update_fields=["is_active", "email", "claimed_email", "password"])
