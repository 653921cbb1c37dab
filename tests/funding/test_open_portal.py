"""The way to the page of one's gifts, by a letter …"""

import pytest
import time_machine

from broadsheet.funding import commands
from broadsheet.funding.models import PortalLink
from broadsheet.notify.models import QueuedLetter
from factories.donors import browser, come_in, give, know_donor, latest_letter, portal_link
from factories.moments import NOON, minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def client():
    return browser()


def ask(client, email="dana@example.org"):
    return client.post("/support/", {"email": email})


def test_needs_no_account_and_one_click(client):
    give(know_donor())
    assert "Send me a link" in client.get("/support/").content.decode()

    ask(client, "DANA@example.org")
    opened = client.get(portal_link())  # as programs do that look at what letters link to
    assert "What you gave" not in opened.content.decode()
    client.post(portal_link())

    assert "What you gave" in client.get("/support/").content.decode()
    cookie = client.cookies["bs_support"]
    assert (cookie["path"], cookie["samesite"], cookie["httponly"]) == ("/support/", "Lax", True)
    client.post("/support/leave/")
    assert "Send me a link" in client.get("/support/").content.decode()


def test_opens_once_and_not_for_long(client):
    know_donor()
    ask(client)
    assert client.post(portal_link()).status_code == 302
    assert client.post(portal_link()).status_code == 410

    with time_machine.travel(NOON, tick=False) as clock:
        ask(client)
        clock.shift(minutes(31))
        assert client.post(portal_link()).status_code == 410
    commands.forget_portal_links(at=NOON + minutes(60 * 24))
    assert not PortalLink.objects.filter(used_at=None).exists()


def test_lets_in_for_an_hour(client):
    know_donor()
    with time_machine.travel(NOON, tick=False) as clock:
        assert "What you gave" in come_in(client)
        clock.shift(minutes(61))
        assert "Send me a link" in client.get("/support/").content.decode()


def test_answers_strangers_the_same(client):
    know_donor()

    known, unknown = ask(client), ask(client, "nobody@example.org")

    assert known.status_code == unknown.status_code == 200
    assert known.content.replace(b"dana", b"") == unknown.content.replace(b"nobody", b"")
    assert portal_link() is None
    assert "We know of none" in latest_letter().text


def test_writes_to_nobody_too_often(client, limits_hold):
    for _time in range(3):
        assert ask(client).status_code == 200

    refused = ask(client)

    assert refused.status_code == 429
    assert refused["Retry-After"]
    assert 'aria-describedby="email-error"' in refused.content.decode()
    assert QueuedLetter.objects.count() == 3


def test_writes_for_nobody_to_too_many_others(client, options):
    options(limits="all=off, portal-address=1/1h")

    answers = [ask(client, f"{name}@example.org").status_code for name in ("ada", "ben")]

    assert answers == [200, 429]
    assert QueuedLetter.objects.count() == 1


def test_asks_again_for_an_address_that_is_none(client):
    refused = ask(client, "dana")

    assert refused.status_code == 422
    assert 'value="dana"' in refused.content.decode()
