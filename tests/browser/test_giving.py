"""Giving, in a real browser: with JavaScript and without, by keyboard, narrow, for everybody."""

import os
import re
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from broadsheet.funding import protection
from broadsheet.funding.models import DayTotal, Donation, DonationState, PretendedPayment, Transfer
from factories.accessibility import violations
from factories.bank import open_bank_account
from factories.funding import open_campaign

NARROW = {"width": 320, "height": 640}
PICTURES = os.environ.get("BROADSHEET_PICTURES")

_numbers = count(1)


@pytest.fixture
def campaign(options, monkeypatch):
    """A campaign of this test's own; nobody has to wait before the form may be sent."""
    options(funding_test=True)
    monkeypatch.setattr(protection, "FORM_RESTS", timedelta())
    monkeypatch.setattr(protection, "UNPROVEN_FORM_RESTS", timedelta())
    return open_campaign(slug=f"giving-{next(_numbers)}", currency="USD", title="The ferry desk")


@pytest.fixture
def give(campaign):
    """Open the form in `page`, and answer it."""

    def open_form(page, **query):
        asked = "".join(f"&{name}={value}" for name, value in query.items())
        page.goto(f"/give/?campaign={campaign.slug}&way=test{asked}")
        return page.locator("form.give")

    return open_form


def send(page, name, *, to="Pretend to pay"):
    """Press the button, and answer as a person does who is asked once more; it leads to the page of this title."""
    page.locator("form.give").get_by_role("button", name=re.compile("^Give")).click()
    page.wait_for_url("**/give/**")
    again = page.get_by_role("heading", name="Is this right?")
    paying = page.get_by_role("heading", name=to)
    expect(again.or_(paying)).to_be_visible()
    if again.is_visible():
        page.get_by_role("button", name=name).click()
    expect(paying).to_be_visible()


def test_gives_once_and_may_come_back_as_often_as_they_like(any_page, campaign, give):
    page = any_page
    form = give(page)
    form.get_by_role("radio", name="25 $").check()
    form.get_by_label("E-mail address").fill("dana@example.org")
    send(page, "Give 25 $ once")
    page.get_by_role("button", name="Pay").click()

    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(page.get_by_text("Your gift of 25 $ has arrived")).to_be_visible()
    page.reload()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    [gift] = Donation.objects.filter(campaign=campaign)
    accounts = Transfer.objects.filter(donation=gift).values_list("debit__code", "credit__code")
    assert all(code.startswith("test:") for pair in accounts for code in pair)
    assert not DayTotal.objects.filter(campaign=campaign, counted__gt=0).exists()


def test_gives_by_bank_transfer_and_gets_a_letter(any_page, campaign, postbox):
    page = any_page
    open_bank_account(currency="USD", at=timezone.now() - timedelta(days=1))
    page.goto(f"/give/?campaign={campaign.slug}&way=transfer")
    form = page.locator("form.give")
    form.get_by_role("radio", name="50 $").check()
    expect(form.get_by_text("so that my gift arrives whole")).not_to_be_visible()
    form.get_by_label("E-mail address").fill("dana@example.org")
    send(page, "Give 50 $ once", to="Your gift of 50 $")

    expect(page.get_by_text(re.compile("^BS-"))).to_be_visible()
    [gift] = Donation.objects.filter(campaign=campaign)
    assert gift.state == DonationState.PROMISED
    assert gift.reference in postbox.letters[-1].text


def test_the_page_looks_by_itself_whether_the_gift_has_arrived(page, campaign, give):
    form = give(page)
    form.get_by_role("radio", name="10 $").check()
    form.get_by_label("E-mail address").fill("dana@example.org")
    send(page, "Give 10 $ once")
    [gift] = Donation.objects.filter(campaign=campaign)
    PretendedPayment.objects.filter(name=gift.provider_object).update(settled_at=timezone.now())

    page.goto(f"/give/{gift.key}/thanks/")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_a_card_that_is_declined_costs_nothing_and_the_gift_is_still_there(any_page, give):
    page = any_page
    form = give(page, interval="month")
    form.get_by_role("radio", name="20 $").check()
    form.get_by_label("E-mail address").fill("dana@example.org")
    send(page, "Give 20 $ per month")
    page.get_by_role("button", name="Have the card declined").click()

    expect(page.get_by_role("heading", name="Not completed")).to_be_visible()
    page.get_by_role("link", name="Try once more").click()
    expect(page.get_by_role("radio", name="Monthly")).to_be_checked()
    expect(page.get_by_role("radio", name="20 $")).to_be_checked()


def test_the_button_says_what_is_given_how_often_and_with_what_it_costs(page, give):
    form = give(page)
    button = form.get_by_role("button", name=re.compile("^Give"))
    expect(button).to_have_accessible_name("Give once")
    form.get_by_role("radio", name="Monthly").check()
    expect(button).to_have_accessible_name("Give per month")

    form.get_by_label("Another amount in USD").locator("visible=true").fill("250")
    expect(button).to_have_accessible_name("Give 250 $ per month")
    form.get_by_role("checkbox", name=re.compile("so that my gift arrives whole")).check()
    expect(button).to_have_accessible_name("Give 257.78 $ per month")
    form.get_by_role("radio", name="50 $").check()
    expect(button).to_have_accessible_name("Give 51.80 $ per month")


def test_everything_is_done_by_keyboard(page, give):
    give(page)
    press = page.keyboard.press
    page.get_by_role("radio", name="Once").focus()
    press("ArrowRight")
    press("Tab")
    press("Space")
    for _tab in range(3):  # what was typed instead, the way of paying, the cover
        press("Tab")
    press("Space")
    press("Tab")
    page.keyboard.type("dana@example.org")
    press("Enter")

    expect(page.get_by_role("heading", name="Pretend to pay")).to_be_visible()
    expect(page.get_by_text("5.46 $ per month")).to_be_visible()


def test_what_is_missing_is_said_above_and_at_its_field(any_page, give):
    page = any_page
    form = give(page)
    form.get_by_role("button", name=re.compile("^Give")).click()

    summary = page.get_by_role("alert")
    expect(summary.get_by_role("link")).to_have_count(2)
    summary.get_by_role("link", name=re.compile("e-mail")).click()
    field = page.get_by_label("E-mail address")
    expect(field).to_be_focused()
    expect(field).to_have_accessible_description(re.compile("Please give your e-mail address"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_page_is_for_everybody(open_browser, give, scheme):
    page = open_browser(
        viewport=NARROW,
        color_scheme=scheme,
        bypass_csp=True,  # axe writes inline styles
    )
    give(page)
    look_at(page, f"form-{scheme}")
    page.get_by_role("button", name=re.compile("^Give")).click()
    expect(page.get_by_role("alert")).to_be_visible()
    look_at(page, f"mistakes-{scheme}")
    page.get_by_label("Another amount in USD").locator("visible=true").fill("9.000")
    page.get_by_text("Show my gift, or leave a message").click()
    page.get_by_label("E-mail address").fill("dana@example.org")
    page.get_by_role("button", name=re.compile("^Give")).click()
    expect(page.get_by_role("heading", name="Is this right?")).to_be_visible()
    look_at(page, f"second-look-{scheme}")
    page.get_by_role("button", name="Give 9 $ once").click()
    expect(page.get_by_role("heading", name="Pretend to pay")).to_be_visible()
    look_at(page, f"pretend-{scheme}")
    page.get_by_role("button", name="Pay").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    look_at(page, f"thanks-{scheme}")


def look_at(page, name):
    wide = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert wide <= 0, name
    assert violations(page) == {}, name
    if PICTURES:
        page.screenshot(path=Path(PICTURES) / f"give-{name}.png", full_page=True)
