"""The checker sees what it is there to see: each kind of damage is done by hand once, and must be found."""

import psycopg
import pytest

from .checker import check_rows, check_views
from .clients import Guest, Moderator, Stage, cast
from .connection import Browser, run
from .history import History

COMMENT = "broadsheet_discussion_comment"
VOTE = "broadsheet_discussion_vote"
DECISION = "broadsheet_discussion_intervention"


@pytest.fixture(scope="module")
def stage(running):
    """A small, sound history: a removed comment with an edit and a vote, and two more."""
    stage = Stage(port=running.port, key=running.unread.pop()["key"], history=History(), seed=3)

    async def live():
        ada, ben = Guest(stage, "g0"), Guest(stage, "g1")
        await ada.post()
        await ada.edit()
        await cast(stage, Browser(stage.port), "g2", stage.said[0], 1)
        await ben.post()
        moderator = Moderator(stage, await running.moderator())
        await moderator.decide_on_comment("remove", stage.said[0])
        await ben.post()

    run(live())
    assert check_rows(running, stage.key, stage.history).is_sound
    return stage


class Damaged:
    """The database with something wrong in it, for as long as nobody commits."""

    def __init__(self, connection):
        self.connection = connection

    def ask_database(self, statement, arguments=()):
        return self.connection.execute(statement, arguments).fetchall()


DAMAGE = {
    "a comment is gone": (f"DELETE FROM {COMMENT} WHERE id = %(last)s", "lost"),
    "words are not those acknowledged": (
        f"UPDATE {COMMENT} SET source = 'zz3sg1n2v9zz' WHERE id = %(last)s",
        "lost",
    ),
    "an edit is undone": (
        f"UPDATE {COMMENT} SET source = 'zz3sg0n1v0zz' WHERE id = %(removed)s",
        "lost",
    ),
    "a removal is undone": (
        f"UPDATE {COMMENT} SET status = 'PUBLISHED' WHERE id = %(removed)s",
        "lost",
    ),
    "a vote is gone": (f"DELETE FROM {VOTE} WHERE comment_id = %(removed)s", "lost"),
    "a vote is turned": (
        f"UPDATE {VOTE} SET value = -1 WHERE comment_id = %(removed)s",
        "duplicated",
    ),
    "a decision is gone": (f"DELETE FROM {DECISION} WHERE comment_id = %(removed)s", "lost"),
    "a submission made two": (
        f"UPDATE {COMMENT} SET source = 'zz3sg1n1v0zz' WHERE id = %(last)s",
        "duplicated",
    ),
    "a counter counts double": (
        f"UPDATE {COMMENT} SET up_votes = up_votes + 1 WHERE id = %(last)s",
        "wrong_counters",
    ),
    "a discussion counts one too few": (
        "UPDATE broadsheet_discussion_discussion SET comment_count = comment_count - 1 WHERE key = %(key)s",
        "wrong_counters",
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_finds_what_is_wrong(running, stage, damage):
    statement, kind = DAMAGE[damage]
    places = {"removed": stage.said[0], "last": stage.said[-1], "key": stage.key}
    with psycopg.connect(running.url) as connection:
        connection.execute(statement, places)
        found = check_rows(Damaged(connection), stage.key, stage.history)
        connection.rollback()

    assert getattr(found, kind), damage


def test_finds_a_view_that_is_stale(running, stage):
    """A comment is hidden behind everybody's back: what is remembered or shown otherwise is now wrong."""
    assert run(check_views(running, stage.key, running.ports)) == []
    with psycopg.connect(running.url) as connection:
        connection.execute(
            f"UPDATE {COMMENT} SET status = 'REMOVED' WHERE id = %s", [stage.said[-1]]
        )
        wrong = run(check_views(Damaged(connection), stage.key, running.ports))
        connection.rollback()

    assert any("still shows" in one for one in wrong)
