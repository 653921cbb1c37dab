from dataclasses import dataclass
from typing import Final

from django.db import connection

from broadsheet.accounts.models import User
from broadsheet.discussion.models import Comment, Follow, IgnoredPerson, Vote


@dataclass(frozen=True, kw_only=True)
class OwnNumbers:
    """How much of what is a reader's; `waiting` are comments that others do not see yet."""

    comments: int
    waiting: int
    votes: int
    follows: int
    ignored: int


_NUMBERS: Final = """
    SELECT count(*), count(*) FILTER (WHERE status = 'HELD'),
        (SELECT count(*) FROM {Vote} WHERE voter_id = %(reader)s AND value <> 0),
        (SELECT count(*) FROM {Follow} WHERE reader_id = %(reader)s AND is_on),
        (SELECT count(*) FROM {IgnoredPerson} WHERE reader_id = %(reader)s)
    FROM {Comment} WHERE author_id = %(reader)s
    """.format(  # noqa: S608 - the names of our own tables
    **{model.__name__: model._meta.db_table for model in (Comment, Follow, IgnoredPerson, Vote)}
)


def own_numbers(reader: User) -> OwnNumbers:
    """How much `reader` has said, voted on, follows and ignores. One query."""
    with connection.cursor() as cursor:
        cursor.execute(_NUMBERS, {"reader": reader.pk})
        comments, waiting, votes, follows, ignored = cursor.fetchone()
    return OwnNumbers(
        comments=comments, waiting=waiting, votes=votes, follows=follows, ignored=ignored
    )
