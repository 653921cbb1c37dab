"""Every question about letters."""

from .letters_waiting import LettersWaiting, letters_waiting

__all__ = ["LettersWaiting", "letters_waiting"]
