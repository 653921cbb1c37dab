"""A Broadsheet that is broken on purpose, and must be whole again after every test."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

from factories.cluster import migrated_cluster

from .stage import Broadsheet, until_whole

ARTICLES = 28
LARGE = ("--comments", "3000", "--chain", "1000", "--stories", "100")


@contextmanager
def folder_of_our_own():
    # Beside, not in, pytest's own folders: those are closed to the account PostgreSQL runs as.
    with tempfile.TemporaryDirectory(prefix="broadsheet-faults-") as folder:
        yield Path(folder)
        shutil.rmtree(folder, ignore_errors=True)
        Path(folder).mkdir(exist_ok=True)


@pytest.fixture(scope="session")
def prepared():
    """A newspaper with some articles, stopped, to be copied."""
    with folder_of_our_own() as folder:
        broadsheet = Broadsheet(folder / "data")
        broadsheet.data.mkdir()
        subprocess.run(["cp", "-a", migrated_cluster(), broadsheet.data / "postgres"], check=True)
        broadsheet.furnish(ARTICLES, *LARGE)
        yield broadsheet


@pytest.fixture(scope="session")
def running(prepared):
    """It, running with two workers, and beside them a second node over the same database."""
    with folder_of_our_own() as folder:
        broadsheet = prepared.copied_to(folder / "data")
        try:
            broadsheet.start()
            broadsheet.start_node()
            broadsheet.wait_for_job_worker()
            broadsheet.wait_for_nodes()
            yield broadsheet
        finally:
            broadsheet.clear_away()


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
