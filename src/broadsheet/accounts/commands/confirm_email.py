from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.belongings import tell_strengthened
from broadsheet.accounts.events import PersonChanged, PersonConfirmed
from broadsheet.accounts.identity import keep_as_the_address
from broadsheet.accounts.models import MergeReason, Standing, Strength, User, present_person
from broadsheet.accounts.names import check_name
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish

from .merge_people import hold_people, merge_people

WEAK = (Strength.IMPORTED, Strength.GUEST)


class AddressTaken(Refused):
    """The address belongs to somebody else, who cannot become one with this person."""

    code = "address-taken"
    status = 409
    message = _("This address belongs to another account already. Sign in with it instead.")


class AddressOfStaff(Refused):
    """Nobody comes by a letter to the words, the rights or the session of somebody who works here."""

    code = "address-of-staff"
    status = 409
    message = _(
        "This address belongs to somebody who works here. Sign in first; then you can take over what you wrote."
    )


class AddressClosed(Refused):
    """The account of this address was closed by the newsroom."""

    code = "address-closed"
    status = 409
    message = _("This address cannot be used here. The newsroom can tell you more.")


@transaction.atomic
def confirm_email(
    *, person: User, email: str, name: str = "", wants_account: bool = False, at: datetime
) -> User:
    """Make `email` the address of `person`, who has shown that it is theirs; answers who they are now.

    That is another than `person` where the address is somebody's already and `person` was a guest: the guest
    is merged into them. Imported people under the same address are merged into them, too, never for their
    name alone; `refuse_merge` undoes that. A guest's strength rises to CONFIRMED, or to ACCOUNT if they asked
    for an account, and their votes count. Addresses are compared without regard to case; two browsers
    that confirm one address at the same moment end in one person. Whoever calls has proof: a code or a
    secret that was sent to `email`, or the word of a provider who is believed.

    A guest's name is theirs alone from now on: `name` is another one, should somebody else have it by now.

    Publishes `PersonConfirmed`. Raises `AddressTaken`, `AddressOfStaff`, `AddressClosed`, and `NameRefused`
    where a guest needs another name.
    """
    email = written_address(email)
    lock_address(email)
    holder = holder_of(email) or person
    imported = imported_under(email)
    hold_people([one for one in (person, *imported) if one.pk != holder.pk], holder)
    known = User.objects.in_bulk([person.pk, holder.pk])
    asking, present = known[person.pk], known[holder.pk]
    _refuse_unless_theirs(asking, present, email, as_guest=person.strength in WEAK)
    _strengthen(present, email, name=name, wants_account=wants_account)
    if asking.pk != present.pk and asking.is_active:
        _merge([asking], present, MergeReason.LETTER, at=at)
    _merge(imported, present, MergeReason.SAME_ADDRESS, at=at)
    tell_strengthened(present)
    publish(PersonConfirmed(person_id=present.pk))
    return User.objects.get(pk=present.pk)


def written_address(email: str) -> str:
    """`email` in the one form in which it is kept and compared: lower case, as allauth keeps it."""
    return email.strip().lower()


def holder_of(email: str) -> User | None:
    """Whose confirmed address `email` is."""
    kept = User.objects.alias(kept=Lower("email"))
    return kept.filter(kept=written_address(email)).first()


def imported_under(email: str) -> list[User]:
    """The imported people whom another system knew under `email`. Those who spoke for the paper are staff's."""
    found = User.objects.alias(claimed=Lower("claimed_email")).filter(
        claimed=written_address(email),
        claimed_email__gt="",
        strength=Strength.IMPORTED,
        is_active=True,
        is_newsroom=False,
        is_staff=False,
    )
    return list(found.order_by("pk"))


def lock_address(email: str) -> None:
    """Have everybody else who confirms this address wait until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"mail:{email}"])


def _refuse_unless_theirs(asking: User, present: User, email: str, *, as_guest: bool) -> None:
    """Refuse where the address is not `asking`'s to take: both are locked, and as they are now.

    Who asked `as_guest` may have become somebody else meanwhile, and then takes nothing any more.
    """
    if asking.pk != present.pk:
        if present.is_staff or present.is_superuser:
            raise AddressOfStaff
        if asking.is_active and asking.strength not in WEAK:
            raise AddressTaken
        if not asking.is_active and present_person(asking) != present:
            raise AddressTaken
    elif as_guest and asking.strength not in WEAK and asking.email != email:
        raise AddressTaken
    if not present.is_active:
        raise AddressClosed


def _strengthen(person: User, email: str, *, name: str, wants_account: bool) -> None:
    changed = {"strength", "email", "claimed_email"}
    if person.strength in WEAK:
        before = person.name
        person.name = check_name(name or before, person)
        person.strength = Strength.CONFIRMED
        if person.name != before:
            changed.add("name")
            publish(PersonChanged(person_id=person.pk))
    if wants_account:
        person.strength = Strength.ACCOUNT
    person.email, person.claimed_email = email, ""
    person.save(update_fields=changed)
    keep_as_the_address(person, email)


def _merge(sources: Sequence[User], target: User, why: MergeReason, *, at: datetime) -> None:
    for source in sources:
        # A ban does not follow to somebody who works here, who would find the desk closed.
        if source.standing == Standing.BANNED and target.is_staff:
            continue
        merge_people(source=source, target=target, by=target, why=why, at=at)
