"""What is kept of letters to a person: that they were written, and when. Not their words."""

from datetime import datetime
from typing import Any, ClassVar

from allauth.account.models import EmailAddress
from django.db.models import QuerySet

from broadsheet.accounts.belongings import Belongings
from broadsheet.accounts.models import User

from .models import QueuedLetter


class Letters(Belongings):
    """The `Belongings` of notify. Letters are to addresses, not to people: so nothing of it moves."""

    name: ClassVar[str] = "letters"

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

    def erase(self, person: User, *, keep_words: bool, at: datetime) -> None:  # noqa: ARG002 - of Belongings
        """Forget that any letter was written to their addresses; one that waits is not sent."""
        _letters_to(person).delete()


def _letters_to(person: User) -> QuerySet[QueuedLetter]:
    addresses = set(EmailAddress.objects.filter(user=person).values_list("email", flat=True))
    addresses |= {person.email or "", person.claimed_email} - {""}
    return QueuedLetter.objects.filter(to__in=addresses)
