"""Who is paced how, in tests through the limits they meet."""

from datetime import timedelta

import pytest

from broadsheet.accounts.models import Strength
from broadsheet.core.limits import TooOften
from broadsheet.discussion.models import CommentStatus
from broadsheet.discussion.newcomers import is_new
from broadsheet.discussion.pacing import pace_edit, pace_post, pace_vote
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("limits_hold")]

LATER = NOON + timedelta(days=2)
HERE, THERE = "a" * 64, "b" * 64


@pytest.fixture
def known(ada):
    """A reader of whom three comments have been published, and who came two days ago."""
    discussion = open_discussion()
    for _ in range(3):
        say(discussion, ada)
    return ada


@pytest.fixture
def guest(ben):
    ben.strength = Strength.GUEST
    ben.save()
    return ben


def refused_by(pace, **arguments):
    """The name of the limit that refuses, or None."""
    try:
        pace(**arguments)
    except TooOften as refused:
        return refused.details["limit"]
    return None


def posts(author, *, address=HERE, number=0, at=LATER):
    return refused_by(pace_post, author=author, address=address, key=f"key-{number}", at=at)


def limits_met(author, *, many, address=HERE):
    return {posts(author, address=address, number=number) for number in range(many)} - {None}


def test_a_known_reader_pauses_for_seconds(known):
    assert posts(known, number=1) is None
    assert posts(known, number=2) == "post-pause"


def test_a_known_reader_writes_so_much_in_an_hour(known, options):
    options(limits="post-pause=off")
    assert [posts(known, number=number) for number in range(61)] == [None] * 60 + ["post"]


def test_a_new_reader_pauses_longer_and_writes_less(ada, options):
    posts(ada, number=1)
    assert posts(ada, number=2) == "post-new-pause"

    options(limits="post-new-pause=off")
    assert limits_met(ada, many=12) == {"post-new"}


def test_a_guest_writes_less_still_and_together_with_all_at_the_address(guest, options):
    posts(guest, number=1)
    assert posts(guest, number=2) == "post-guest-pause"

    options(limits="post-guest-pause=off")
    assert limits_met(guest, many=8) == {"post-guest"}

    options(limits="post-guest-pause=off, post-guest=off")
    assert limits_met(guest, many=25) == {"post-address"}
    assert posts(guest, address=THERE) is None


def test_who_leaves_the_key_behind_is_counted_at_the_address(db):
    assert [posts(None, number=number) for number in range(21)] == [None] * 20 + ["post-address"]
    assert posts(None, address=THERE) is None


def test_a_reader_is_counted_wherever_they_are(known):
    posts(known, address=HERE, number=1)
    assert posts(known, address=THERE, number=2) == "post-pause"


def test_a_submission_that_comes_again_is_neither_counted_nor_refused(guest):
    assert [posts(guest, number=1) for _ in range(30)] == [None] * 30


def votes(voter, comment_id=1, *, key="", address=HERE):
    return refused_by(pace_vote, voter=voter, address=address, comment_id=comment_id, key=key)


def test_votes_come_ten_at_once_and_no_more(ada):
    assert [votes(ada) for _ in range(11)] == [None] * 10 + ["vote-pace"]


def test_votes_are_so_many_a_day(ada, options):
    options(limits="vote-pace=off")
    assert [votes(ada) for _ in range(201)] == [None] * 200 + ["vote"]


def test_votes_of_guests_are_fewer_and_all_of_an_address_count(guest, options):
    options(limits="vote-pace=off")
    assert [votes(guest) for _ in range(21)] == [None] * 20 + ["vote-guest"]
    assert [votes(None) for _ in range(41)] == [None] * 40 + ["vote-address"]


def test_a_vote_that_comes_again_is_neither_counted_nor_refused(ada):
    assert [votes(ada, key="mia7q3k0-a") for _ in range(30)] == [None] * 30
    assert [votes(ada, key=f"mia7q3k0-b{n}") for n in range(10)] == [None] * 9 + ["vote-pace"]


def test_edits_are_so_many_a_day_and_the_same_words_are_one(ada):
    comment = say(open_discussion(), ada)

    def edits(source):
        return refused_by(pace_edit, comment=comment, editor=ada, source=source)

    assert [edits("The same.") for _ in range(40)] == [None] * 40
    assert [edits(f"Other {n}.") for n in range(30)] == [None] * 29 + ["edit"]


def test_a_reader_is_new_for_a_day_and_three_published_comments(ada):
    assert is_new(ada, at=NOON + timedelta(hours=23))
    assert is_new(ada, at=LATER)

    discussion = open_discussion()
    held = say(discussion, ada)
    held.status = CommentStatus.HELD
    held.save()
    for _ in range(2):
        say(discussion, ada)
    assert is_new(ada, at=LATER)

    say(discussion, ada)
    assert not is_new(ada, at=LATER)


def test_pacing_costs_one_way_to_the_database_once_a_reader_is_known(
    known, guest, django_assert_num_queries
):
    [stranger] = crowd(1)
    posts(known, number=1)

    with django_assert_num_queries(1):
        posts(known, number=2)
    with django_assert_num_queries(1):
        posts(guest)
    with django_assert_num_queries(1):
        votes(stranger)


def test_pacing_costs_nothing_where_it_is_switched_off(known, options, django_assert_num_queries):
    options(limits="off")

    with django_assert_num_queries(0):
        posts(known)
        votes(known)
