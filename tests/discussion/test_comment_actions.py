"""comment_actions …"""

import pytest

from broadsheet.accounts.commands import rename_person
from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, queries
from factories.discussion import say
from factories.moments import NOON


def ask(comment, viewer):
    return queries.comment_actions(comment.pk, viewer=viewer, at=NOON)


def test_offers_an_author_their_own_words_to_edit(discussion, ada, ben):
    comment = say(discussion, ada, "Mine.")
    assert ask(comment, ada).source == "Mine."
    assert ask(comment, ben).source == ""
    assert ask(comment, None).acts == []


def test_offers_votes_to_others_only(discussion, ada, ben, zed):
    comment = say(discussion, ada)
    commands.cast_vote(comment=comment, voter=ben, value=1, at=NOON)
    assert (ask(comment, ben).may_vote, ask(comment, ben).vote) == (True, 1)
    assert ask(comment, ada).may_vote is False
    assert ask(comment, zed).may_vote is False


def test_shows_removed_words_to_staff_and_to_their_author_alone(discussion, ada, ben, mona):
    comment = say(discussion, ada, "Bad words.")
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    for viewer in (ada, mona):
        assert "Bad words." in ask(comment, viewer).comment.html
    for viewer in (ben, None):
        with pytest.raises(NotFound):
            ask(comment, viewer)
    assert ask(comment, mona).acts[0] == "restore"


def test_moderators_are_told_of_former_names_beside_a_comment(client, discussion, ada, mona, ben):
    comment = say(discussion, rename_person(person=ada, name="Augusta", at=NOON))
    told = {}
    for reader in (mona, ben):
        client.force_login(reader)
        told[reader.name] = (
            "<bdi>Ada</bdi>" in client.get(f"/comments/{comment.pk}/actions/").content.decode()
        )

    assert told == {"Mona": True, "Ben": False}
