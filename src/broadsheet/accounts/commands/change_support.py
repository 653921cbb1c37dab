from django.db import transaction

from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import User
from broadsheet.core.events import publish


@transaction.atomic
def change_support(*, person: User, is_supporter: bool) -> bool:
    """Have others see, or not see, that `person` pays for the newspaper; answer whether that is a change.

    Whether it is so, and whether they want it seen, is known by who calls it. Publishes `PersonChanged`.
    """
    people = User.objects.filter(pk=person.pk).exclude(is_supporter=is_supporter)
    if not people.update(is_supporter=is_supporter):
        return False
    person.is_supporter = is_supporter
    publish(PersonChanged(person_id=person.pk))
    return True
