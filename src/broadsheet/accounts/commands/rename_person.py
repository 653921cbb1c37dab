from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import NameChange, User
from broadsheet.accounts.names import check_name
from broadsheet.core.errors import NotAllowed, Refused
from broadsheet.core.events import publish

TIME_BETWEEN_NAMES = timedelta(days=30)


class NameTooNew(Refused):
    """Somebody has another name since less than 30 days ago."""

    code = "name-too-new"
    status = 429
    message = _("You changed your name not long ago. You can change it again in %(days)s days.")


@transaction.atomic
def rename_person(*, person: User, name: str, renamed_by: User | None = None, at: datetime) -> User:
    """Give `person` another name; the one before stays to be seen by moderators, and theirs for 90 days.

    Oneself once in 30 days; only staff, `renamed_by`, may do it for somebody else, and at any time. A first name
    is no change of name. Publishes `PersonChanged`. Raises `NameRefused`, `NameTooNew`, `NotAllowed`.
    """
    by_staff = renamed_by is not None and not renamed_by.same_person(person)
    if renamed_by is not None and by_staff and not (renamed_by.is_staff and renamed_by.is_active):
        raise NotAllowed
    person = User.objects.select_for_update().get(pk=person.pk)
    name = check_name(name, person)
    if name == person.name:
        return person
    if person.name:
        if not by_staff:
            _refuse_too_soon(person, at)
        NameChange.objects.create(
            person=person,
            name=person.name,
            was_protected=person.has_protected_name,
            changed_by=renamed_by or person,
            changed_at=at,
        )
    person.name = name
    person.save(update_fields=["name"])
    publish(PersonChanged(person_id=person.pk))
    return person


def _refuse_too_soon(person: User, at: datetime) -> None:
    own = NameChange.objects.filter(person=person, changed_by=person)
    latest = own.order_by("-changed_at", "-pk").first()
    if latest and latest.changed_at + TIME_BETWEEN_NAMES > at:
        days = (latest.changed_at + TIME_BETWEEN_NAMES - at).days + 1
        raise NameTooNew(days=days)
