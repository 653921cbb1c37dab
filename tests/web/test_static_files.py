"""Static files: found, compressed, kept."""

import pytest
from django.contrib.staticfiles import finders

SCRIPT = "/static/web/js/relative-time.js"


@pytest.fixture
def answer(client):
    return client.get(SCRIPT)


def test_are_served_whole(answer):
    from pathlib import Path

    source = Path(finders.find("web/js/relative-time.js")).read_bytes()

    assert answer.status_code == 200
    assert not answer.streaming
    assert answer.content == source
    assert answer["Content-Type"].startswith("text/javascript")


def test_read_and_set_no_cookie(answer):
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_are_not_sent_again_when_they_have_not_changed(client, answer):
    again = client.get(SCRIPT, headers={"If-Modified-Since": answer["Last-Modified"]})

    assert again.status_code == 304
    assert again.content == b""


def test_may_be_asked_about(client, answer):
    asked = client.head(SCRIPT)

    assert asked.status_code == 200
    assert asked["Content-Length"] == answer["Content-Length"]
    assert asked.content == b""
