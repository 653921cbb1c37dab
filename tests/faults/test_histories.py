"""Whatever is killed, nothing that was acknowledged is lost, and nothing is done twice."""

from .connection import run
from .figures import blow_table, verdict_table
from .nemesis import FAULTS
from .play import play

SEED = 7
GUESTS = 6

# The promise is 5 seconds on a machine that has nothing else to do; a busy one gets more, and the figures
# are printed.
SLOWEST_DATABASE_RECOVERY_SECONDS = 20
DATABASE_FAULTS = ("cut_all_sessions", "kill_session", "kill_postmaster")


def test_nothing_is_lost_or_done_twice(broadsheet, article, another_article):
    outcome = run(
        play(
            broadsheet,
            seed=SEED,
            clients=GUESTS,
            article=article,
            watched=another_article,
            rage=lambda nemesis: nemesis.rage(FAULTS),
            ports=broadsheet.ports[1:],
        )
    )
    print(verdict_table(outcome))
    print(blow_table(outcome.blows))

    assert outcome.verdict.acknowledged > 100
    assert outcome.verdict.is_sound, outcome.verdict
    assert [blow for blow in outcome.blows if not blow.recovered] == []
    slowest = [blow for blow in outcome.blows if blow.fault in DATABASE_FAULTS]
    assert max(blow.write_outage for blow in slowest) < SLOWEST_DATABASE_RECOVERY_SECONDS
