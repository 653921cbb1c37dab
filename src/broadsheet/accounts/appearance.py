"""How people look to others: the `Belongings` of names they had before, pictures and links."""

from datetime import datetime
from functools import partial
from typing import Any, ClassVar

from django.core.files.storage import default_storage
from django.db import transaction

from .belongings import Belongings, Moved
from .faces import avatar_path
from .models import NameChange, User


class Appearance(Belongings):
    """Registered beside `Identity`, which takes the name itself."""

    name: ClassVar[str] = "appearance"

    def move(self, *, source: User, target: User) -> Moved:
        """Let moderators find the names of `source` with `target`. A picture stays where it was, unseen."""
        changes = NameChange.objects.filter(person=source)
        moved = {"name_changes": list(changes.values_list("pk", flat=True))}
        changes.update(person=target)
        return moved if moved["name_changes"] else {}

    def give_back(self, moved: Moved, *, source: User, target: User) -> None:
        """Give the names back."""
        changes = NameChange.objects.filter(pk__in=moved.get("name_changes", []), person=target)
        changes.update(person=source)

    def export(self, person: User) -> dict[str, Any]:
        """What others see of them, and the names they had."""
        return {
            "picture": f"pictures/{person.avatar}.webp" if person.avatar else None,
            "has_public_page": person.is_profile_public,
            "search_engines_may_list_it": person.is_profile_listed,
            "links": list(person.profile_links),
            "names_before": [
                {"name": one.name, "until": one.changed_at.isoformat()}
                for one in NameChange.objects.filter(person=person).order_by("changed_at", "pk")
            ],
        }

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:  # noqa: ARG002 - of Belongings
        """Take all of it away, the picture's file as soon as it is certain."""
        NameChange.objects.filter(person=person).delete()
        if person.avatar:
            transaction.on_commit(partial(default_storage.delete, avatar_path(person.avatar)))
        person.avatar, person.profile_links, person.is_profile_public = "", [], False
        person.save(update_fields=["avatar", "profile_links", "is_profile_public"])
