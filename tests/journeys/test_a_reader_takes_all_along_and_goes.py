"""A reader takes along all that is kept of them, and is forgotten: by links and forms alone."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.accounts import commands, guest_key, tasks
from broadsheet.accounts.models import User
from broadsheet.discussion.models import Comment
from factories.discussion import say

DATA, ERASE = "/account/data/", "/account/data/erase/"
ARCHIVE, FETCH = "/account/data/archive/", "/account/data/archive/fetch/"


@pytest.fixture
def grace(db):
    guest = commands.create_guest(name="Grace", at=timezone.now())
    return commands.confirm_email(
        person=guest, email="grace@example.org", wants_account=True, at=timezone.now()
    )


@pytest.fixture
def guest(browser, db):
    guest, client, response = commands.create_guest(name="Gus", at=timezone.now()), browser(), None
    response = HttpResponse()
    guest_key.hand_over(response, guest)
    client.cookies.update(response.cookies)
    return client, guest


def run_jobs():
    """What the job worker would do now."""
    jobs = {"accounts.make_export": tasks.make_export, "accounts.erase_person": tasks.erase_person}
    for job in ProcrastinateJob.objects.filter(task_name__in=jobs, status="todo").order_by("pk"):
        jobs[job.task_name](**job.args)


def content_of(response):
    return zipfile.ZipFile(io.BytesIO(b"".join(response.streaming_content)))


def test_an_archive_is_made_fetched_once_and_gone(discussion, browser, grace):
    say(discussion, grace, "The ferry is late.")
    client = browser(grace)
    assert "Make an archive" in client.get(DATA).content.decode()
    assert client.post(ARCHIVE).url == DATA
    assert "is being made" in client.get(DATA).content.decode()
    run_jobs()
    assert "The archive is ready" in client.get(DATA).content.decode()

    response = client.post(FETCH)

    assert response.headers["Content-Type"] == "application/zip"
    assert "attachment" in response.headers["Content-Disposition"]
    assert "no-store" in response.headers["Cache-Control"]
    everything = json.loads(content_of(response).read("everything.json"))
    assert everything["discussion"]["comments"][0]["words"] == "The ferry is late."
    assert client.post(FETCH).status_code == 410
    assert "You have fetched the archive" in client.get(DATA).content.decode()


def test_a_guest_may_do_it_too_with_nothing_but_the_key(discussion, guest):
    client, person = guest
    say(discussion, person, "Guests are read, too.")
    client.post(ARCHIVE)
    run_jobs()

    assert b"Guests are read, too." in content_of(client.post(FETCH)).read("everything.json")


def test_who_signed_in_a_while_ago_shows_once_more_who_they_are(browser, grace):
    client = browser(grace)
    client.post(ARCHIVE)
    run_jobs()
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        assert client.post(FETCH).url == f"/account/proof/?next={FETCH}"
        assert client.get(ERASE).url == f"/account/proof/?next={ERASE}"
        assert client.post(ERASE, {"words": "keep", "is_sure": 1}).url.startswith("/account/proof/")

    assert client.get(FETCH).url == DATA
    assert User.objects.get(pk=grace.pk).is_active


def test_nothing_is_erased_before_it_is_said_twice(discussion, browser, grace):
    client = browser(grace)
    say(discussion, grace)
    assert "This concerns: comments 1, votes 0" in client.get(ERASE).content.decode()
    assert client.post(ERASE).status_code == 422
    assert client.post(ERASE, {"is_sure": 1}).status_code == 422
    asked = client.post(ERASE, {"words": "erase"}).content.decode()
    assert "Nobody can undo this" in asked
    run_jobs()

    assert User.objects.get(pk=grace.pk).name == "Grace"


@pytest.mark.parametrize(("words", "is_read"), [("keep", True), ("erase", False)])
def test_is_forgotten_with_the_words_or_without(
    discussion, browser, grace, postbox, words, is_read
):
    comment = say(discussion, grace, "The ferry is late.")
    client, elsewhere = browser(grace), browser(grace)

    farewell = client.post(ERASE, {"words": words, "is_sure": 1})

    assert "Farewell" in farewell.content.decode()
    assert farewell.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    for one in (client, elsewhere):
        assert one.get("/account/").status_code == 403
    run_jobs()
    page = browser().get(f"/comments/{comment.pk}/").content.decode()
    assert ("The ferry is late." in page) is is_read
    assert "Grace" not in page
    assert postbox.letters[-1].subject.startswith("You are forgotten")


def test_a_guest_is_forgotten_by_the_key_alone(discussion, guest):
    client, person = guest
    comment = say(discussion, person, "Forget me.")
    response = client.post(ERASE, {"words": "erase", "is_sure": 1})
    run_jobs()

    assert response.cookies[guest_key.cookie_name()].value == ""
    assert Comment.objects.get(pk=comment.pk).source == ""
    assert client.get("/account/").status_code == 403


def test_who_works_here_is_told_what_to_do_first(browser, mona):
    response = browser(mona).post(ERASE, {"words": "keep", "is_sure": 1})

    assert response.status_code == 409
    assert "rights in the newsroom" in response.content.decode()


@pytest.mark.parametrize("address", [DATA, ERASE, FETCH])
def test_nobody_is_asked_to_sign_in(browser, db, address):
    assert browser().get(address).status_code == 403
