"""remove_comment and restore_comment …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import CommentStatus, Intervention, InterventionKind
from factories.discussion import say
from factories.moments import NOON


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada, "You are all fools.")


def remove(comment, moderator, reason="Insults other readers."):
    return commands.remove_comment(comment=comment, moderator=moderator, reason=reason, at=NOON)


def test_takes_the_words_down_and_says_why(
    discussion, comment, mona, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        removed = remove(comment, mona)

    discussion.refresh_from_db()
    assert (removed.status, removed.reason, removed.is_shown) == (
        CommentStatus.REMOVED,
        "Insults other readers.",
        True,
    )
    assert discussion.comment_count == 0
    assert [type(event) for event in heard] == [events.CommentRemoved]


def test_leaves_a_row_that_says_who_and_why(comment, mona):
    remove(comment, mona)
    act = Intervention.objects.get()
    assert (act.kind, act.actor, act.reason, act.comment) == (
        InterventionKind.REMOVE,
        mona,
        "Insults other readers.",
        comment,
    )


def test_never_takes_a_subtree_away(discussion, comment, ben, mona):
    reply = say(discussion, ben, "Speak for yourself.", to=comment)
    remove(comment, mona)
    reply.refresh_from_db()
    comment.refresh_from_db()
    assert reply.is_published
    assert (reply.is_shown, comment.reply_count) == (True, 1)


@pytest.mark.parametrize("reason", ["", "  ", "\u200b"[:0]])
def test_refuses_to_remove_without_a_reason(comment, mona, reason):
    with pytest.raises(commands.ReasonMissing):
        remove(comment, mona, reason)


def test_is_refused_to_readers(comment, ada, ben):
    for reader in (ada, ben):
        with pytest.raises(NotAllowed):
            remove(comment, reader)


def test_happens_once(comment, mona, ed):
    remove(comment, mona)
    with pytest.raises(commands.NotRemovable):
        remove(comment, ed, "Me too.")


def test_can_be_undone(discussion, comment, mona):
    remove(comment, mona)
    restored = commands.restore_comment(comment=comment, moderator=mona, at=NOON)
    discussion.refresh_from_db()
    assert (restored.status, restored.reason, discussion.comment_count) == (
        CommentStatus.PUBLISHED,
        "",
        1,
    )
    assert [act.kind for act in Intervention.objects.order_by("pk")] == ["REMOVE", "RESTORE"]


def test_restores_only_what_was_removed(comment, mona, ben):
    with pytest.raises(commands.NotRemovable):
        commands.restore_comment(comment=comment, moderator=mona, at=NOON)
    with pytest.raises(NotAllowed):
        commands.restore_comment(comment=comment, moderator=ben, at=NOON)
