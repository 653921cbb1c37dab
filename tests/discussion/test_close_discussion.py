"""close_discussion, reopen_discussion and close_due_discussions …"""

from datetime import timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Discussion
from factories.discussion import open_discussion, say
from factories.moments import NOON


def test_takes_no_more_comments_and_then_takes_them_again(discussion, ada, mona):
    closed = commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    with pytest.raises(commands.DiscussionClosed):
        say(closed, ada)
    opened = commands.reopen_discussion(discussion=discussion, moderator=mona, at=NOON)
    say(opened, ada)
    assert [act.kind for act in discussion.interventions.order_by("pk")] == ["CLOSE", "OPEN"]


def test_is_refused_to_readers(discussion, ada):
    for act in (commands.close_discussion, commands.reopen_discussion):
        with pytest.raises(NotAllowed):
            act(discussion=discussion, moderator=ada, at=NOON)


def test_closes_what_is_due(db, options, heard, django_capture_on_commit_callbacks):
    options(close_after_days=14)
    due, not_due = (
        open_discussion("article:1"),
        open_discussion("article:2", at=NOON + timedelta(days=1)),
    )
    with django_capture_on_commit_callbacks(execute=True):
        closed = commands.close_due_discussions(at=NOON + timedelta(days=14))
    assert closed == 1
    assert [row.key for row in Discussion.objects.filter(closed_at=None)] == [not_due.key]
    assert events.DiscussionClosed(key=due.key, discussion_id=due.pk, version=2) in heard


def test_opens_again_one_that_closed_by_itself(db, options, mona):
    options(close_after_days=14)
    discussion = open_discussion()
    later = NOON + timedelta(days=20)
    commands.close_due_discussions(at=later)
    assert commands.reopen_discussion(discussion=discussion, moderator=mona, at=later).is_open(
        at=later
    )
