"""What is kept of letters to a person: that they were written, and when. Not their words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from broadsheet.accounts.belongings import Moved
from broadsheet.accounts.models import User

from .models import QueuedLetter


class Letters:
    """The `Belongings` of notify."""

    name: ClassVar[str] = "letters"

    def hold(self, *, sources: Sequence[User], target: User) -> None:
        """Lock nothing: letters are to addresses, not to people."""

    def move(self, *, source: User, target: User) -> Moved:  # noqa: ARG002 - of Belongings
        """Move nothing: letters are to addresses, not to people."""
        return {}

    def give_back(self, moved: Moved, *, source: User, target: User) -> None:
        """Do nothing."""

    def summary(self, moved: Moved) -> str:  # noqa: ARG002 - of Belongings
        """Say nothing."""
        return ""

    def census(self, person: User) -> Moved:  # noqa: ARG002 - of Belongings
        """Say nothing."""
        return {}

    def excerpts(self, person: User, *, number: int) -> list[str]:  # noqa: ARG002 - of Belongings
        """Answer no words: they are the newspaper's."""
        return []

    def strengthened(self, person: User) -> None:
        """Do nothing."""

    def export(self, person: User) -> dict[str, Any]:
        """Which letters were written to their addresses in the last month, as long as the rows are kept."""
        return {
            "letters": [
                {
                    "to": letter.to,
                    "kind": letter.template.rpartition("/")[2],
                    "written_at": letter.made_at.isoformat(),
                    "sent_at": letter.sent_at.isoformat() if letter.sent_at else None,
                }
                for letter in _letters_to(person).order_by("pk")
            ]
        }

    def erase_ahead(self, person: User, *, keep_words: bool, at: datetime) -> None:
        """Do nothing: there is little of it."""

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:  # noqa: ARG002 - of Belongings
        """Forget that any letter was written to their addresses; one that waits is not sent."""
        _letters_to(person).delete()


def _letters_to(person: User) -> QuerySet[QueuedLetter]:
    addresses = set(EmailAddress.objects.filter(user=person).values_list("email", flat=True))
    addresses |= {person.email or "", person.claimed_email} - {""}
    return QueuedLetter.objects.filter(to__in=addresses)
