"""Rounds in which an author edits, others reply and a moderator removes the same comment, all at once."""

import asyncio
import random
from dataclasses import dataclass, field

from .connection import Browser
from .play import say
from .staleness import Pollers

ROUND_SECONDS = 0.15

STATES = """
    SELECT status, source, (SELECT count(*) FROM broadsheet_discussion_revision WHERE comment_id = c.id),
        (SELECT count(*) FROM broadsheet_discussion_intervention WHERE comment_id = c.id AND kind = 'REMOVE')
    FROM broadsheet_discussion_comment AS c WHERE id = %s
"""


@dataclass
class Contest:
    """What the rounds came to. `last_stale` is in seconds after the acknowledgement of a removal."""

    rounds: int = 0
    edits: int = 0
    replies: int = 0
    asked: int = 0
    stale: int = 0
    last_stale: float = -1.0
    not_removed: list = field(default_factory=list)
    unrecorded: list = field(default_factory=list)


async def contest(broadsheet, article, *, rounds, seed):
    """Play so many rounds under `article`."""
    chance = random.Random(f"{seed} contest")
    result = Contest()
    people = [Browser(port) for port in (broadsheet.port, broadsheet.ports[-1])]
    moderator = await broadsheet.moderator()
    for number in range(rounds):
        words = f"zz{seed}scontestn{number}v"
        await _round(broadsheet, article, words, people, moderator, chance, result)
        result.rounds += 1
    for browser in (*people, moderator):
        browser.hang_up()
    return result


async def _round(broadsheet, article, words, people, moderator, chance, result):
    author, other = people
    comment = await say(author.port, article["key"], f"{words}0zz", browser=author)
    pollers = Pollers(broadsheet, [f"/discussions/{article['key']}/", f"/comments/{comment}/"])
    await pollers.warm()

    async def after_a_moment(asking):
        await asyncio.sleep(chance.random() * 0.03)
        return await asking

    async def remove():
        reason = {"reason": "Off topic."}
        answer = await after_a_moment(moderator.post(f"/comments/{comment}/remove/", reason))
        assert answer.status == 302, answer.text
        moment = asyncio.get_running_loop().time()
        return await pollers.watch(words, moment, seconds=ROUND_SECONDS)

    edited, replied, seen = await asyncio.gather(
        after_a_moment(author.post(f"/comments/{comment}/edit/", {"body": f"{words}1zz"})),
        after_a_moment(
            other.post(
                f"/discussions/{article['key']}/comments/",
                {
                    "body": f"Well, {words.replace('zz', 'yy')}",
                    "name": "Ben",
                    "parent": comment,
                    "submission_key": f"reply-{words}",
                },
            )
        ),
        remove(),
    )
    pollers.end()
    result.edits += edited.status == 302
    result.replies += replied.status == 302
    result.asked += seen.asked
    result.stale += seen.stale
    result.last_stale = max(result.last_stale, seen.last_stale)
    _check(broadsheet, comment, words, edited, result)


def _check(broadsheet, comment, words, edited, result):
    [[status, source, revisions, removals]] = broadsheet.ask_database(STATES, [comment])
    if status != "REMOVED":
        result.not_removed.append(f"comment {comment} is {status}")
    was_edited = edited.status == 302
    if removals != 1 or revisions != was_edited or source != f"{words}{was_edited:d}zz":
        result.unrecorded.append(
            f"comment {comment}: {removals} removals, {revisions} revisions, {source}, {edited.status}"
        )
