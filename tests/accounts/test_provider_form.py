"""Providers at the desk: who may set them up, what is asked first, and that their secret is never shown."""

from datetime import timedelta

import pytest
from allauth.socialaccount.models import SocialApp
from django.test import Client
from django.utils import timezone
from time_machine import travel

from broadsheet.accounts.oidc import OidcProvider, is_safe_address
from factories.oidc import running_provider
from factories.staff import code_now

DESK = "/desk/sign-in-providers/"


@pytest.fixture(scope="module")
def issuer():
    with running_provider() as issuer:
        yield issuer


@pytest.fixture
def desk(ed):
    ed.is_superuser = True
    ed.save()
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.force_login(ed)
    return browser


def sent(issuer, **changes):
    form = {
        "name": "The Library",
        "provider_id": "library",
        "client_id": "courier",
        "issuer": issuer,
        "client_secret": "s3cret-canary",
    }
    return {**form, **changes}


def test_sets_a_provider_up(desk, issuer):
    assert desk.post(f"{DESK}new/", sent(issuer)).status_code == 302

    app = SocialApp.objects.get()
    assert app.settings["configuration"]["token_endpoint"] == f"{issuer}/oauth2/token"
    assert OidcProvider(None, app).app.secret == "s3cret-canary"
    assert "Sign in with The Library" in Client().get("/sign-in/").content.decode()


def test_keeps_the_secret_sealed_and_shows_it_nowhere(desk, issuer):
    desk.post(f"{DESK}new/", sent(issuer))
    app = SocialApp.objects.get()
    assert "canary" not in str(SocialApp.objects.values())

    for page in ("", f"edit/{app.pk}/", f"history/{app.pk}/", f"delete/{app.pk}/"):
        answer = desk.get(f"{DESK}{page}")
        assert answer.status_code == 200
        assert "canary" not in answer.content.decode()
        assert app.settings["sealed_secret"] not in answer.content.decode()


def test_keeps_the_secret_if_none_is_given_for_the_same_provider(desk, issuer):
    desk.post(f"{DESK}new/", sent(issuer))
    app = SocialApp.objects.get()

    desk.post(f"{DESK}edit/{app.pk}/", sent(issuer, name="The City Library", client_secret=""))

    app = SocialApp.objects.get()
    assert app.name == "The City Library"
    assert OidcProvider(None, app).app.secret == "s3cret-canary"


def test_gives_no_provider_the_secret_of_another(desk, issuer):
    desk.post(f"{DESK}new/", sent(issuer))
    app = SocialApp.objects.get()

    with running_provider() as another:
        page = desk.post(f"{DESK}edit/{app.pk}/", sent(another, client_secret=""))

    assert "A new provider needs its secret." in page.content.decode()
    assert SocialApp.objects.get().settings["configuration"]["issuer"] == issuer


def test_a_providers_name_in_addresses_stays(desk, issuer):
    desk.post(f"{DESK}new/", sent(issuer))
    app = SocialApp.objects.get()

    desk.post(f"{DESK}edit/{app.pk}/", sent(issuer, provider_id="another"))

    assert SocialApp.objects.get().provider_id == "library"


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("http://accounts.example", "It must begin with https://."),
        ("file:///etc/passwd", "It must begin with https://."),
        ("http://localhost:1", "It does not answer"),
    ],
)
def test_refuses_a_provider_that_cannot_be_asked(desk, address, sentence):
    page = desk.post(f"{DESK}new/", sent(address))

    assert sentence in page.content.decode()
    assert not SocialApp.objects.exists()


def test_refuses_a_provider_that_speaks_for_another(desk, issuer):
    page = desk.post(f"{DESK}new/", sent(f"{issuer}/"))

    assert "It calls itself" in page.content.decode()
    assert not SocialApp.objects.exists()


def test_only_tls_is_safe_but_on_this_machine():
    assert is_safe_address("https://accounts.example/token")
    assert is_safe_address("http://localhost:9000/token")
    for address in ("http://accounts.example/", "ftp://localhost/", "https:///", "javascript:1"):
        assert not is_safe_address(address)


def test_asks_again_after_ten_minutes_and_leads_back(desk, ed):
    with travel(timezone.now() + timedelta(minutes=11)):
        for page in (DESK, "/desk/users/", "/desk/groups/"):
            assert desk.get(page).url == f"/account/proof/?next={page}"
        assert desk.get("/desk/").status_code == 200

        proof = {"code": code_now(), "next": DESK}
        assert desk.post("/account/proof/", proof).url == DESK
        assert desk.get(DESK).status_code == 200


def test_opens_for_nobody_who_may_not(mona):
    from django.contrib.auth.models import Permission

    mona.user_permissions.add(Permission.objects.get(codename="access_admin"))
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.force_login(mona)

    assert browser.get(f"{DESK}new/").status_code == 302
    assert browser.post(f"{DESK}new/", sent("http://localhost:1")).status_code == 302
    assert not SocialApp.objects.exists()
