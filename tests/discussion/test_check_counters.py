"""check_counters and mend_counters …"""

import pytest
from django.db import connection

from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, CommentStatus
from factories.bustle import Bustle, all_at_once
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON

COMMENT = "broadsheet_discussion_comment"
DISCUSSION = "broadsheet_discussion_discussion"


@pytest.fixture
def thread(discussion, ada, ben):
    """A thread of three comments with votes, imported ones among them; and another thread."""
    first = say(discussion, ada)
    answer = say(discussion, ben, to=first)
    say(discussion, ada, to=answer)
    say(discussion, ben)
    commands.cast_vote(comment=first, voter=ben, value=1, at=NOON)
    commands.cast_vote(comment=answer, voter=ada, value=-1, at=NOON)
    Comment.objects.filter(pk=first.pk).update(imported_up=7, up_votes=8)
    return first


def spoil(table, column, value, pk):
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET {column} = %s WHERE id = %s", [value, pk])


def test_find_nothing_where_all_is_well(thread):
    assert commands.check_counters() == []
    assert commands.mend_counters() == []


@pytest.mark.parametrize(
    ("counter", "counted"), [("reply_count", 2), ("up_votes", 8), ("down_votes", 0)]
)
def test_find_and_mend_what_is_wrong_with_a_comment(thread, counter, counted):
    spoil(COMMENT, counter, 41, thread.pk)
    expected = commands.Difference(
        counter=counter,
        comment_id=thread.pk,
        discussion_id=thread.discussion_id,
        stored=41,
        counted=counted,
    )
    assert commands.check_counters() == [expected]
    assert commands.mend_counters() == [expected]
    assert commands.check_counters() == []
    assert getattr(Comment.objects.get(pk=thread.pk), counter) == counted


@pytest.mark.parametrize(("counter", "counted"), [("comment_count", 4), ("thread_count", 2)])
def test_find_and_mend_what_is_wrong_with_a_discussion(thread, discussion, counter, counted):
    spoil(DISCUSSION, counter, 41, discussion.pk)
    [difference] = commands.mend_counters()
    assert (difference.counter, difference.stored, difference.counted) == (counter, 41, counted)
    discussion.refresh_from_db()
    assert getattr(discussion, counter) == counted


def test_show_what_was_hidden_up_to_the_top(thread, discussion):
    """Everything above the deepest comment was held and then hidden by mistake."""
    Comment.objects.filter(depth__lt=2, discussion=discussion, thread=None).update(
        status=CommentStatus.HELD, is_shown=False
    )
    Comment.objects.filter(depth=1).update(status=CommentStatus.HELD, is_shown=False)
    commands.mend_counters()
    assert commands.check_counters() == []
    assert Comment.objects.filter(is_shown=True).count() == 3
    thread.refresh_from_db()
    assert (thread.is_shown, thread.reply_count) == (True, 2)


def test_mend_other_discussions_not_at_all(thread, ada):
    other = say(open_discussion("article:2"), ada)
    spoil(COMMENT, "up_votes", 3, other.pk)
    [difference] = commands.mend_counters()
    assert difference.discussion_id == other.discussion_id
    thread.refresh_from_db()
    assert thread.up_votes == 8


def test_mending_is_told(thread, discussion, heard, django_capture_on_commit_callbacks):
    spoil(COMMENT, "up_votes", 3, thread.pk)
    with django_capture_on_commit_callbacks(execute=True):
        commands.mend_counters()
    assert [type(event) for event in heard] == [events.CountersMended]
    assert heard[0].key == discussion.key


@pytest.mark.parametrize("seed", range(12))
def test_find_nothing_after_whatever_people_do(discussion, settings, seed):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_what_asks_for_it"
    *people, moderator = crowd(4)
    moderator.is_staff = True
    bustle = Bustle(discussion, people, moderator=moderator, seed=seed)
    for _ in range(80):
        bustle.act()
    assert commands.check_counters() == []
    assert Comment.objects.count() > 10


def test_find_nothing_after_whatever_people_do_at_once(committed, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_what_asks_for_it"
    discussion = open_discussion()
    *people, moderator = crowd(4)
    moderator.is_staff = True
    moderator.save()
    bustles = [Bustle(discussion, people, moderator=moderator, seed=seed) for seed in range(8)]

    assert all_at_once(*bustles, acts=40) == []
    assert commands.check_counters() == []
