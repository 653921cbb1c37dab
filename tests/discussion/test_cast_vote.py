"""cast_vote …"""

import random
from functools import partial

import pytest

from broadsheet.core.errors import NotAllowed, NotFound
from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON
from factories.together import together


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada)


def vote(comment, voter, value, key=""):
    """Cast it; answer the comment."""
    return commands.cast_vote(
        comment=comment, voter=voter, value=value, submission_key=key, at=NOON
    ).comment


def counted(comment):
    """The votes on a comment as the database has them: up, down."""
    return Comment.objects.values_list("up_votes", "down_votes").get(pk=comment.pk)


def test_counts_up_and_down(comment, ben, dana):
    vote(comment, ben, 1)
    voted = vote(comment, dana, -1)
    assert (voted.up_votes, voted.down_votes, voted.score, voted.reactions) == (1, 1, 0, 2)


def test_can_be_changed_and_taken_back(comment, ben):
    vote(comment, ben, 1)
    assert vote(comment, ben, -1).score == -1
    assert vote(comment, ben, 0).score == 0
    assert counted(comment) == (0, 0)


def test_counts_the_same_vote_once(comment, ben, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        vote(comment, ben, 1)
        vote(comment, ben, 1)
    comment.refresh_from_db()
    assert comment.up_votes == 1
    [cast] = heard
    assert isinstance(cast, events.VoteCast)
    assert (cast.up, cast.down, cast.thread_id) == (1, 0, comment.pk)


def test_is_not_undone_by_an_older_one_that_comes_late(comment, ben):
    vote(comment, ben, -1, key="mia7q3k2-b")
    vote(comment, ben, 1, key="mia7q3k1-a")
    assert counted(comment) == (0, 1)


def test_is_not_undone_when_it_was_taken_back(comment, ben, heard):
    vote(comment, ben, 1, key="mia7q3k1-a")
    vote(comment, ben, 0, key="mia7q3k2-b")
    vote(comment, ben, 1, key="mia7q3k1-a")
    assert counted(comment) == (0, 0)


def test_taken_back_overtakes_the_one_it_takes_back(comment, ben):
    vote(comment, ben, 0, key="mia7q3k2-b")
    vote(comment, ben, 1, key="mia7q3k1-a")
    assert counted(comment) == (0, 0)


def test_answers_how_it_stands_when_it_comes_late(
    comment, ben, heard, django_capture_on_commit_callbacks
):
    vote(comment, ben, -1, key="mia7q3k2-b")
    with django_capture_on_commit_callbacks(execute=True):
        late = commands.cast_vote(
            comment=comment, voter=ben, value=1, submission_key="mia7q3k1-a", at=NOON
        )
    assert (late.value, late.comment.down_votes, heard) == (-1, 1, [])


def test_without_a_key_counts_when_it_comes_and_forgets_no_key(comment, ben):
    vote(comment, ben, 1, key="mia7q3k2-b")
    vote(comment, ben, -1)
    assert counted(comment) == (0, 1)
    vote(comment, ben, 1, key="mia7q3k1-a")
    assert counted(comment) == (0, 1)
    vote(comment, ben, 1, key="mia7q3k3-c")
    assert counted(comment) == (1, 0)


def test_keys_sort_by_their_letters_whatever_the_language_of_the_database(comment, ben):
    vote(comment, ben, 1, key="mia7q3k9-a")
    vote(comment, ben, -1, key="mia7q3ka-0")
    assert counted(comment) == (0, 1)


def test_is_refused_on_what_is_not_there(comment, ben):
    with pytest.raises(NotFound):
        vote(Comment(pk=comment.pk + 1), ben, 1)
    commands.hide_discussion(key=comment.discussion.key)
    with pytest.raises(NotFound):
        vote(comment, ben, 1)


def test_goes_to_the_database_twice(comment, ben, django_assert_num_queries):
    """To see whether it may be; and to lock, count and tell."""
    with django_assert_num_queries(2):
        vote(comment, ben, 1)


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

    def send(reader, seed):
        choose = random.Random(seed)
        for _ in range(25):
            comment, value = choose.choice(comments), choose.choice([-1, 0, 1])
            vote(comment, reader, value)
            vote(comment, reader, value)
            last[reader.pk, comment.pk] = value

    together(*(partial(send, reader, seed) for seed, reader in enumerate(readers[:12])))

    for comment in comments:
        comment.refresh_from_db()
        values = [value for (_, comment_id), value in last.items() if comment_id == comment.pk]
        assert comment.up_votes == values.count(1)
        assert comment.down_votes == values.count(-1)


def test_counts_one_vote_when_one_reader_sends_it_from_many_tabs_at_once(committed):
    reader, author = crowd(2)
    comment = say(open_discussion(), author)

    together(*[partial(vote, comment, reader, 1)] * 16)

    comment.refresh_from_db()
    assert (comment.up_votes, Vote.objects.count()) == (1, 1)
