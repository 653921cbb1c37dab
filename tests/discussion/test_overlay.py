"""overlay …"""

import pytest

from broadsheet.discussion import commands, queries
from factories.discussion import fill, say
from factories.moments import NOON, minutes


def ask(discussion, viewer, *comments, at=NOON):
    ids = [comment.pk for comment in comments]
    return queries.overlay(discussion, comment_ids=ids, viewer=viewer, at=at)


def test_tells_a_reader_their_own_votes_and_nobody_elses(discussion, ada, ben, dana):
    comment = say(discussion, ada)
    commands.cast_vote(comment=comment, voter=ben, value=-1, at=NOON)
    assert ask(discussion, ben, comment).votes == {comment.pk: -1}
    assert ask(discussion, dana, comment).votes == {}


def test_tells_a_reader_what_they_may_do(discussion, ada, ben, mona):
    comment = say(discussion, ada)
    reply = say(discussion, ben, to=comment)
    assert ask(discussion, ada, comment, reply).acts == {comment.pk: ["edit", "withdraw"]}
    assert ask(discussion, ada, comment, at=NOON + minutes(60)).acts == {comment.pk: ["withdraw"]}
    assert ask(discussion, mona, comment, reply).acts == {
        comment.pk: ["remove", "feature", "pin", "close-thread"],
        reply.pk: ["remove", "feature"],
    }


def test_shows_a_reader_their_own_waiting_words_and_nobody_elses(discussion, ada, ben, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    held = say(discussion, ada, "I wait.")
    assert [one.id for one in ask(discussion, ada).held] == [held.pk]
    assert ask(discussion, ben).held == []


def test_says_nothing_about_other_discussions(discussion, ada, ben):
    from factories.discussion import open_discussion

    elsewhere = say(open_discussion("article:2"), ada)
    assert ask(discussion, ada, elsewhere).acts == {}


@pytest.mark.parametrize("asked", [1, 400, 3_000])
def test_costs_the_same_however_much_is_asked(
    discussion, ada, mona, asked, django_assert_num_queries
):
    firsts = fill(discussion, ada, threads=asked)
    with django_assert_num_queries(5):
        answer = ask(discussion, mona, *firsts)
    assert len(answer.acts) == min(asked, 500)


def test_tells_a_reader_what_they_follow_here(discussion, ada, ben):
    first = say(discussion, ada)
    commands.follow_discussion(discussion=discussion, reader=ben, is_on=True, at=NOON)
    commands.follow_thread(comment_id=first.pk, reader=ben, is_on=True, at=NOON)
    assert set(ask(discussion, ben).follows) == {None, first.pk}
    assert ask(discussion, ada).follows == []


def test_tells_whoever_is_banned_that_they_may_not_comment(discussion, zed):
    assert ask(discussion, zed).may_comment is False
