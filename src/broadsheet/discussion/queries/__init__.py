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
from .followed import Followed, FollowedPlace, followed
from .held_comments import HeldComments, held_comments
from .ignored_people import Ignored, IgnoredPeople, ignored_people
from .notable_thread import hottest_thread, most_reacted_thread
from .overlay import Overlay, overlay
from .own_comments import OwnComment, OwnComments, own_comments
from .own_numbers import OwnNumbers, own_numbers
from .own_votes import OwnVote, OwnVotes, own_votes
from .preview import Preview, preview
from .profile_page import ProfileComment, ProfilePage, person_with_profile, profile_page
from .reply_page import ReplyPage, reply_page
from .rights_page import RightsPage, rights_page
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
    "Followed",
    "FollowedPlace",
    "HeldComments",
    "Ignored",
    "IgnoredPeople",
    "Overlay",
    "OwnComment",
    "OwnComments",
    "OwnNumbers",
    "OwnVote",
    "OwnVotes",
    "Preview",
    "ProfileComment",
    "ProfilePage",
    "ReplyPage",
    "RightsPage",
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
    "followed",
    "held_comments",
    "hottest_thread",
    "ignored_people",
    "most_reacted_thread",
    "overlay",
    "own_comments",
    "own_numbers",
    "own_votes",
    "person_with_profile",
    "preview",
    "profile_page",
    "reply_page",
    "rights_page",
    "thread_page",
    "whole_discussion",
]
