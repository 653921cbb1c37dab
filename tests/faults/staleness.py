"""How long removed words stay public: every page of every node, asked again and again from the acknowledgement."""

import asyncio
from dataclasses import dataclass, field

from .connection import Browser, Unanswered
from .play import say

SECONDS_BETWEEN = 0.01
CONNECTIONS_TO_WORKERS = 4


@dataclass
class Staleness:
    """What was seen after a removal was acknowledged. Times are in seconds after it."""

    asked: int = 0
    stale: int = 0
    last_stale: float = -1.0
    where: set[str] = field(default_factory=set)
    sources: dict[str, int] = field(default_factory=dict)

    def add(self, other):
        """Take another round into account."""
        self.asked += other.asked
        self.stale += other.stale
        self.last_stale = max(self.last_stale, other.last_stale)
        self.where |= other.where
        for source, number in other.sources.items():
            self.sources[source] = self.sources.get(source, 0) + number

    def __str__(self):
        longest = f"{self.last_stale * 1000:.1f} ms" if self.stale else "never"
        return f"{self.asked} pages asked, {self.stale} stale, latest stale {longest} {self.where or ''}"


def pages_showing(article, comment, thread):
    """Every address on which the words of `comment` stand."""
    return [
        article["path"],
        f"/discussions/{article['key']}/",
        f"/discussions/{article['key']}/all/",
        f"/comments/{comment}/",
        f"/comments/{thread}/thread/",
        f"/comments/{comment}/history/",
        f"/comments/{comment}/reply/?quote=1",
    ]


class Pollers:
    """One browser for each page of each node, several where workers share a port."""

    def __init__(self, broadsheet, paths):
        self.browsers = [
            (Browser(port, patience=5), path)
            for port in broadsheet.ports
            for _copy in range(CONNECTIONS_TO_WORKERS if port == broadsheet.port else 1)
            for path in paths
        ]

    async def warm(self):
        """Ask each once, so that every process has made every page. All of them are there."""
        answers = await asyncio.gather(*(one.get(path) for one, path in self.browsers))
        assert {answer.status for answer in answers} == {200}

    async def watch(self, words, acknowledged, *, seconds):
        """Ask each every 10 ms for so long; answer when `words` were last seen after `acknowledged`."""
        seen = Staleness()
        clock = asyncio.get_running_loop().time

        async def poll(browser, path):
            while (asked_at := clock()) < acknowledged + seconds:
                try:
                    answer = await browser.get(path)
                except Unanswered:
                    continue
                seen.asked += 1
                source = answer.header("cache-status") or str(answer.status)
                seen.sources[source] = seen.sources.get(source, 0) + 1
                if words in answer.text:
                    seen.stale += 1
                    seen.last_stale = max(seen.last_stale, asked_at - acknowledged)
                    seen.where.add(f"{browser.port} {path} {source}")
                await asyncio.sleep(SECONDS_BETWEEN)

        await asyncio.gather(*(poll(browser, path) for browser, path in self.browsers))
        return seen

    def end(self):
        """Cut all connections."""
        for browser, _path in self.browsers:
            browser.hang_up()


async def remove_and_watch(broadsheet, article, name, *, before=None, after=None, seconds):
    """Say something, let every process show it, remove it, and see who still does."""
    words = f"zz0s{name}n0v0zz"
    key = article["key"]
    comment = await say(broadsheet.port, key, words)
    pollers = Pollers(broadsheet, pages_showing(article, comment, comment))
    moderator = await broadsheet.moderator()
    try:
        await pollers.warm()
        if before:
            before()
        answer = await moderator.post(f"/comments/{comment}/remove/", {"reason": "Off topic."})
        assert answer.status == 302, answer.text
        acknowledged = asyncio.get_running_loop().time()
        if after:
            after()
        return await pollers.watch(words, acknowledged, seconds=seconds)
    finally:
        pollers.end()
        moderator.hang_up()
