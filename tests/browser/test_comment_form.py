"""Writing: `bs-comment-form` and `bs-replies`, and the same by forms and links alone."""

import re

import pytest
from playwright.sync_api import expect

from broadsheet.discussion.models import Comment


def form(page):
    """The form for a new thread."""
    return page.locator(".discussion > bs-comment-form")


def write(page, words, *, name="Carla"):
    form(page).get_by_label(re.compile("discussion|comment")).fill(words)
    if name:
        form(page).get_by_label("Name").fill(name)


def post(page):
    form(page).get_by_role("button", name="Post comment").click()


def test_posts_as_a_guest(any_page, discussion):
    any_page.goto(discussion.url)
    write(any_page, "I have *something* to say.")
    post(any_page)
    comment = any_page.locator(".comment")
    expect(comment.locator(".comment__words em")).to_have_text("something")
    expect(comment.locator(".comment__author")).to_have_text("Carla")
    expect(comment.get_by_text("Guest")).to_be_visible()
    assert Comment.objects.get(discussion=discussion).author.name == "Carla"


def test_replies_to_a_comment(any_page, discussion, say, ada, ben):
    first = say(ada, "The ferry is late.")
    say(ben, "An earlier reply.", to=first)
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Reply to Ada").click()
    any_page.get_by_label("Your reply").fill("Again?")
    any_page.get_by_label("Name").last.fill("Carla")
    any_page.get_by_role("button", name="Post reply").click()
    expect(any_page.locator(".comment__words").filter(has_text="Again?")).to_be_visible()
    reply = Comment.objects.get(discussion=discussion, source="Again?")
    assert reply.parent == first
    any_page.goto(discussion.url)
    assert any_page.locator(".comment__words").all_inner_texts() == [
        "The ferry is late.",
        "An earlier reply.",
        "Again?",
    ]


def test_puts_a_reply_below_what_answered_before_and_moves_the_focus_to_it(
    page, discussion, say, ada, ben
):
    first = say(ada, "First.")
    deep = say(ben, "Second.", to=first)
    say(ada, "Third.", to=deep)
    say(ben, "Another thread.")
    page.goto(discussion.url + "?sort=oldest")
    page.locator(f"#comment-{first.pk} [data-reply]").click()
    page.get_by_label("Your reply").fill("Last.")
    page.get_by_label("Name").last.fill("Carla")
    page.get_by_role("button", name="Post reply").click()
    expect(page.locator(".comment__words")).to_have_text(
        ["First.", "Second.", "Third.", "Last.", "Another thread."]
    )
    expect(page.locator(".comment:focus")).to_contain_text("Last.")
    expect(page.locator("[data-announcements]")).to_have_text("Your comment is on the page.")
    expect(page.get_by_label("Your reply")).to_have_count(0)


def test_previews_with_the_renderer_that_posts(any_page, discussion):
    any_page.goto(discussion.url)
    write(any_page, "So **strong**.", name="")
    form(any_page).get_by_role("button", name="Preview").click()
    expect(any_page.get_by_label("Preview").locator("strong")).to_have_text("strong")
    assert any_page.locator("textarea[name=body]").first.input_value() == "So **strong**."
    assert not Comment.objects.filter(discussion=discussion).exists()


def test_says_why_words_are_refused_and_keeps_them(any_page, discussion, option):
    option(comment_max_length=100)
    any_page.goto(discussion.url)
    write(any_page, "too long " * 20)
    post(any_page)
    expect(any_page.get_by_text("at most 100 fit")).to_be_visible()
    assert any_page.locator("textarea[name=body]").first.input_value() == "too long " * 20
    assert any_page.locator("[name=name]").first.input_value() == "Carla"


def test_asks_for_a_name(any_page, discussion):
    any_page.goto(discussion.url)
    write(any_page, "Nobody says this.", name=" ")
    post(any_page)
    expect(any_page.get_by_text("Please give a name").first).to_be_visible()
    assert any_page.locator("textarea[name=body]").first.input_value() == "Nobody says this."


def test_shows_its_author_what_waits_for_approval_and_nobody_else(
    any_page, open_browser, discussion, rights
):
    rights(GUEST={"COMMENT"})
    any_page.goto(discussion.url)
    write(any_page, "Patience.")
    post(any_page)
    expect(any_page.locator(".comment__held")).to_be_visible()
    expect(any_page.locator(".comment__words")).to_be_visible()
    other = open_browser()
    other.goto(discussion.url)
    expect(other.get_by_text("Patience.")).to_have_count(0)


def test_shows_what_waits_again_after_a_reload(page, discussion, rights):
    rights(GUEST={"COMMENT"})
    page.goto(discussion.url)
    write(page, "Patience.")
    post(page)
    expect(page.locator(".comment__held")).to_be_visible()
    page.reload()
    expect(page.locator(".comment__held")).to_be_visible()
    page.get_by_role("button", name="More").click()
    expect(page.get_by_role("button", name="Edit")).to_be_visible()


def test_keeps_a_draft_over_a_reload_until_it_is_posted(page, discussion):
    page.goto(discussion.url)
    write(page, "Not finished")
    page.reload()
    expect(form(page).locator("textarea")).to_have_value("Not finished")
    form(page).get_by_label("Name").fill("Carla")
    post(page)
    expect(page.locator(".comment")).to_have_count(1)
    page.reload()
    expect(form(page).locator("textarea")).to_have_value("")


def test_keeps_the_words_when_there_is_no_connection_and_sends_them_once(page, discussion):
    page.goto(discussion.url)
    write(page, "From a tunnel.")
    page.context.set_offline(True)
    post(page)
    expect(page.get_by_role("alert")).to_contain_text("no connection")
    page.context.set_offline(False)
    expect(form(page).locator("textarea")).to_have_value("From a tunnel.")
    expect(page.locator("bs-comment-form[busy]")).to_have_count(0)
    post(page)
    expect(page.locator(".comment")).to_have_count(1)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_lost_answer_is_not_a_second_comment(page, discussion):
    page.goto(discussion.url)
    write(page, "Said once.")

    def deliver_and_lose(route):
        route.fetch()
        route.abort()

    page.route("**/comments/", deliver_and_lose, times=1)
    post(page)
    expect(page.get_by_role("alert")).to_contain_text("no connection")
    expect(page.locator("bs-comment-form[busy]")).to_have_count(0)
    post(page)
    expect(page.locator(".comment")).to_have_count(1)
    assert Comment.objects.filter(discussion=discussion).count() == 1


def test_a_crash_is_told_in_a_sentence(page, discussion):
    page.goto(discussion.url)
    write(page, "Still here.")
    page.route(
        "**/comments/", lambda route: route.fulfill(status=500, body="<h1>Traceback</h1>"), times=1
    )
    post(page)
    expect(page.get_by_role("alert")).to_contain_text("Something went wrong on our side")
    expect(form(page).locator("textarea")).to_have_value("Still here.")


def test_a_double_click_posts_once(any_page, discussion):
    any_page.goto(discussion.url)
    write(any_page, "Said once.")
    form(any_page).get_by_role("button", name="Post comment").dblclick(no_wait_after=True)
    expect(any_page.locator(".comment__words").filter(has_text="Said once.")).to_have_count(1)
    assert Comment.objects.filter(discussion=discussion).count() == 1


@pytest.mark.parametrize("modifier", ["Control", "Meta"])
def test_posts_with_a_key(page, discussion, modifier):
    page.goto(discussion.url)
    write(page, "By keyboard.")
    form(page).locator("textarea").press(f"{modifier}+Enter")
    expect(page.locator(".comment")).to_have_count(1)


def test_counts_down_near_the_end(page, discussion, option):
    option(comment_max_length=200)
    page.goto(discussion.url)
    write(page, "a" * 100)
    counter = form(page).locator("output")
    expect(counter).to_be_hidden()
    write(page, "a" * 170)
    expect(counter).to_have_text("Characters left: 30")
    expect(counter).to_have_attribute("aria-live", "polite")
    write(page, "🐦" * 201)
    expect(counter).to_have_text("Characters left: -1")


def test_knows_who_writes(browse_as, page, discussion, ada):
    page.goto(discussion.url)
    expect(page.get_by_label("Name")).to_be_visible()
    known = browse_as(ada)
    known.goto(discussion.url)
    form(known).locator("textarea").fill("With an account.")
    post(known)
    expect(known.locator(".comment__words")).to_contain_text("With an account.")
    assert Comment.objects.get(discussion=discussion).author == ada


def test_hides_the_name_of_those_it_knows(open_browser, discussion, ada):
    page = open_browser(reader=ada)
    page.goto(discussion.url)
    expect(page.get_by_text("You write as Ada")).to_be_visible()
    expect(page.get_by_label("Name")).to_be_hidden()


def test_says_when_the_discussion_was_closed_meanwhile(any_page, discussion, mona):
    from django.utils import timezone

    from broadsheet.discussion import commands

    any_page.goto(discussion.url)
    write(any_page, "Too late.")
    commands.close_discussion(discussion=discussion, moderator=mona, at=timezone.now())
    post(any_page)
    expect(any_page.get_by_text("This discussion is closed").first).to_be_visible()
    assert any_page.locator("textarea[name=body]").first.input_value() == "Too late."


def test_cancels_a_reply_and_keeps_its_draft(page, discussion, say, ada):
    say(ada, "The ferry is late.")
    page.goto(discussion.url)
    page.get_by_role("link", name="Reply to Ada").click()
    page.get_by_label("Your reply").fill("Hm")
    page.get_by_role("button", name="Cancel").click()
    expect(page.get_by_role("link", name="Reply to Ada")).to_be_focused()
    page.get_by_role("link", name="Reply to Ada").click()
    expect(page.get_by_label("Your reply")).to_have_value("Hm")
