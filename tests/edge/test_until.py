"""What ends to be true at a moment, though nothing happens then: a month's meter. No cache has it afterwards."""

import re
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import RequestFactory

from broadsheet.core.shared import LAST_SECONDS, SharedAnswerMiddleware, declare
from broadsheet.serve.edge import Edge, Trust
from broadsheet.serve.edge import maker as making
from factories.asgi import get

MIDNIGHT = datetime(2025, 4, 1, tzinfo=UTC)
PAGE = "/discussions/article:1/"


def seconds_before(seconds):
    return MIDNIGHT - timedelta(seconds=seconds)


class Clock:
    """What the edge takes for the time, so that no test waits."""

    def __init__(self, moment):
        self.now = moment.timestamp()

    def turn_to(self, moment):
        self.now = moment.timestamp()

    def __call__(self):
        return self.now


class Newspaper:
    """Django behind the edge, as far as headers go. `parts` leave out one another."""

    def __init__(self, clock):
        self.clock = clock
        self.untils = {}
        self.made = 0

    async def __call__(self, scope, _receive, send):
        path = scope["path"]
        self.made += 1

        def view(request):
            declare(request, f"page:{path}", until=self.untils.get(path))
            if path == "/story/":
                request.__dict__["leaves_something_out"] = True
                return HttpResponse('<esi:include src="/discussions/article:1/part/"/>')
            return HttpResponse(f"made {self.made}")

        with time_machine.travel(datetime.fromtimestamp(self.clock(), UTC), tick=False):
            response = SharedAnswerMiddleware(view)(RequestFactory().get(path))
        headers = [
            (name.lower().encode(), value.encode()) for name, value in response.headers.items()
        ]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": response.content})


@pytest.fixture
def clock(monkeypatch):
    clock = Clock(seconds_before(30))
    monkeypatch.setattr(making, "time", clock)
    monkeypatch.setattr(making, "monotonic", clock)
    monkeypatch.setattr("broadsheet.serve.edge.edge.monotonic", clock)
    return clock


@pytest.fixture
def paper(clock):
    return Newspaper(clock)


@pytest.fixture
def edge(paper):
    edge = Edge(paper, most_bytes=1_000_000)
    edge.maker.believe(Trust.HEARING)
    return edge


def last_kept(answer, *, sent_at):
    """When the last cache gives `answer` up that was sent at `sent_at`."""
    seconds = 0
    for name in ("cache-control", "cdn-cache-control"):
        said = re.findall(
            r"(?:max-age|s-maxage|stale-while-revalidate)=(\d+)", answer.headers.get(name, "")
        )
        seconds = max(seconds, sum(map(int, said)))
    return sent_at + timedelta(seconds=seconds)


@pytest.mark.parametrize("path", [PAGE, "/story/"])
async def test_nobody_has_a_page_beyond_the_moment(edge, paper, clock, path):
    paper.untils = {"/discussions/article:1/part/": MIDNIGHT, PAGE: MIDNIGHT}

    for tenths in range(300, 0, -1):
        now = seconds_before(tenths / 10)
        clock.turn_to(now)
        assert last_kept(await get(edge, path), sent_at=now) <= MIDNIGHT

    before = (await get(edge, path)).body
    made = paper.made
    paper.untils = {}
    clock.turn_to(MIDNIGHT)

    assert (await get(edge, path)).body != before
    assert made <= 4  # not anew for each of three hundred readers


async def test_until_then_it_is_answered_from_memory(edge, paper, clock):
    paper.untils = {PAGE: MIDNIGHT}

    came = []
    for seconds in (30, 20, LAST_SECONDS + 1, LAST_SECONDS, 2, 1):
        clock.turn_to(seconds_before(seconds))
        came.append((await get(edge, PAGE)).came)

    assert came == ["fwd=miss", "hit", "hit", "fwd=miss", "hit", "hit"]


async def test_of_two_moments_the_first_counts(edge, paper, clock):
    paper.untils = {"/story/": MIDNIGHT, "/discussions/article:1/part/": seconds_before(20)}

    first = (await get(edge, "/story/")).body
    clock.turn_to(seconds_before(20))

    assert (await get(edge, "/story/")).body != first


async def test_the_moment_is_told_to_nobody_but_the_edge(edge, paper):
    paper.untils = {PAGE: MIDNIGHT}

    for _ in range(2):
        answer = await get(edge, PAGE)
        assert "bs-until" not in answer.headers


def test_several_declare_what_ends():
    request = RequestFactory().get("/")

    def view(request):
        declare(request, "meters", until=MIDNIGHT)
        declare(request, "threads:article:1")
        declare(request, "asks", until=seconds_before(60))
        return HttpResponse()

    with time_machine.travel(seconds_before(600), tick=False):
        response = SharedAnswerMiddleware(view)(request)

    assert float(response.headers["BS-Until"]) == seconds_before(60 + LAST_SECONDS).timestamp()
    assert response.headers["Surrogate-Key"] == "asks meters threads:article:1"
