"""What a page costs where very much was said, in bytes and in time."""

import asyncio
import statistics

from .connection import Browser

REPEATS = 5


async def cost(port, path):
    """The bytes of a page, the seconds until its first answer, which is made, and of later ones, remembered."""
    clock = asyncio.get_running_loop().time
    browser = Browser(port, patience=120)
    times = []
    for _repeat in range(REPEATS):
        began = clock()
        answer = await browser.get(path)
        times.append(clock() - began)
        assert answer.status == 200, answer.text[:500]
    browser.hang_up()
    return len(answer.body), times[0], statistics.median(times[1:])


async def costs(port, pages):
    """For each name and path: bytes, first answer in ms, later answers in ms."""
    rows = []
    for name, path in pages.items():
        size, first, later = await cost(port, path)
        rows.append([name, size, f"{first * 1000:.1f}", f"{later * 1000:.1f}"])
    return rows


def large_pages(broadsheet):
    """The pages of the articles that `furnish` made large, by what they are."""
    large, deep, tenth, empty = broadsheet.articles[:4]
    [[thread]] = broadsheet.ask_database(
        "SELECT min(c.id) FROM broadsheet_discussion_comment AS c"
        " JOIN broadsheet_discussion_discussion AS d ON d.id = discussion_id WHERE key = %s",
        [deep["key"]],
    )
    return {
        "article, nothing said": empty["path"],
        "article, a tenth of the comments": tenth["path"],
        "article, most comments": large["path"],
        "the same, most replies first": f"{large['path']}?sort=most-replied",
        "article, a long chain": deep["path"],
        "the chain's own page": f"/comments/{thread}/thread/",
        "everything said, first part": f"/discussions/{large['key']}/all/",
        "front page of many stories": "/",
    }
