"""The pages on which a guest becomes a reader …"""

import pytest
from django.test import Client
from django.utils import timezone

from broadsheet.accounts import commands, guest_key
from broadsheet.accounts.models import Claim, Strength, present_person
from broadsheet.accounts.models.claim import CODE_LIFETIME
from factories.claims import ask, browser_of, letter, who_is_signed_in
from factories.discussion import open_discussion, say
from factories.moments import minutes
from factories.people import again, confirmed, guest


@pytest.fixture
def gus(db):
    person = guest("Gus", "gus@example.org", at=timezone.now())
    say(open_discussion(), person, "The ferry was late.", at=timezone.now())
    return person


def test_offers_the_address_a_guest_gave(gus):
    page = browser_of(gus).get("/account/claim/").content.decode()

    assert 'value="gus@example.org"' in page
    assert "The ferry was late." in page


def test_goes_through_the_code_and_signs_in(gus):
    browser = browser_of(gus)
    sent = browser.post("/account/claim/", {"email": "gus@example.org", "next": "/harbour/"})
    _, code = letter()

    entered = browser.post(sent.url, {"code": code, "next": "/harbour/"})

    assert entered.url == "/account/found/?next=%2Fharbour%2F"
    assert who_is_signed_in(browser) == gus.pk
    assert not entered.cookies[guest_key.cookie_name()].value
    assert "/harbour/" in browser.get(entered.url).content.decode()


def test_works_in_another_browser(gus):
    browser_of(gus).post("/account/claim/", {"email": "gus@example.org"})
    secret, _ = letter()
    elsewhere = browser_of()
    page = elsewhere.get(f"/account/claim/{secret}/")
    assert "The ferry was late." in page.content.decode()

    elsewhere.post(f"/account/claim/{secret}/")

    assert who_is_signed_in(elsewhere) == gus.pk


@pytest.mark.parametrize("method", ["get", "head", "options"])
def test_a_scanner_that_opens_the_link_confirms_nothing(gus, method):
    secret, _ = ask(gus, at=timezone.now())

    for _ in range(3):
        getattr(browser_of(), method)(f"/account/claim/{secret}/")

    assert again(gus).strength == Strength.GUEST
    assert not Claim.objects.get().spent_at


def test_a_foreign_page_confirms_nothing(gus):
    secret, _ = ask(gus, at=timezone.now())
    foreign = Client(headers={"sec-fetch-site": "cross-site"})

    assert foreign.post(f"/account/claim/{secret}/").status_code == 403
    assert again(gus).strength == Strength.GUEST


def test_says_that_it_was_somebody_else(gus):
    secret, _ = ask(gus, at=timezone.now())

    page = browser_of().post(f"/account/claim/{secret}/", {"not_mine": "1"})

    assert page.status_code == 200
    assert browser_of().get(f"/account/claim/{secret}/").status_code == 410
    assert again(gus).strength == Strength.GUEST


def test_opens_no_door_of_staff(gus, mona):
    commands.confirm_email(person=mona, email="mona@example.org", at=timezone.now())
    secret, _ = ask(gus, "mona@example.org", at=timezone.now())
    browser = browser_of()

    assert browser.post(f"/account/claim/{secret}/").status_code == 409
    assert not who_is_signed_in(browser)


def test_asks_for_the_second_factor_of_who_has_one(gus):
    from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

    cleo = confirmed()
    TOTP.activate(cleo, generate_totp_secret())
    secret, _ = ask(gus, "cleo@example.org", at=timezone.now())
    browser = browser_of()

    browser.post(f"/account/claim/{secret}/")

    assert not who_is_signed_in(browser)
    assert present_person(again(gus)) == cleo


def test_a_guest_who_wants_too_many_letters_waits(gus, limits_hold):
    browser = browser_of(gus)
    answers = [
        browser.post("/account/claim/", {"email": "gus@example.org"}).status_code for _ in range(4)
    ]

    assert answers == [302, 302, 302, 429]


@pytest.mark.parametrize("email", ["", "gus", "gus@", "a" * 300 + "@example.org", "g\x00us@x.org"])
def test_says_what_is_wrong_with_an_address(gus, email):
    answer = browser_of(gus).post("/account/claim/", {"email": email})

    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_asks_nobody_who_is_nobody(db):
    for address in ("/account/claim/", "/account/claim/code/", "/account/found/"):
        assert browser_of().get(address).status_code == 403


def test_gives_letters_that_are_late_no_chance(gus):
    _, code = ask(gus, at=timezone.now() - CODE_LIFETIME - minutes(1))

    answer = browser_of(gus).post("/account/claim/code/", {"code": code})

    assert answer.status_code == 410
