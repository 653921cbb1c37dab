"""thread_page …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion import commands, queries
from broadsheet.discussion.queries.thread_page import REPLIES_ON_A_PAGE
from factories.discussion import fill, say
from factories.moments import NOON


def test_shows_a_thread_whole_over_its_pages(discussion, ada):
    [first] = fill(discussion, ada, threads=1, replies=2 * REPLIES_ON_A_PAGE + 30)
    page = queries.thread_page(first.pk, at=NOON)
    shown = [reply.id for reply in page.replies]
    assert page.more_replies == REPLIES_ON_A_PAGE + 30
    while page.next_url:
        page = queries.thread_page(first.pk, after=page.next_url.partition("=")[2], at=NOON)
        shown += [reply.id for reply in page.replies]
    assert len(shown) == len(set(shown)) == 2 * REPLIES_ON_A_PAGE + 30


def test_walks_a_chain_ten_thousand_deep_without_recursion(
    discussion, ada, django_assert_num_queries
):
    fill(discussion, ada, chain=10_000)
    first = discussion.comments.order_by("id").first()
    with django_assert_num_queries(3):
        page = queries.thread_page(first.pk, after=str(first.pk + 9_000), at=NOON)
    assert [reply.depth for reply in page.replies] == list(range(9_001, 9_001 + REPLIES_ON_A_PAGE))
    assert {reply.indent for reply in page.replies} == {6}
    assert page.more_replies == 999 - REPLIES_ON_A_PAGE


def test_is_not_found_for_a_reply_or_for_what_is_hidden(discussion, ada, settings):
    reply = say(discussion, ada, to=say(discussion, ada))
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    for hidden in (reply, say(discussion, ada)):
        with pytest.raises(NotFound):
            queries.thread_page(hidden.pk, at=NOON)


@pytest.mark.parametrize("after", ["x", "-1", "1.5", "9" * 40, "٣", "\x00"])
def test_refuses_a_damaged_address(discussion, ada, after):
    first = say(discussion, ada)
    with pytest.raises(CursorNotUnderstood):
        queries.thread_page(first.pk, after=after, at=NOON)


def test_takes_no_replies_where_the_discussion_takes_none(discussion, ada):
    first = say(discussion, ada)
    assert queries.thread_page(first.pk, at=NOON).is_open
    commands.end_discussion(key=discussion.key)
    assert not queries.thread_page(first.pk, at=NOON).is_open
    assert not queries.comment_page(first.pk, at=NOON).is_open
