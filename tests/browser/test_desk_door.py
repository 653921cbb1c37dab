"""The way to the desk in a real browser: a link, a passkey or an app, and again when it is asked for; and providers."""

import os
import re
import time
from itertools import count
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from factories.accessibility import violations
from factories.oidc import Identity, running_provider
from factories.staff import code_now, give_second_factor

PHONE = {"width": 360, "height": 740}
NARROW = {"width": 320, "height": 640}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = os.environ.get("BROADSHEET_PICTURES")

_numbers = count(1)


@pytest.fixture
def administrator():
    """Nobody has set anything up yet; afterwards nothing is left of it."""
    from broadsheet.accounts.models import User

    User.objects.filter(is_superuser=True).delete()
    yield lambda: User.objects.get(is_superuser=True)
    User.objects.filter(is_superuser=True).delete()


@pytest.fixture
def desk_link():
    from broadsheet.accounts import commands

    return lambda: f"/sign-in/{commands.issue_desk_link(at=timezone.now())}/"


def give_passkeys(page):
    device = page.context.new_cdp_session(page)
    device.send("WebAuthn.enable", {"enableUI": False})
    options = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    device.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def shown_by_app(page):
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    secret = page.locator("code").inner_text().replace(" ", "")
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def picture(page, name):
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"{name}.png", full_page=True)


def test_the_first_administrator_adds_a_passkey_and_works(page, administrator, desk_link):
    give_passkeys(page)
    page.goto(desk_link())
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/account/security/?next=/desk/")
    expect(page.get_by_text("The desk opens, and moderating begins")).to_be_visible()
    picture(page, "desk-closed")

    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_role("link", name="Go to the desk").click()
    page.wait_for_url("**/desk/")

    # Next time the browser offers the passkey by itself.
    page.context.clear_cookies()
    page.goto("/desk/pages/")
    page.wait_for_url(re.compile(r"^[^?]*/desk/pages/"))


def test_the_first_administrator_sets_an_app_up_and_works(any_page, administrator, desk_link):
    page = any_page
    page.goto(desk_link())
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("link", name="Set up an app").click()
    page.get_by_role("button", name="Show me the secret").click()
    page.get_by_label("The code that the app shows now").fill(shown_by_app(page))
    page.get_by_role("button", name="Finish").click()
    page.wait_for_url("**/account/security/codes/")
    page.goto("/account/security/")
    page.get_by_role("link", name="Go to the desk").click()

    page.wait_for_url("**/desk/")


def test_who_came_by_a_link_is_asked_for_the_app_and_led_on(any_page, administrator, desk_link):
    page = any_page
    link = desk_link()
    give_second_factor(administrator())
    page.goto(link)
    page.get_by_role("button", name="Sign in").click()
    page.goto("/desk/users/")
    expect(page.get_by_role("heading", name="Is it you?")).to_be_visible()
    picture(page, "proof-by-app")

    page.get_by_label("Code of the authenticator app").fill(code_now())
    page.get_by_role("button", name="Go on").click()

    page.wait_for_url("**/desk/users/")


def test_the_page_that_asks_again_is_good_for_everybody(open_browser, postbox):
    from broadsheet.accounts import commands
    from broadsheet.accounts.models import User

    grace = User.objects.create(name=f"Grace {next(_numbers)}")
    grace = commands.confirm_email(
        person=grace, email=f"grace{grace.pk}@example.org", at=timezone.now()
    )
    for look, options in {
        "light": {"viewport": PHONE},
        "dark": {"color_scheme": "dark"},
        "narrow": {"viewport": NARROW},
    }.items():
        page = open_browser(reader=grace, bypass_csp=True, **options)
        page.goto("/account/proof/?next=/account/")
        page.get_by_role("button", name="Send me a code").click()
        expect(page.get_by_label("Code from the letter")).to_be_visible()
        picture(page, f"proof-by-letter-{look}")
        assert page.evaluate(OVERFLOW) == 0
        assert violations(page) == {}


@pytest.fixture(scope="module")
def library():
    claims = {"email": "ines@example.org", "email_verified": True, "name": "Ines"}
    with running_provider(Identity(sub="ines", claims=claims)) as issuer:
        yield issuer


@pytest.fixture
def provider(lasting_database, library):
    from allauth.socialaccount.models import SocialApp

    from broadsheet.accounts.oidc import read_configuration, seal_secret

    app = SocialApp(
        provider="openid_connect", provider_id="library", name="The Library", client_id="courier"
    )
    app.settings = {"configuration": read_configuration(library)}
    seal_secret(app, "known to both")
    app.save()
    yield app
    app.delete()


def test_a_provider_is_set_up_at_the_desk(open_browser, administrator, desk_link, library):
    from allauth.socialaccount.models import SocialApp

    desk_link()
    page = open_browser(reader=give_second_factor(administrator()))
    page.goto("/desk/sign-in-providers/new/")
    page.locator("#id_name").fill("The Archive")
    page.get_by_label("Name in addresses").fill("archive")
    page.get_by_label("Client ID").fill("courier")
    page.get_by_label("Address of the provider").fill(library)
    page.get_by_label("Secret").fill("known to both")
    picture(page, "desk-provider")
    page.get_by_role("button", name="Create").click()

    page.wait_for_url("**/desk/sign-in-providers/")
    expect(page.get_by_role("link", name="The Archive").first).to_be_visible()
    picture(page, "desk-providers")
    page.get_by_role("link", name="The Archive").first.click()
    expect(page.get_by_label("Secret")).to_have_value("")
    picture(page, "desk-provider-again")
    SocialApp.objects.filter(provider_id="archive").delete()


def test_a_provider_signs_in_with_and_without_scripts(open_browser, provider):
    for javascript in (True, False):
        page = open_browser(javascript=javascript)
        page.goto("/sign-in/?next=/account/")
        picture(page, f"sign-in-providers-{javascript}")
        page.get_by_role("button", name="Sign in with The Library").click()
        page.wait_for_url("**/oauth2/authorize?**")
        page.get_by_role("button", name="ines").click()

        page.wait_for_url("**/account/")
        expect(page.get_by_text("Ines").first).to_be_visible()


def test_a_provider_that_is_away_is_said_kindly(open_browser, provider):
    provider.settings["configuration"]["token_endpoint"] = "http://localhost:1/"
    provider.save()
    page = open_browser(viewport=PHONE)
    page.goto("/sign-in/")
    page.get_by_role("button", name="Sign in with The Library").click()
    page.get_by_role("button", name="ines").click()

    expect(page.get_by_text("The Library does not answer")).to_be_visible()
    picture(page, "provider-away")
