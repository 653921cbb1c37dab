"""comment_page …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, queries
from factories.discussion import fill, say
from factories.moments import NOON


def test_shows_a_comment_with_what_it_answers_and_what_answers_it(discussion, ada, ben):
    first = say(discussion, ada)
    middle = say(discussion, ben, to=first)
    answer = say(discussion, ada, to=middle)
    page = queries.comment_page(middle.pk, at=NOON)
    assert [one.id for one in page.ancestors] == [first.pk]
    assert page.comment.id == middle.pk
    assert [one.id for one in page.replies] == [answer.pk]
    assert page.ancestors_left_out == 0


def test_shows_the_nearest_of_many_ancestors_at_the_same_cost(
    discussion, ada, django_assert_num_queries
):
    fill(discussion, ada, chain=10_000)
    deep = discussion.comments.get(depth=9_500)
    with django_assert_num_queries(2):
        page = queries.comment_page(deep.pk, at=NOON)
    assert [one.depth for one in page.ancestors] == [9_496, 9_497, 9_498, 9_499]
    assert page.ancestors_left_out == 9_496


def test_shows_no_words_that_were_taken_down(discussion, ada, mona):
    comment = say(discussion, ada, "Bad words.")
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    view = queries.comment_page(comment.pk, at=NOON).comment
    assert (view.html, view.reason) == ("", "Abuse.")


def test_is_not_found_for_what_waits_or_never_was(discussion, ada, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    for pk in (say(discussion, ada).pk, 10**15):
        with pytest.raises(NotFound):
            queries.comment_page(pk, at=NOON)
