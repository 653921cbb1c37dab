"""A request in, a response out; nothing else."""

from .acting import act_on_comment, act_on_discussion
from .personal import comment_actions, held_comments, overlay
from .reading import (
    changes,
    comment_counts,
    comment_history,
    comment_page,
    discussion_page,
    discussion_part,
    hottest_thread,
    most_reacted_thread,
    reply_page,
    thread_page,
    whole_discussion,
)
from .writing import cast_vote, edit_comment, post_comment, preview

__all__ = [
    "act_on_comment",
    "act_on_discussion",
    "cast_vote",
    "changes",
    "comment_actions",
    "comment_counts",
    "comment_history",
    "comment_page",
    "discussion_page",
    "discussion_part",
    "edit_comment",
    "held_comments",
    "hottest_thread",
    "most_reacted_thread",
    "overlay",
    "post_comment",
    "preview",
    "reply_page",
    "thread_page",
    "whole_discussion",
]
