"""A full disk stops writing, not reading, and nothing that was acknowledged is lost."""

import contextlib
import subprocess

import pytest

from .conftest import folder_of_our_own
from .connection import Browser, run

# Room for the database and little more.
SIZE = "160m"
POSTS_AT_MOST = 400
LONG_WORDS = "Words that fill a page. " * 150


@pytest.fixture
def on_a_small_disk(prepared):
    """A Broadsheet whose data folder is a file system of its own, in memory."""
    with folder_of_our_own() as folder:
        small = folder / "small"
        small.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "tmpfs", small]
        mounted = subprocess.run(mount, check=False, capture_output=True, text=True)
        if mounted.returncode:
            pytest.skip(f"no file system can be mounted here: {mounted.stderr.strip()}")
        broadsheet = None
        try:
            broadsheet = prepared.copied_to(small / "data")
            broadsheet.output = folder / "output"
            yield broadsheet.start()
        finally:
            if broadsheet is not None:
                broadsheet.clear_away()
            subprocess.run(["umount", "--lazy", small], check=True)


def fill_up(folder):
    """Leave not a byte free; answer the file that takes it all."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"\0" * 65_536)
    return ballast


def test_a_full_disk_is_said_and_survived(on_a_small_disk):
    broadsheet = on_a_small_disk
    article = broadsheet.articles[0]
    acknowledged, refused, reads, again = run(write_until_full(broadsheet, article))
    print(
        f"{len(acknowledged)} posts before it was full, then {refused.status}; reads {reads}; after: {again}"
    )

    assert refused.status == 503, refused.text[:2_000]
    assert refused.header("retry-after").isdigit()
    assert "Words that fill a page." in refused.text
    assert reads == [200, 200]
    assert again == 302
    there = {
        key
        for [key] in broadsheet.ask_database(
            "SELECT submission_key FROM broadsheet_discussion_comment"
        )
    }
    assert set(acknowledged) - there == set()


async def write_until_full(broadsheet, article):
    """Post until it is refused, read, make room, and post again."""
    guest = Browser(broadsheet.port, patience=30)
    path = f"/discussions/{article['key']}/comments/"

    async def post(number):
        key = f"full-{number}"
        form = {"body": f"{number} {LONG_WORDS}", "name": "Ada", "submission_key": key}
        return key, await guest.post(path, form)

    acknowledged = []
    key, answer = await post(0)
    acknowledged.append(key)
    ballast = fill_up(broadsheet.data)
    for number in range(1, POSTS_AT_MOST):
        key, answer = await post(number)
        if answer.status != 302:
            break
        acknowledged.append(key)
    reads = [
        (await guest.get(page)).status
        for page in (article["path"], f"/discussions/{article['key']}/")
    ]
    ballast.unlink()
    for number in range(POSTS_AT_MOST, POSTS_AT_MOST + 200):
        key, again = await post(number)
        if again.status == 302:
            acknowledged.append(key)
            break
    return acknowledged, answer, reads, again.status
