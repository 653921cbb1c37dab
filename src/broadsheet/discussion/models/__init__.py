"""The tables of discussion."""

from .comment import Comment, CommentStatus
from .discussion import Discussion
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
    "Quotation",
    "Revision",
    "Vote",
]
