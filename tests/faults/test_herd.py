"""A crowd that comes at once to a page nobody has asked for yet: it is made once."""

from .connection import run
from .crowd import come_at_once

READERS = 1_000
RENDERINGS = 2


def test_a_thousand_cold_readers_cost_two_renderings(broadsheet, article):
    port = broadsheet.ports[-1]
    seconds, statuses, sources = run(come_at_once(port, article["path"], READERS))
    print(f"{READERS} readers answered in {seconds:.2f} s: {statuses}, {sources}")

    assert statuses == {200: READERS}
    assert 1 <= sources.get("broadsheet; fwd=miss", 0) <= RENDERINGS
