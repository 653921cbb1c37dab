"""comment_history …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Comment
from factories.discussion import say
from factories.moments import NOON, minutes


@pytest.fixture
def edited(discussion, ada):
    comment = Comment.objects.select_related("discussion", "parent").get(
        pk=say(discussion, ada, "First.").pk
    )
    for minute, words in enumerate(["Second.", "Third."], start=1):
        commands.edit_comment(comment=comment, editor=ada, source=words, at=NOON + minutes(minute))
        comment.refresh_from_db()
    return comment


def test_shows_everybody_what_was_said_before(edited, django_assert_num_queries):
    with django_assert_num_queries(2):
        history = queries.comment_history(edited.pk)
    assert "Third." in history.comment.html
    assert [("Second." in one.html, "First." in one.html) for one in history.earlier] == [
        (True, False),
        (False, True),
    ]


def test_is_for_staff_alone_once_the_words_are_taken_down(edited, ada, mona):
    commands.remove_comment(comment=edited, moderator=mona, reason="Abuse.", at=NOON)
    assert len(queries.comment_history(edited.pk, viewer=mona).earlier) == 2
    for viewer in (None, ada):
        with pytest.raises(NotFound):
            queries.comment_history(edited.pk, viewer=viewer)
