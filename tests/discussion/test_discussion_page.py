"""discussion_page …"""

from datetime import timedelta

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Comment
from broadsheet.discussion.queries.discussion_page import REPLIES_AT_FIRST, THREADS_ON_A_PAGE
from broadsheet.discussion.ranking import SORTS
from factories.discussion import crowd, fill, say
from factories.moments import NOON, minutes
from factories.plans import rows_read


def page_of(discussion, **choice):
    discussion.refresh_from_db()
    return queries.discussion_page(discussion, at=NOON, **choice)


def after(page):
    from urllib.parse import parse_qs, urlsplit

    return parse_qs(urlsplit(page.next_url).query)["after"][0]


def every_page(discussion, sort):
    page = page_of(discussion, sort=sort)
    shown = [thread.first.id for thread in page.threads]
    while page.next_url:
        page = page_of(discussion, sort=sort, after=after(page))
        shown += [thread.first.id for thread in page.threads]
    return shown


def test_shows_the_newest_thread_first(discussion, ada):
    first, second = say(discussion, ada, at=NOON), say(discussion, ada, at=NOON + minutes(1))
    assert [thread.first.id for thread in page_of(discussion).threads] == [second.pk, first.pk]


def test_shows_replies_below_what_they_answer_in_the_order_of_the_talk(discussion, ada, ben):
    first = say(discussion, ada)
    one = say(discussion, ben, to=first)
    two = say(discussion, ben, to=first)
    below_one = say(discussion, ada, to=one)
    [thread] = page_of(discussion).threads
    assert [reply.id for reply in thread.replies] == [one.pk, below_one.pk, two.pk]
    assert thread.replies[1].answers_name == "Ben"


def test_folds_replies_beyond_the_first_few(discussion, ada):
    fill(discussion, ada, threads=1, replies=16)
    [thread] = page_of(discussion).threads
    assert len(thread.replies) == REPLIES_AT_FIRST
    assert thread.more_replies == 16 - REPLIES_AT_FIRST
    rest = queries.thread_page(thread.first.id, after=thread.more_url.partition("=")[2], at=NOON)
    shown = [reply.id for reply in thread.replies + rest.replies]
    assert shown == sorted(set(shown))
    assert len(shown) == 16


@pytest.mark.parametrize("sort", SORTS, ids=lambda sort: sort.name)
def test_shows_every_thread_once_over_all_pages(discussion, ada, sort):
    firsts = fill(discussion, ada, threads=3 * THREADS_ON_A_PAGE + 5)
    for number, first in enumerate(firsts):  # many ties
        Comment.objects.filter(pk=first.pk).update(
            up_votes=number % 7,
            down_votes=number % 3,
            reply_count=number % 5,
            posted_at=NOON + minutes(number // 10),
        )
    shown = every_page(discussion, sort.name)
    order = [("" if sort.ascending else "-") + field for field in (sort.field, "id")]
    expected = Comment.objects.order_by(*order).values_list("pk", flat=True)
    assert shown == list(expected)


def test_puts_what_is_voted_on_first(discussion, ada):
    voted, proven, replied, disputed, plain = fill(discussion, ada, threads=5)

    def give(comment, **counts):
        Comment.objects.filter(pk=comment.pk).update(**counts)

    give(voted, up_votes=30, down_votes=10)
    give(proven, up_votes=19, down_votes=0)
    give(replied, reply_count=9)
    give(disputed, up_votes=40, down_votes=41)
    top = {sort.name: page_of(discussion, sort=sort.name).threads[0].first.id for sort in SORTS}
    assert top == {
        "newest": plain.pk,
        "oldest": voted.pk,
        "best": proven.pk,
        "most-voted": voted.pk,
        "most-replied": replied.pk,
        "most-reacted": disputed.pk,
    }


def test_shows_pinned_threads_above_all_and_only_there(discussion, ada, mona):
    firsts = fill(discussion, ada, threads=THREADS_ON_A_PAGE + 3)
    commands.pin_thread(comment=firsts[0], moderator=mona, at=NOON)
    first_page = page_of(discussion)
    assert first_page.threads[0].first.id == firsts[0].pk
    assert every_page(discussion, "newest").count(firsts[0].pk) == 1


def test_never_shows_what_waits(discussion, ada, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    say(discussion, ada, "Secret words.")
    page = page_of(discussion)
    assert (page.threads, page.comment_count) == ([], 0)


def test_shows_a_note_where_words_were_removed_or_withdrawn(discussion, ada, mona):
    removed, withdrawn = (
        say(discussion, ada, "Bad words."),
        say(discussion, ada, "Regretted words."),
    )
    commands.remove_comment(comment=removed, moderator=mona, reason="Abuse.", at=NOON)
    commands.withdraw_comment(comment=withdrawn, author=ada, at=NOON)
    gone, taken_down = (thread.first for thread in page_of(discussion).threads)
    assert (taken_down.is_removed, taken_down.reason, taken_down.html, taken_down.author_name) == (
        True,
        "Abuse.",
        "",
        "",
    )
    assert (gone.is_withdrawn, gone.html, gone.author_name) == (True, "", "")


@pytest.mark.parametrize(
    "cursor", ["x", "!!!", "bnVsbA", "WzFd", "a" * 10_000, "WyJuZXdlc3QiLDFlOTk5LDFd", "\x00"]
)
def test_refuses_a_damaged_cursor(discussion, cursor):
    with pytest.raises(CursorNotUnderstood):
        page_of(discussion, after=cursor)


def test_refuses_the_cursor_of_another_order(discussion, ada):
    fill(discussion, ada, threads=THREADS_ON_A_PAGE + 1)
    cursor = after(page_of(discussion, sort="best"))
    with pytest.raises(CursorNotUnderstood):
        page_of(discussion, sort="most-voted", after=cursor)


def test_takes_an_unknown_order_for_the_usual_one(discussion, ada):
    say(discussion, ada)
    assert page_of(discussion, sort="by-colour").sort == "newest"


def test_keeps_its_place_while_others_post(discussion, ada):
    fill(discussion, ada, threads=2 * THREADS_ON_A_PAGE)
    first = page_of(discussion)
    say(discussion, ada, at=NOON + timedelta(days=1))
    second = page_of(discussion, after=after(first))
    shown = [thread.first.id for thread in first.threads + second.threads]
    assert len(shown) == len(set(shown)) == 2 * THREADS_ON_A_PAGE


def test_costs_three_queries_however_long_the_discussion(
    discussion, ada, django_assert_num_queries
):
    fill(discussion, ada, threads=1_000, replies=9)
    with django_assert_num_queries(3):
        page = queries.discussion_page(discussion, at=NOON)
    with django_assert_num_queries(2):
        queries.discussion_page(discussion, sort="newest", after=after(page), at=NOON)
    assert page.comment_count == 10_000


def test_reads_few_rows_of_a_long_discussion(discussion, ada):
    """The plan of every order walks an index: no sequential scan, no sorting of the whole discussion."""
    from django.db import connection

    fill(discussion, ada, threads=10_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE broadsheet_discussion_comment")
    for sort in SORTS:
        second = after(page_of(discussion, sort=sort.name))
        for choice in ({}, {"after": second}):
            plan = plan_of_threads(discussion, sort=sort.name, **choice)
            assert "Seq Scan" not in plan, plan
            assert "Sort" not in plan.replace("Incremental Sort", ""), plan
            assert "Filter" not in plan, plan


def plan_of_threads(discussion, **choice):
    """How the database finds the threads of a page: the first statement of the query."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        queries.discussion_page(discussion, at=NOON, **choice)
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN " + asked[0]["sql"])
        return "\n".join(line for (line,) in cursor.fetchall())


def test_reads_as_many_rows_for_many_comments_as_for_few(discussion, ada):
    """Each row passes some ten nodes of the plan; a look at every comment would be 12,000 at once."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    fill(discussion, ada, threads=2_000, replies=5)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE broadsheet_discussion_comment")
    with CaptureQueriesContext(connection) as asked:
        page = page_of(discussion)
    assert len(page.threads) == THREADS_ON_A_PAGE
    shown = THREADS_ON_A_PAGE * (1 + REPLIES_AT_FIRST)
    for query in asked:
        if "comment" in query["sql"]:
            assert rows_read(query["sql"]) <= 20 * shown, query["sql"]


def test_never_reads_what_was_written_only_what_became_of_it(discussion, ada):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    say(discussion, ada, to=say(discussion, ada))
    with CaptureQueriesContext(connection) as asked:
        queries.discussion_page(discussion, at=NOON)
    assert not [query["sql"] for query in asked if "source" in query["sql"]]


def test_shows_the_beginning_of_a_chain_ten_thousand_deep(
    discussion, ada, django_assert_num_queries
):
    fill(discussion, ada, chain=10_000)
    with django_assert_num_queries(3):
        [thread] = queries.discussion_page(discussion, at=NOON).threads
    assert [reply.depth for reply in thread.replies] == list(range(1, REPLIES_AT_FIRST + 1))
    assert thread.more_replies == 9_999 - REPLIES_AT_FIRST


def test_is_not_found_where_nothing_was_opened(db):
    with pytest.raises(NotFound):
        queries.discussion_named("article:404")


def test_tells_readers_apart_by_marks_not_by_name(discussion, ada, mona):
    say(discussion, ada), say(discussion, mona)
    marks = {
        thread.first.author_name: thread.first.is_staff for thread in page_of(discussion).threads
    }
    assert marks == {"Ada": False, "Mona": True}
    assert crowd(1)[0].is_guest is False
