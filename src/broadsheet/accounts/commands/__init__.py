"""Everything that can be done to accounts."""

from .create_guest import (
    NameMissing,
    create_guest,
    create_silent_guest,
    introduce_guest,
    keep_guest,
    new_guest,
)
from .forget_limits import forget_limits
from .restore_person import restore_person
from .use_desk_link import DeskLinkSpent, issue_desk_link, use_desk_link

__all__ = [
    "DeskLinkSpent",
    "NameMissing",
    "create_guest",
    "create_silent_guest",
    "forget_limits",
    "introduce_guest",
    "issue_desk_link",
    "keep_guest",
    "new_guest",
    "restore_person",
    "use_desk_link",
]
