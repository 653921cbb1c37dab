"""The desk: Wagtail's admin, with Django's own tokens."""

import re

import pytest
from django.test import Client

OUR_PAGE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def desk(ed):
    ed.is_superuser = True
    ed.save()
    client = Client(enforce_csrf_checks=True)
    client.force_login(ed)
    return client


def test_asks_a_stranger_to_sign_in(client, db):
    answer = client.get("/desk/")

    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/login/")


def test_opens_for_an_administrator(desk):
    assert desk.get("/desk/").status_code == 200


def test_refuses_a_write_without_its_token(desk):
    assert desk.post("/desk/logout/", headers=OUR_PAGE).status_code == 403


def test_accepts_a_write_with_its_token(desk):
    page = desk.get("/desk/account/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]

    answer = desk.post("/desk/logout/", {"csrfmiddlewaretoken": token}, headers=OUR_PAGE)

    assert answer.status_code == 302


def test_refuses_a_foreign_write_even_with_its_token(desk):
    page = desk.get("/desk/account/").content.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)[1]

    answer = desk.post(
        "/desk/logout/",
        {"csrfmiddlewaretoken": token},
        headers={"Sec-Fetch-Site": "cross-site"},
    )

    assert answer.status_code == 403


def test_gives_readers_no_token(client, db):
    answer = client.get("/")

    assert not answer.cookies
    assert "csrf" not in answer.content.decode().lower()
