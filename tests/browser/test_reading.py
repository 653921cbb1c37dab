"""Reading a discussion in a browser, with JavaScript and without."""

import re

from factories.discussion import fill
from playwright.sync_api import expect


def test_shows_everything_that_was_said_in_tree_order(any_page, discussion, say, ada, ben):
    first = say(ada, "The ferry is late.")
    say(ben, "A new thread.")
    say(ben, "It always is.", to=first)
    any_page.goto(discussion.url)
    expect(any_page.get_by_role("heading", name="3 comments")).to_be_visible()
    words = any_page.locator(".comment__words").all_inner_texts()
    assert words == ["A new thread.", "The ferry is late.", "It always is."]


def test_sorts_threads_by_a_link(any_page, discussion, say, ada, ben):
    say(ada, "Earlier.")
    say(ben, "Later.")
    any_page.goto(discussion.url)
    any_page.get_by_role("link", name="Oldest").click()
    expect(any_page.get_by_role("link", name="Oldest")).to_have_attribute("aria-current", "true")
    assert any_page.locator(".comment__words").all_inner_texts() == ["Earlier.", "Later."]


def test_shows_more_threads(any_page, discussion, ada):
    fill(discussion, ada, threads=45)
    any_page.goto(discussion.url)
    expect(any_page.locator(".thread")).to_have_count(20)
    any_page.get_by_role("link", name="Show more").click()
    expect(any_page.get_by_text("Comment 24.", exact=True)).to_be_visible()
    any_page.get_by_role("link", name="Show more").click()
    expect(any_page.get_by_text("Comment 0.", exact=True)).to_be_visible()
    expect(any_page.get_by_role("link", name="Show more")).to_have_count(0)


def test_unfolds_the_replies_of_a_thread(any_page, discussion, ada):
    fill(discussion, ada, threads=1, replies=17)
    any_page.goto(discussion.url)
    expect(any_page.locator(".comment")).to_have_count(5)
    any_page.get_by_role("link", name="Show 13 more replies").click()
    expect(any_page.get_by_text("Comment 16.")).to_be_visible()
    expect(any_page.get_by_role("link", name=re.compile("more repl"))).to_have_count(0)
