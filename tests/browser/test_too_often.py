"""Whoever is too fast is told when to try again, and keeps their words."""

import pytest
from playwright.sync_api import expect

from factories.accessibility import violations

SENTENCE = "That was a little too often. Please try again in"


@pytest.fixture
def limits_hold(option):
    option(limits="")


def write(page, words, *, name=""):
    page.locator("textarea[name=body]").first.fill(words)
    if name:
        page.get_by_label("Name").first.fill(name)
    page.get_by_role("button", name="Post comment").first.click()


@pytest.mark.usefixtures("limits_hold")
def test_a_comment_too_many_stays_in_its_form(any_page, discussion):
    any_page.goto(discussion.url)
    write(any_page, "The ferry is late.", name="Carla")
    expect(any_page.locator(".comment__words").first).to_be_visible()
    any_page.wait_for_timeout(700)  # another click would still be the same
    any_page.goto(discussion.url)

    write(any_page, "And it is dear.")

    expect(any_page.get_by_text(SENTENCE)).to_be_visible()
    expect(any_page.locator("textarea[name=body]").first).to_have_value("And it is dear.")


@pytest.mark.usefixtures("limits_hold")
def test_a_vote_too_many_is_taken_back_and_says_why(
    open_browser, discussion, say, ada, ben, option
):
    option(limits="vote-pace=1/1h")
    first, second = say(ada, "First."), say(ada, "Second.")
    page = open_browser(reader=ben)
    page.goto(discussion.url)
    for comment in (first, second):
        page.locator(f"#comment-{comment.pk} bs-vote button").first.click()

    refused = page.locator(f"#comment-{second.pk} bs-vote")
    expect(refused.get_by_role("alert")).to_contain_text(SENTENCE)
    expect(refused.locator("button").first).to_have_attribute("aria-pressed", "false")


@pytest.mark.usefixtures("limits_hold")
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_that_says_so_can_be_used_by_everybody(open_browser, discussion, scheme):
    page = open_browser(javascript=True, color_scheme=scheme, bypass_csp=True)
    page.route("**/*.js", lambda route: route.abort())
    page.goto(discussion.url)
    write(page, "The ferry is late.", name="Carla")
    page.goto(discussion.url)
    write(page, "And it is dear.")
    expect(page.get_by_text(SENTENCE)).to_be_visible()

    assert violations(page) == {}
