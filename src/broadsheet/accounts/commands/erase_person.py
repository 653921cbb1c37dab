from datetime import datetime
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from broadsheet.accounts.belongings import all_belongings
from broadsheet.accounts.events import PersonErased
from broadsheet.accounts.models import Session, User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.core.mail import Letter, send

from .merge_people import has_rights_here

ERASING: Final = "accounts.erase_person"
"""The name of the job that erases one person (`tasks.py`)."""


class NewsroomStays(Refused):
    """Whoever works here cannot be erased: what they decided here would have been decided by nobody."""

    code = "newsroom-stays"
    status = 409
    message = _(
        "You have rights in the newsroom. Have them taken away first; then you can be erased as everybody can."
    )


@transaction.atomic
def begin_erasure(*, person: User, keep_words: bool, at: datetime) -> None:
    """Close the account of `person` at once, and have a job erase the rest: `erase_person`.

    The job is deferred in this transaction, so that nothing can be forgotten. Raises `NewsroomStays`.
    """
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if has_rights_here(person):
        raise NewsroomStays
    if not person.is_active:
        return
    Session.objects.filter(person=person).delete()
    person.is_active = False
    person.save(update_fields=["is_active"])
    app.configure_task(ERASING).defer(
        person_id=person.pk, keep_words=keep_words, asked_at=at.isoformat()
    )


def erase_person(*, person: User, keep_words: bool, at: datetime) -> None:
    """Take away all that says who `person` was, everywhere; what they published may stay, as nobody's.

    Every app is asked (`Belongings.erase`), this one last, which forgets the address; then a farewell letter goes
    there, and keeps it no longer than it takes to be sent. The emptied row stays for what refers to it
    (docs/operating/erasure.md says what that is). Done twice, it is done once. One transaction, but for what
    apps do before it (`Belongings.erase_ahead`). Publishes `PersonErased`. Raises `NewsroomStays`.
    """
    if not has_rights_here(person) and person.erased_at is None:
        for belongings in all_belongings():
            belongings.erase_ahead(person, keep_words=keep_words, at=at)
    _erase_the_rest(person, keep_words=keep_words, at=at)


@transaction.atomic
def _erase_the_rest(person: User, *, keep_words: bool, at: datetime) -> None:
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if has_rights_here(person):
        raise NewsroomStays
    if person.erased_at is not None:
        return
    address, name = person.email, person.name
    for belongings in all_belongings():
        belongings.erase(person, keep_words=keep_words, at=at)
    User.objects.filter(pk=person.pk).update(erased_at=at)
    if address:
        news = {"name": name, "keep_words": keep_words}
        send(
            Letter(
                to=address,
                template="accounts/mail/farewell",
                context=news,
                leaves_no_trace=True,
            )
        )
    publish(PersonErased(person_id=person.pk))
