"""Everything that can be done about letters."""

from .deliver_due_letters import deliver_due_letters
from .deliver_letter import deliver_letter
from .forget_letters import forget_letters
from .queue_letter import queue_letter

__all__ = ["deliver_due_letters", "deliver_letter", "forget_letters", "queue_letter"]
