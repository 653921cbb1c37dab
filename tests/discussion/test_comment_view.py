"""comment_view …"""

import pytest

from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Comment
from broadsheet.discussion.queries.comment_view import DEEPEST_INDENT, in_tree_order
from factories.discussion import fill, say
from factories.moments import NOON


def view(comment, **choice):
    return queries.comment_view(Comment.objects.with_people().get(pk=comment.pk), **choice)


def test_is_the_same_wherever_it_stands(discussion, ada, ben):
    first = say(discussion, ada, "A *word*.")
    reply = say(discussion, ben, to=first)
    assert view(reply) == view(reply)
    assert (view(reply).thread_id, view(reply).parent_id, view(reply).answers_name) == (
        first.pk,
        first.pk,
        "Ada",
    )
    assert "<em>word</em>" in view(first).html


def test_is_moved_in_no_further_than_can_be_read(discussion, ada):
    fill(discussion, ada, chain=DEEPEST_INDENT + 4)
    indents = [view(comment).indent for comment in discussion.comments.order_by("id")]
    assert indents == [*range(DEEPEST_INDENT + 1), *[DEEPEST_INDENT] * 3]


def test_shows_waiting_words_only_where_that_is_asked_for(discussion, ada, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    held = say(discussion, ada, "I wait.")
    assert (view(held).html, view(held).author_name) == ("", "")
    assert "I wait." in view(held, with_words=True).html


def test_does_not_name_whom_it_answers_once_those_words_are_gone(discussion, ada, ben):
    first = say(discussion, ada)
    reply = say(discussion, ben, to=first)
    commands.withdraw_comment(comment=first, author=ada, at=NOON)
    assert view(reply).answers_name == ""


@pytest.mark.parametrize("length", [0, 1, 10_000])
def test_puts_a_chain_in_order_without_recursion(length):
    chain = [Comment(pk=pk, parent_id=pk - 1 if pk > 1 else None) for pk in range(1, length + 1)]
    assert in_tree_order(chain) == chain


def test_puts_replies_right_after_what_they_answer():
    parents = {1: None, 2: None, 3: 1, 4: 2, 5: 1, 6: 3, 7: 99}
    comments = [Comment(pk=pk, parent_id=parent) for pk, parent in parents.items()]
    assert [comment.pk for comment in in_tree_order(comments)] == [1, 3, 6, 5, 2, 4, 7]
