"""take …"""

import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from django.db import OperationalError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from broadsheet.core import limits
from broadsheet.core.limits import Limit, TooOften, take
from factories.together import together

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
POST = Limit("post", 5, 60 * 60)
VOTE = Limit("vote", 2, 1, 10)
ADA, BEN = "person:1", "person:2"

pytestmark = pytest.mark.usefixtures("limits_hold")


@pytest.fixture
def counting(db):
    """A table in which nobody has taken anything."""
    forget()


def forget():
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {limits.TABLE}")


def taken(limit, subject, *, at, times=100):
    """How many of so many tries at one moment are let through."""
    return sum(goes_through((limit, subject), at=at) for _ in range(times))


def goes_through(*asked, at):
    try:
        take(*asked, at=at)
    except TooOften:
        return False
    return True


def test_lets_the_burst_through_and_no_more(counting):
    assert taken(POST, ADA, at=NOON) == 5
    assert taken(VOTE, ADA, at=NOON) == 10


def test_lets_one_more_through_after_each_pause(counting):
    taken(POST, ADA, at=NOON)

    assert taken(POST, ADA, at=NOON + timedelta(minutes=12, microseconds=-1)) == 0
    assert taken(POST, ADA, at=NOON + timedelta(minutes=12)) == 1
    assert taken(POST, ADA, at=NOON + timedelta(minutes=36)) == 2


def test_lets_the_whole_burst_through_after_a_rest_and_saves_no_more(counting):
    taken(POST, ADA, at=NOON)

    assert taken(POST, ADA, at=NOON + timedelta(days=30)) == 5


def test_counts_for_each_subject_and_each_limit_by_itself(counting):
    taken(POST, ADA, at=NOON)

    assert taken(POST, BEN, at=NOON) == 5
    assert taken(VOTE, ADA, at=NOON) == 10


def test_says_how_long_to_wait_in_the_reader_s_words(counting):
    taken(POST, ADA, at=NOON)

    with pytest.raises(TooOften) as refused:
        take((POST, ADA), at=NOON + timedelta(seconds=0.5))

    assert refused.value.retry_after == 12 * 60
    assert refused.value.details == {"limit": "post", "retry_after": 12 * 60}
    assert refused.value.sentence == (
        "That was a little too often. Please try again in 12 minutes."
    )


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 second"), (119, "119 seconds"), (121, "3 minutes"), (7_201, "3 hours")],
)
def test_says_no_time_that_would_be_too_early(seconds, said):
    assert f"in {said}." in TooOften(limit="post", seconds=seconds).sentence


def test_counts_none_if_one_of_them_refuses_and_names_that(counting):
    taken(POST, ADA, at=NOON)

    with pytest.raises(TooOften) as refused:
        take((VOTE, ADA), (POST, ADA), (VOTE, BEN), at=NOON)

    assert refused.value.details["limit"] == "post"
    assert taken(VOTE, ADA, at=NOON) == taken(VOTE, BEN, at=NOON) == 10


def test_names_the_longest_wait(counting):
    taken(POST, ADA, at=NOON)
    taken(VOTE, ADA, at=NOON)

    with pytest.raises(TooOften) as refused:
        take((VOTE, ADA), (POST, ADA), at=NOON)

    assert refused.value.retry_after == 12 * 60


def test_counts_what_is_asked_for_twice_once(counting):
    assert goes_through((POST, ADA), (POST, ADA), at=NOON)
    assert taken(POST, ADA, at=NOON) == 4


def test_counts_what_comes_again_under_its_name_once(counting):
    for _ in range(20):
        take((POST, ADA), once="submission:1", at=NOON)

    assert taken(POST, ADA, at=NOON) == 4


def test_lets_through_again_what_it_has_counted_when_all_is_taken(counting):
    take((POST, ADA), once="submission:1", at=NOON)
    taken(POST, ADA, at=NOON)

    take((POST, ADA), once="submission:1", at=NOON)
    with pytest.raises(TooOften):
        take((POST, ADA), once="submission:2", at=NOON)


def test_does_not_let_through_later_what_it_has_refused(counting):
    taken(POST, ADA, at=NOON)

    for _ in range(2):
        with pytest.raises(TooOften):
            take((POST, ADA), once="submission:1", at=NOON)


def test_forgets_after_a_day_what_it_has_counted(counting):
    take((POST, ADA), once="submission:1", at=NOON)

    tomorrow = NOON + timedelta(days=1)
    take((POST, ADA), once="submission:1", at=tomorrow)

    assert taken(POST, ADA, at=tomorrow) == 4


def test_costs_one_way_to_the_database(counting, django_assert_num_queries):
    with django_assert_num_queries(1):
        take((POST, ADA), (VOTE, ADA), (POST, BEN))


def test_costs_nothing_where_it_is_switched_off(options, django_assert_num_queries, db):
    options(limits="off")

    with django_assert_num_queries(0):
        for _ in range(20):
            take((POST, ADA))


def test_holds_to_what_the_operator_says(counting, options):
    options(limits="post=2/1h, vote=off")

    assert taken(POST, ADA, at=NOON) == 2
    assert taken(VOTE, ADA, at=NOON) == 100


def test_keeps_no_name_of_anybody(counting):
    take((POST, ADA))

    with connection.cursor() as cursor:
        cursor.execute(f"SELECT kept::text FROM {limits.TABLE} kept")
        assert "person" not in cursor.fetchone()[0]


def test_asks_the_clock_of_the_database(counting, time_machine):
    """A machine whose clock goes wrong agrees with the others."""
    assert sum(goes_through((POST, ADA), at=None) for _ in range(9)) == 5

    time_machine.move_to(NOON + timedelta(days=400))

    assert not goes_through((POST, ADA), at=None)


def test_makes_nobody_wait_longer_when_the_clock_goes_back(counting):
    taken(POST, ADA, at=NOON)

    with pytest.raises(TooOften) as refused:
        take((POST, ADA), at=NOON - timedelta(days=1))

    assert refused.value.retry_after == 12 * 60
    assert taken(POST, ADA, at=NOON - timedelta(days=1) + timedelta(minutes=12)) == 1


def test_lets_nobody_do_more_when_the_clock_goes_back(counting):
    taken(POST, ADA, at=NOON)

    assert taken(POST, ADA, at=NOON - timedelta(seconds=1)) == 0
    assert taken(POST, ADA, at=NOON - timedelta(hours=1)) == 0


def test_makes_nobody_wait_longer_when_the_operator_allows_more(counting, options):
    options(limits="post=1/1d")
    taken(POST, ADA, at=NOON)

    options(limits="post=1/1min")

    assert taken(POST, ADA, at=NOON) == 0
    assert taken(POST, ADA, at=NOON + timedelta(minutes=1)) == 1


class Model:
    """GCRA as a machine of whole microseconds, which knows no database."""

    def __init__(self):
        self.due = {}

    def take(self, asked, now):
        dues = {}
        for limit, subject in dict.fromkeys(asked):
            pause = limit.pause // timedelta(microseconds=1)
            due = max(self.due.get((limit.name, subject), now), now)
            if due - now > (limit.at_once - 1) * pause:
                return False
            dues[limit.name, subject] = due + pause
        self.due |= dues
        return True


LIMITS = st.sampled_from(
    [Limit("a", 3, 10), Limit("b", 1, 7), Limit("c", 7, 3, 2), Limit("d", 2, 1, 10)]
)
TAKERS = st.lists(st.tuples(LIMITS, st.sampled_from([ADA, BEN])), min_size=1, max_size=4)
PAUSES = st.one_of(
    st.just(0), st.integers(0, 5_000_000), st.sampled_from([3_333_333, 7_000_000, 428_571])
)


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[
        HealthCheck.function_scoped_fixture
    ],  # each history begins by forgetting
)
@given(history=st.lists(st.tuples(PAUSES, TAKERS), max_size=25))
def test_decides_as_the_algorithm_does(counting, history):
    forget()
    model, moment = Model(), 0
    for pause, asked in history:
        moment += pause
        now = NOON + timedelta(microseconds=moment)
        assert goes_through(*asked, at=now) == model.take(asked, moment), (asked, now)


def in_threads(work, count):
    """Do `work` in so many threads at once, each with its own way to the database; answer what each says."""
    return together(*(partial(work, number) for number in range(count)))


@pytest.fixture
def at_once(committed, counting_committed):
    """A database that several threads see."""


@pytest.fixture
def counting_committed(committed):
    forget()
    yield
    forget()


def test_lets_exactly_the_burst_of_fifty_at_once_through(at_once):
    answers = in_threads(lambda _: goes_through((POST, ADA), at=NOON), 50)

    assert sorted(answers) == [False] * 45 + [True] * 5


ANOTHER_PROCESS = """
import sys

import django
from django.conf import settings

django.setup()
from django.db import connections
from broadsheet.core.limits import Limit, TooOften, take

host, name = sys.argv[1:]
connections.settings["default"].update(HOST=host, NAME=name)
settings.BROADSHEET = {**settings.BROADSHEET, "limits": ""}
connections["default"].ensure_connection()
print("ready", flush=True)
sys.stdin.readline()
through = 0
for _ in range(40):
    try:
        take((Limit("post", 5, 60 * 60), "person:1"))
        through += 1
    except TooOften:
        pass
print(through)
"""


def test_counts_for_all_processes_together(at_once):
    place = [connection.settings_dict[name] for name in ("HOST", "NAME")]
    processes = [
        subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", ANOTHER_PROCESS, *place],
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "broadsheet.web.settings.test"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for process in processes:
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        process.stdin.write("\n")
        process.stdin.flush()
    answers = [process.communicate(timeout=60)[0] for process in processes]

    assert sum(map(int, answers)) == 5


def test_counts_what_comes_fifty_times_at_once_under_one_name_once(at_once):
    def again(_number):
        return take((POST, ADA), once="submission:1", at=NOON)

    assert in_threads(again, 50) == [None] * 50
    assert taken(POST, ADA, at=NOON) == 4


def test_lets_no_two_takers_wait_for_each_other_for_ever(at_once):
    """Each asks for the same ones in another order; a deadlock would be an OperationalError."""
    wide = [Limit(f"wide-{number}", 1_000, 1) for number in range(6)]

    def ask(number):
        turned = wide[number % 6 :] + wide[: number % 6]
        return sum(goes_through(*((limit, ADA) for limit in turned), at=NOON) for _ in range(40))

    assert in_threads(ask, 12) == [40] * 12


def test_holds_no_lock_once_it_has_answered(at_once):
    take((POST, ADA))

    assert in_threads(lambda _: goes_through((POST, ADA), at=None), 1) == [True]


def test_is_undone_with_the_transaction_around_it(at_once):
    with transaction.atomic():
        assert taken(POST, ADA, at=NOON) == 5
        transaction.set_rollback(True)

    assert taken(POST, ADA, at=NOON) == 5


def test_passes_on_that_the_database_refuses(at_once):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION READ ONLY")
        with pytest.raises(Exception, match="read-only") as refused:
            take((POST, ADA))
        transaction.set_rollback(True)
    assert not isinstance(refused.value, TooOften)

    connection.connection.close()
    with pytest.raises(OperationalError):
        take((POST, ADA))
    connection.close()


def test_costs_no_disk(db):
    with connection.cursor() as cursor:
        cursor.execute("SELECT relpersistence FROM pg_class WHERE relname = %s", [limits.TABLE])
        assert cursor.fetchone() == ("u",)
