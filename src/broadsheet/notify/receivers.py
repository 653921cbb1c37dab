"""What other apps send, this one carries."""

from django.utils import timezone

from broadsheet.core.mail import Letter, carried_by

from . import commands


@carried_by
def carry(letter: Letter) -> None:
    """Queue what `core.mail.send` was given."""
    commands.queue_letter(letter=letter, at=timezone.now())
