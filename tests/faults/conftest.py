"""A Broadsheet that is broken on purpose, and must be whole again after every test."""

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest

from factories.cluster import migrated_cluster

from .stage import Broadsheet, until_whole

ARTICLES = 24


def pytest_collection_modifyitems(items):
    """Keep this room in one process: it has a Broadsheet of its own, and a machine has few cores."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("faults"))


@pytest.fixture(scope="session")
def running():
    """A newspaper with some articles, two workers and, beside them, a second node over the same database."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-faults-") as folder:
        broadsheet = Broadsheet(Path(folder) / "data")
        broadsheet.data.mkdir()
        subprocess.run(["cp", "-a", migrated_cluster(), broadsheet.data / "postgres"], check=True)
        try:
            broadsheet.furnish(ARTICLES)
            broadsheet.start()
            broadsheet.start_node()
            broadsheet.wait_for_job_worker()
            broadsheet.wait_for_nodes()
            yield broadsheet
        finally:
            broadsheet.clear_away()
            shutil.rmtree(folder, ignore_errors=True)
            Path(folder).mkdir(exist_ok=True)


@pytest.fixture
def broadsheet(running):
    """It, whole."""
    yield running
    assert until_whole(running), running.said()[-5_000:]


@pytest.fixture
def article(running):
    """An article that no other test speaks about."""
    return running.unread.pop()


@pytest.fixture
def another_article(running):
    return running.unread.pop()

    """Print figures where whoever runs the tests sees them, with `-rP` or `-s`."""
    return print
