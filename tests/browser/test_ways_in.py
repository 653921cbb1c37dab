"""Coming in, in a real browser: by a letter, a passkey, an authenticator app; by keyboard, narrow, for everybody."""

import os
import re
import time
from itertools import count
from pathlib import Path

import pytest
from playwright.sync_api import expect

from factories.accessibility import violations
from factories.people import confirmed

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 320, "height": 640}
PICTURES = os.environ.get("BROADSHEET_PICTURES")

_numbers = count(1)


@pytest.fixture
def reader():
    """Somebody with a confirmed address that no other test uses."""
    from django.utils import timezone

    number = next(_numbers)
    return confirmed(f"Robin {number}", f"robin{number}@example.org", at=timezone.now())


@pytest.fixture
def code_for(postbox):
    """The code, and the link, in the latest letter."""

    def latest():
        text = postbox.letters[-1].text
        return (
            re.search(r"^ {4}(\d{8})$", text, re.MULTILINE)[1],
            re.search(r"/sign-in/link/[\w-]+/", text)[0],
        )

    return latest


@pytest.fixture
def come_in(code_for):
    """Sign `reader` in by a letter in `page`; it ends where the code leads."""

    def sign_in(page, reader, path="/sign-in/"):
        if path:
            page.goto(path)
        page.get_by_label("E-mail address").fill(reader.email)
        page.get_by_role("button", name="Send me a code").click()
        page.get_by_label("Code from the letter").fill(code_for()[0])
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(lambda url: "/sign-in/code/" not in url)

    return sign_in


@pytest.fixture
def with_authenticator():
    """Give `page` a device with passkeys, such as a phone: it asks nobody, and answers."""

    def give(page):
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

    return give


def shown_by_app(page):
    """What an authenticator app shows that was given the secret on `page`."""
    from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

    secret = page.locator("code").inner_text().replace(" ", "")
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def test_a_code_from_a_letter_signs_in(any_page, reader, come_in):
    come_in(any_page, reader, "/sign-in/?next=/account/security/")

    expect(any_page).to_have_url(re.compile("/account/security/$"))
    expect(any_page.get_by_role("heading", name="Security")).to_be_visible()


def test_a_link_in_another_browser_signs_in_there(open_browser, reader, come_in, code_for):
    first, second = open_browser(), open_browser(javascript=False, viewport=NARROW)
    first.goto("/sign-in/")
    first.get_by_label("E-mail address").fill(reader.email)
    first.get_by_role("button", name="Send me a code").click()

    second.goto(code_for()[1])
    expect(second.get_by_text(reader.email)).to_be_visible()
    second.get_by_role("button", name="Yes, sign me in").click()

    second.goto("/sign-in/")
    expect(second.get_by_text(f"You are signed in as {reader.name}")).to_be_visible()


def test_a_wrong_code_is_told_at_the_field(any_page, reader, code_for):
    page = any_page
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(reader.email)
    page.get_by_role("button", name="Send me a code").click()
    field = page.get_by_label("Code from the letter")
    expect(field).to_be_focused()
    assert field.get_attribute("autocomplete") == "one-time-code"
    field.fill("12345678")
    page.get_by_role("button", name="Sign in").click()

    field = page.get_by_label("Code from the letter")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("not the code"))
    assert "12345678" not in field.input_value()


def test_somebody_new_gives_a_name_and_is_in(any_page, postbox, code_for):
    page, number = any_page, next(_numbers)
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(f"new{number}@example.org")
    page.get_by_role("button", name="Send me a code").click()
    page.get_by_label("Code from the letter").fill(code_for()[0])
    page.get_by_role("button", name="Sign in").click()
    page.get_by_label("Name").fill(f"Newcomer {number}")
    page.get_by_role("button", name="Begin").click()

    page.goto("/sign-in/")
    expect(page.get_by_text(f"You are signed in as Newcomer {number}")).to_be_visible()


def test_the_head_of_a_page_names_who_reads(page, reader, come_in, discussion):
    page.goto(discussion.url)
    page.get_by_role("banner").get_by_role("link", name="Sign in").click()
    come_in(page, reader, path=None)

    expect(page).to_have_url(re.compile(re.escape(discussion.url)))
    expect(page.get_by_role("banner").get_by_role("link", name=reader.name)).to_be_visible()
    page.goto(f"/people/{reader.handle}/")
    expect(page.get_by_role("banner").get_by_role("link", name="Your account")).to_be_visible()


def test_keys_are_enough(page, reader, code_for):
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").focus()
    page.keyboard.type(reader.email)
    page.keyboard.press("Enter")
    page.wait_for_url("**/sign-in/code/")
    page.keyboard.type(code_for()[0])
    page.keyboard.press("Enter")

    page.wait_for_url(lambda url: "/sign-in/" not in url)
    page.goto("/sign-out/")
    page.get_by_role("button", name="Sign out").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/sign-out/" not in url)
    page.goto("/sign-in/")
    expect(page.get_by_label("E-mail address")).to_be_visible()


def test_a_passkey_is_added_and_signs_in_alone(page, reader, come_in, with_authenticator):
    page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = undefined")
    with_authenticator(page)
    come_in(page, reader, "/sign-in/?next=/account/security/passkeys/add/")
    page.get_by_label("Name, for your list").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/account/security/")
    assert page.get_by_label("Name of the passkey").input_value() == "My phone"

    page.context.clear_cookies()
    page.goto("/sign-in/?next=/account/security/")
    page.get_by_role("button", name="Sign in with a passkey").click()

    page.wait_for_url("**/account/security/")
    expect(page.get_by_text("last used")).to_be_visible()


def test_a_passkey_is_offered_in_the_field(page, reader, come_in, with_authenticator):
    with_authenticator(page)
    come_in(page, reader, "/sign-in/?next=/account/security/passkeys/add/")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/account/security/")
    page.context.clear_cookies()

    page.goto("/sign-in/?next=/account/security/")

    page.wait_for_url("**/account/security/")


def test_a_passkey_is_renamed_and_removed(page, reader, come_in, with_authenticator):
    with_authenticator(page)
    come_in(page, reader, "/sign-in/?next=/account/security/passkeys/add/")
    page.get_by_role("button", name="Make the passkey").click()
    page.get_by_label("Name of the passkey").fill("Old phone")
    page.get_by_role("button", name="Rename").click()
    page.get_by_role("link", name="Remove Old phone").click()
    page.get_by_role("button", name="Remove").click()

    expect(page.get_by_label("Name of the passkey")).to_have_count(0)


def test_an_app_is_set_up_and_asked_for(any_page, reader, come_in):
    page = any_page
    come_in(page, reader, "/sign-in/?next=/account/security/app/")
    page.get_by_role("button", name="Show me the secret").click()
    expect(page.get_by_role("img", name="The secret as a QR code")).to_be_visible()
    page.get_by_label("The code that the app shows now").fill(shown_by_app(page))
    page.get_by_role("button", name="Finish").click()
    page.get_by_role("button", name="Make recovery codes and show them").click()
    code = page.locator(".codes li").first.inner_text()
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as a file").click()
    assert code in Path(download.value.path()).read_text()

    page.context.clear_cookies()
    come_in(page, reader)
    page.get_by_label("Code of the authenticator app").fill(code)
    page.get_by_role("button", name="Go on").click()
    page.goto("/account/security/")
    expect(page.get_by_text("9 codes are left")).to_be_visible()


def pages_on_the_way(page, reader, code_for):
    """Every page of the ways in, in the order in which they are met: yields their names."""
    page.goto("/sign-in/")
    yield "sign-in"
    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Send me a code").click()
    yield "sign-in-error"
    page.get_by_label("E-mail address").fill(reader.email)
    page.get_by_role("button", name="Send me a code").click()
    yield "code"
    page.get_by_label("Code from the letter").fill("12345678")
    page.get_by_role("button", name="Sign in").click()
    yield "code-error"
    code, link = code_for()
    page.goto(link)
    yield "link"
    page.goto("/sign-in/code/")
    page.get_by_label("Code from the letter").fill(code)
    page.get_by_role("button", name="Sign in").click()
    for path in ("", "passkeys/add/", "app/"):
        page.goto(f"/account/security/{path}")
        yield f"security-{path.strip('/').replace('/', '-')}"
    page.get_by_role("button", name="Show me the secret").click()
    yield "app-secret"
    page.get_by_label("The code that the app shows now").fill(shown_by_app(page))
    page.get_by_role("button", name="Finish").click()
    yield "codes-intro"
    page.get_by_role("button", name="Make recovery codes and show them").click()
    yield "codes"
    page.goto("/account/security/app/remove/")
    yield "remove"
    page.goto("/sign-out/")
    yield "sign-out"
    page.get_by_role("button", name="Sign out").click()
    page.goto("/sign-in/")
    page.get_by_label("E-mail address").fill(reader.email)
    page.get_by_role("button", name="Send me a code").click()
    page.goto(code_for()[1])
    page.get_by_role("button", name="Yes, sign me in").click()
    yield "second-factor"


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", NARROW), ("dark", {"width": 1280, "height": 900})]
)
def test_axe_finds_nothing_and_nothing_is_cut_off(open_browser, reader, code_for, scheme, viewport):
    # axe writes inline styles; the tests above watch over the policy
    page = open_browser(color_scheme=scheme, viewport=viewport, bypass_csp=True)
    found, cut_off = {}, {}
    for name in pages_on_the_way(page, reader, code_for):
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/{name}-{scheme}.png", full_page=True, caret="initial")
        found[name] = violations(page)
        cut_off[name] = page.evaluate(OVERFLOW)
    assert {name: trouble for name, trouble in found.items() if trouble} == {}
    assert {name: pixels for name, pixels in cut_off.items() if pixels > 0} == {}
