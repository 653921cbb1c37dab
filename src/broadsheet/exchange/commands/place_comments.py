"""The comments of one article after another, written down in batches."""

import re

from django.db import transaction

from broadsheet.accounts.commands import restore_person
from broadsheet.discussion import commands as discussion
from broadsheet.discussion.commands import RestoredComment
from broadsheet.discussion.models import CommentStatus, Discussion
from broadsheet.exchange.archive import ArchivedArticle, ArchivedComment
from broadsheet.exchange.models import ImportedKind, ImportedRecord
from broadsheet.exchange.report import Report
from broadsheet.publishing.models import Article

BATCH = 500

_QUOTED = re.compile(r"\]\(/comments/([^)\s]{1,255}?)/\)")


class CommentPlacer:
    """Takes comments as they come, parents first, and keeps at most `BATCH` of them in memory."""

    def __init__(self, report: Report) -> None:
        """Begin without an article."""
        self.report = report
        self.archived: ArchivedArticle | None = None
        self.article: Article | None = None
        self.waiting: list[ArchivedComment] = []

    def begin(self, archived: ArchivedArticle, article: Article | None) -> None:
        """The comments that follow stand under `article`; None if it was deleted here since.

        Readers may discuss a live article that takes comments, also if nobody has said anything.
        """
        self.archived, self.article = archived, article
        if article and article.live and archived.takes_comments:
            self.discussion()

    def put(self, comment: ArchivedComment) -> None:
        """Take a comment."""
        self.waiting.append(comment)
        if len(self.waiting) >= BATCH:
            self.flush()

    def discussion(self) -> Discussion:
        """The discussion of the article, closed if it was closed."""
        assert self.archived is not None
        assert self.article is not None
        began = self.article.published_at
        return discussion.restore_discussion(
            key=self.article.key,
            title=self.article.title,
            url=self.article.url or "",
            opened_at=began,
            closed_at=None if self.archived.takes_comments else self.archived.modified_at or began,
        )

    def flush(self) -> None:
        """Write down what waits, in one transaction."""
        comments, self.waiting = self.waiting, []
        if not comments or self.article is None:
            return
        known = ImportedRecord.objects.ids(ImportedKind.COMMENT, [c.key for c in comments])
        new = [comment for comment in comments if comment.key not in known]
        if new:
            self.write(new)

    @transaction.atomic
    def write(self, comments: list[ArchivedComment]) -> None:
        """Write down comments that are new, with their authors."""
        authors = self.authors(comments)
        own = dict(
            zip(
                (comment.key for comment in comments),
                discussion.reserve_comment_ids(len(comments)),
                strict=True,
            )
        )
        quoted = (key for comment in comments for key in _QUOTED.findall(comment.source))
        parents = (comment.parent_key for comment in comments if comment.parent_key)
        ids = {**ImportedRecord.objects.ids(ImportedKind.COMMENT, {*quoted, *parents}), **own}
        discussion.restore_comments(
            discussion=self.discussion(),
            comments=[_restored(comment, ids, authors) for comment in comments],
        )
        ImportedRecord.objects.note(ImportedKind.COMMENT, own)
        self.report.made[ImportedKind.COMMENT] += len(comments)

    def authors(self, comments: list[ArchivedComment]) -> dict[str, int]:
        """The ids of those who wrote `comments`, made where they are new."""
        first = {comment.author.key: comment for comment in reversed(comments)}
        known = ImportedRecord.objects.ids(ImportedKind.PERSON, first)
        made = {
            key: restore_person(
                name=comment.author.name,
                email=comment.author.email,
                website=comment.author.website,
                is_newsroom=comment.author.is_newsroom,
                joined_at=comment.posted_at,
            ).pk
            for key, comment in sorted(first.items(), key=lambda item: item[1].posted_at)
            if key not in known
        }
        ImportedRecord.objects.note(ImportedKind.PERSON, made)
        return {**known, **made}


def _restored(
    comment: ArchivedComment, ids: dict[str, int], authors: dict[str, int]
) -> RestoredComment:
    def own_address(match: re.Match[str]) -> str:
        known = ids.get(match[1])
        return f"](/comments/{known}/)" if known else match.group()

    return RestoredComment(
        id=ids[comment.key],
        parent_id=ids.get(comment.parent_key) if comment.parent_key else None,
        author_id=authors[comment.author.key],
        source=_QUOTED.sub(own_address, comment.source),
        status=CommentStatus[comment.status.name],
        posted_at=comment.posted_at,
        reason=comment.reason,
        edited_at=comment.edited_at,
        up_votes=comment.up_votes,
        down_votes=comment.down_votes,
        is_pinned=comment.is_pinned,
        is_featured=comment.is_featured,
        is_closed=comment.is_closed,
    )
