"""The discussion where it belongs: under an article."""

import pytest
from playwright.sync_api import expect

from broadsheet.discussion.models import Discussion
from factories.accessibility import violations
from factories.discussion import fill
from factories.publishing import publish_article


@pytest.fixture
def article():
    return publish_article(headline="The ferry is late", standfirst="Again.")


def test_sorts_and_pages_below_the_article(any_page, article, ada):
    fill(Discussion.objects.get(key=article.key), ada, threads=25)
    any_page.goto(article.url)
    any_page.get_by_role("link", name="Oldest").click()
    expect(any_page.get_by_role("heading", name="The ferry is late")).to_be_attached()
    expect(any_page.locator(".comment__words").first).to_have_text("Comment 0.")
    any_page.get_by_role("link", name="Show more", exact=True).click()
    expect(any_page.get_by_text("Comment 24.")).to_be_visible()
    expect(any_page.get_by_role("heading", name="The ferry is late")).to_be_attached()
    expect(any_page.locator("h1")).to_have_count(1)


def test_takes_a_comment_below_the_article(any_page, article):
    any_page.goto(article.url)
    any_page.get_by_label("Be the first to comment").fill("From the pier.")
    any_page.get_by_label("Name").fill("Carla")
    any_page.get_by_role("button", name="Post comment").click()
    expect(any_page.get_by_text("From the pier.")).to_be_visible()


def test_axe_finds_nothing_on_an_article(open_browser, article, ada):
    fill(Discussion.objects.get(key=article.key), ada, threads=1, replies=1)
    page = open_browser(bypass_csp=True)  # axe writes inline styles
    page.goto(article.url)
    assert violations(page) == {}
