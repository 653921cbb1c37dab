"""The desk: Wagtail's admin, behind our gate, with Django's own tokens."""

import re

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import URLPattern, get_resolver
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.models import User
from factories.staff import code_now, give_second_factor

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
    assert answer["Location"] == "/sign-in/?next=/desk/"


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


# The gate


@pytest.fixture
def editor(ada):
    """Somebody who may enter, but has set nothing up."""
    editors = Group.objects.create(name="Night editors")
    editors.permissions.add(Permission.objects.get(codename="access_admin"))
    ada.groups.add(editors)
    return User.objects.get(pk=ada.pk)


def browser_of(person):
    browser = Client(headers=OUR_PAGE)
    browser.force_login(person)
    return browser


def addresses_of_the_desk(patterns=None, prefix="/desk/"):
    if patterns is None:
        (desk,) = (p for p in get_resolver().url_patterns if str(p.pattern) == "desk/")
        patterns = desk.url_patterns
    for pattern in patterns:
        written = re.sub(r"<[^>]*>|\(\?P.*?\)", "1", str(pattern.pattern)).strip("^$")
        if isinstance(pattern, URLPattern):
            yield f"{prefix}{written}"
        else:
            yield from addresses_of_the_desk(pattern.url_patterns, f"{prefix}{written}")


def test_no_address_of_the_desk_is_reached_without_a_second_factor(editor):
    browser = browser_of(editor)
    addresses = set(addresses_of_the_desk())
    assert len(addresses) > 100

    for address in addresses:
        for ask in (browser.get, browser.post):
            assert ask(address).url.startswith("/account/security/?next=/desk/"), address


def test_no_address_of_the_desk_is_reached_by_strangers(client, db):
    for address in set(addresses_of_the_desk()):
        assert client.get(address).url.startswith("/sign-in/?next=/desk/"), address


def test_refuses_readers_kindly(ada):
    answer = browser_of(ada).get("/desk/")

    assert answer.status_code == 403
    assert "those who work at the newspaper" in answer.content.decode()


def test_asks_for_the_second_factor_and_leads_back(editor):
    give_second_factor(editor)
    browser = Client(headers=OUR_PAGE)
    # As somebody who came in by a link, and has not been asked.
    secret = commands.issue_desk_link(at=timezone.now())
    administrator = give_second_factor(User.objects.get(is_superuser=True))
    browser.post(f"/sign-in/{secret}/")

    asked = browser.get("/desk/users/?page=2")
    assert asked.url == "/account/proof/?next=/desk/users/%3Fpage%3D2"
    page = browser.get(asked.url)
    assert 'value="/desk/users/?page=2"' in page.content.decode()
    before = browser.cookies["bs_session"].value
    proved = browser.post("/account/proof/", {"code": code_now(), "next": "/desk/users/?page=2"})

    assert proved.url == "/desk/users/?page=2"
    assert browser.cookies["bs_session"].value != before
    assert browser.get("/desk/users/").status_code == 200
    assert administrator.is_superuser


@pytest.mark.parametrize("code", ["", "000000", "nonsense"])
def test_a_wrong_code_opens_nothing(db, code):
    browser = Client(headers=OUR_PAGE)
    secret = commands.issue_desk_link(at=timezone.now())
    give_second_factor(User.objects.get(is_superuser=True))
    browser.post(f"/sign-in/{secret}/")

    assert browser.post("/account/proof/", {"code": code, "next": "/desk/"}).status_code == 422
    assert browser.get("/desk/").url == "/account/proof/?next=/desk/"


def test_closes_when_the_second_factor_is_gone(desk, ed):
    Authenticator.objects.filter(user=ed).delete()

    assert desk.get("/desk/").url == "/account/security/?next=/desk/"


def test_asks_who_came_to_work_here_while_signed_in_to_prove_it_again(ada):
    give_second_factor(ada)
    browser = browser_of(ada)
    everybody = Group.objects.create(name="Everybody")
    ada.groups.add(everybody)
    # A right given to a group ends nobody's session.
    everybody.permissions.add(Permission.objects.get(codename="access_admin"))

    assert browser.get("/desk/").url == "/account/proof/?next=/desk/"


def test_tells_its_scripts_rather_than_leading_them_away(editor):
    answer = browser_of(editor).get("/desk/", headers={"X-Requested-With": "XMLHttpRequest"})

    assert answer.status_code == 403


@pytest.mark.parametrize("door", ["/desk/login/", "/desk/password_reset/", "/desk/logout/"])
def test_wagtails_own_doors_lead_to_ours(client, db, door):
    assert client.get(door).url == "/sign-in/?next=/desk/"
    assert client.get(f"{door}?next=/desk/pages/3/").url == "/sign-in/?next=/desk/pages/3/"
    assert client.get(f"{door}?next=//evil.example/").url == "/sign-in/?next=/desk/"


def test_wagtail_neither_shows_nor_sets_passwords(desk):
    assert desk.get("/desk/password_reset/").status_code == 404
    assert "password" not in desk.get("/desk/account/").content.decode().lower()
    assert 'name="password1"' not in desk.get("/desk/users/new/").content.decode()
