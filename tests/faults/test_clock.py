"""A clock that jumps, as clocks of servers do: nobody is locked out, nothing is lost, no right grows."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.test import Client

from broadsheet.accounts.session_store import STAFF_IDLE
from broadsheet.discussion.models import Comment, CommentStatus
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON

JUMPS = {
    "an hour back": timedelta(hours=-1),
    "a day back": timedelta(days=-1),
    "a day ahead": timedelta(days=1),
}
THREADS = 60
POST = "/discussions/article:1/comments/"


@pytest.fixture
def clock(db):
    with time_machine.travel(NOON, tick=False) as clock:
        yield clock


def a_browser(person=None):
    client = Client(headers={"sec-fetch-site": "same-origin"})
    if person:
        client.force_login(person)
    return client


@pytest.mark.parametrize("jump", JUMPS)
def test_readers_and_staff_go_on(clock, mona, jump):
    open_discussion()
    grace, heidi, moderator = a_browser(), a_browser(), a_browser(mona)
    grace.post(POST, {"body": "The ferry is late.", "name": "Grace", "submission_key": "1"})
    first = Comment.objects.get()

    clock.shift(JUMPS[jump])
    if JUMPS[jump] > STAFF_IDLE:
        moderator = a_browser(mona)  # the night is over: they sign in again

    reply = {"body": "It is.", "name": "Heidi", "parent": first.pk, "submission_key": "2"}
    written = [
        heidi.post(POST, reply),
        moderator.post(f"/comments/{first.pk}/vote/", {"value": 1}),
        grace.post(POST, {"body": "And dear.", "submission_key": "3"}),
        moderator.post(f"/comments/{first.pk}/remove/", {"reason": "Off topic."}),
        moderator.post(f"/comments/{first.pk}/restore/"),
    ]
    read = [
        grace.get(address)
        for address in (
            "/discussions/article:1/",
            "/discussions/article:1/all/",
            f"/comments/{first.pk}/",
            f"/comments/{first.pk}/thread/",
        )
    ]

    assert [answer.status_code for answer in written] == [302] * len(written)
    assert [answer.status_code for answer in read] == [200] * len(read)
    first.refresh_from_db()
    assert (first.status, first.up_votes, first.reply_count) == (CommentStatus.PUBLISHED, 1, 1)
    assert Comment.objects.get(source="And dear.").author == first.author


def test_a_submission_is_known_again_whatever_the_clock_says(clock):
    open_discussion()
    grace = a_browser()
    sent = {"body": "The ferry is late.", "name": "Grace", "submission_key": "1"}
    for jump in (timedelta(0), *JUMPS.values()):
        clock.shift(jump)
        assert grace.post(POST, sent).status_code == 302

    assert Comment.objects.count() == 1


def test_the_time_for_editing_does_not_begin_again(clock):
    open_discussion()
    grace = a_browser()
    grace.post(POST, {"body": "The ferry is late.", "name": "Grace", "submission_key": "1"})
    comment = Comment.objects.get()

    clock.shift(timedelta(days=1))

    answer = grace.post(f"/comments/{comment.pk}/edit/", {"body": "The ferry is early."})
    assert answer.status_code == 409
    comment.refresh_from_db()
    assert comment.source == "The ferry is late."


@pytest.mark.parametrize("sort", ["newest", "oldest", "best"])
def test_every_thread_has_its_place_though_the_clock_went_to_and_fro(clock, sort):
    discussion = open_discussion()
    [ada] = crowd(1)
    jumps = [timedelta(0), *JUMPS.values()]
    said = {
        say(discussion, ada, f"Comment {n}.", at=NOON + jumps[n % len(jumps)]).pk
        for n in range(THREADS)
    }

    shown, address = [], f"/discussions/article:1/?sort={sort}"
    while address:
        page = a_browser().get(address).content.decode()
        shown += [int(one) for one in re.findall(r'id="comment-(\d+)"', page)]
        following = re.search(r'href="(/discussions/article:1/\?sort=\w+&amp;after=[^"#]+)', page)
        address = following and following[1].replace("&amp;", "&")

    assert len(shown) == len(said)
    assert set(shown) == said
