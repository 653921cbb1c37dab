"""A score is the sum of everybody's last vote, however many vote, and back, at once."""

import asyncio
import random

from .checker import check_rows
from .clients import Stage, cast
from .connection import Browser, browsers, run
from .history import History
from .play import say

VOTERS = 200
COMMENTS = 50
VOTES_EACH = 3
AT_ONCE = 64


def test_every_score_is_the_sum_of_the_last_votes(broadsheet, article):
    history = run(_vote_back_and_forth(broadsheet, article))
    verdict = check_rows(broadsheet, article["key"], history)
    print(f"{verdict.acknowledged} votes of {VOTERS} people on {COMMENTS} comments: {verdict}")

    assert verdict.acknowledged == VOTERS * VOTES_EACH
    assert verdict.is_sound, verdict


async def _vote_back_and_forth(broadsheet, article):
    stage = Stage(port=broadsheet.port, key=article["key"], history=History())
    author = Browser(broadsheet.port)
    stage.said = [
        await say(stage.port, stage.key, f"Vote on me, {n}", browser=author)
        for n in range(COMMENTS)
    ]
    turn = asyncio.Semaphore(AT_ONCE)

    async def live(number, browser):
        chooser = random.Random(f"{stage.seed} voter {number}")
        favourite = chooser.choice(stage.said)
        for value in [chooser.choice((-1, 1)), *chooser.choices((-1, 0, 1), k=VOTES_EACH - 1)]:
            comment = chooser.choice([favourite, favourite, chooser.choice(stage.said)])
            async with turn:
                await cast(stage, browser, f"v{number}", comment, value)

    async with browsers(stage.port, VOTERS) as crowd:
        await asyncio.gather(*(live(number, one) for number, one in enumerate(crowd)))
    author.hang_up()
    return stage.history
