"""withdraw_comment …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Revision
from factories.discussion import say
from factories.moments import NOON, minutes


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada, "I regret this.")


def withdraw(comment, author):
    return commands.withdraw_comment(comment=comment, author=author, at=NOON)


def test_erases_the_words_and_their_history(
    comment, ada, heard, django_capture_on_commit_callbacks
):
    comment = Comment.objects.select_related("discussion", "parent").get(pk=comment.pk)
    commands.edit_comment(comment=comment, editor=ada, source="I regret it.", at=NOON + minutes(1))
    with django_capture_on_commit_callbacks(execute=True):
        gone = withdraw(comment, ada)

    gone.refresh_from_db()
    assert (gone.source, gone.html, gone.status) == ("", "", CommentStatus.WITHDRAWN)
    assert not Revision.objects.exists()
    assert [type(event) for event in heard] == [events.CommentWithdrawn]


def test_leaves_replies_in_their_place(discussion, comment, ada, ben):
    reply = say(discussion, ben, "I disagree.", to=comment)
    gone = withdraw(comment, ada)
    reply.refresh_from_db()
    discussion.refresh_from_db()
    assert (reply.parent_id, reply.is_shown, gone.is_shown) == (gone.pk, True, True)
    assert (discussion.comment_count, discussion.thread_count) == (1, 1)


def test_is_refused_to_everybody_else(comment, ben, mona):
    for other in (ben, mona):
        with pytest.raises(NotAllowed):
            withdraw(comment, other)


def test_happens_once(comment, ada):
    withdraw(comment, ada)
    with pytest.raises(commands.NothingToEdit):
        withdraw(comment, ada)
    assert Discussion.objects.get().comment_count == 0


def test_cannot_be_undone_by_staff(comment, ada, mona):
    gone = withdraw(comment, ada)
    with pytest.raises(commands.NotRemovable):
        commands.restore_comment(comment=gone, moderator=mona, at=NOON)
