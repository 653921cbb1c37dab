"""A reader's own pages, by links and forms alone: kept by nobody, kind to guests and to nobody."""

from urllib.parse import quote

import pytest
from django.urls import reverse

from broadsheet.accounts import guest_key
from broadsheet.accounts.commands import create_guest
from broadsheet.accounts.models import User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Follow, IgnoredPerson, Vote
from factories.discussion import say
from factories.moments import NOON

FOR_EVERYBODY = ["own_comments", "own_votes", "drafts", "followed", "ignored_people"]
PAGES = [f"discussion:{name}" for name in FOR_EVERYBODY]


@pytest.fixture
def guest(browser, db):
    """The browser of a guest, and the guest."""
    from django.http import HttpResponse

    guest = create_guest(name="Grace", at=NOON)
    response, client = HttpResponse(), browser()
    guest_key.hand_over(response, guest)
    client.cookies.update(response.cookies)
    return client, guest


@pytest.mark.parametrize("name", PAGES)
def test_is_shown_to_its_reader_and_kept_by_nobody(browser, ada, name):
    response = browser(ada).get(reverse(name))

    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]
    assert "Surrogate-Key" not in response.headers
    assert 'aria-current="page"' in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_asks_nobody_to_sign_in_and_leads_back(browser, db, name):
    response = browser().get(reverse(name), {"after": "&x"})

    assert response.status_code == 403
    assert "no-store" in response.headers["Cache-Control"]
    back = quote(f"{reverse(name)}?after=%26x", safe="")
    assert f'href="/sign-in/?next={back}"' in response.content.decode()


@pytest.mark.parametrize("name", PAGES)
def test_is_shown_to_a_guest_with_what_their_key_is_worth(guest, name):
    client, _guest = guest
    response = client.get(reverse(name))

    assert response.status_code == 200
    assert "You are here as a guest" in response.content.decode()


def test_has_one_quiet_navigation(browser, ada):
    page = browser(ada).get("/account/comments/").content.decode()

    for name in PAGES:
        assert f'href="{reverse(name)}"' in page
    assert page.count("own-ways") == 1


def test_shows_why_a_comment_waits(discussion, browser, ada, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    say(discussion, ada, "Perhaps <b>not</b>.")
    page = browser(ada).get("/account/comments/?state=waiting").content.decode()

    assert "Waiting." in page
    assert "Perhaps &lt;b&gt;not&lt;/b&gt;." in page


def test_a_vote_is_taken_back_from_the_list(discussion, browser, ada, ben):
    comment = say(discussion, ada)
    commands.cast_vote(comment=comment, voter=ben, value=1, at=NOON)
    client = browser(ben)
    assert "Take it back" in client.get("/account/votes/").content.decode()

    response = client.post(f"/account/votes/{comment.pk}/take-back/")

    assert response.url == "/account/votes/"
    assert Vote.objects.get().value == 0
    assert "Take it back" not in client.get("/account/votes/").content.decode()


def test_a_discussion_is_followed_read_and_followed_no_more(discussion, browser, ada, ben):
    client = browser(ada)
    assert client.post("/discussions/article:1/follow/", {"value": 1}).url == "/account/follows/"
    say(discussion, ben)
    assert "Read 1 new comment" in client.get("/account/follows/").content.decode()

    visited = client.post(f"/account/follows/{Follow.objects.get().pk}/visit/")
    assert visited.url == "/harbour/ferry/#discussion"
    assert "Nothing new" in client.get("/account/follows/").content.decode()

    client.post("/discussions/article:1/follow/", {"value": 0})
    assert "You follow nothing yet" in client.get("/account/follows/").content.decode()


def test_a_thread_is_followed_from_a_comments_own_page(discussion, browser, ada, ben):
    comment = say(discussion, ben)
    client = browser(ada)
    assert "Follow this thread" in client.get(f"/comments/{comment.pk}/actions/").content.decode()

    client.post(f"/comments/{comment.pk}/follow/", {"value": 1})

    page = client.get(f"/comments/{comment.pk}/actions/").content.decode()
    assert "You follow this thread" in page
    visit = f"/account/follows/{Follow.objects.get().pk}/visit/"
    assert client.post(visit).url == f"/comments/{comment.pk}/thread/"


def test_nobody_visits_what_others_follow(discussion, browser, ada, ben):
    browser(ada).post("/discussions/article:1/follow/", {"value": 1})
    visit = f"/account/follows/{Follow.objects.get().pk}/visit/"

    assert browser(ben).post(visit).status_code == 404


def test_who_has_seen_the_page_says_so(discussion, browser, ada, ben):
    client = browser(ada)
    client.post("/discussions/article:1/follow/", {"value": 1})
    first = say(discussion, ben)
    client.post(f"/comments/{first.pk}/follow/", {"value": 1})
    say(discussion, ben, "Again.", to=first)

    assert client.post("/discussions/article:1/seen/").status_code == 204
    assert client.post(f"/comments/{first.pk}/seen/").status_code == 204

    assert client.get("/account/follows/").content.decode().count("Nothing new") == 2


def test_an_author_is_ignored_and_read_again(discussion, browser, ada, ben):
    comment = say(discussion, ben)
    client = browser(ada)
    assert "Ignore this person" in client.get(f"/comments/{comment.pk}/actions/").content.decode()

    ignored = client.post(f"/comments/{comment.pk}/ignore/", {"value": 1})
    assert ignored.url == "/account/ignored/"
    assert "Ben" in client.get(ignored.url).content.decode()
    overlay = client.get(f"/discussions/article:1/overlay/?comments={comment.pk}").json()
    assert overlay["ignored"] == [comment.pk]

    client.post(f"/people/{ben.handle}/ignore/", {"value": 0})
    assert not IgnoredPerson.objects.exists()


def test_who_was_nobody_gets_a_key_for_what_they_decide(discussion, browser, ben):
    comment = say(discussion, ben)
    client = browser()
    client.post("/discussions/article:1/follow/", {"value": 1})
    client.post(f"/comments/{comment.pk}/ignore/", {"value": 1})

    assert Follow.objects.get().reader == IgnoredPerson.objects.get().reader
    assert "The ferry question" in client.get("/account/follows/").content.decode()


def test_who_is_refused_is_not_made_a_guest(discussion, browser, mona):
    comment = say(discussion, mona)
    response = browser().post(f"/comments/{comment.pk}/ignore/", {"value": 1})

    assert response.status_code == 409
    assert list(User.objects.all()) == [mona]


@pytest.mark.parametrize("value", ["", "2", "-1", "x"])
def test_a_decision_is_yes_or_no(discussion, browser, ada, value):
    response = browser(ada).post("/discussions/article:1/follow/", {"value": value})

    assert response.status_code == 404
    assert not Follow.objects.exists()


@pytest.mark.parametrize("address", ["/account/votes/1/take-back/", "/account/follows/1/visit/"])
def test_a_form_of_nobodys_asks_who_it_is(browser, db, address):
    assert browser().post(address).status_code == 403


def test_nobody_makes_guests_without_end(discussion, browser, options):
    options(limits="decision-address=3/1h")
    answers = [
        browser().post("/discussions/article:1/follow/", {"value": 1}).status_code for _ in range(5)
    ]

    assert answers == [302, 302, 302, 429, 429]
    assert User.objects.count() == 3
