"""What a person leaves in funding: what they gave, what they give, and whether others may see it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from django.utils import timezone
from django.utils.translation import ngettext

from broadsheet.accounts.belongings import Belongings, Moved
from broadsheet.accounts.models import User

from .commands import forget_donor, refresh_badge
from .given import donors_of, gifts_of
from .models import BadgeWish, Donor
from .queries import donor_record


class Support(Belongings):
    """The `Belongings` of funding."""

    name: ClassVar[str] = "funding"

    def hold(self, *, sources: Sequence[User], target: User) -> None:
        """Lock the donors that change when `sources` become `target`."""
        people = [target, *sources]
        donors = Donor.objects.filter(person__in=people).order_by("pk")
        list(donors.select_for_update(of=("self",)).values_list("pk"))

    def move(self, *, source: User, target: User) -> Moved:
        """Make what `source` gave `target`'s. If either wants it seen that they give, it is seen of `target`."""
        donors = list(donors_of(source).values_list("pk", flat=True))
        Donor.objects.filter(pk__in=donors).update(person=target)
        wish = BadgeWish.objects.filter(person=source).first()
        if wish:
            BadgeWish.objects.get_or_create(person=target, defaults={"wished_at": wish.wished_at})
            wish.delete()
        now = timezone.now()
        for person in (source, target):
            refresh_badge(person=person, at=now)
        return {"donors": donors, "gifts": len(gifts_of(donors))}

    def give_back(self, moved: Moved, *, source: User, target: User) -> None:
        """Make what came from `source` theirs again."""
        theirs = Donor.objects.filter(pk__in=moved.get("donors", []), person=target)
        theirs.update(person=source)
        refresh_badge(person=target, at=timezone.now())

    def summary(self, moved: Moved) -> str:
        """How many gifts."""
        number = moved.get("gifts", 0)
        gifts = ngettext("%(number)d gift", "%(number)d gifts", number) % {"number": number}
        return gifts if number else ""

    def census(self, person: User) -> Moved:
        """Which donors they are, and how many gifts they gave."""
        donors = list(donors_of(person).values_list("pk", flat=True))
        return {"donors": donors, "gifts": len(gifts_of(donors))}

    def strengthened(self, person: User) -> None:
        """Let what was given with the address they have proven be theirs."""
        donors_of(person).filter(person=None).update(person=person)
        if BadgeWish.objects.filter(person=person).exists():
            refresh_badge(person=person, at=timezone.now())

    def export(self, person: User) -> dict[str, Any]:
        """All gifts with their receipts, all that comes again, and what they said with it."""
        return donor_record(donors_of(person))

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:  # noqa: ARG002 - of Belongings
        """Forget who gave; what was given stays, and what they said with it goes in any case."""
        for donor in donors_of(person):
            forget_donor(donor=donor, at=at)
        BadgeWish.objects.filter(person=person).delete()
        refresh_badge(person=person, at=at)
