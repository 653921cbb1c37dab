"""Asking again who it is: what is asked of whom, and that it is asked after ten minutes (proof_page …)."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from time_machine import travel

from broadsheet.accounts import commands
from broadsheet.accounts.queries import proof_page
from factories.moments import NOON
from factories.staff import code_now, give_second_factor

GUARDED = "/account/security/app/"
ASKED = f"/account/proof/?next={GUARDED}"


@pytest.fixture
def grace(ada):
    """Reads, and has confirmed an address."""
    return commands.confirm_email(person=ada, email="grace@example.org", at=NOON)


def browser_of(person, *, minutes_ago=11):
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    with travel(timezone.now() - timedelta(minutes=minutes_ago)):
        browser.force_login(person)
    return browser


def test_asks_of_each_what_they_have(grace, ben):
    assert proof_page(grace).email == "grace@example.org"
    assert not proof_page(ben).has_any
    ben.set_password("correct horse battery staple")
    assert proof_page(ben).has_password


def test_asks_nothing_weaker_than_the_app_of_who_has_one(grace):
    grace.set_password("correct horse battery staple")
    give_second_factor(grace)

    page = proof_page(grace)

    assert (page.has_app, page.has_password, page.email) == (True, False, "")


def test_asks_nobody_who_has_just_come_in(grace):
    assert browser_of(grace, minutes_ago=9).get(GUARDED).status_code == 200


def test_asks_after_ten_minutes(grace):
    assert browser_of(grace).get(GUARDED).url == ASKED


def test_leads_back_after_a_code_by_letter(grace, postbox):
    browser = browser_of(grace)
    page = browser.post("/account/proof/letter/", {"next": GUARDED})
    assert "grace@example.org" in page.content.decode()
    code = re.search(r"\b\d{4}\s?\d{4}\b", postbox.letter.text)[0]
    before = browser.cookies["bs_session"].value

    answer = browser.post("/account/proof/", {"letter_code": code, "next": GUARDED})

    assert answer.url == GUARDED
    assert browser.get(GUARDED).status_code == 200
    assert browser.cookies["bs_session"].value != before


def test_leads_back_after_the_password(grace):
    grace.set_password("correct horse battery staple")
    grace.save()
    browser = browser_of(grace)

    wrong = browser.post("/account/proof/", {"password": "incorrect", "next": GUARDED})
    assert wrong.status_code == 422
    assert "did not match" in wrong.content.decode()
    assert browser.get(GUARDED).url == ASKED

    right = {"password": "correct horse battery staple", "next": GUARDED}
    assert browser.post("/account/proof/", right).url == GUARDED
    assert browser.get(GUARDED).status_code == 200


@pytest.mark.parametrize(
    "proof",
    [
        {"letter_code": "12345678"},
        {"letter_code": ""},
        {"code": "000000"},
        {"password": "incorrect"},
        {"credential": "{}"},
        {},
    ],
)
def test_believes_nothing_else(grace, proof):
    browser = browser_of(grace)

    assert browser.post("/account/proof/", proof).status_code in (400, 410, 422)
    assert browser.get(GUARDED).url == ASKED


def test_sends_no_letter_to_who_has_an_app(grace, postbox):
    give_second_factor(grace)
    browser = browser_of(grace)

    assert browser.post("/account/proof/letter/").status_code == 400
    assert not postbox.letters


def test_takes_a_code_of_the_app_once(grace):
    give_second_factor(grace)
    one, other = browser_of(grace), browser_of(grace)
    proof = {"code": code_now(), "next": "/"}

    assert one.post("/account/proof/", proof).url == "/"
    assert other.post("/account/proof/", proof).status_code == 422


def test_leads_to_no_other_site(grace):
    grace.set_password("correct horse battery staple")
    grace.save()

    for elsewhere in ("https://evil.example/", "//evil.example/", "/\\evil.example"):
        proof = {"password": "correct horse battery staple", "next": elsewhere}
        assert browser_of(grace).post("/account/proof/", proof).url == "/"


def test_asks_strangers_to_sign_in(client, db):
    assert client.get(GUARDED).url == f"/sign-in/?next={GUARDED}"
    assert client.get("/account/proof/").status_code == 403


def test_tells_scripts_that_a_proof_is_needed(grace):
    answer = browser_of(grace).get(GUARDED, headers={"accept": "application/json"})

    assert (answer.status_code, answer.json()["code"]) == (403, "proof-needed")
