"""release_comment …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import CommentStatus, Discussion
from factories.discussion import say
from factories.moments import NOON


@pytest.fixture
def held(discussion, ada, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    comment = say(discussion, ada)
    settings.DISCUSSION_SCREENER = "broadsheet.discussion.screening.hold_what_must_wait"
    return comment


def test_publishes_what_waits(held, mona, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        released = commands.release_comment(comment=held, moderator=mona, at=NOON)
    discussion = Discussion.objects.get()
    assert (released.status, released.is_shown) == (CommentStatus.PUBLISHED, True)
    assert (discussion.comment_count, discussion.thread_count) == (1, 1)
    assert [type(event) for event in heard] == [events.CommentPosted]


def test_gives_a_hidden_comment_above_its_place_back(discussion, ada, ben, mona, settings):
    """A comment is held by an edit while an answer to it waits: the answer, once released, still has its place."""
    first = say(discussion, ada)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    answer = say(discussion, ben, to=first)
    commands.edit_comment(comment=first, editor=ada, source="Other words.", at=NOON)
    first.refresh_from_db()
    assert not first.is_shown

    commands.release_comment(comment=answer, moderator=mona, at=NOON)

    first.refresh_from_db()
    discussion.refresh_from_db()
    assert (first.is_shown, first.status, first.reply_count) == (True, CommentStatus.HELD, 1)
    assert (discussion.comment_count, discussion.thread_count) == (1, 1)


def test_is_refused_to_readers(held, ben):
    with pytest.raises(NotAllowed):
        commands.release_comment(comment=held, moderator=ben, at=NOON)


def test_does_nothing_the_second_time(held, mona):
    commands.release_comment(comment=held, moderator=mona, at=NOON)
    commands.release_comment(comment=held, moderator=mona, at=NOON)
    assert Discussion.objects.get().comment_count == 1
    assert held.interventions.count() == 1
