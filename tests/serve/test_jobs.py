"""The job process: beside its jobs it tells a cache in front what changed."""

import json

from factories.servers import Server


def test_tells_the_cache_that_the_options_name(installation):
    with Server() as cache:
        installation.extra = {
            "BROADSHEET_PURGE_URL": f"{cache.address}/purge",
            "BROADSHEET_PURGE_TOKEN": "known-to-both",
        }
        installation.start()
        installation.wait_for_job_worker()

        [asked] = cache.wait_for(1)
        assert installation.stop() == 0

    assert json.loads(asked.content) == {"everything": True}
    assert asked.headers["Authorization"] == "Bearer known-to-both"
    assert "killing" not in installation.said()
