"""Every change that readers can see is one more version of its discussion …"""

import pytest

from broadsheet.discussion import commands, events
from broadsheet.discussion.models import Comment, CommentStatus, Discussion
from factories.bustle import Bustle, all_at_once
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON


@pytest.fixture
def hold(settings):
    """From now on everything waits, until called with False."""

    def choose(wanted=True):
        name = "factories.screeners.hold_everything" if wanted else ""
        settings.DISCUSSION_SCREENER = name or "broadsheet.discussion.screening.hold_what_must_wait"

    return choose


def version(of):
    return Discussion.objects.get(pk=getattr(of, "discussion_id", of.pk)).version


def seen(comment):
    """The versions in which the comment appeared and last changed."""
    return Comment.objects.values_list("appeared_in", "changed_in").get(pk=comment.pk)


def test_beginning_with_its_opening(discussion):
    assert version(discussion) == 1


def test_a_comment_appears_in_one(discussion, ada, ben):
    first = say(discussion, ada)
    answer = say(discussion, ben, to=first)
    assert (seen(first), seen(answer), version(discussion)) == ((2, 2), (3, 3), 3)


def test_a_comment_that_waits_appears_when_it_is_released(discussion, ada, mona, hold):
    hold()
    waiting = say(discussion, ada)
    assert (seen(waiting), version(discussion)) == ((0, 0), 1)

    commands.release_comment(comment=waiting, moderator=mona, at=NOON)
    assert (seen(waiting), version(discussion)) == ((2, 2), 2)


def test_nobody_sees_the_change_of_what_waits(discussion, ada, mona, hold):
    hold()
    waiting = Comment.objects.select_related("discussion", "parent").get(pk=say(discussion, ada).pk)
    commands.edit_comment(comment=waiting, editor=ada, source="Other words.", at=NOON)
    commands.feature_comment(comment=waiting, moderator=mona, at=NOON)
    assert (seen(waiting), version(discussion)) == ((0, 0), 1)


def test_whatever_is_done_to_a_comment_changes_it(discussion, ada, mona):
    said = say(discussion, ada)
    said = Comment.objects.select_related("discussion", "parent").get(pk=said.pk)
    by_mona = {"comment": said, "moderator": mona, "at": NOON}
    acts = [
        lambda: commands.edit_comment(comment=said, editor=ada, source="Better.", at=NOON),
        lambda: commands.pin_thread(**by_mona),
        lambda: commands.close_thread(**by_mona),
        lambda: commands.feature_comment(**by_mona),
        lambda: commands.remove_comment(reason="Abuse.", **by_mona),
        lambda: commands.restore_comment(**by_mona),
        lambda: commands.withdraw_comment(comment=said, author=ada, at=NOON),
    ]
    for number, act in enumerate(acts, start=3):
        act()
        assert (seen(said), version(discussion)) == ((2, number), number)


def test_what_changes_nothing_is_none(discussion, ada, mona):
    said = say(discussion, ada)
    said = Comment.objects.select_related("discussion", "parent").get(pk=said.pk)
    commands.edit_comment(comment=said, editor=ada, source=said.source, at=NOON)
    commands.unpin_thread(comment=said, moderator=mona, at=NOON)
    commands.release_comment(comment=said, moderator=mona, at=NOON)
    open_discussion()
    commands.reopen_discussion(discussion=discussion, moderator=mona, at=NOON)
    assert (seen(said), version(discussion)) == ((2, 2), 2)


def test_closing_and_opening_are_one_each(discussion, mona):
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    commands.reopen_discussion(discussion=discussion, moderator=mona, at=NOON)
    commands.end_discussion(key=discussion.key)
    open_discussion()
    commands.hide_discussion(key=discussion.key)
    assert version(discussion) == 6


def test_a_vote_counts_for_the_one_that_comes_next(discussion, ada, ben):
    said = say(discussion, ada)
    commands.cast_vote(comment=said, voter=ben, value=1, at=NOON)
    assert (seen(said), version(discussion)) == ((2, 3), 2)


def test_what_is_hidden_and_shown_again_appears_anew(discussion, ada, mona, hold):
    """Whoever came in between has it not on the page; whoever came before knows it by its id."""
    said = say(discussion, ada)
    said = Comment.objects.select_related("discussion", "parent").get(pk=said.pk)
    hold()
    commands.edit_comment(comment=said, editor=ada, source="Spam?", at=NOON)
    assert seen(said) == (2, 3)
    commands.release_comment(comment=said, moderator=mona, at=NOON)
    assert seen(said) == (4, 4)


def test_what_stands_for_the_sake_of_an_answer_comes_and_goes_with_it(
    discussion, ada, ben, mona, hold
):
    first = say(discussion, ada)
    hold()
    answer = say(discussion, ben, to=first)
    first = Comment.objects.select_related("discussion", "parent").get(pk=first.pk)
    commands.edit_comment(comment=first, editor=ada, source="Spam?", at=NOON)

    commands.release_comment(comment=answer, moderator=mona, at=NOON)
    assert (seen(first), seen(answer)) == ((4, 4), (4, 4))

    answer = Comment.objects.select_related("discussion", "parent").get(pk=answer.pk)
    commands.edit_comment(comment=answer, editor=ben, source="Spam!", at=NOON)
    first.refresh_from_db()
    discussion.refresh_from_db()
    assert (first.status, first.is_shown, first.reply_count) == (CommentStatus.HELD, False, 0)
    assert (discussion.thread_count, discussion.version) == (0, 5)
    assert (seen(first), seen(answer)) == ((4, 5), (4, 5))


def test_every_event_says_after_which(
    discussion, ada, mona, heard, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        said = say(discussion, ada)
        commands.remove_comment(comment=said, moderator=mona, reason="Abuse.", at=NOON)
        commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    assert [event.version for event in heard] == [2, 3, 4]


def test_they_are_gapless_and_in_the_order_of_commits_when_everybody_writes_at_once(
    committed, heard
):
    discussion = open_discussion()
    *people, moderator = crowd(6)
    moderator.is_staff = True
    moderator.save()

    failures = all_at_once(
        *(Bustle(discussion, people, moderator=moderator, seed=seed) for seed in range(8)), acts=20
    )

    assert not failures
    changes = [event for event in heard if not isinstance(event, events.VoteCast)]
    assert sorted(change.version for change in changes) == list(range(1, len(changes) + 1))
    discussion.refresh_from_db()
    assert discussion.version == len(changes)
    last = {}
    for change in sorted(changes[1:], key=lambda change: change.version):
        last[change.comment_id] = change.version
    for comment in Comment.objects.all():
        assert comment.changed_in >= last[comment.pk]


def test_restored_comments_have_none(discussion, ada):
    [identity] = commands.reserve_comment_ids(1)
    restored = commands.RestoredComment(
        id=identity,
        parent_id=None,
        author_id=ada.pk,
        source="From elsewhere.",
        status=CommentStatus.PUBLISHED,
        posted_at=NOON,
    )
    commands.restore_comments(discussion=discussion, comments=[restored])
    assert Comment.objects.values_list("appeared_in", "changed_in").get() == (0, 0)
    assert version(discussion) == 1
