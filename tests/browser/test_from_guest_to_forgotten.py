"""One person's whole way: a guest, a confirmed address, an account, a passkey, and forgotten again."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.accounts import tasks
from broadsheet.accounts.models import Strength, User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment

EMAIL, NAME, WORDS = "wanda.way@example.org", "Wanda Way", "The ferry was late today."


@pytest.fixture
def page(page):
    """With a device that holds passkeys, asks nobody, and answers."""
    page.add_init_script("PublicKeyCredential.isConditionalMediationAvailable = undefined")
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
    return page


def strength():
    return User.objects.values_list("strength", flat=True).get(email=EMAIL)


def test_keeps_every_word_on_the_way(page, discussion, say, ben, postbox):
    bens = say(ben, "It is never late.")
    write_as_a_guest(page, discussion)
    vote_as_a_guest(bens)
    confirm_the_address(page, postbox)
    assert strength() == Strength.CONFIRMED
    assert Comment.objects.get(pk=bens.pk).up_votes == 1

    sign_out(page)
    come_back_by_a_code(page, postbox)
    assert strength() == Strength.ACCOUNT

    add_a_passkey(page)
    sign_out(page)
    come_back_by_the_passkey(page)
    page.goto("/account/comments/")
    expect(page.get_by_text(WORDS)).to_be_visible()

    be_forgotten(page)
    assert not User.objects.filter(name=NAME).exists()
    assert not Comment.objects.filter(source=WORDS).exists()
    assert commands.check_counters() == []


def write_as_a_guest(page, discussion):
    page.goto(discussion.url)
    form = page.locator(".comment-form").first
    form.get_by_label("Join the discussion").fill(WORDS)
    form.get_by_label("Name", exact=True).fill(NAME)
    form.get_by_label("E-mail (optional)").fill(EMAIL)
    form.get_by_role("button", name="Post comment").click()
    expect(page.get_by_text(WORDS)).to_be_visible()


def vote_as_a_guest(comment):
    guest = User.objects.get(name=NAME)
    commands.cast_vote(comment=comment, voter=guest, value=1, at=timezone.now())
    assert Comment.objects.get(pk=comment.pk).up_votes == 0


def confirm_the_address(page, postbox):
    page.get_by_role("link", name="Confirm your e-mail address").first.click()
    page.get_by_role("button", name="Send me a letter").click()
    expect(page.get_by_text(EMAIL)).to_be_visible()
    page.goto(re.search(r"/account/claim/[\w-]+/", postbox.letters[-1].text)[0])
    page.get_by_role("button", name="Yes, these are mine").click()
    expect(page.get_by_role("heading", name=f"Welcome, {NAME}")).to_be_visible()


def sign_out(page):
    page.context.clear_cookies()


def come_back_by_a_code(page, postbox):
    page.goto("/sign-in/?next=/account/security/passkeys/add/")
    page.get_by_label("E-mail address").fill(EMAIL)
    page.get_by_role("button", name="Send me a code").click()
    code = re.search(r"^ {4}(\d{8})$", postbox.letters[-1].text, re.MULTILINE)[1]
    page.get_by_label("Code from the letter").fill(code)
    page.get_by_role("button", name="Sign in").click()


def add_a_passkey(page):
    page.get_by_label("Name, for your list").fill("My phone")
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/account/security/")


def come_back_by_the_passkey(page):
    page.goto("/sign-in/?next=/account/")
    page.get_by_role("button", name="Sign in with a passkey").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def be_forgotten(page):
    page.goto("/account/data/erase/")
    page.get_by_label("Erase it.").check()
    page.get_by_role("button", name="Go on").click()
    page.get_by_role("button", name="Yes, forget me and my words").click()
    page.get_by_role("heading", name="Farewell").wait_for()
    [job] = ProcrastinateJob.objects.filter(task_name="accounts.erase_person")
    tasks.erase_person(**job.args)  # as the job worker does
