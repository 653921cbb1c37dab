"""Which column of a file usually holds what."""

from dataclasses import dataclass

from .fields import Field


@dataclass(frozen=True)
class Column:
    """`field`, and under which `names` it has been seen, the likeliest first; capitals and gaps do not count.

    Without one that `is_needed` the file cannot be read.
    """

    field: Field
    names: tuple[str, ...]
    is_needed: bool = False


def needed(field: Field, *names: str) -> Column:
    """Answer a column without which the file cannot be read."""
    return Column(field, names, is_needed=True)


def wanted(field: Field, *names: str) -> Column:
    """Answer a column that is read where it is there."""
    return Column(field, names)
