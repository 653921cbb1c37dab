"""Everything that can be done in a discussion."""

from .cast_vote import WrongVote, cast_vote
from .change_rights import change_rights
from .check_counters import Difference, check_counters, mend_counters
from .close_discussion import close_discussion, close_due_discussions, reopen_discussion
from .count_votes_of import count_votes_of
from .edit_comment import EditedMeanwhile, NothingToEdit, TooLateToEdit, edit_comment
from .end_discussion import end_discussion, hide_discussion
from .follow_discussion import follow_discussion, follow_thread
from .ignore_person import (
    NewsroomIgnored,
    OwnWordsIgnored,
    ignore_person,
    stop_ignoring_person,
)
from .intervene import DecidedMeanwhile
from .mark_comment import (
    NotFirstOfThread,
    close_thread,
    feature_comment,
    pin_thread,
    reopen_thread,
    unfeature_comment,
    unpin_thread,
)
from .mark_seen import mark_seen
from .open_discussion import open_discussion
from .post_comment import (
    DiscussionClosed,
    SubmissionKeyReused,
    ThreadClosed,
    WrongDiscussion,
    post_comment,
)
from .post_comment_as_guest import GuestsNotWelcome, post_comment_as_guest
from .refresh_markup import refresh_markup
from .release_comment import release_comment
from .remove_comment import NotRemovable, ReasonMissing, remove_comment, restore_comment
from .restore_comments import RestoredComment, reserve_comment_ids, restore_comments
from .restore_discussion import restore_discussion
from .withdraw_comment import withdraw_comment

__all__ = [
    "DecidedMeanwhile",
    "Difference",
    "DiscussionClosed",
    "EditedMeanwhile",
    "GuestsNotWelcome",
    "NewsroomIgnored",
    "NotFirstOfThread",
    "NotRemovable",
    "NothingToEdit",
    "OwnWordsIgnored",
    "ReasonMissing",
    "RestoredComment",
    "SubmissionKeyReused",
    "ThreadClosed",
    "TooLateToEdit",
    "WrongDiscussion",
    "WrongVote",
    "cast_vote",
    "change_rights",
    "check_counters",
    "close_discussion",
    "close_due_discussions",
    "close_thread",
    "count_votes_of",
    "edit_comment",
    "end_discussion",
    "feature_comment",
    "follow_discussion",
    "follow_thread",
    "hide_discussion",
    "ignore_person",
    "mark_seen",
    "mend_counters",
    "open_discussion",
    "pin_thread",
    "post_comment",
    "post_comment_as_guest",
    "refresh_markup",
    "release_comment",
    "remove_comment",
    "reopen_discussion",
    "reopen_thread",
    "reserve_comment_ids",
    "restore_comment",
    "restore_comments",
    "restore_discussion",
    "stop_ignoring_person",
    "unfeature_comment",
    "unpin_thread",
    "withdraw_comment",
]
