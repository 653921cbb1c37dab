"""whole_discussion …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, queries
from broadsheet.discussion.queries.whole_discussion import COMMENTS_IN_A_PART
from factories.discussion import fill, say
from factories.moments import NOON


def test_shows_everything_in_the_order_of_the_talk(discussion, ada, ben):
    first, other = say(discussion, ada), say(discussion, ben)
    answer = say(discussion, ben, to=first)
    below = say(discussion, ada, to=answer)
    page = queries.whole_discussion(discussion)
    assert [one.id for one in page.comments] == [first.pk, answer.pk, below.pk, other.pk]


def test_comes_in_parts_that_together_are_everything(discussion, ada, django_assert_num_queries):
    fill(discussion, ada, threads=500, replies=9, chain=10)
    seen = []
    for part in (1, 2, 3):
        with django_assert_num_queries(2):
            page = queries.whole_discussion(discussion, part=part)
        seen += [one.id for one in page.comments]
    assert len(seen) == len(set(seen)) == 5_010
    assert (page.parts, page.next_url) == (3, None)
    assert len(page.comments) == 5_010 - 2 * COMMENTS_IN_A_PART


def test_walks_a_chain_ten_thousand_deep(discussion, ada):
    fill(discussion, ada, chain=10_000)
    page = queries.whole_discussion(discussion, part=5)
    assert [one.depth for one in page.comments] == list(range(8_000, 10_000))


def test_is_not_found_for_a_part_that_does_not_exist(discussion):
    for part in (0, 2, 10**9):
        with pytest.raises(NotFound):
            queries.whole_discussion(discussion, part=part)


def test_shows_no_words_that_are_not_public(discussion, ada, mona):
    comment = say(discussion, ada, "Bad words.")
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    assert [one.html for one in queries.whole_discussion(discussion).comments] == [""]
