"""hottest_thread and most_reacted_thread …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import queries
from broadsheet.discussion.models import Comment
from factories.discussion import fill, say


def test_finds_the_thread_with_the_most_comments_below_its_first(discussion, ada):
    quiet, _silent = fill(discussion, ada, threads=2)
    [hot] = fill(discussion, ada, threads=1, replies=5)
    say(discussion, ada, to=quiet)
    assert queries.hottest_thread(discussion) == hot.pk


def test_finds_the_thread_of_the_comment_most_voted_on_up_and_down_together(discussion, ada):
    loved = say(discussion, ada)
    first = say(discussion, ada)
    disputed = say(discussion, ada, to=first)
    Comment.objects.filter(pk=loved.pk).update(up_votes=10)
    Comment.objects.filter(pk=disputed.pk).update(up_votes=6, down_votes=6)
    assert queries.most_reacted_thread(discussion) == first.pk


@pytest.mark.parametrize("question", [queries.hottest_thread, queries.most_reacted_thread])
def test_finds_nothing_where_nothing_happened(discussion, ada, question):
    say(discussion, ada)
    with pytest.raises(NotFound):
        question(discussion)
