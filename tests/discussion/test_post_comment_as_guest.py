"""post_comment_as_guest …"""

import pytest

from broadsheet.accounts.commands import NameMissing, create_silent_guest
from broadsheet.accounts.models import Strength, User
from broadsheet.discussion import commands
from broadsheet.discussion.words import NothingSaid
from factories.moments import NOON


def post(discussion, *, guest=None, name="Grace", source="Hello.", key="key", email=""):
    return commands.post_comment_as_guest(
        discussion=discussion,
        guest=guest,
        name=name,
        email=email,
        source=source,
        submission_key=key,
        at=NOON,
    )


def test_makes_a_guest_of_a_name(discussion):
    author = post(discussion, email="grace@example.org").author
    assert (author.name, author.strength) == ("Grace", Strength.GUEST)
    assert (author.email, author.claimed_email) == (None, "grace@example.org")


def test_knows_a_guest_by_their_key(discussion):
    first = post(discussion)
    second = post(discussion, guest=first.author, name="Somebody else", key="other")
    assert second.author == first.author
    assert User.objects.get().name == "Grace"


def test_gives_a_silent_guest_their_name(discussion):
    guest = create_silent_guest(at=NOON)
    assert post(discussion, guest=guest).author.name == "Grace"


def test_makes_no_second_guest_of_a_submission_that_is_repeated(discussion):
    first = post(discussion)
    again = post(discussion)
    assert again == first
    assert User.objects.count() == 1


@pytest.mark.parametrize("name", ["", "   ", "\u200b\u200d", "\u202e"])
def test_refuses_a_name_nobody_can_see(discussion, name):
    with pytest.raises(NameMissing):
        post(discussion, name=name)


def test_makes_no_guest_of_a_comment_that_is_refused(discussion):
    with pytest.raises(NothingSaid):
        post(discussion, source=" ")
    assert not User.objects.exists()


def test_refuses_guests_where_the_newsroom_wants_none(discussion, rights):
    rights(GUEST=set())
    with pytest.raises(commands.GuestsNotWelcome):
        post(discussion)
