"""What can come from elsewhere, as told to the others."""

from dataclasses import dataclass

from broadsheet.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ArchiveLoaded(Event):
    """An import is over, or was broken off: anything may be new."""
