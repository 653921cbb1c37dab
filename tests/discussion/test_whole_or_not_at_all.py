"""Whatever fails between two statements of a write, nothing of it is there …"""

from functools import partial

import pytest
from django.db import DatabaseError, connection

from broadsheet.accounts.models import User
from broadsheet.discussion import commands
from broadsheet.discussion.models import (
    Comment,
    Discussion,
    Grant,
    Intervention,
    Quotation,
    Revision,
    Right,
    Vote,
)
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON
from factories.rights import rights_put_back

TABLES = [User, Discussion, Comment, Vote, Revision, Quotation, Intervention, Grant]
MOST_STATEMENTS = 60


class PowerCut(DatabaseError):
    """The database is gone."""


def everything():
    """All rows of all tables that discussions are kept in."""
    return {model.__name__: sorted(model.objects.values_list()) for model in TABLES}


WAITS_FOR_THE_DISK = "pg_logical_emit_message"


def cut_before(number):
    """Let so many statements pass, and then none any more, until all is committed."""
    passed = 0

    def wrapper(execute, sql, params, many, context):
        nonlocal passed
        if passed == number and WAITS_FOR_THE_DISK not in sql:
            raise PowerCut
        passed += 1
        return execute(sql, params, many, context)

    return connection.execute_wrapper(wrapper)


@pytest.fixture
def scene(committed):
    """A discussion with a thread, people, and a moderator."""
    ada, ben, mona = crowd(3)
    mona.is_staff = mona.is_superuser = True
    mona.save()
    discussion = open_discussion()
    first = say(discussion, ada, "The harbour is not for sale.")
    say(discussion, ben, to=first)
    commands.cast_vote(comment=first, voter=ben, value=1, at=NOON)
    first = Comment.objects.select_related("discussion", "parent").get(pk=first.pk)
    with rights_put_back():
        yield {
            "discussion": first.discussion,
            "first": first,
            "ada": ada,
            "ben": ben,
            "mona": mona,
        }


def quotation(scene):
    comment_id = scene["first"].pk
    return f"> The harbour is not for sale\n>\n> — [Ada](/comments/{comment_id}/)\n\nSays who?"


WRITES = {
    "post_comment": lambda scene: say(scene["discussion"], scene["ada"], quotation(scene)),
    "post_comment_as_guest": lambda scene: commands.post_comment_as_guest(
        discussion=scene["discussion"],
        guest=None,
        name="Grace",
        source="Hello.",
        submission_key="guest",
        at=NOON,
    ),
    "reply": lambda scene: say(scene["discussion"], scene["ben"], to=scene["first"]),
    "cast_vote": lambda scene: commands.cast_vote(
        comment=scene["first"], voter=scene["mona"], value=-1, at=NOON
    ),
    "take a vote back": lambda scene: commands.cast_vote(
        comment=scene["first"], voter=scene["ben"], value=0, at=NOON
    ),
    "edit_comment": lambda scene: commands.edit_comment(
        comment=scene["first"], editor=scene["ada"], source="It is for sale.", at=NOON
    ),
    "withdraw_comment": lambda scene: commands.withdraw_comment(
        comment=scene["first"], author=scene["ada"], at=NOON
    ),
    "remove_comment": lambda scene: commands.remove_comment(
        comment=scene["first"], moderator=scene["mona"], reason="Abuse.", at=NOON
    ),
    "pin_thread": lambda scene: commands.pin_thread(
        comment=scene["first"], moderator=scene["mona"], at=NOON
    ),
    "change_rights": lambda scene: commands.change_rights(
        granted={"GUEST": {Right.VOTE_COUNTED}, "ACCOUNT": set()}, administrator=scene["mona"]
    ),
    "close_discussion": lambda scene: commands.close_discussion(
        discussion=scene["discussion"], moderator=scene["mona"], at=NOON
    ),
}


@pytest.mark.parametrize("name", WRITES)
def test_in_each(scene, heard, name):
    before = everything()
    heard.clear()

    for number in range(MOST_STATEMENTS):
        try:
            with cut_before(number):
                WRITES[name](scene)
        except PowerCut:
            assert everything() == before, f"cut before statement {number}"
            assert heard == []
        else:
            break

    assert number >= 1
    assert everything() != before
    assert len(heard) == 1
    assert commands.check_counters() == []


def test_what_the_disk_may_not_have_is_acknowledged_when_it_comes_again(scene):
    """It is committed, but nobody knows whether it will survive: whoever sent it hears of a failure."""

    def cut_at_the_disk(execute, sql, params, many, context):
        if WAITS_FOR_THE_DISK in sql:
            raise PowerCut
        return execute(sql, params, many, context)

    post = partial(say, scene["discussion"], scene["ada"], "Once.", submission_key="key")
    with connection.execute_wrapper(cut_at_the_disk), pytest.raises(PowerCut):
        post()

    assert post().source == "Once."
    assert Comment.objects.filter(source="Once.").count() == 1
