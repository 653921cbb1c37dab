"""The shape of a limit, and what an operator may write."""

from datetime import timedelta

import pytest

from broadsheet.core.pace import Limit, LimitsRefused, in_force, read_limits, refuse_unknown

POST = Limit("post", 60, 3_600)
VOTE = Limit("vote", 2, 1, 10)


def test_pays_for_one_in_its_share_of_the_time():
    assert POST.pause == timedelta(minutes=1)
    assert Limit("code", 3, 10).pause == timedelta(microseconds=3_333_333)


@pytest.mark.parametrize(
    ("written", "is_written_again"),
    [
        ("post=5/1h", "5/1h"),
        (" post = 5 / h ", "5/1h"),
        ("post=1/30s", "1/30s"),
        ("post=200/d", "200/1d"),
        ("post=2/s burst 10", "2/1s burst 10"),
        ("post=5/90min", "5/90min"),
        ("post=5/120min", "5/2h"),
        ("post=3/3s burst 3", "3/3s"),
    ],
)
def test_is_read_as_it_is_written(written, is_written_again):
    assert str(in_force(POST, written)) == is_written_again


def test_is_as_it_was_where_nothing_is_written():
    assert in_force(POST, "") == in_force(POST, "vote=off") == POST


def test_is_off_where_that_is_written():
    assert in_force(POST, "off") is None
    assert in_force(POST, "vote=1/s, post=off") is None


def test_is_what_is_said_of_all_unless_it_is_named():
    assert str(in_force(VOTE, "all=1000/s, post=off")) == "1000/1s"
    assert in_force(VOTE, "all=1000/s").name == "vote"
    assert in_force(POST, "all=1000/s, post=off") is None


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("post", "'post' is not a limit such as post-guest=5/1h or vote=off"),
        ("post=", "post= cannot be read"),
        ("post=five/1h", "post=five/1h cannot be read"),
        ("post=5/1w", "units are s, min, h, d"),
        ("post=5", "post=5 cannot be read"),
        ("post=0/1h", "between 1 and 1000000 times"),
        ("post=5/1h burst 0", "between 1 and 1000000 times"),
        ("post=9999999/1h", "between 1 and 1000000 times"),
        ("post=5/0s", "between one second and 366 days"),
        ("post=5/367d", "between one second and 366 days"),
        ("post=5/1h, post=off", "post is there twice"),
        ("post=5/1h; vote=off", "cannot be read"),
        ("off, post=5/1h", "'off' is not a limit"),
    ],
)
def test_refuses_what_it_cannot_read_with_a_sentence(written, said):
    with pytest.raises(LimitsRefused) as refused:
        read_limits(written)

    assert said in str(refused.value)


def test_refuses_what_nobody_limits():
    refuse_unknown(read_limits("post=5/1h, all=off"), known=[POST])

    with pytest.raises(LimitsRefused, match="'pots' is not a limit"):
        refuse_unknown(read_limits("pots=5/1h"), known=[POST])
