"""cast_vote …"""

import random
import threading

import pytest
from django.db import connection

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada)


def vote(comment, voter, value):
    return commands.cast_vote(comment=comment, voter=voter, value=value, at=NOON)


def test_counts_up_and_down(comment, ben, dana):
    vote(comment, ben, 1)
    voted = vote(comment, dana, -1)
    assert (voted.up_votes, voted.down_votes, voted.score, voted.reactions) == (1, 1, 0, 2)


def test_can_be_changed_and_taken_back(comment, ben):
    vote(comment, ben, 1)
    assert vote(comment, ben, -1).score == -1
    assert vote(comment, ben, 0).score == 0
    assert not Vote.objects.exists()


def test_counts_the_same_vote_once(comment, ben, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        vote(comment, ben, 1)
        vote(comment, ben, 1)
    comment.refresh_from_db()
    assert comment.up_votes == 1
    [cast] = heard
    assert isinstance(cast, events.VoteCast)
    assert (cast.up, cast.down, cast.thread_id) == (1, 0, comment.pk)


def test_is_refused_on_ones_own_words(comment, ada):
    with pytest.raises(NotAllowed):
        vote(comment, ada, 1)


def test_is_refused_to_whoever_is_banned(comment, zed):
    with pytest.raises(NotAllowed):
        vote(comment, zed, 1)


def test_is_refused_where_the_words_are_not_public(comment, ben, mona):
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    with pytest.raises(NotAllowed):
        vote(comment, ben, 1)


@pytest.mark.parametrize("value", [2, -2, 10**9])
def test_refuses_more_than_one_vote_at_once(comment, ben, value):
    with pytest.raises(commands.WrongVote):
        vote(comment, ben, value)


def test_adds_to_what_was_imported(comment, ben):
    Comment.objects.filter(pk=comment.pk).update(imported_up=7, up_votes=7)
    assert vote(comment, ben, 1).up_votes == 8


def test_ranks_what_is_proven_above_what_is_lucky(discussion, ada):
    """The Wilson bound, against values computed by hand from the formula."""
    for up, down, expected in [
        (0, 0, 0.0),
        (1, 0, 0.2065),
        (10, 0, 0.7225),
        (99, 1, 0.9455),
        (0, 5, 0.0),
    ]:
        comment = say(discussion, ada)
        Comment.objects.filter(pk=comment.pk).update(up_votes=up, down_votes=down)
        comment.refresh_from_db()
        assert comment.best == pytest.approx(expected, abs=0.0001)


def test_counts_exactly_when_everybody_votes_at_once_and_the_network_repeats(committed):
    """Twelve readers, each sending 25 votes twice in their own order: the last of each is what counts."""
    readers = crowd(13)
    discussion = open_discussion()
    comments = [say(discussion, readers[-1]) for _ in range(5)]
    last: dict[tuple[int, int], int] = {}
    failures = []

    def send(reader, seed):
        choose = random.Random(seed)
        try:
            for _ in range(25):
                comment, value = choose.choice(comments), choose.choice([-1, 0, 1])
                vote(comment, reader, value)
                vote(comment, reader, value)
                last[reader.pk, comment.pk] = value
        except Exception as failure:  # noqa: BLE001 - any failure of a thread is the test's
            failures.append(failure)
        finally:
            connection.close()

    senders = [
        threading.Thread(target=send, args=(reader, seed))
        for seed, reader in enumerate(readers[:12])
    ]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    assert not failures
    for comment in comments:
        comment.refresh_from_db()
        values = [value for (_, comment_id), value in last.items() if comment_id == comment.pk]
        assert comment.up_votes == values.count(1)
        assert comment.down_votes == values.count(-1)


def test_counts_one_vote_when_one_reader_sends_it_from_many_tabs_at_once(committed):
    reader, author = crowd(2)
    comment = say(open_discussion(), author)
    together = threading.Barrier(16)
    failures = []

    def send():
        try:
            together.wait()
            vote(comment, reader, 1)
        except Exception as failure:  # noqa: BLE001
            failures.append(failure)
        finally:
            connection.close()

    senders = [threading.Thread(target=send) for _ in range(16)]
    for sender in senders:
        sender.start()
    for sender in senders:
        sender.join()

    comment.refresh_from_db()
    assert not failures
    assert (comment.up_votes, Vote.objects.count()) == (1, 1)
