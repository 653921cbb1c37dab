"""What authors and staff do to a comment: `bs-acts` and `bs-overlay`, and the same by forms alone."""

import pytest
from playwright.sync_api import expect

from broadsheet.discussion.models import CommentStatus


@pytest.fixture
def comment(say, ada):
    return say(ada, "The ferry is late.")


def menu(page):
    """Open what may be done: a menu with JavaScript, a page without."""
    page.locator(".comment__controls").get_by_text("More", exact=True).click()


def test_edits_in_the_window_and_shows_the_history(browse_as, discussion, comment, ada):
    page = browse_as(ada)
    page.goto(discussion.url)
    expect(page.locator("bs-acts button").or_(page.locator("[data-more]")).first).to_be_visible()
    page.wait_for_load_state("networkidle")
    menu(page)
    opener = page.get_by_role("button", name="Edit")
    if opener.count():
        opener.click()
    page.get_by_label("Edit").fill("The ferry is *early*.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".comment__words em")).to_have_text("early")
    page.get_by_role("link", name="edited").click()
    expect(page.get_by_text("The ferry is late.")).to_be_visible()


def test_withdraws_after_asking(browse_as, discussion, comment, ada, say, ben):
    say(ben, "Indeed.", to=comment)
    page = browse_as(ada)
    page.goto(discussion.url)
    page.wait_for_load_state("networkidle")
    page.locator(f"#comment-{comment.pk}").get_by_text("More", exact=True).click()
    page.get_by_text("Withdraw", exact=True).click()
    page.get_by_role("button", name="Yes, withdraw my words").click()
    expect(page.get_by_text("Withdrawn by its author")).to_be_visible()
    page.goto(discussion.url)
    expect(page.get_by_text("Indeed.")).to_be_visible()
    comment.refresh_from_db()
    assert comment.status == CommentStatus.WITHDRAWN


def test_staff_removes_with_a_reason_and_restores(browse_as, discussion, comment, mona):
    page = browse_as(mona)
    page.goto(discussion.url)
    page.wait_for_load_state("networkidle")
    menu(page)
    opener = page.locator("bs-acts").get_by_role("button", name="Remove")
    if opener.count():
        opener.click()
    page.get_by_label("Reason").fill("Off topic.")
    page.locator("form.act").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed: Off topic.")).to_be_visible()
    page.goto(f"/comments/{comment.pk}/actions/")
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The ferry is late.")).to_be_visible()


def test_staff_pins_a_thread(browse_as, discussion, comment, mona, say, ben):
    say(ben, "Newer.")
    page = browse_as(mona)
    page.goto(discussion.url)
    page.wait_for_load_state("networkidle")
    page.locator(f"#comment-{comment.pk}").get_by_text("More", exact=True).click()
    page.get_by_role("button", name="Pin", exact=True).click()
    expect(page.get_by_text("Pinned")).to_be_visible()
    page.goto(discussion.url)
    expect(page.locator(".comment__words").first).to_have_text("The ferry is late.")


def test_staff_restores_in_place(open_browser, discussion, comment, mona):
    page = open_browser(reader=mona)
    page.goto(discussion.url)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Remove").click()
    page.get_by_label("Reason").fill("A mistake.")
    page.locator("form.act").get_by_role("button", name="Remove").click()
    expect(page.get_by_text("Removed: A mistake.")).to_be_visible()
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Restore").click()
    expect(page.get_by_text("The ferry is late.")).to_be_visible()


def test_staff_closes_the_discussion_and_opens_it_again(open_browser, discussion, comment, mona):
    page = open_browser(reader=mona)
    page.goto(discussion.url)
    page.get_by_role("button", name="Close the discussion").click()
    expect(page.get_by_text("This discussion is closed.")).to_be_visible()
    expect(page.get_by_role("link", name="Reply to Ada")).to_have_count(0)
    page.get_by_role("button", name="Reopen the discussion").click()
    expect(page.get_by_label("Join the discussion")).to_be_visible()


def test_staff_releases_what_waits(browse_as, open_browser, discussion, mona, rights):
    rights(GUEST={"COMMENT"})
    guest = open_browser(javascript=False)
    guest.goto(discussion.url)
    guest.get_by_label("Be the first").fill("Patience.")
    guest.get_by_label("Name").fill("Carla")
    guest.get_by_role("button", name="Post comment").click()
    page = browse_as(mona)
    page.goto(f"/discussions/{discussion.key}/held/")
    page.get_by_role("button", name="Release").click()
    page.goto(discussion.url)
    expect(page.get_by_text("Patience.")).to_be_visible()


def test_a_refused_edit_keeps_the_words(open_browser, discussion, comment, ada, option):
    option(comment_max_length=100)
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    page.get_by_role("button", name="More").click()
    page.get_by_role("button", name="Edit").click()
    page.get_by_label("Edit").fill("x" * 101)
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("alert")).to_contain_text("at most 100 fit")
    expect(page.get_by_label("Edit")).to_have_value("x" * 101)


def test_strangers_are_asked_nothing_about(page, discussion, comment):
    asked = []
    page.on("request", lambda request: "/overlay/" in request.url and asked.append(request.url))
    page.goto(discussion.url)
    page.wait_for_load_state("networkidle")
    assert not asked
    expect(page.locator("bs-acts")).to_have_count(0)
