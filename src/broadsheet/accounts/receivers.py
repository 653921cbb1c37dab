"""The only place where accounts hears Django's signals; each becomes one of our events."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from broadsheet.core.events import publish

from .events import PersonChanged
from .models import User


@receiver(post_save, sender=User)
def tell_that_a_person_changed(
    *, instance: User, created: bool, update_fields: frozenset[str] | None, **_signal: Any
) -> None:
    """Publish `PersonChanged` when the desk's form has saved a person whole.

    Our commands save the fields they mean, of people who have said nothing yet.
    """
    if not created and update_fields is None:
        publish(PersonChanged(person_id=instance.pk))
