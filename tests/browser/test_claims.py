"""A guest becomes a reader, in a real browser: in the same one or another, by keyboard, narrow, for everybody."""

import os
import re
from itertools import count

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from broadsheet.accounts.models import User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment
from factories.accessibility import violations
from factories.moments import NOON
from factories.people import guest, imported

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 320, "height": 640}
PICTURES = os.environ.get("BROADSHEET_PICTURES")

_numbers = count(1)


@pytest.fixture
def email():
    """An address that no other test uses."""
    return f"gus{next(_numbers)}@example.org"


@pytest.fixture
def name():
    return f"Gus {next(_numbers)}"


@pytest.fixture
def letter(postbox):
    """The link and the code in the latest letter."""

    def latest():
        text = postbox.letters[-1].text
        return (
            re.search(r"/account/claim/[\w-]+/", text)[0],
            re.search(r"^ {4}(\d{8})$", text, re.MULTILINE)[1],
        )

    return latest


def write(page, discussion, words, *, name, email=""):
    page.goto(f"/discussions/{discussion.key}/")
    form = page.locator(".comment-form").first
    form.get_by_label("Join the discussion").or_(form.get_by_label("Be the first")).fill(words)
    form.get_by_label("Name", exact=True).fill(name)
    form.get_by_label("E-mail (optional)").fill(email)
    form.get_by_role("button", name="Post comment").click()


def up_votes(comment):
    return Comment.objects.values_list("up_votes", flat=True).get(pk=comment.pk)


@pytest.mark.parametrize("javascript", [True, False])
def test_words_and_votes_are_kept_in_another_browser(
    open_browser, discussion, say, ben, name, email, letter, javascript
):
    bens = say(ben, "The ferry is never late.")
    phone = open_browser(javascript=javascript, viewport=NARROW)
    write(phone, discussion, "It was late today.", name=name, email=email)
    if javascript:
        expect(phone.get_by_text("It was late today.")).to_be_visible()
        phone.get_by_role("link", name="Confirm your e-mail address").first.click()
    expect(phone.get_by_role("heading", name="Keep what you have said")).to_be_visible()
    expect(phone.get_by_label("E-mail address")).to_have_value(email)
    commands.cast_vote(comment=bens, voter=User.objects.get(name=name), value=1, at=timezone.now())
    phone.get_by_role("button", name="Send me a letter").click()
    expect(phone.get_by_text(email)).to_be_visible()
    assert up_votes(bens) == 0

    laptop = open_browser(javascript=javascript)
    laptop.goto(letter()[0])
    expect(laptop.get_by_text("It was late today.")).to_be_visible()
    laptop.get_by_role("button", name="Yes, these are mine").click()

    expect(laptop.get_by_role("heading", name=f"Welcome, {name}")).to_be_visible()
    assert up_votes(bens) == 1
    phone.goto(f"/discussions/{discussion.key}/")
    write(phone, discussion, "Once more.", name=name)
    expect(phone.get_by_text("Sign in here").first).to_be_visible()


def test_keys_are_enough(page, discussion, name, email, letter):
    write(page, discussion, "Typed without a mouse.", name=name, email=email)
    link = page.get_by_role("link", name="Confirm your e-mail address").first
    link.focus()
    page.keyboard.press("Enter")
    page.get_by_label("E-mail address").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/account/claim/code/**")
    page.keyboard.type(letter()[1])
    page.keyboard.press("Enter")

    expect(page.get_by_role("heading", name=f"Welcome, {name}")).to_be_visible()
    page.get_by_role("link", name="Back to where you were").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Typed without a mouse.")).to_be_visible()
    expect(page.get_by_text(f"You write as {name}").first).to_be_visible()
    expect(page.get_by_role("link", name="Confirm your e-mail address")).to_have_count(0)


def test_what_was_found_can_be_refused(open_browser, say, ben, name, email, letter):
    elsewhere = imported("Somebody before", email)
    old = say(ben, "Said long ago.")
    Comment.objects.filter(pk=old.pk).update(author=elsewhere, posted_at=NOON.replace(year=2021))
    page = open_browser(javascript=False, reader=guest(name, email, at=timezone.now()))
    page.goto("/account/claim/")
    page.get_by_role("button", name="Send me a letter").click()
    page.get_by_label("Code from the letter").fill(letter()[1])
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("1 comment from 2021", exact=True)).to_be_visible()

    page.get_by_role("button", name="These are not mine").click()

    expect(page.get_by_text("1 comment from 2021", exact=True)).to_have_count(0)
    assert Comment.objects.get(pk=old.pk).author == elsewhere


def pages_on_the_way(page, discussion, name, email, letter):
    """Lead `page` through what a guest meets, and name each place."""
    elsewhere = imported("Somebody before", email)
    Comment.objects.filter(source="Said long ago.").update(author=elsewhere)
    write(page, discussion, "It was late *today*, and " + "very " * 30 + "late.", name=name)
    page.get_by_role("link", name="Confirm your e-mail address").first.wait_for()
    expect(page.locator("[busy]")).to_have_count(0)
    yield "offer"
    page.get_by_role("link", name="Confirm your e-mail address").first.click()
    page.get_by_label("E-mail address").wait_for()
    yield "claim"
    page.get_by_label("E-mail address").fill("nobody")
    page.get_by_role("button", name="Send me a letter").click()
    page.get_by_role("alert").wait_for()
    yield "claim-wrong"
    page.get_by_label("E-mail address").fill(email)
    page.get_by_role("button", name="Send me a letter").click()
    page.get_by_label("Code from the letter").fill("12345")
    page.get_by_role("button", name="Confirm").click()
    page.get_by_role("alert").wait_for()
    yield "code-wrong"
    page.goto(letter()[0])
    yield "link"
    page.get_by_role("button", name="Yes, these are mine").click()
    page.get_by_role("heading", name="What we have found of yours").wait_for()
    yield "found"


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", NARROW), ("dark", {"width": 1280, "height": 900})]
)
def test_axe_finds_nothing_and_nothing_is_cut_off(
    open_browser, discussion, say, ben, name, email, letter, scheme, viewport
):
    say(ben, "Said long ago.")
    # axe writes inline styles; the tests above watch over the policy
    page = open_browser(color_scheme=scheme, viewport=viewport, bypass_csp=True)
    found, cut_off = {}, {}
    for place in pages_on_the_way(page, discussion, name, email, letter):
        if PICTURES:
            page.screenshot(path=f"{PICTURES}/claims-{place}-{scheme}.png", full_page=True)
        found[place] = violations(page)
        cut_off[place] = page.evaluate(OVERFLOW)

    assert {place: trouble for place, trouble in found.items() if trouble} == {}
    assert {place: pixels for place, pixels in cut_off.items() if pixels > 0} == {}
