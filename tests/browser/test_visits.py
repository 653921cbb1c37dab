"""Members of another site coming in, in a real browser …"""

import os
import re
from itertools import count
from pathlib import Path
from urllib.parse import urlencode

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from broadsheet.accounts.models import RedeemedVisit, Visitor, VisitSite
from factories.accessibility import violations
from factories.people import confirmed
from factories.visits import make_site, token

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
PICTURES = os.environ.get("BROADSHEET_PICTURES")

_numbers = count(1)


@pytest.fixture
def site(lasting_database):
    yield make_site(f"members-{next(_numbers)}")
    for model in (Visitor, RedeemedVisit, VisitSite):
        model.objects.all().delete()


def address(site, to="/account/", **said):
    made = token(site, at=timezone.now(), **said)
    return f"/visits/{site.key}/?{urlencode({'token': made, 'next': to})}"


def test_a_member_clicks_once_and_is_in(any_page, site):
    page, name = any_page, f"Milly {next(_numbers)}"
    page.goto(address(site, name=name))
    expect(page.get_by_role("heading", name=f"Sign in as {name}?")).to_be_visible()

    page.get_by_role("button", name="Yes, sign me in").click()

    expect(page).to_have_url(re.compile("/account/$"))
    page.goto("/sign-in/")
    expect(page.get_by_text(f"You are signed in as {name}")).to_be_visible()


def test_a_member_joins_the_account_they_have(any_page, site, postbox):
    page, number = any_page, next(_numbers)
    known = confirmed(f"Nora {number}", f"nora{number}@example.org", at=timezone.now())
    page.goto(address(site, sub="nora", name="Nora", email=known.email))
    page.get_by_role("button", name="Yes, sign me in").click()
    expect(page.get_by_role("heading", name="Is this account yours?")).to_be_visible()
    page.get_by_role("link", name="Sign in to it").click()
    page.get_by_label("E-mail address").fill(known.email)
    page.get_by_role("button", name="Send me a code").click()
    code = re.search(r"^ {4}(\d{8})$", postbox.letters[-1].text, re.MULTILINE)[1]
    page.get_by_label("Code from the letter").fill(code)
    page.get_by_role("button", name="Sign in").click()

    expect(page.get_by_text(f"You are signed in to it, as {known.name}.")).to_be_visible()
    page.get_by_role("button", name="Yes, it is mine: join them").click()

    expect(page).to_have_url(re.compile("/account/$"))
    assert Visitor.objects.get(site=site).person == known


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_pages_are_for_everybody(open_browser, site, scheme):
    # axe writes inline styles; the tests above watch over the policy
    page, number = open_browser(color_scheme=scheme, bypass_csp=True), next(_numbers)
    known = confirmed(f"Olga {number}", f"olga{number}@example.org", at=timezone.now())
    page.goto(
        address(site, sub="olga", name="Olga " + "of the very long name " * 6, email=known.email)
    )
    _is_for_everybody(page, f"visit-{scheme}")
    page.get_by_role("button", name="Yes, sign me in").click()
    expect(page.get_by_role("heading", name="Is this account yours?")).to_be_visible()
    _is_for_everybody(page, f"join-{scheme}")


def _is_for_everybody(page, name):
    for width in (320, 360, 1280):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(OVERFLOW) <= 0
        if PICTURES:
            page.screenshot(path=Path(PICTURES) / f"{name}-{width}.png", full_page=True)
    assert violations(page) == {}
