"""The tables of discussion."""

from .comment import Comment, CommentStatus
from .discussion import Discussion, PageState
from .follow import Follow
from .ignored_person import IgnoredPerson
from .intervention import Intervention, InterventionKind
from .quotation import Quotation
from .revision import Revision
from .right import Grant, Right
from .vote import Vote

__all__ = [
    "Comment",
    "CommentStatus",
    "Discussion",
    "Follow",
    "Grant",
    "IgnoredPerson",
    "Intervention",
    "InterventionKind",
    "PageState",
    "Quotation",
    "Revision",
    "Right",
    "Vote",
]
