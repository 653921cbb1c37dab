"""Readers' rights: changed at the desk, and at once what readers meet."""

import pytest
from playwright.sync_api import expect

from factories.accessibility import violations
from factories.staff import give_second_factor

NARROW = {"width": 320, "height": 640}
OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture
def administrator(ed, rights):
    return ed


@pytest.fixture
def ed():
    from django.utils import timezone

    from broadsheet.accounts.models import User

    return give_second_factor(
        User.objects.create(name="Ed", is_staff=True, is_superuser=True, joined_at=timezone.now())
    )


def test_the_newsroom_takes_a_right_away_and_guests_cannot_comment_any_more(
    browse_as, open_browser, administrator, discussion
):
    desk = browse_as(administrator)
    desk.goto("/desk/rights/")
    desk.get_by_label("Comment: guest").uncheck()
    desk.get_by_role("button", name="Save").click()
    expect(desk.get_by_label("Comment: guest")).not_to_be_checked()

    reader = open_browser()
    reader.goto(discussion.url)
    expect(reader.get_by_text("Readers who have signed in may comment here.")).to_be_visible()


@pytest.mark.parametrize(
    ("scheme", "viewport"), [("light", NARROW), ("dark", {"width": 1280, "height": 900})]
)
def test_the_table_can_be_used_by_everybody(open_browser, administrator, scheme, viewport):
    desk = open_browser(
        reader=administrator, color_scheme=scheme, viewport=viewport, bypass_csp=True
    )
    desk.goto("/desk/rights/")
    desk.wait_for_load_state("networkidle")

    assert violations(desk, within=".rights") == {}
    assert desk.evaluate(OVERFLOW) <= 0
