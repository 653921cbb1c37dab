"""follow_discussion, follow_thread …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands
from broadsheet.discussion.models import Follow
from factories.discussion import say
from factories.moments import NOON, minutes

EARLY, LATE = "mia7q3k0-aaaaaa", "mia7q3k9-aaaaaa"


def follow(discussion, reader, *, is_on=True, key="", at=NOON):
    return commands.follow_discussion(
        discussion=discussion, reader=reader, is_on=is_on, submission_key=key, at=at
    )


def test_says_what_shall_be(discussion, ada):
    assert follow(discussion, ada) is True
    assert follow(discussion, ada) is True
    assert Follow.objects.count() == 1
    assert follow(discussion, ada, is_on=False) is False
    assert not Follow.objects.get().is_on


def test_a_decision_that_comes_late_undoes_no_newer_one(discussion, ada):
    follow(discussion, ada, is_on=False, key=LATE)

    assert follow(discussion, ada, is_on=True, key=EARLY) is False
    assert not Follow.objects.get().is_on


def test_saying_it_again_makes_nothing_seen(discussion, ada, ben):
    follow(discussion, ada)
    say(discussion, ben)
    follow(discussion, ada, at=NOON + minutes(5))

    assert Follow.objects.get().seen_version == discussion.version - 1
    assert Follow.objects.get().followed_at == NOON


def test_beginning_anew_begins_with_what_there_is(discussion, ada, ben):
    follow(discussion, ada)
    follow(discussion, ada, is_on=False)
    say(discussion, ben)
    follow(discussion, ada)

    assert Follow.objects.get().seen_version == discussion.version


def test_a_thread_is_followed_from_any_of_its_comments(discussion, ada, ben):
    first = say(discussion, ben)
    reply = say(discussion, ada, to=first)

    commands.follow_thread(comment_id=reply.pk, reader=ada, is_on=True, at=NOON)
    commands.follow_thread(comment_id=first.pk, reader=ada, is_on=True, at=NOON)

    assert Follow.objects.get().thread_id == first.pk


def test_refuses_a_thread_that_is_not_to_be_seen(discussion, ada, ben):
    first = say(discussion, ben)
    commands.hide_discussion(key=discussion.key)

    for comment_id in (first.pk, 10**9):
        with pytest.raises(NotFound):
            commands.follow_thread(comment_id=comment_id, reader=ada, is_on=True, at=NOON)
