"""The edge: from memory what is certainly true, and everything else from the application behind it."""

import asyncio
import gzip

import brotli
import pytest

from broadsheet.discussion.events import CommentPosted, VoteCast
from broadsheet.publishing.events import PaperChanged
from broadsheet.serve.edge import Edge, Trust
from broadsheet.serve.edge import maker as making
from factories.asgi import get

PAGE = "/discussions/article:1/"
WORDS = b"<p>Hello</p>" * 200
MEGABYTE = 1024 * 1024


class Newspaper:
    """An application that counts what it is asked, and can be made to wait."""

    def __init__(self):
        self.asked = []
        self.body = WORDS
        self.status = 200
        self.keys = "threads:article:1"
        self.further = []
        self.gate = asyncio.Event()
        self.gate.set()

    async def __call__(self, scope, _receive, send):
        self.asked.append(scope)
        body, status = self.body, self.status
        await self.gate.wait()
        headers = [(b"content-type", b"text/html; charset=utf-8"), *self.further]
        if self.keys:
            headers.append((b"surrogate-key", self.keys.encode()))
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": body})


def posted(comment_id=7, key="article:1"):
    return CommentPosted(
        key=key,
        discussion_id=1,
        comment_id=comment_id,
        thread_id=comment_id,
        parent_id=None,
        author_id=1,
        version=1,
    )


@pytest.fixture
def paper():
    return Newspaper()


@pytest.fixture
def edge(paper):
    edge = Edge(paper, most_bytes=MEGABYTE)
    edge.maker.believe(Trust.HEARING)
    return edge


async def test_asks_once_and_answers_from_memory_afterwards(edge, paper):
    first = await get(edge, PAGE)
    second = await get(edge, PAGE)

    assert (first.body, second.body) == (WORDS, WORDS)
    assert (first.came, second.came) == ("fwd=miss", "hit")
    assert len(paper.asked) == 1


async def test_sends_each_encoding_that_is_asked_for(edge):
    packed = await get(edge, PAGE, accept_encoding="gzip, br;q=0.9")
    older = await get(edge, PAGE, accept_encoding="gzip;q=1.0, br;q=0")
    plain = await get(edge, PAGE, accept_encoding="identity")

    assert packed.headers["content-encoding"] == "br"
    assert brotli.decompress(packed.body) == WORDS
    assert older.headers["content-encoding"] == "gzip"
    assert gzip.decompress(older.body) == WORDS
    assert plain.body == WORDS
    assert "content-encoding" not in plain.headers
    assert len({packed.headers["etag"], older.headers["etag"], plain.headers["etag"]}) == 3
    assert "Accept-Encoding" in packed.headers["vary"]


async def test_says_in_few_bytes_that_nothing_has_changed(edge):
    etag = (await get(edge, PAGE)).headers["etag"]

    for known in (etag, f'"other", W/{etag}', "*"):
        again = await get(edge, PAGE, if_none_match=known)
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", etag)
    assert (await get(edge, PAGE, if_none_match='"other"')).status == 200


async def test_words_that_mean_nothing_in_a_query_fill_no_memory(edge, paper):
    await get(edge, PAGE)
    for number in range(50):
        await get(edge, PAGE, query=f"utm_source={number}&sort=sideways")

    assert len(paper.asked) == 1
    assert len(edge.memory.entries) == 1


async def test_the_order_of_a_query_does_not_matter(edge, paper):
    await get(edge, PAGE, query="after=12&sort=oldest")
    await get(edge, PAGE, query="sort=oldest&after=12")

    assert [scope["query_string"] for scope in paper.asked] == [b"after=12&sort=oldest"]


async def test_pages_and_fragments_are_kept_apart(edge, paper):
    await get(edge, PAGE)
    await get(edge, PAGE, bs_fragment="threads")

    assert len(paper.asked) == 2


async def test_asks_for_nobody_in_particular(edge, paper):
    await get(
        edge, PAGE, cookie="bs_session=secret", authorization="Basic x", user_agent="old phone"
    )

    names = {name for name, _ in paper.asked[0]["headers"]}
    assert names <= {b"host", b"accept", b"surrogate-capability"}


async def test_what_concerns_one_person_is_asked_by_name_and_not_kept(edge, paper):
    paper.keys = ""

    await get(edge, PAGE, cookie="bs_session=secret")
    await get(edge, PAGE, cookie="bs_session=other")

    by_name = [
        scope for scope in paper.asked if (b"cookie", b"bs_session=other") in scope["headers"]
    ]
    assert len(by_name) == 1
    assert not edge.memory.entries


async def test_other_addresses_and_methods_pass_untouched(edge, paper):
    await get(edge, "/discussions/article:1/overlay/", cookie="bs_session=secret")
    await get(edge, PAGE, method="POST")

    assert len(paper.asked) == 2
    assert (b"cookie", b"bs_session=secret") in paper.asked[0]["headers"]
    assert not edge.memory.entries


async def test_a_change_makes_it_forget_what_shows_it_and_nothing_else(edge, paper):
    await get(edge, PAGE)
    paper.keys = "threads:article:2"
    await get(edge, "/discussions/article:2/")

    edge.maker.hear(posted())

    assert (await get(edge, PAGE)).came == "fwd=miss"
    assert (await get(edge, "/discussions/article:2/")).came == "hit"


async def test_an_event_it_does_not_know_makes_it_forget_everything(edge):
    await get(edge, PAGE)

    edge.maker.hear(None)

    assert (await get(edge, PAGE)).came == "fwd=miss"


async def test_a_thousand_cold_readers_are_one_question(edge, paper):
    paper.gate.clear()
    readers = [asyncio.create_task(get(edge, PAGE)) for _ in range(1000)]
    await asyncio.sleep(0)
    paper.gate.set()

    answers = await asyncio.gather(*readers)

    assert len(paper.asked) == 1
    assert sorted({answer.came for answer in answers}) == ["fwd=miss", "fwd=miss; collapsed"]


async def test_a_change_while_an_answer_is_made_is_missed_by_nobody_who_asks_after_it(edge, paper):
    paper.gate.clear()
    before = asyncio.create_task(get(edge, PAGE))
    await asyncio.sleep(0.01)
    paper.body = b"<p>Removed</p>" * 200
    edge.maker.hear(posted())
    after = asyncio.create_task(get(edge, PAGE))
    await asyncio.sleep(0.01)
    paper.gate.set()

    assert (await before).body == WORDS
    assert (await after).body == paper.body
    assert (await get(edge, PAGE)).body == paper.body
    assert len(paper.asked) == 2


async def test_a_change_elsewhere_while_an_answer_is_made_does_not_matter(edge, paper):
    paper.gate.clear()
    asked = asyncio.create_task(get(edge, PAGE))
    await asyncio.sleep(0.01)
    edge.maker.hear(posted(key="article:2"))
    paper.gate.set()
    await asked

    assert (await get(edge, PAGE)).came == "hit"


async def test_while_it_is_deaf_nothing_is_answered_from_memory(edge, paper):
    await get(edge, PAGE)
    edge.maker.believe(Trust.DEAF)

    paper.body = b"<p>New</p>" * 200
    assert (await get(edge, PAGE)).body == paper.body
    assert (await get(edge, PAGE)).came == "fwd=miss"

    edge.maker.believe(Trust.HEARING)
    assert (await get(edge, PAGE)).came == "fwd=miss"
    assert (await get(edge, PAGE)).came == "hit"


async def test_while_it_is_deaf_an_answer_begun_earlier_is_not_good_enough(edge, paper):
    edge.maker.believe(Trust.DEAF)
    paper.gate.clear()
    readers = [asyncio.create_task(get(edge, PAGE))]
    await asyncio.sleep(0.01)
    readers += [asyncio.create_task(get(edge, PAGE)) for _ in range(100)]
    await asyncio.sleep(0.01)
    paper.gate.set()
    await asyncio.gather(*readers)

    assert len(paper.asked) == 2


async def test_an_answer_begun_while_it_was_deaf_is_not_kept(edge, paper):
    edge.maker.believe(Trust.DEAF)
    paper.gate.clear()
    asked = asyncio.create_task(get(edge, PAGE))
    await asyncio.sleep(0.01)
    edge.maker.believe(Trust.HEARING)
    paper.gate.set()
    await asked

    assert (await get(edge, PAGE)).came == "fwd=miss"


async def test_without_a_database_it_serves_what_it_has_and_says_that_it_is_old(edge, paper):
    await get(edge, PAGE)
    paper.status, paper.keys = 503, ""

    edge.maker.believe(Trust.DEAF)
    deaf = await get(edge, PAGE)
    edge.maker.believe(Trust.AWAY)
    away = await get(edge, PAGE)

    assert deaf.status == 503
    assert (away.status, away.body, away.came) == (200, WORDS, "hit; detail=stale")
    assert away.headers["warning"].startswith("110")
    assert (await get(edge, "/discussions/article:9/")).status == 503


async def test_what_was_removed_is_not_there_for_bad_times_either(edge, paper):
    await get(edge, PAGE)
    edge.maker.hear(posted())
    paper.status, paper.keys = 503, ""

    edge.maker.believe(Trust.AWAY)

    assert (await get(edge, PAGE)).status == 503


async def test_memory_is_bounded_in_bytes_and_forgets_the_longest_unread(paper):
    edge = Edge(paper, most_bytes=40_000)
    edge.maker.believe(Trust.HEARING)
    for number in range(20):
        await get(edge, f"/discussions/article:{number}/")
        await get(edge, "/discussions/article:0/")

    assert edge.memory.bytes <= 40_000
    assert edge.memory.bytes == sum(entry.answer.size for entry in edge.memory.entries.values())
    assert (await get(edge, "/discussions/article:0/")).came == "hit"
    assert (await get(edge, "/discussions/article:1/")).came == "fwd=miss"


async def test_an_answer_that_would_fill_the_memory_alone_is_not_kept(paper):
    edge = Edge(paper, most_bytes=8_000)
    edge.maker.believe(Trust.HEARING)

    await get(edge, PAGE)

    assert (await get(edge, PAGE)).came == "fwd=miss"


async def test_near_the_end_of_its_time_one_reader_makes_it_anew_and_nobody_waits(
    edge, paper, monkeypatch
):
    monkeypatch.setattr(making, "REFRESH_AFTER", 0)
    await get(edge, PAGE)
    paper.body = b"<p>New</p>" * 200

    readers = [await get(edge, PAGE) for _ in range(3)]
    await asyncio.sleep(0.01)

    assert {reader.came for reader in readers} == {"hit"}
    assert len(paper.asked) == 2
    assert (await get(edge, PAGE)).body == paper.body


async def test_that_there_is_nothing_is_remembered_briefly(edge, paper, monkeypatch):
    monkeypatch.setattr(making, "MISSING_FRESH_SECONDS", 0.02)
    paper.status, paper.keys = 404, "comment:7"

    await get(edge, "/comments/7/")
    assert (await get(edge, "/comments/7/")).came == "hit"
    await asyncio.sleep(0.03)
    assert (await get(edge, "/comments/7/")).came == "fwd=miss"

    paper.status = 200
    edge.maker.hear(posted(7))
    assert (await get(edge, "/comments/7/")).status == 200


async def test_an_error_is_answered_to_all_who_wait_and_kept_for_nobody(edge, paper):
    paper.status, paper.keys = 500, ""

    answers = await asyncio.gather(*(get(edge, PAGE) for _ in range(10)))

    assert {answer.status for answer in answers} == {500}
    assert len(paper.asked) == 1
    assert not edge.memory.entries


async def test_an_application_that_breaks_is_an_error_and_not_silence(paper):
    async def broken(scope, receive, send):
        raise RuntimeError("broken")

    edge = Edge(broken, most_bytes=MEGABYTE)
    edge.maker.believe(Trust.HEARING)

    assert (await get(edge, PAGE)).status == 500


class Pieces(Newspaper):
    """A page that leaves its discussion out."""

    async def __call__(self, scope, _receive, send):
        is_part = scope["path"].endswith("/part/")
        query = scope["query_string"].decode()
        self.keys = "threads:article:1" if is_part else "article:1"
        self.body = (
            f"<ol>{self.said} {query}</ol>".encode()
            if is_part
            else b'<main><esi:include src="/discussions/article:1/part/?$(QUERY_STRING)"/></main>'
        )
        self.further = [] if is_part else [(b"surrogate-control", b'content="ESI/1.0"')]
        await super().__call__(scope, _receive, send)

    said = "one"


async def test_a_page_is_put_together_and_its_parts_are_forgotten_by_themselves():
    paper = Pieces()
    edge = Edge(paper, most_bytes=MEGABYTE)
    edge.maker.believe(Trust.HEARING)

    first = await get(edge, "/story/", "sort=best&fbclid=1")
    paper.said = "two"
    edge.maker.hear(posted())
    second = await get(edge, "/story/", "sort=best")

    assert first.body == b"<main><ol>one sort=best</ol></main>"
    assert second.body == b"<main><ol>two sort=best</ol></main>"
    assert second.headers["surrogate-key"] == "article:1 threads:article:1"
    assert [scope["path"] for scope in paper.asked] == [
        "/story/",
        "/discussions/article:1/part/",
        "/discussions/article:1/part/",
    ]

    edge.maker.hear(PaperChanged())
    assert (await get(edge, "/story/", "sort=best")).came == "fwd=miss"
    assert len(paper.asked) == 5


async def test_a_page_that_leaves_out_a_part_may_still_read_its_query():
    class Listing(Newspaper):
        """A page of articles, which leaves its meter out."""

        async def __call__(self, scope, _receive, send):
            is_part = scope["path"] == "/counts/"
            self.keys = "meters" if is_part else "listings"
            asked = scope["query_string"].decode()
            self.body = (
                f"<p>{asked}</p>"
                if is_part
                else f'<esi:include src="/counts/?key=a&amp;key=b"/><ol>{asked}</ol>'
            ).encode()
            self.further = [] if is_part else [(b"surrogate-control", b'content="ESI/1.0"')]
            await super().__call__(scope, _receive, send)

    paper = Listing()
    edge = Edge(paper, most_bytes=MEGABYTE)
    edge.maker.believe(Trust.HEARING)

    answers = [await get(edge, PAGE, query) for query in ("", "after=1", "after=2", "after=1")]

    assert [answer.body for answer in answers] == [
        f"<p>key=a&key=b</p><ol>{query}</ol>".encode()
        for query in ("", "after=1", "after=2", "after=1")
    ]
    assert [scope["path"] for scope in paper.asked] == [PAGE, "/counts/", PAGE, PAGE]
    edge.maker.hear(PaperChanged())
    assert (await get(edge, PAGE)).came == "fwd=miss"


async def test_a_part_that_cannot_be_had_is_not_left_out_in_silence():
    paper = Pieces()
    edge = Edge(paper, most_bytes=MEGABYTE)
    edge.maker.believe(Trust.HEARING)
    await get(edge, "/story/")

    edge.maker.hear(VoteCast(**{**vars(posted()), "up": 1, "down": 0}))
    paper.status = 503

    assert (await get(edge, "/story/")).status == 503
