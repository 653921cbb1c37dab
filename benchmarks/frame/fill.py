"""Fill the newspaper the environment names with the corpus: `python -m benchmarks.frame.fill SCALE`.

Through the command every import uses, so that everything stands as it would after a move.
"""

import os
import sys
from collections.abc import Iterator

from benchmarks.corpus import Comment, Story, stories
from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedPublication,
    ArchivedSection,
    Paragraph,
    Record,
)
from broadsheet.serve.access import newspaper_at_hand
from broadsheet.web.options import read_option_values


def archive(scale: float) -> Iterator[Record]:
    """The corpus as the records every import is made of."""
    yield ArchivedPublication(key="corpus", name="The Corpus")
    yield ArchivedSection(key="corpus:section", slug="news", name="News")
    for story in stories(scale=scale):
        yield article(story)
        yield from (comment_under(story, comment) for comment in story.comments)


def article(story: Story) -> ArchivedArticle:
    return ArchivedArticle(
        key=f"corpus:{story.number}",
        slug=story.slug,
        headline=story.headline,
        standfirst=story.paragraphs[0][:200],
        body=tuple(Paragraph(html=f"<p>{text}</p>") for text in story.paragraphs),
        section_keys=("corpus:section",),
        published_at=story.published_at,
        modified_at=story.published_at,
    )


def comment_under(story: Story, comment: Comment) -> ArchivedComment:
    return ArchivedComment(
        key=f"corpus:comment:{comment.id}",
        article_key=f"corpus:{story.number}",
        author=ArchivedPerson(
            key=f"corpus:reader:{comment.author}", name=f"Reader {comment.author}"
        ),
        source=comment.text,
        posted_at=comment.posted_at,
        parent_key=f"corpus:comment:{comment.parent}" if comment.parent else None,
        up_votes=comment.up,
        down_votes=comment.down,
    )


def main(scale: float) -> None:
    with newspaper_at_hand(read_option_values(os.environ)):
        from django.db import connection

        from broadsheet.discussion.models import Grant, Right
        from broadsheet.exchange.commands import load_archive

        # Guests vote here, and a vote that is only kept would cost less.
        Grant.objects.get_or_create(strength="GUEST", right=Right.VOTE_COUNTED)
        with load_archive(archive(scale)):
            pass  # the corpus is made to fit: nothing is lost
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


if __name__ == "__main__":
    main(float(sys.argv[1]))
