"""The tables of discussion."""

from .comment import Comment, CommentStatus
from .discussion import Discussion, PageState
from .intervention import Intervention, InterventionKind
from .quotation import Quotation
from .revision import Revision
from .vote import Vote

__all__ = [
    "Comment",
    "CommentStatus",
    "Discussion",
    "Intervention",
    "InterventionKind",
    "PageState",
    "Quotation",
    "Revision",
    "Vote",
]
