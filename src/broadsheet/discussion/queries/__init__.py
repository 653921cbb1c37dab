"""Every page of a discussion, and every question about one.

What `public` queries answer is the same for everybody. The others take the viewer and concern only them.
"""

from .changes import AddedComment, ChangedComment, Changes, changes
from .comment_actions import CommentActions, comment_actions
from .comment_counts import comment_counts
from .comment_history import CommentHistory, comment_history
from .comment_page import CommentPage, comment_page
from .comment_view import CommentView, comment_view
from .discussion_page import DiscussionPage, SortLink, ThreadView, discussion_named, discussion_page
from .held_comments import HeldComments, held_comments
from .notable_thread import hottest_thread, most_reacted_thread
from .overlay import Overlay, overlay
from .preview import Preview, preview
from .reply_page import ReplyPage, reply_page
from .thread_page import ThreadPage, thread_page
from .whole_discussion import WholeDiscussion, whole_discussion

__all__ = [
    "AddedComment",
    "ChangedComment",
    "Changes",
    "CommentActions",
    "CommentHistory",
    "CommentPage",
    "CommentView",
    "DiscussionPage",
    "HeldComments",
    "Overlay",
    "Preview",
    "ReplyPage",
    "SortLink",
    "ThreadPage",
    "ThreadView",
    "WholeDiscussion",
    "changes",
    "comment_actions",
    "comment_counts",
    "comment_history",
    "comment_page",
    "comment_view",
    "discussion_named",
    "discussion_page",
    "held_comments",
    "hottest_thread",
    "most_reacted_thread",
    "overlay",
    "preview",
    "reply_page",
    "thread_page",
    "whole_discussion",
]
