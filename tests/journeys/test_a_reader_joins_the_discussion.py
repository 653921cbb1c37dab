"""A reader without an account, and without JavaScript, takes part by links and forms alone."""

import re

import pytest
from django.utils import timezone

from broadsheet.accounts.models import Strength, User
from broadsheet.discussion.models import Comment, CommentStatus
from factories.discussion import say

POST = "/discussions/article:1/comments/"


def send(client, body="The ferry is late.", name="Grace", **fields):
    return client.post(POST, {"body": body, "name": name, **fields})


def test_speaks_under_a_name_and_is_led_to_the_words(discussion, browser):
    response = send(browser())
    comment = Comment.objects.get()
    assert (response.status_code, response.url) == (302, f"/comments/{comment.pk}/")
    assert (comment.author.name, comment.author.strength) == ("Grace", Strength.GUEST)


def test_cannot_speak_under_the_name_of_a_known_reader_and_loses_no_word(discussion, browser, ada):
    response = send(browser(), "It is me, really.", name="ADA")

    page = response.content.decode()
    assert response.status_code == 422
    assert "It is me, really." in page
    assert re.search(r'<input name="name"[^>]*value="ADA"[^>]*aria-describedby="name-mend"', page)
    assert re.search(r'id="name-mend">Somebody here has this name', page)
    assert not Comment.objects.exists()


def test_is_known_again_by_the_key_in_the_browser(discussion, browser):
    grace = browser()
    send(grace)
    send(grace, "And dear.", name="")
    assert {comment.author.name for comment in Comment.objects.all()} == {"Grace"}
    assert User.objects.count() == 1


def test_holds_a_key_that_scripts_cannot_read(discussion, browser):
    cookie = send(browser()).cookies["bs_guest"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
    assert int(cookie["max-age"]) > 300 * 24 * 3600


def test_cannot_become_somebody_else_with_a_forged_key(discussion, browser):
    grace, forger = browser(), browser()
    send(grace)
    genuine = grace.cookies["bs_guest"].value
    for forged in (genuine[:-2] + "xx", "1", "", genuine.replace(":", "", 1), "\x00"):
        forger.cookies["bs_guest"] = forged
        response = forger.post(f"/comments/{Comment.objects.get().pk}/withdraw/")
        assert response.status_code == 403
    assert Comment.objects.get().status == CommentStatus.PUBLISHED


def test_sends_the_same_form_twice_and_has_spoken_once(discussion, browser):
    grace = browser()
    send(grace)
    send(browser())  # the answer was lost, and with it the key
    assert Comment.objects.count() == 1
    assert User.objects.count() == 1


@pytest.mark.parametrize(
    ("again_from", "comments"), [("2001:db8:1:2::beef", 1), ("2001:db8:1:3::1", 2), ("", 2)]
)
def test_is_told_apart_from_others_by_the_network(discussion, browser, again_from, comments):
    browser().post(POST, {"body": "Me too.", "name": "Grace"}, REMOTE_ADDR="2001:db8:1:2::1")
    browser().post(POST, {"body": "Me too.", "name": "Grace"}, REMOTE_ADDR=again_from)
    assert Comment.objects.count() == comments


def test_answers_others_and_quotes_them(discussion, browser, ada):
    said = say(discussion, ada, "The harbour is not for sale.")
    grace = browser()
    page = grace.get(f"/comments/{said.pk}/reply/?quote=1")
    assert "The harbour is not for sale." in page.content.decode()
    send(
        grace,
        f"> The harbour is not for sale.\n>\n> — [Ada](/comments/{said.pk}/)\n\nGood.",
        parent=said.pk,
    )
    answer = Comment.objects.get(parent=said)
    assert [row.quoted_id for row in answer.quotations.all()] == [said.pk]


def test_sees_how_words_will_look_before_they_are_sent(discussion, browser):
    page = browser().post(
        "/discussions/article:1/preview/", {"body": "A *loud* word", "name": "Grace"}
    )
    html = page.content.decode()
    assert "<em>loud</em>" in html
    assert "A *loud* word" in html
    assert 'value="Grace"' in html
    assert not Comment.objects.exists()


def test_edits_and_withdraws_what_they_said(discussion, browser):
    grace = browser()
    send(grace)
    comment = Comment.objects.get()
    page = grace.get(f"/comments/{comment.pk}/actions/")
    assert "The ferry is late." in page.content.decode()
    grace.post(f"/comments/{comment.pk}/edit/", {"body": "The ferry is very late."})
    comment.refresh_from_db()
    assert comment.source == "The ferry is very late."
    assert "The ferry is late." in grace.get(f"/comments/{comment.pk}/history/").content.decode()
    grace.post(f"/comments/{comment.pk}/withdraw/")
    comment.refresh_from_db()
    assert comment.status == CommentStatus.WITHDRAWN


def test_votes_changes_the_vote_and_takes_it_back(discussion, browser, ada, rights):
    rights(GUEST={"COMMENT", "SKIP_QUEUE", "VOTE_COUNTED"})
    comment = say(discussion, ada)
    grace = browser()
    for value, score in [(1, 1), (1, 1), (-1, -1), (0, 0)]:
        response = grace.post(f"/comments/{comment.pk}/vote/", {"value": value})
        assert (response.status_code, response.url) == (302, f"/comments/{comment.pk}/actions/")
        comment.refresh_from_db()
        assert comment.score == score
    assert User.objects.filter(strength=Strength.GUEST).count() == 1


def test_has_a_name_once_they_speak_after_voting(discussion, browser, ada):
    comment = say(discussion, ada)
    grace = browser()
    grace.post(f"/comments/{comment.pk}/vote/", {"value": 1})
    send(grace)
    assert User.objects.get(strength=Strength.GUEST).name == "Grace"


def test_loses_no_word_when_something_is_wrong(discussion, browser, options):
    options(comment_max_length=100)
    words = "A long story. " * 10
    page = send(browser(), words)
    assert page.status_code == 422
    assert words.strip() in page.content.decode()
    assert "at most 100 fit" in page.content.decode()
    page = send(browser(), "Short.", name="")
    assert page.status_code == 422
    assert "Short." in page.content.decode()
    page = send(browser(), "Short.", email="not an address")
    assert page.status_code == 422
    assert "Short." in page.content.decode()


def test_loses_no_word_when_the_discussion_has_just_closed(discussion, browser):
    type(discussion).objects.update(closed_at=timezone.now())
    page = send(browser(), "What I wanted to say.")
    assert page.status_code == 409
    assert "What I wanted to say." in page.content.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"parent": "x"}, 422),
        ({"parent": "-1"}, 422),
        ({"parent": "9" * 30}, 422),
        ({"parent": "999999999"}, 409),
        ({"submission_key": "k" * 101}, 422),
        ({"name": "n" * 601}, 422),
    ],
)
def test_is_told_kindly_when_the_form_is_damaged(discussion, browser, fields, status):
    page = send(browser(), **fields)
    assert page.status_code == status
    assert "The ferry is late." in page.content.decode()
    assert not Comment.objects.exists()


def test_may_not_speak_where_guests_are_not_welcome(discussion, browser, rights):
    rights(GUEST=set())
    page = send(browser())
    assert page.status_code == 403
    assert "The ferry is late." in page.content.decode()
    assert not User.objects.exists()


def test_sees_their_own_words_wait_and_nobody_else_does(discussion, browser, rights):
    rights(GUEST={"COMMENT"})
    grace = browser()
    response = send(grace)
    comment = Comment.objects.get()
    assert response.url == f"/comments/{comment.pk}/actions/"
    assert "The ferry is late." in grace.get(response.url).content.decode()
    for page in (response.url, f"/comments/{comment.pk}/"):
        assert browser().get(page).status_code == 404
    assert "The ferry is late." not in browser().get("/discussions/article:1/").content.decode()
