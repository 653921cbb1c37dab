from datetime import datetime, timedelta

from django.db import transaction

from broadsheet.accounts.belongings import all_belongings, tell_strengthened
from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import Merge, User, present_person
from broadsheet.core.events import publish

from .merge_people import hold_people

STILL_BEING_WRITTEN = timedelta(minutes=15)


def settle_merges(*, at: datetime) -> int:
    """Move what its author wrote at the very moment in which they became somebody else.

    A merge does not wait for those who write, so that they need not wait for it: what is committed a moment
    later still bears the old author. Looks at the merges of the last 15 minutes, and answers for how
    many apps there was something left; may be done twice.
    """
    recent = Merge.objects.standing().filter(at__gt=at - STILL_BEING_WRITTEN)
    return sum(_settle(merge) for merge in recent.select_related("source").order_by("pk"))


@transaction.atomic
def _settle(merge: Merge) -> int:
    target = present_person(merge.source)
    hold_people([merge.source], target)
    if present_person(merge.source) != target:
        return 0  # merged once more, or refused, meanwhile: then the next one settles it
    source, target = (User.objects.get(pk=person.pk) for person in (merge.source, target))
    more = [
        belongings.name
        for belongings in all_belongings()
        if _is_anything(belongings.move(source=source, target=target))
    ]
    if more:
        tell_strengthened(target)
        publish(PersonChanged(person_id=target.pk))
    return len(more)


def _is_anything(moved: dict[str, object]) -> bool:
    return any(moved.values())
