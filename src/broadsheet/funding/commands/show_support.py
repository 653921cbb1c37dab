"""Whether others see that somebody supports the newspaper: only if they wish, and as long as they do."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from broadsheet.accounts.commands import change_support
from broadsheet.accounts.models import User
from broadsheet.funding.given import gave_lately
from broadsheet.funding.models import BadgeWish


@transaction.atomic
def show_support(*, person: User, at: datetime) -> None:
    """Let others see beside the name of `person` that they support the newspaper, whenever they do."""
    BadgeWish.objects.get_or_create(person=person, defaults={"wished_at": at})
    refresh_badge(person=person, at=at)


@transaction.atomic
def hide_support(*, person: User, at: datetime) -> None:
    """Let nobody see any more whether `person` supports the newspaper."""
    BadgeWish.objects.filter(person=person).delete()
    refresh_badge(person=person, at=at)


def refresh_badge(*, person: User, at: datetime) -> None:
    """Show or hide the badge of `person`, as they wish and as the ledger has it."""
    wishes = BadgeWish.objects.filter(person=person).exists()
    change_support(person=person, is_supporter=wishes and gave_lately(person, at=at))


def refresh_badges(*, at: datetime) -> None:
    """Have every badge be as it should: gifts grow old without anything happening."""
    concerned = User.objects.filter(Q(badge_wish__isnull=False) | Q(is_supporter=True))
    for person in concerned.order_by("pk").iterator(chunk_size=500):
        with transaction.atomic():
            refresh_badge(person=person, at=at)
