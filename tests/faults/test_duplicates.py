"""What is sent more than once is done once."""

import asyncio
import time

from .clients import CREATED, vote_key
from .connection import Browser, browsers, run
from .play import say

AT_ONCE = 50


def test_fifty_submits_at_once_make_one_comment(broadsheet, article):
    async def submit():
        guest = Browser(broadsheet.port)
        await say(broadsheet.port, article["key"], "Good evening.", browser=guest)
        return await _all_at_once(broadsheet, article, "zz-fifty", cookies=guest.cookies)

    places = run(submit())

    assert len(places) == 1
    assert _rows(broadsheet, "zz-fifty") == 1


def test_fifty_submits_at_once_make_one_guest(broadsheet, article):
    """A browser that has no key yet gets one, and nobody is left over who never spoke."""
    places = run(_all_at_once(broadsheet, article, "zz-newcomer", cookies={}))

    assert len(places) == 1
    assert _rows(broadsheet, "zz-newcomer") == 1
    [[guests]] = broadsheet.ask_database(
        "SELECT count(*) FROM broadsheet_accounts_user WHERE name = 'zz-newcomer'"
    )
    assert guests == 1


def test_a_submit_replayed_to_another_node_makes_nothing_new(broadsheet, article):
    async def submit():
        places = set()
        for port in broadsheet.ports * 2:
            browser = Browser(port)
            places.add(await say(port, article["key"], "zz-replayed", browser=browser))
            browser.hang_up()
        return places

    assert len(run(submit())) == 1
    assert _rows(broadsheet, "zz-replayed") == 1


async def _all_at_once(broadsheet, article, words, *, cookies):
    form = {"body": words, "name": words, "submission_key": words}
    path = f"/discussions/{article['key']}/comments/"
    async with browsers(broadsheet.port, AT_ONCE) as crowd:
        for browser in crowd:
            browser.cookies |= cookies
        answers = await asyncio.gather(*(browser.post(path, form) for browser in crowd))
    assert {answer.status for answer in answers} == {302}
    return {CREATED.search(answer.header("location"))[1] for answer in answers}


def _rows(broadsheet, words):
    [[rows]] = broadsheet.ask_database(
        "SELECT count(*) FROM broadsheet_discussion_comment WHERE source = %s", [words]
    )
    return rows


def test_an_older_vote_that_comes_late_does_not_undo_the_newer_one(broadsheet, article):
    async def vote_late():
        comment = await say(broadsheet.port, article["key"], "Vote on me.")
        voter = Browser(broadsheet.port)
        path = f"/comments/{comment}/vote/"
        now = time.time()
        down = {"value": -1, "submission_key": vote_key(now + 1, 2)}
        up = {"value": 1, "submission_key": vote_key(now, 1)}
        answers = [await voter.post(path, vote) for vote in (down, up, up, down)]
        return comment, [answer.status for answer in answers]

    comment, statuses = run(vote_late())

    [counts] = broadsheet.ask_database(
        "SELECT up_votes, down_votes FROM broadsheet_discussion_comment WHERE id = %s", [comment]
    )
    assert set(statuses) == {302}
    assert counts == (0, 1)
