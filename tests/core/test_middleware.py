"""Writes come from our own pages; refusals are well spoken."""

import json

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from broadsheet.core.errors import Refused
from broadsheet.core.middleware import OwnOriginMiddleware, RefusalMiddleware

pytestmark = pytest.mark.django_db  # a page shows the sections of the newspaper

OURS = "http://testserver"


def sent(method="post", **headers):
    request = getattr(RequestFactory(), method)("/anything", headers=headers)
    return OwnOriginMiddleware(lambda _request: HttpResponse("written"))(request)


@pytest.mark.parametrize(
    "headers",
    [
        {"Sec-Fetch-Site": "same-origin"},
        {"Sec-Fetch-Site": "same-origin", "Origin": OURS},
        {"Origin": OURS},
        {"Origin": "HTTP://TestServer"},
    ],
)
def test_lets_a_write_of_our_own_pages_through(headers):
    assert sent(**headers).content == b"written"


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "https://elsewhere.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://testserver.elsewhere.example"},
        {"Origin": "http://[broken"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "cross-site", "Origin": OURS},
        {"Sec-Fetch-Site": "anything-new"},
    ],
)
def test_refuses_a_write_of_any_other_page(method, headers):
    answer = sent(method, Accept="application/json", **headers)

    assert answer.status_code == 403
    assert json.loads(answer.content)["code"] == "foreign-origin"


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_lets_reading_through_from_anywhere(method):
    assert sent(method, **{"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize(
    "content_type", ["application/json", "application/x-www-form-urlencoded", "text/plain"]
)
def test_refuses_a_foreign_write_of_every_content_type(content_type):
    request = RequestFactory().post(
        "/anything", b"x", content_type=content_type, headers={"Sec-Fetch-Site": "cross-site"}
    )

    assert OwnOriginMiddleware(HttpResponse)(request).status_code == 403


class PressesStopped(Refused):
    code = "presses-stopped"
    status = 409
    message = "The presses stopped at page %(page)s."


def refused(**headers):
    request = RequestFactory().post("/anything", {"body": "My <words>"}, headers=headers)
    middleware = RefusalMiddleware(HttpResponse)
    return middleware.process_exception(request, PressesStopped(page=7))


def test_says_a_refusal_as_a_page_that_gives_the_words_back():
    answer = refused()

    assert answer.status_code == 409
    assert "The presses stopped at page 7." in answer.content.decode()
    assert "My &lt;words&gt;" in answer.content.decode()
    assert answer["Cache-Control"] == "no-store"


def test_says_a_refusal_as_a_fragment_to_an_element():
    answer = refused(**{"BS-Fragment": "comment"})

    assert answer.status_code == 409
    assert "<html" not in answer.content.decode()
    assert "The presses stopped at page 7." in answer.content.decode()


def test_says_a_refusal_as_a_problem_to_a_program():
    answer = refused(Accept="application/json")

    assert answer["Content-Type"] == "application/problem+json"
    assert json.loads(answer.content) == {
        "type": "about:blank",
        "status": 409,
        "code": "presses-stopped",
        "title": "The presses stopped at page 7.",
        "page": 7,
    }


def test_leaves_a_bug_to_crash():
    request = RequestFactory().get("/anything")

    assert RefusalMiddleware(HttpResponse).process_exception(request, KeyError("x")) is None
