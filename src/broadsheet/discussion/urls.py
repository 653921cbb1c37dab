from django.urls import path, register_converter

from . import views


class KeyConverter:
    """A discussion's key in an address."""

    regex = r"[^/\x00-\x1f\x7f]{1,200}"

    def to_python(self, value: str) -> str:
        """The key as it stands."""
        return value

    def to_url(self, value: str) -> str:
        """The key as it stands."""
        return value


register_converter(KeyConverter, "discussion_key")

app_name = "discussion"
urlpatterns = [
    # Reading: the same bytes for everybody.
    path("discussions/<discussion_key:key>/", views.discussion_page, name="discussion_page"),
    path("discussions/<discussion_key:key>/part/", views.discussion_part, name="discussion_part"),
    path("discussions/<discussion_key:key>/all/", views.whole_discussion, name="whole_discussion"),
    path("discussions/<discussion_key:key>/hottest/", views.hottest_thread, name="hottest_thread"),
    path("discussions/<discussion_key:key>/changes/", views.changes, name="changes"),
    path(
        "discussions/<discussion_key:key>/most-reacted/",
        views.most_reacted_thread,
        name="most_reacted_thread",
    ),
    path("counts/", views.comment_counts, name="comment_counts"),
    path("comments/<int:comment_id>/", views.comment_page, name="comment_page"),
    path("comments/<int:comment_id>/thread/", views.thread_page, name="thread_page"),
    path("comments/<int:comment_id>/history/", views.comment_history, name="comment_history"),
    path("comments/<int:comment_id>/reply/", views.reply_page, name="reply_page"),
    path("people/<str:handle>/", views.profile_page, name="profile_page"),
    # What concerns one person.
    path("discussions/<discussion_key:key>/overlay/", views.overlay, name="overlay"),
    path("discussions/<discussion_key:key>/held/", views.held_comments, name="held_comments"),
    path("comments/<int:comment_id>/actions/", views.comment_actions, name="comment_actions"),
    path("account/comments/", views.own_comments, name="own_comments"),
    path("account/votes/", views.own_votes, name="own_votes"),
    path("account/drafts/", views.drafts, name="drafts"),
    path("account/follows/", views.followed, name="followed"),
    path("account/ignored/", views.ignored_people, name="ignored_people"),
    # Writing.
    path("account/votes/<int:comment_id>/take-back/", views.take_back_vote, name="take_back_vote"),
    path("account/follows/<int:follow_id>/visit/", views.visit_followed, name="visit_followed"),
    path("people/<str:handle>/ignore/", views.ignore_person, name="ignore_person"),
    path(
        "discussions/<discussion_key:key>/follow/",
        views.follow_discussion,
        name="follow_discussion",
    ),
    path(
        "discussions/<discussion_key:key>/seen/",
        views.mark_discussion_seen,
        name="mark_discussion_seen",
    ),
    path("comments/<int:comment_id>/seen/", views.mark_thread_seen, name="mark_thread_seen"),
    path("comments/<int:comment_id>/follow/", views.follow_thread, name="follow_thread"),
    path("comments/<int:comment_id>/ignore/", views.ignore_author, name="ignore_author"),
    path("discussions/<discussion_key:key>/comments/", views.post_comment, name="post_comment"),
    path("discussions/<discussion_key:key>/preview/", views.preview, name="preview"),
    path(
        "discussions/<discussion_key:key>/<str:act>/",
        views.act_on_discussion,
        name="act_on_discussion",
    ),
    path("comments/<int:comment_id>/edit/", views.edit_comment, name="edit_comment"),
    path("comments/<int:comment_id>/vote/", views.cast_vote, name="cast_vote"),
    path("comments/<int:comment_id>/<str:act>/", views.act_on_comment, name="act_on_comment"),
]
