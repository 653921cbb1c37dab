"""A reader's words, and the vocabulary in which comments are asked for."""

from datetime import datetime, timedelta
from typing import ClassVar, Self

from django.db import models
from django.db.models import Case, F, FloatField, Q, Value, When
from django.db.models.functions import Cast, Sqrt
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.markup import VERSION
from broadsheet.discussion.options import EDIT_WINDOW_MINUTES

from .discussion import Discussion, PageState

REASON_LENGTH = 500


class CommentStatus(models.TextChoices):
    """Where a comment stands."""

    PUBLISHED = "PUBLISHED", _("published")
    HELD = "HELD", _("awaiting approval")
    REMOVED = "REMOVED", _("removed")
    WITHDRAWN = "WITHDRAWN", _("withdrawn by its author")
    SPAM = "SPAM", _("spam")
    TRASH = "TRASH", _("in the bin")


def wilson_lower_bound() -> Case:
    """Answer the SQL of the lower end of the 95 % Wilson score interval of the share of up votes.

    A comment with 1 of 1 up votes is not surer than one with 99 of 100: this ranks by what the votes
    prove. E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22
    (1927); z = 1.959964 for 95 %. Without votes it is 0.
    """
    z = 1.959964
    up, down = Cast("up_votes", FloatField()), Cast("down_votes", FloatField())
    n = up + down
    share = up / n
    spread = Value(z) * Sqrt((share * (Value(1.0) - share) + Value(z * z / 4) / n) / n)
    bound = (share + Value(z * z / 2) / n - spread) / (Value(1.0) + Value(z * z) / n)
    return Case(When(up_votes=0, then=Value(0.0)), default=bound, output_field=FloatField())


class CommentQuerySet(models.QuerySet["Comment"]):
    """How comments are asked for."""

    def in_discussion(self, discussion: Discussion) -> Self:
        """Of this discussion."""
        return self.filter(discussion=discussion)

    def shown(self) -> Self:
        """With a place on the page, be it only as "removed" or "withdrawn"."""
        return self.filter(is_shown=True)

    def published(self) -> Self:
        """Whose words everyone may read."""
        return self.filter(status=CommentStatus.PUBLISHED)

    def on_a_page(self) -> Self:
        """Whose discussion's page is there; with the discussion, in the same query."""
        here = self.exclude(discussion__page_state=PageState.GONE)
        return here.select_related("discussion")

    def first_of_thread(self) -> Self:
        """Top-level comments, each of which begins a thread."""
        return self.filter(parent=None)

    def with_people(self) -> Self:
        """With the author, and the author of what it answers, in the same query."""
        return self.select_related("author", "parent__author")


class Comment(models.Model):
    """A reader's words, under a discussion, perhaps in answer to others.

    `thread` is the top-level comment above it (`None` on that comment itself); `depth` counts from 0.
    Ids ascend from parent to reply: the first n comments of a thread by id always form a tree.
    `source` is what was written, `html` what `core.markup` made of it in its `markup_version`. `up_votes`
    and `down_votes` are totals: what was imported, and our own votes. `reply_count`, on top-level comments,
    counts all shown comments below. `is_shown` keeps a place for what has answers; it does not mean its
    words are shown.
    `changed_in` is the version of the discussion in which readers last saw it change (a vote counts for the
    version that comes next), `appeared_in` the one in which it last took its place; both are 0 for what was
    imported and never changed since.
    """

    discussion = models.ForeignKey(Discussion, on_delete=models.CASCADE, related_name="comments")
    thread = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="+")
    parent = models.ForeignKey("self", null=True, on_delete=models.CASCADE, related_name="replies")
    depth = models.PositiveIntegerField(default=0)
    # One of the indexes below begins with the author.
    author = models.ForeignKey(
        User, on_delete=models.PROTECT, related_name="comments", db_index=False
    )
    source = models.TextField()
    html = models.TextField()
    markup_version = models.PositiveSmallIntegerField(default=VERSION, db_default=1)
    status = models.CharField(max_length=10, choices=CommentStatus, default=CommentStatus.PUBLISHED)
    is_shown = models.BooleanField(default=True)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    posted_at = models.DateTimeField()
    edited_at = models.DateTimeField(null=True)
    pinned_at = models.DateTimeField(null=True)
    featured_at = models.DateTimeField(null=True)
    thread_closed_at = models.DateTimeField(null=True)
    reply_count = models.PositiveIntegerField(default=0)
    imported_up = models.PositiveIntegerField(default=0)
    imported_down = models.PositiveIntegerField(default=0)
    up_votes = models.PositiveIntegerField(default=0)
    down_votes = models.PositiveIntegerField(default=0)
    score = models.GeneratedField(
        expression=F("up_votes") - F("down_votes"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    reactions = models.GeneratedField(
        expression=F("up_votes") + F("down_votes"),
        output_field=models.IntegerField(),
        db_persist=True,
    )
    best = models.GeneratedField(
        expression=wilson_lower_bound(), output_field=models.FloatField(), db_persist=True
    )

    changed_in = models.PositiveBigIntegerField(default=0, db_default=0)
    appeared_in = models.PositiveBigIntegerField(default=0, db_default=0)

    submission_key = models.CharField(max_length=100, null=True, unique=True)
    submission_digest = models.CharField(max_length=64, blank=True)

    objects: ClassVar[models.Manager["Comment"]] = CommentQuerySet.as_manager()

    class Meta:
        constraints = (
            models.CheckConstraint(
                condition=Q(parent=None, thread=None, depth=0)
                | Q(parent__isnull=False, thread__isnull=False, depth__gt=0),
                name="comment_stands_in_its_thread",
            ),
            models.CheckConstraint(
                condition=Q(parent=None) | Q(parent__lt=F("id")), name="comment_after_its_parent"
            ),
        )
        # One index for each order in which a reader can ask for threads; pinned ones stand above all.
        indexes = (
            *(
                models.Index(
                    F("discussion"),
                    *(F(name).desc() for name in names),
                    F("id").desc(),
                    condition=Q(parent=None, is_shown=True, pinned_at=None),
                    name=f"thread_by_{names[0]}",
                )
                for names in (["posted_at"], ["score"], ["best"], ["reply_count"], ["reactions"])
            ),
            models.Index(
                fields=["discussion", "pinned_at"],
                condition=Q(pinned_at__isnull=False),
                name="thread_pinned",
            ),
            models.Index(
                fields=["thread", "id"], condition=Q(is_shown=True), name="thread_in_order"
            ),
            models.Index(
                fields=["discussion", "id"], condition=Q(status="HELD"), name="comment_held"
            ),
            models.Index(fields=["discussion", "changed_in"], name="comment_changed_in"),
            models.Index(fields=["author", "-id"], name="comment_of_author"),
        )

    def __str__(self) -> str:
        return f"comment {self.pk}"

    @property
    def is_published(self) -> bool:
        """Whether everyone may read its words."""
        return self.status == CommentStatus.PUBLISHED

    @property
    def editable_until(self) -> datetime:
        """The moment until which its author may edit it."""
        return self.posted_at + timedelta(minutes=EDIT_WINDOW_MINUTES.value)

    @property
    def thread_root_id(self) -> int:
        """The id of the top-level comment of its thread, which may be its own."""
        return self.thread_id or self.pk
