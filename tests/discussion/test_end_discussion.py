import pytest

from broadsheet.core.events import subscribe
from broadsheet.discussion import commands
from broadsheet.discussion.events import DiscussionClosed
from factories.discussion import open_discussion, say
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db


def test_takes_no_more_comments_and_keeps_what_was_said(ada):
    discussion = open_discussion("article:1")
    comment = say(discussion, ada)

    commands.end_discussion(key="article:1", at=NOON)

    with pytest.raises(commands.DiscussionClosed):
        say(discussion, ada, at=NOON + minutes(1))
    comment.refresh_from_db()
    assert comment.is_published


def test_does_nothing_where_nobody_may_discuss_anyway():
    commands.end_discussion(key="article:none", at=NOON)


def test_tells_once(django_capture_on_commit_callbacks):
    told = []
    subscribe(DiscussionClosed)(told.append)
    discussion = open_discussion("article:1")

    with django_capture_on_commit_callbacks(execute=True):
        commands.end_discussion(key="article:1", at=NOON)
        commands.end_discussion(key="article:1", at=NOON + minutes(1))

    assert told == [DiscussionClosed(discussion_id=discussion.pk)]
    discussion.refresh_from_db()
    assert discussion.closed_at == NOON


def test_staff_may_reopen_it(mona):
    discussion = open_discussion("article:1")
    commands.end_discussion(key="article:1", at=NOON)

    discussion = commands.reopen_discussion(discussion=discussion, moderator=mona, at=NOON)

    assert discussion.is_open(at=NOON)
