"""A whole history: clients, a moderator and a nemesis on one stage, and the verdict at the end."""

import asyncio
from dataclasses import dataclass

from .checker import Verdict, check_rows, check_views
from .clients import CREATED, Guest, Moderator, Stage
from .connection import Browser
from .history import History
from .nemesis import Blow, Nemesis
from .watch import Watch

END_WITHIN_SECONDS = 90


@dataclass
class Outcome:
    """What a history came to."""

    verdict: Verdict
    blows: list[Blow]
    statuses: dict[int, int]
    history: History
    seconds: float


async def say(port, key, words, *, browser=None):
    """Post one comment as a new guest; answer its id."""
    guest = browser or Browser(port)
    form = {"body": words, "name": "Ada", "submission_key": words}
    answer = await guest.post(f"/discussions/{key}/comments/", form)
    assert answer.status == 302, answer.text
    return int(CREATED.search(answer.header("location"))[1])


async def play(broadsheet, *, seed, clients, article, watched, rage, ports=()):
    """Let so many guests and a moderator live on the `article` while `rage(nemesis)` runs; then check.

    `watched` is another article, on which somebody votes all the time. `ports` are further nodes to look at.
    """
    clock = asyncio.get_running_loop().time
    began = clock()
    stage = Stage(port=broadsheet.port, key=article["key"], history=History(), seed=seed)
    stage.paths = [article["path"], f"/discussions/{stage.key}/", f"/discussions/{stage.key}/all/"]
    target = await say(broadsheet.port, watched["key"], f"watched by {seed}")
    watch = Watch(
        broadsheet.port,
        read_path=f"/discussions/{stage.key}/",
        vote_path=f"/comments/{target}/vote/",
    )
    moderator = Moderator(stage, await broadsheet.moderator())
    nemesis = Nemesis(broadsheet, watch, seed)
    people = [Guest(stage, f"g{number}") for number in range(clients)]
    lives = [asyncio.create_task(one.live()) for one in (*people, moderator)]
    try:
        async with watch.watching():
            await rage(nemesis)
        stage.is_over = True
        async with asyncio.timeout(END_WITHIN_SECONDS):
            await asyncio.gather(*lives)
    finally:
        for life in lives:
            life.cancel()
    verdict = check_rows(broadsheet, stage.key, stage.history)
    verdict.wrong_views += await check_views(broadsheet, stage.key, [broadsheet.port, *ports])
    return Outcome(verdict, nemesis.blows, stage.history.statuses, stage.history, clock() - began)
