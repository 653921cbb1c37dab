"""count_votes_of …"""

from functools import partial

from broadsheet.discussion import commands
from broadsheet.discussion.commands.statements import write_vote
from broadsheet.discussion.events import VoteCast
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON
from factories.together import together


def keep_vote(comment, voter, value):
    """A vote that is kept and shown to its voter, but not counted."""
    vote = Vote(comment=comment, voter=voter, value=value, cast_at=NOON, is_counted=False)
    assert write_vote(vote)


def counted(comment):
    """The votes on a comment as the database has them: up, down."""
    return Comment.objects.values_list("up_votes", "down_votes").get(pk=comment.pk)


def test_counts_what_was_kept(
    discussion, ada, ben, dana, heard, django_capture_on_commit_callbacks
):
    liked, disliked, undecided = (say(discussion, ada) for _ in range(3))
    commands.cast_vote(comment=liked, voter=dana, value=1, at=NOON)
    for comment, value in ((liked, 1), (disliked, -1), (undecided, 0)):
        keep_vote(comment, ben, value)
    assert [counted(comment) for comment in (liked, disliked)] == [(1, 0), (0, 0)]

    with django_capture_on_commit_callbacks(execute=True):
        commands.count_votes_of(voter=ben)

    assert [counted(comment) for comment in (liked, disliked, undecided)] == [
        (2, 0),
        (0, 1),
        (0, 0),
    ]
    assert [(event.comment_id, event.up, event.down) for event in heard[-2:]] == [
        (liked.pk, 2, 0),
        (disliked.pk, 0, 1),
    ]
    assert all(isinstance(event, VoteCast) for event in heard[-2:])
    assert commands.check_counters() == []


def test_counts_them_once(discussion, ada, ben):
    comment = say(discussion, ada)
    keep_vote(comment, ben, 1)
    commands.count_votes_of(voter=ben)
    commands.count_votes_of(voter=ben)
    assert counted(comment) == (1, 0)


def test_leaves_the_votes_of_others(discussion, ada, ben, dana):
    comment = say(discussion, ada)
    keep_vote(comment, ben, 1)
    keep_vote(comment, dana, 1)
    commands.count_votes_of(voter=ben)
    assert counted(comment) == (1, 0)
    assert commands.check_counters() == []


def test_loses_none_while_everybody_votes(committed):
    discussion = open_discussion()
    author, *voters = crowd(9)
    comments = [say(discussion, author) for _ in range(5)]

    def vote_and_get_stronger(voter):
        for comment in comments:
            keep_vote(comment, voter, 1)
        commands.count_votes_of(voter=voter)

    together(*(partial(vote_and_get_stronger, voter) for voter in voters))

    assert {counted(comment) for comment in comments} == {(len(voters), 0)}
    assert commands.check_counters() == []
