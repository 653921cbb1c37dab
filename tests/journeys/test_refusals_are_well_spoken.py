"""A refusal comes in the form in which it was asked for, writes come from our own pages, and words survive."""

import json

import pytest
from django.test import Client

from broadsheet.discussion.models import Comment, Vote
from factories.discussion import say

POST = "/discussions/article:1/comments/"
OURS = "http://testserver"


@pytest.mark.parametrize(
    ("headers", "accepted"),
    [
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"sec-fetch-site": "cross-site", "origin": OURS}, False),
        ({"origin": OURS}, True),
        ({"origin": "https://testserver"}, False),
        ({"origin": "http://testserver.evil.example"}, False),
        ({"origin": "http://testserver:81"}, False),
        ({"origin": "null"}, False),
        ({"referer": OURS + "/"}, False),
        ({}, False),
    ],
)
@pytest.mark.parametrize(
    "kind", ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain"]
)
def test_writes_come_from_our_own_pages(discussion, ada, ben, headers, accepted, kind):
    comment = say(discussion, ada)
    client = Client(headers=headers)
    client.force_login(ben)
    bodies = {
        "application/x-www-form-urlencoded": b"value=1",
        "multipart/form-data; boundary=x": b'--x\r\nContent-Disposition: form-data; name="value"\r\n\r\n1\r\n--x--\r\n',
        "text/plain": b"value=1",
    }
    response = client.post(f"/comments/{comment.pk}/vote/", bodies[kind], content_type=kind)
    readable = kind != "text/plain"
    assert response.status_code == (302 if accepted and readable else 422 if accepted else 403)
    assert Vote.objects.exists() == (accepted and readable)


@pytest.mark.parametrize(
    "address", ["/discussions/article:1/close/", POST, "/comments/1/pin/", "/sign-in/x/"]
)
def test_no_write_of_any_kind_comes_from_another_site(discussion, mona, address):
    client = Client(headers={"sec-fetch-site": "cross-site", "origin": "https://evil.example"})
    client.force_login(mona)
    for method in ("post", "put", "patch", "delete"):
        response = getattr(client, method)(address)
        assert response.status_code == 403


def test_a_foreign_form_gets_its_words_back(discussion):
    page = Client(headers={"sec-fetch-site": "cross-site"}).post(
        POST, {"body": "My long <b>story</b>.", "name": "G"}
    )
    assert page.status_code == 403
    assert "My long &lt;b&gt;story&lt;/b&gt;." in page.content.decode()
    assert not Comment.objects.exists()


def test_a_page_a_fragment_and_json_each_say_it_their_way(discussion, browser):
    page = browser().post(POST, {"body": " ", "name": "Grace"})
    assert page.status_code == 422
    assert "<html" in page.content.decode()

    fragment = browser().post(
        POST, {"body": " ", "name": "Grace"}, headers={"bs-fragment": "comment"}
    )
    assert fragment.status_code == 422
    assert "<html" not in fragment.content.decode()
    assert "Write something first." in fragment.content.decode()

    problem = browser().post(
        POST, {"body": " ", "name": "Grace"}, headers={"accept": "application/json"}
    )
    assert problem.headers["Content-Type"] == "application/problem+json"
    assert json.loads(problem.content)["code"] == "nothing-said"
    assert problem.headers["Cache-Control"] == "no-store"


def test_get_is_not_a_way_to_write(discussion, ada, browser):
    comment = say(discussion, ada)
    for address in (
        POST,
        f"/comments/{comment.pk}/vote/",
        f"/comments/{comment.pk}/pin/",
        "/discussions/article:1/close/",
    ):
        assert browser().get(address).status_code == 405


@pytest.mark.parametrize(
    "words",
    [
        "\x00",
        "\ud800",
        "\u202e gnitirw",
        "Z̶̼̈́" + "\u0301" * 500,
        "a" * 1_000_000,
        "[" * 4_999,
        "> " * 2_000,
        "\u200b",
    ],
    ids=["nul", "surrogate", "bidi", "zalgo", "megabyte", "brackets", "quotes", "invisible"],
)
def test_no_text_breaks_the_page(discussion, browser, words):
    sent = words.encode("utf-8", "surrogatepass").decode("latin-1") if "\ud800" in words else words
    response = browser().post(POST, {"body": sent, "name": "Grace"})
    assert response.status_code in (302, 422)
    assert browser().get("/discussions/article:1/").status_code == 200


@pytest.mark.parametrize(
    "address",
    [
        "/discussions/article:1/?after=%00",
        "/discussions/article:1/?after=" + "a" * 5000,
        "/discussions/article:1/?sort=%00&after=x",
        "/discussions/article:1/all/?part=x",
        "/discussions/article:1/all/?part=99999999999999999999",
        "/discussions/%00/",
        "/discussions/" + "k" * 201 + "/",
        "/comments/99999999999999999999999/",
        "/comments/99999999999999999999999/vote/",
        "/discussions/article:1/overlay/?comments=1,x",
        "/discussions/article:1/overlay/?comments=" + "9" * 400,
        "/comments/1/thread/?after=%D9%A3",
    ],
)
def test_no_address_breaks_the_server(discussion, browser, ada, address):
    reader = browser(ada)
    assert reader.get(address).status_code in (400, 404, 405)
