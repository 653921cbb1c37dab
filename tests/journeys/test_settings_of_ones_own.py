"""A reader looks after who they are here: the name, the address, where they are signed in."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import User

SETTINGS = "/account/settings/"
EMAIL, CODE = "/account/settings/email/", "/account/settings/email/code/"


@pytest.fixture
def grace(db):
    guest = commands.create_guest(name="Grace", at=timezone.now())
    return commands.confirm_email(
        person=guest, email="grace@example.org", wants_account=True, at=timezone.now()
    )


def code_in(letter):
    return re.search(r"^ {4}(\d{8})$", letter.text, re.MULTILINE)[1]


@pytest.mark.parametrize("address", ["/account/", SETTINGS, "/account/sessions/", EMAIL])
def test_is_each_readers_own(browser, grace, address):
    assert browser().get(address).status_code == 403

    response = browser(grace).get(address)

    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


def test_shows_who_one_is_and_how_much_is_ones_own(browser, grace):
    page = browser(grace).get("/account/").content.decode()

    assert "Grace" in page
    assert "grace@example.org" in page
    assert "<dd>0</dd>" in page


def test_changes_the_name(browser, grace):
    client = browser(grace)
    assert client.post(f"{SETTINGS}name/", {"name": "Grace Hopper"}).url == SETTINGS
    assert "Grace Hopper" in client.get(SETTINGS).content.decode()


def test_says_beside_the_field_why_a_name_cannot_be_had(browser, grace):
    response = browser(grace).post(f"{SETTINGS}name/", {"name": "\u200b"})

    assert response.status_code == 422
    assert 'aria-invalid="true"' in response.content.decode()
    assert User.objects.get(pk=grace.pk).name == "Grace"


def test_changes_the_address_by_a_code_sent_to_the_new_one(browser, grace, postbox):
    client = browser(grace)
    assert client.post(EMAIL, {"email": "new@example.org"}).url == CODE
    code = code_in(postbox.letter)
    wrong = "00000000" if code != "00000000" else "11111111"
    assert client.post(CODE, {"code": wrong}).status_code == 422

    assert client.post(CODE, {"code": code}).url == SETTINGS

    assert User.objects.get(pk=grace.pk).email == "new@example.org"
    assert postbox.letters[-1].to == "grace@example.org"


def test_a_code_is_good_only_in_the_browser_that_asked(browser, grace, postbox):
    browser(grace).post(EMAIL, {"email": "new@example.org"})
    other = browser(grace)

    assert other.post(CODE, {"code": code_in(postbox.letter)}).url == EMAIL
    assert User.objects.get(pk=grace.pk).email == "grace@example.org"


def test_a_code_for_another_address_signs_nobody_in(browser, grace, postbox):
    browser(grace).post(EMAIL, {"email": "new@example.org"})

    assert browser().post("/sign-in/code/", {"code": code_in(postbox.letter)}).url == "/sign-in/"


def test_a_taken_address_is_told_to_its_owner_alone(browser, grace, postbox):
    other = commands.create_guest(name="Other", at=timezone.now())
    commands.confirm_email(
        person=other, email="other@example.org", wants_account=True, at=timezone.now()
    )
    client = browser(grace)
    assert client.post(EMAIL, {"email": "other@example.org"}).url == CODE

    response = client.post(CODE, {"code": code_in(postbox.letter)})

    assert response.status_code == 409
    assert User.objects.get(pk=grace.pk).email == "grace@example.org"


def test_who_signed_in_a_while_ago_shows_once_more_who_they_are(browser, grace):
    client = browser(grace)
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        response = client.get(EMAIL)

    assert response.url == f"/account/proof/?next={EMAIL}"


def test_other_browsers_are_signed_out_from_the_list(browser, grace):
    here, there = browser(grace), browser(grace)
    page = here.get("/account/sessions/").content.decode()
    assert page.count("Sign out there") == 1

    here.post("/account/sessions/end-others/")

    assert there.get("/account/").status_code == 403
    assert "signed in nowhere else" in here.get("/account/sessions/").content.decode()
