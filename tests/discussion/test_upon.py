"""What comes late: a decision or an edit made upon what has changed since …"""

import pytest

from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment, Intervention
from factories.discussion import say
from factories.moments import NOON


@pytest.fixture
def comment(discussion, ada):
    return say(discussion, ada, "First words.")


def newest(comment):
    return Intervention.objects.filter(comment=comment).order_by("-pk").values_list("pk")[0][0]


def test_undoes_no_newer_decision(comment, mona):
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON, upon=0)
    seen = newest(comment)
    commands.restore_comment(comment=comment, moderator=mona, at=NOON, upon=seen)
    commands.remove_comment(
        comment=comment, moderator=mona, reason="Abuse.", at=NOON, upon=newest(comment)
    )
    with pytest.raises(commands.DecidedMeanwhile):
        commands.restore_comment(comment=comment, moderator=mona, at=NOON, upon=seen)
    assert not Comment.objects.get().is_published


def test_is_answered_like_the_first_time_when_it_is_only_sent_again(comment, mona):
    for _ in range(2):
        removed = commands.remove_comment(
            comment=comment, moderator=mona, reason="Abuse.", at=NOON, upon=0
        )
        assert removed.reason == "Abuse."
    assert Intervention.objects.count() == 1


def test_is_refused_where_somebody_else_has_decided(comment, mona, ed):
    ed.is_staff = True
    ed.save(update_fields=["is_staff"])
    commands.feature_comment(comment=comment, moderator=ed, at=NOON, upon=0)
    with pytest.raises(commands.DecidedMeanwhile):
        commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON, upon=0)


@pytest.mark.parametrize("act", ["pin_thread", "close_thread", "feature_comment"])
def test_sets_no_mark_that_was_taken_away(comment, mona, act):
    undo = {
        "pin_thread": "unpin_thread",
        "close_thread": "reopen_thread",
        "feature_comment": "unfeature_comment",
    }
    getattr(commands, act)(comment=comment, moderator=mona, at=NOON, upon=0)
    getattr(commands, undo[act])(comment=comment, moderator=mona, at=NOON, upon=newest(comment))
    with pytest.raises(commands.DecidedMeanwhile):
        getattr(commands, act)(comment=comment, moderator=mona, at=NOON, upon=0)


def test_undoes_no_newer_edit(comment, ada):
    edited = commands.edit_comment(comment=comment, editor=ada, source="Second.", at=NOON, upon=0)
    upon = edited.revisions.get().pk
    commands.edit_comment(comment=edited, editor=ada, source="Third.", at=NOON, upon=upon)
    with pytest.raises(commands.EditedMeanwhile):
        commands.edit_comment(comment=comment, editor=ada, source="Second.", at=NOON, upon=0)
    assert Comment.objects.get().source == "Third."


def test_is_one_edit_when_it_is_sent_again(comment, ada):
    for _ in range(2):
        commands.edit_comment(comment=comment, editor=ada, source="Second.", at=NOON, upon=0)
    assert comment.revisions.count() == 1


def test_is_known_by_the_form_that_is_given_back(client, comment, mona):
    client.force_login(mona)
    path = f"/comments/{comment.pk}"
    form = {"reason": "Abuse.", "upon": "0"}
    assert b'name="upon" value="0"' in client.get(f"{path}/actions/").content
    assert (
        client.post(f"{path}/remove/", form, headers={"Sec-Fetch-Site": "same-origin"}).status_code
        == 302
    )
    assert f'name="upon" value="{newest(comment)}"' in client.get(f"{path}/actions/").text
