"""pin, feature, close a thread, and take each mark away …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from factories.discussion import say
from factories.moments import NOON

MARKS = [
    (commands.pin_thread, commands.unpin_thread, "pinned_at"),
    (commands.feature_comment, commands.unfeature_comment, "featured_at"),
    (commands.close_thread, commands.reopen_thread, "thread_closed_at"),
]


@pytest.mark.parametrize(("mark", "unmark", "field"), MARKS)
def test_sets_the_mark_and_takes_it_away(
    discussion, ada, mona, mark, unmark, field, heard, django_capture_on_commit_callbacks
):
    comment = say(discussion, ada)
    with django_capture_on_commit_callbacks(execute=True):
        assert getattr(mark(comment=comment, moderator=mona, at=NOON), field) == NOON
        assert getattr(unmark(comment=comment, moderator=mona, at=NOON), field) is None
    assert comment.interventions.count() == 2
    assert [type(event) for event in heard] == [events.CommentMarked] * 2


@pytest.mark.parametrize(("mark", "unmark", "field"), MARKS)
def test_is_refused_to_readers(discussion, ada, ben, mark, unmark, field):
    comment = say(discussion, ada)
    for act in (mark, unmark):
        with pytest.raises(NotAllowed):
            act(comment=comment, moderator=ben, at=NOON)


def test_writes_nothing_down_when_nothing_changes(discussion, ada, mona):
    comment = say(discussion, ada)
    for _ in range(2):
        commands.pin_thread(comment=comment, moderator=mona, at=NOON)
    assert comment.interventions.count() == 1


@pytest.mark.parametrize("mark", [commands.pin_thread, commands.close_thread])
def test_refuses_to_pin_or_close_less_than_a_thread(discussion, ada, mona, mark):
    reply = say(discussion, ada, to=say(discussion, ada))
    with pytest.raises(commands.NotFirstOfThread):
        mark(comment=reply, moderator=mona, at=NOON)
