"""An authenticator app and recovery codes: set up, asked for, used up."""

import re
import time
from datetime import timedelta

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.utils import timezone

from broadsheet.accounts import commands

APP, CODES, SECOND = "/account/security/app/", "/account/security/codes/", "/sign-in/second-factor/"
ADDRESS = "ada@example.org"


@pytest.fixture
def ada(db):
    guest = commands.create_guest(name="Ada", at=timezone.now())
    return commands.confirm_email(
        person=guest, email=ADDRESS, wants_account=True, at=timezone.now()
    )


@pytest.fixture
def come_in(postbox):
    """Sign in by a letter: `come_in(browser)`; answers where that leads."""

    def sign_in(one, email=ADDRESS):
        one.post("/sign-in/", {"email": email})
        code = re.search(r"^ {4}(\d{8})$", postbox.letters[-1].text, re.MULTILINE)[1]
        return one.post("/sign-in/code/", {"code": code}).url

    return sign_in


def shown(secret, *, later=0):
    """What an app with `secret` shows, `later` half minutes from now."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + later))


@pytest.fixture
def set_up(come_in, browser, ada):
    """Set the app up in a new browser that is signed in; answers it and the secret."""

    def add_an_app():
        one = browser()
        assert come_in(one) == "/"
        assert one.post(APP).url == APP
        page = one.get(APP).content.decode()
        secret = re.search(r"<code>([A-Z2-7 ]+)</code>", page)[1].replace(" ", "")
        assert f"secret={secret}" in page
        assert one.post(APP, {"code": "000000"}).status_code == 422
        assert one.post(APP, {"code": shown(secret, later=-1)}).url == CODES
        return one, secret

    return add_an_app


def is_in(browser):
    return "_auth_user_id" in browser.session


def test_asks_for_the_code_after_the_letter(set_up, come_in, browser):
    _one, secret = set_up()
    other = browser()
    assert come_in(other) == SECOND
    assert not is_in(other)
    assert other.get("/account/security/").status_code == 403
    assert other.post(SECOND, {"code": "000000"}).status_code == 422

    assert other.post(SECOND, {"code": shown(secret)}).url == "/"
    assert is_in(other)


def test_a_code_works_once(set_up, come_in, browser):
    _one, secret = set_up()
    first, second = browser(), browser()
    come_in(first)
    come_in(second)
    with time_machine.travel(timezone.now(), tick=False):
        assert first.post(SECOND, {"code": shown(secret)}).status_code == 302
        assert second.post(SECOND, {"code": shown(secret)}).status_code == 422
        assert second.post(SECOND, {"code": shown(secret, later=-1)}).status_code == 422
        assert second.post(SECOND, {"code": shown(secret, later=1)}).status_code == 302


def test_the_secret_is_sealed_in_the_database(set_up):
    _one, secret = set_up()
    assert secret not in str(list(Authenticator.objects.values("data")))


def test_recovery_codes_are_shown_once_and_work_once(set_up, come_in, browser):
    one, _secret = set_up()
    assert not re.search(r"\d{8}", one.get(CODES).content.decode())
    codes = re.findall(r"<li>(\d{8})</li>", one.post(CODES).content.decode())
    assert len(set(codes)) == 10
    assert not re.search(r"\d{8}", one.get(CODES).content.decode())

    other, third = browser(), browser()
    come_in(other)
    assert other.post(SECOND, {"code": codes[0]}).status_code == 302
    come_in(third)
    assert third.post(SECOND, {"code": codes[0]}).status_code == 422
    assert third.post(SECOND, {"code": codes[9]}).status_code == 302


def test_the_owner_is_told_by_letter(set_up, postbox, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        set_up()
    told = postbox.letters[-1]
    assert (told.to, "authenticator app was added" in told.text) == (ADDRESS, True)


def test_nobody_adds_an_app_who_signed_in_long_ago(browser, come_in, ada):
    one = browser()
    come_in(one)
    with time_machine.travel(timezone.now() + timedelta(minutes=11)):
        for send in (one.get, one.post):
            response = send(APP)
            assert response.status_code == 302
            assert response.url.startswith("/account/proof/")
    assert not Authenticator.objects.exists()


def test_the_app_can_be_removed(set_up, come_in, browser):
    one, _secret = set_up()
    assert one.get("/account/security/app/remove/").status_code == 200
    assert Authenticator.objects.count() == 2

    one.post("/account/security/app/remove/")

    assert not Authenticator.objects.exists()
    assert come_in(browser()) == "/"


def test_guesses_are_limited(set_up, come_in, browser, limits_hold):
    _one, secret = set_up()
    other = browser()
    come_in(other)
    answers = [other.post(SECOND, {"code": "000000"}).status_code for _ in range(12)]
    assert answers[0] == 422
    assert answers[-1] == 429
    assert other.post(SECOND, {"code": shown(secret)}).status_code == 429
    assert not is_in(other)


@pytest.mark.parametrize(
    "credential", ["", "x", "[]", "{}", "null", '{"id": 1}', '{"response": {"userHandle": "MQ"}}']
)
@pytest.mark.parametrize("address", ["/sign-in/passkey/", "/account/security/passkeys/add/"])
def test_what_is_no_passkey_is_refused(browser, come_in, ada, address, credential):
    one = browser()
    if address.startswith("/account/"):
        come_in(one)
        assert one.post("/account/security/passkeys/begin/").status_code == 200
    else:
        assert one.post("/sign-in/passkey/begin/").json()["publicKey"]["challenge"]
    assert one.post(address, {"credential": credential}).status_code == 422
    assert not Authenticator.objects.exists()


def test_a_guest_is_told_what_is_missing(browser, db):
    assert browser().get("/account/security/").status_code == 403
