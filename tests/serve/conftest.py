"""A Broadsheet to start and stop."""

import tempfile
from pathlib import Path

import pytest
from serving import Installation, newly_copied


@pytest.fixture(scope="session")
def prepared():
    """A data folder with tables and static files, to be copied: making one takes some seconds."""
    with tempfile.TemporaryDirectory(prefix="broadsheet-prepared-") as folder:
        installation = Installation(Path(folder) / "data")
        made = installation.call("init")
        assert made.returncode == 0, made.stderr
        yield installation.data


@pytest.fixture
def installation(prepared):
    """A prepared Broadsheet that does not run yet."""
    with newly_copied(prepared) as copied:
        yield copied


@pytest.fixture
def another_installation(prepared):
    with newly_copied(prepared) as copied:
        yield copied


@pytest.fixture(scope="session")
def running(prepared):
    """A Broadsheet that runs, for tests that leave it as it was."""
    with newly_copied(prepared) as copied:
        copied.start()
        copied.wait_for_job_worker()
        yield copied
