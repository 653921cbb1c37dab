"""A reader who writes, votes or edits faster than people do is told so, kindly, and loses nothing."""

import json

import pytest

from broadsheet.discussion.models import Comment, Vote
from factories.discussion import say

pytestmark = pytest.mark.usefixtures("limits_hold")

POST = "/discussions/article:1/comments/"
FRAGMENT = {"BS-Fragment": "1"}


def send(client, body="The ferry is late.", headers=None, **fields):
    return client.post(POST, {"body": body, "name": "Grace", **fields}, headers=headers)


def is_too_often(response):
    return response.status_code == 429 and 1 <= int(response.headers["Retry-After"]) <= 30


def test_gets_the_form_back_with_every_word_and_when_to_try_again(discussion, browser):
    grace = browser()
    send(grace)

    response = send(grace, "And it is <b>dear</b>.")

    page = response.content.decode()
    assert is_too_often(response)
    assert "And it is &lt;b&gt;dear&lt;/b&gt;.</textarea>" in page
    assert f"Please try again in {response.headers['Retry-After']} seconds." in page
    assert "no-store" in response.headers["Cache-Control"]
    assert Comment.objects.count() == 1


def test_gets_a_sentence_where_an_element_asks(discussion, browser):
    grace = browser()
    send(grace)

    response = send(grace, "And dear.", headers=FRAGMENT)

    assert is_too_often(response)
    assert response.content.decode().startswith('<p class="refusal" role="alert">That was a little')


def test_gets_a_problem_where_a_machine_asks(discussion, browser):
    grace = browser()
    send(grace)

    response = send(grace, "And dear.", headers={"Accept": "application/json"})

    problem = json.loads(response.content)
    assert is_too_often(response)
    assert response.headers["Content-Type"] == "application/problem+json"
    assert (problem["code"], problem["limit"]) == ("too-often", "post-guest-pause")
    assert problem["retry_after"] == int(response.headers["Retry-After"])


def test_is_answered_as_before_when_the_same_form_comes_again(discussion, browser):
    grace = browser()
    first = send(grace, submission_key="one")

    for _ in range(5):
        again = send(grace, submission_key="one")
        assert (again.status_code, again.url) == (302, first.url)
    assert Comment.objects.count() == 1


def test_is_answered_as_before_without_script_and_without_a_key(discussion, browser):
    answers = [send(browser()).status_code for _ in range(30)]

    assert set(answers) == {302}
    assert Comment.objects.count() == 1


def test_cannot_write_more_by_leaving_the_key_behind(discussion, browser):
    answers = [send(browser(), f"Late, {n} times.").status_code for n in range(22)]

    assert answers == [302] * 20 + [429] * 2


def test_cannot_write_more_by_choosing_another_address_in_the_same_network(discussion, browser):
    answers = [
        browser().post(POST, {"body": f"{n}", "name": "Grace"}, REMOTE_ADDR=f"2001:db8:1:2::{n:x}")
        for n in range(1, 23)
    ]

    assert [answer.status_code for answer in answers] == [302] * 20 + [429] * 2


def test_votes_ten_times_and_is_then_told_to_wait(discussion, browser, ada, ben):
    comments = [say(discussion, ben, f"{n}") for n in range(12)]
    reader = browser(ada)
    answers = [
        reader.post(
            f"/comments/{comment.pk}/vote/", {"value": 1}, headers={"Accept": "application/json"}
        )
        for comment in comments
    ]

    statuses = [answer.status_code for answer in answers]
    assert statuses[:10] == [200] * 10
    assert 429 in statuses[10:]
    assert Vote.objects.count() == statuses.count(200)
    refused = answers[statuses.index(429)]
    assert json.loads(refused.content)["title"] == (
        "That was a little too often. Please try again in 1 second."
    )


def test_edits_thirty_times_a_day(discussion, browser, ada, options):
    options(limits="edit=2/1d", edit_window_minutes=15)
    reader = browser(ada)
    comment = Comment.objects.get(pk=say_now(discussion, ada))

    def edit(body):
        return reader.post(f"/comments/{comment.pk}/edit/", {"body": body})

    assert [edit(f"Words {n}.").status_code for n in range(3)] == [302, 302, 429]
    refused = edit("Words at last.")
    page = refused.content.decode()
    assert "Words at last." in page
    assert "Please try again in 12 hours." in page


def say_now(discussion, author):
    from django.utils import timezone

    return say(discussion, author, at=timezone.now()).pk
