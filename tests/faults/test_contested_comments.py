"""A comment is removed while its author edits it and others answer it: the removal holds, and all is recorded."""

from .checker import wrong_counters
from .connection import run
from .contest import contest

ROUNDS = 12
# As in test_staleness: 100 ms are promised.
LONGEST_SECONDS = 0.5


def test_removed_words_stay_removed_whoever_edits_meanwhile(broadsheet, article):
    result = run(contest(broadsheet, article, rounds=ROUNDS, seed=5))
    print(result)

    assert result.rounds == ROUNDS
    assert result.not_removed == []
    assert result.unrecorded == []
    assert result.last_stale <= LONGEST_SECONDS, result
    assert wrong_counters(broadsheet, article["key"]) == []
