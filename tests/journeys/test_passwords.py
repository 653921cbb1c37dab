"""Passwords, where the operator lets readers have one."""

import hashlib

import pytest
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import Session, User

SIGN_IN, SET = "/sign-in/password/", "/account/security/password/"
ADDRESS, GOOD = "ada@example.org", "ferry quarrel mackerel"


@pytest.fixture
def ada(db, options):
    options(passwords=True)
    guest = commands.create_guest(name="Ada Lovelace", at=timezone.now())
    return commands.confirm_email(
        person=guest, email=ADDRESS, wants_account=True, at=timezone.now()
    )


@pytest.fixture
def with_password(ada):
    return commands.set_password(person=ada, password=GOOD)


def is_in(browser):
    return "_auth_user_id" in browser.session


def test_are_not_there_unless_the_operator_wants_them(browser, ada, options):
    options(passwords=False)
    for send in (browser(ada).get, browser(ada).post):
        assert send(SIGN_IN).status_code == 404
        assert send(SET).status_code == 404
    assert b"password" not in browser().get("/sign-in/").content


def test_sign_in_and_lead_back(browser, with_password):
    one = browser()
    sent = {"email": "ADA@example.org", "password": GOOD, "next": "/about/"}
    assert one.post(SIGN_IN, sent).url == "/about/"
    assert is_in(one)


def test_are_set_by_who_has_come_in_by_a_letter(browser, ada, postbox):
    one = browser(ada)
    assert one.get(SET).status_code == 200
    assert one.post(SET, {"password": GOOD}).url == "/account/security/"

    assert User.objects.get(pk=ada.pk).check_password(GOOD)
    assert is_in(one)
    assert one.get("/account/security/").status_code == 200
    assert "password was set" in postbox.letter.text


def test_a_change_ends_all_other_sessions(browser, with_password):
    one, other = browser(with_password), browser(with_password)
    one.post(SET, {"password": "another quite long one"})

    assert Session.objects.filter(person=with_password).count() == 1
    assert other.get("/account/security/").status_code == 403
    assert one.get("/account/security/").status_code == 200


def test_can_be_given_up(browser, with_password):
    browser(with_password).post(SET, {"remove": "1"})
    assert not User.objects.get(pk=with_password.pk).has_usable_password()


@pytest.mark.parametrize(
    "password",
    [
        "",
        "short",
        "aaaaaaaaaaaaa",
        "password1234",
        "passwordpassword",
        "P4ssw0rd!2026",
        "1234567890123",
        "qwertyuiop12",
        "AdaLovelace1815",
        "ada@example.org",
        "x" * 1_001,
    ],
)
def test_that_are_easily_guessed_are_refused(browser, ada, password):
    response = browser(ada).post(SET, {"password": password})

    assert response.status_code == 422
    assert b'aria-invalid="true"' in response.content
    assert not User.objects.get(pk=ada.pk).has_usable_password()


@pytest.mark.parametrize(
    "password", [GOOD, "пароль для газеты", "  spaces count  ", "k8#" * 4 + "Zu"]
)
def test_that_are_long_and_unknown_are_kept_as_typed(browser, ada, password):
    assert browser(ada).post(SET, {"password": password}).status_code == 302
    assert User.objects.get(pk=ada.pk).check_password(password)


@pytest.mark.parametrize("who", ["known", "without a password", "unknown"])
def test_who_is_wrong_learns_nothing_and_costs_the_same(
    browser, with_password, who, django_assert_num_queries, monkeypatch
):
    hashes = []
    real = hashlib.md5
    monkeypatch.setattr(
        "django.contrib.auth.hashers.hashlib.md5",
        lambda *args, **kwargs: hashes.append(1) or real(*args, **kwargs),
    )
    if who == "without a password":
        commands.remove_password(person=with_password)
    email = "nobody@example.org" if who == "unknown" else ADDRESS
    one = browser()
    one.get(SIGN_IN)  # the newspaper's name is remembered from here on
    hashes.clear()
    with django_assert_num_queries(QUERIES):
        response = one.post(SIGN_IN, {"email": email, "password": "wrong, but quite long"})

    assert response.status_code == 422
    assert response.content.decode().replace(email, "") == EXPECTED.setdefault(
        "page", response.content.decode().replace(email, "")
    )
    assert len(hashes) == 1


QUERIES = 2
EXPECTED = {}


def test_guesses_are_limited_for_each_address(browser, with_password, limits_hold):
    answers = [
        browser().post(SIGN_IN, {"email": ADDRESS, "password": "wrong"}).status_code
        for _ in range(11)
    ]
    assert answers == [422] * 10 + [429]
    one = browser()
    response = one.post(SIGN_IN, {"email": ADDRESS, "password": GOOD})
    assert response.status_code == 429
    assert int(response.headers["Retry-After"]) > 0
    assert not is_in(one)
