"""The tables of notify."""

from .queued_letter import QueuedLetter

__all__ = ["QueuedLetter"]
