from dataclasses import asdict

import pytest

from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Discussion
from broadsheet.discussion.queries.changes import CHANGES_AT_MOST
from factories.discussion import fill, say
from factories.moments import NOON

pytestmark = pytest.mark.django_db


@pytest.fixture
def changes(discussion):
    """What has changed since a version."""

    def since(version):
        fresh = Discussion.objects.get(pk=discussion.pk)
        return queries.changes(fresh, since=version, at=NOON)

    return since


@pytest.fixture
def version(changes):
    """The version of the discussion now."""
    return lambda: changes(10**9).version


def ids(found):
    return [one.comment for one in found]


def test_answers_nothing_where_nothing_happened(discussion, ada, changes, version):
    say(discussion, ada)
    found = changes(version())
    assert (found.added, found.changed, found.is_complete) == ([], [], True)


def test_names_new_comments_with_their_thread_and_what_they_answer(
    discussion, ada, ben, changes, version
):
    first = say(discussion, ada)
    before = version()
    reply = say(discussion, ben, to=first)
    answer = say(discussion, ada, to=reply)

    found = changes(before)
    assert [asdict(one) for one in found.added] == [
        {"comment": reply.pk, "thread": first.pk, "parent": first.pk},
        {"comment": answer.pk, "thread": first.pk, "parent": reply.pk},
    ]
    assert found.changed == []
    assert (found.version, found.comment_count) == (before + 2, 3)


def test_names_what_was_edited_marked_removed_and_withdrawn(
    discussion, ada, mona, changes, version
):
    edited, marked, removed, withdrawn = (say(discussion, ada, f"Word {n}.") for n in range(4))
    before = version()
    commands.edit_comment(comment=edited, editor=ada, source="Other words.", at=NOON)
    commands.feature_comment(comment=marked, moderator=mona, at=NOON)
    commands.remove_comment(comment=removed, moderator=mona, reason="Spam.", at=NOON)
    commands.withdraw_comment(comment=withdrawn, author=ada, at=NOON)

    assert [(one.comment, one.state) for one in changes(before).changed] == [
        (edited.pk, "published"),
        (marked.pk, "published"),
        (removed.pk, "removed"),
        (withdrawn.pk, "withdrawn"),
    ]


def test_names_votes_though_they_make_no_version(discussion, ada, ben, changes, version):
    comment = say(discussion, ada)
    before = version()
    commands.cast_vote(comment=comment, voter=ben, value=1, at=NOON)

    found = changes(before)
    assert found.version == before
    assert [asdict(one) for one in found.changed] == [
        {"comment": comment.pk, "state": "published", "up": 1, "down": 0}
    ]


def test_tells_nothing_of_what_waits(discussion, ada, mona, settings, changes, version):
    first = say(discussion, ada)
    before = version()
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    held = say(discussion, ada, "Wait.", to=first)
    assert held.status == "HELD"
    assert changes(before).added == changes(before).changed == []

    commands.release_comment(comment=held, moderator=mona, at=NOON)
    assert ids(changes(before).added) == [held.pk]


def test_a_removed_comment_is_not_told_as_new(discussion, ada, mona, changes, version):
    before = version()
    comment = say(discussion, ada)
    commands.remove_comment(comment=comment, moderator=mona, reason="Spam.", at=NOON)

    found = changes(before)
    assert found.added == []
    assert [one.state for one in found.changed] == ["removed"]


def test_a_restored_comment_is_told_again(discussion, ada, mona, changes, version):
    comment = say(discussion, ada)
    commands.remove_comment(comment=comment, moderator=mona, reason="Spam.", at=NOON)
    before = version()
    commands.restore_comment(comment=comment, moderator=mona, at=NOON)

    found = changes(before)
    assert ids(found.added) + ids(found.changed) == [comment.pk]


def test_says_whether_the_discussion_is_open(discussion, mona, changes):
    assert changes(0).is_open
    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)
    assert not changes(0).is_open


def test_says_so_where_there_is_too_much_to_tell(discussion, ada, changes):
    fill(discussion, ada, threads=CHANGES_AT_MOST + 1)
    discussion.comments.update(changed_in=1, appeared_in=1)
    Discussion.objects.filter(pk=discussion.pk).update(version=1)
    found = changes(0)
    assert (found.added, found.changed, found.is_complete) == ([], [], False)


def test_leaves_out_what_took_its_place_after_the_version_was_read(discussion, ada):
    stale = Discussion.objects.get(pk=discussion.pk)
    say(discussion, ada)
    found = queries.changes(stale, since=stale.version, at=NOON)
    assert found.added == found.changed == []


def test_costs_two_statements_however_much_was_said(
    discussion, ada, client, django_assert_num_queries
):
    fill(discussion, ada, threads=500, replies=2)
    comment = say(discussion, ada)
    with django_assert_num_queries(2):
        answer = client.get(f"/discussions/{discussion.key}/changes/?since=0")
    assert ids_in(answer.json()["added"]) == [comment.pk]


def ids_in(found):
    return [one["comment"] for one in found]


@pytest.mark.parametrize("since", ["", "?since=", "?since=-1", "?since=x", "?since=" + "9" * 19])
def test_refuses_a_version_it_does_not_understand(discussion, client, since):
    assert client.get(f"/discussions/{discussion.key}/changes/{since}").status_code == 404


def test_knows_no_other_discussion(client, db):
    assert client.get("/discussions/article:404/changes/?since=0").status_code == 404
