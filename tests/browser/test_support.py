"""From a letter to the end of a monthly gift, and the page of one's gifts, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from broadsheet.funding import commands
from broadsheet.funding.models import PledgeState
from factories.accessibility import violations
from factories.donors import give, know_donor, latest_letter, portal_link, pretended_pledge
from factories.funding import open_campaign
from factories.moments import NOON

NARROW = {"width": 320, "height": 640}


@pytest.fixture
def campaign():
    return open_campaign(currency="USD")


def look_at(page):
    """Nothing sticks out, and nobody is shut out."""
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert violations(page) == {}


def test_a_monthly_gift_ends_with_one_click_from_the_mail(open_browser, campaign):
    monthly = pretended_pledge(know_donor(email="one@example.org"), 1_000, campaign=campaign)
    gift = give(monthly.donor, 1_000, campaign=campaign, pledge=monthly)
    commands.issue_receipt(donation=gift, at=NOON)
    link = re.search(r"https?://[^/\s]+(/support/gift/\S+)", latest_letter().text)[1]

    page = open_browser(javascript=False, viewport=NARROW)
    page.goto(link)
    page.get_by_role("button", name="End this monthly gift").click()

    expect(page.get_by_text("This gift has ended. Thank you.")).to_be_visible()
    monthly.refresh_from_db()
    assert monthly.state == PledgeState.ENDED


def test_gifts_are_seen_and_paused_by_a_letter(open_browser, campaign):
    donor = know_donor("Дана Müller", email="two@example.org")
    monthly = pretended_pledge(donor, 1_500, campaign=campaign)
    commands.issue_receipt(donation=give(donor, 12_345, campaign=campaign), at=NOON)

    page = open_browser(viewport=NARROW, color_scheme="dark", bypass_csp=True)
    page.goto("/support/")
    look_at(page)
    page.get_by_label("E-mail address").fill("two@example.org")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="We have written to you")).to_be_visible()
    page.goto(portal_link())
    page.get_by_role("button", name="See my gifts").click()
    expect(page.get_by_role("heading", name="What you gave")).to_be_visible()
    look_at(page)
    page.get_by_role("button", name="3 months").click()
    expect(page.get_by_text("Paused until")).to_be_visible()
    monthly.refresh_from_db()
    assert monthly.state == PledgeState.PAUSED
    page.get_by_role("link", name=re.compile("^Receipt R20")).click()
    expect(page.get_by_role("heading", name="Receipt for a gift")).to_be_visible()
    look_at(page)
