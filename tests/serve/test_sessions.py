"""A session that is ended is over for every node from the next request on; each test has two whole nodes."""

from urllib.error import HTTPError
from urllib.request import Request, urlopen

import pytest
from django.test import Client

from broadsheet.accounts import commands
from broadsheet.accounts.models import Standing, User
from live_server import serving

pytestmark = pytest.mark.xdist_group("serve")

PAGE = "/account/sessions/"


@pytest.fixture
def person(committed):
    return User.objects.create(name="Ada")


@pytest.fixture
def nodes():
    with serving() as (first, _), serving() as (second, _):
        yield first, second


def cookies_of(person):
    browser = Client()
    browser.force_login(person)
    return {"bs_session": browser.cookies["bs_session"].value}


def ask(node, path, cookies, **options):
    headers = {"Cookie": f"bs_session={cookies['bs_session']}", "Sec-Fetch-Site": "same-origin"}
    try:
        with urlopen(Request(f"{node}{path}", headers=headers, **options), timeout=10) as answer:
            return answer.status
    except HTTPError as refusal:
        return refusal.code


def is_signed_in(node, cookies):
    return ask(node, PAGE, cookies) == 200


def ban(person, _cookies, _node):
    person.standing = Standing.BANNED
    person.save()


def end_by_another_node(person, _cookies, node):
    elsewhere = cookies_of(person)
    assert ask(node, "/account/sessions/end-others/", elsewhere, method="POST", data=b"") == 200


def end_by_command(person, _cookies, _node):
    commands.end_sessions(person=person)


@pytest.mark.parametrize("end", [ban, end_by_another_node, end_by_command])
def test_is_over_for_all_nodes_from_the_next_request(person, nodes, end):
    cookies = cookies_of(person)
    assert all(is_signed_in(node, cookies) for node in nodes for _ in range(5))

    end(person, cookies, nodes[0])

    assert not any(is_signed_in(node, cookies) for node in nodes for _ in range(5))
