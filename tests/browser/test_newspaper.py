"""The newspaper around the discussion, as Chromium shows it."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from factories.accessibility import SCHEMES, violations
from factories.publishing import (
    keep_photo,
    open_front_page,
    open_section,
    publish_article,
    sign,
)

LONG = "Harbourmasterscommitteeofinquiry"


@pytest.fixture(scope="module")
def newspaper(lasting_database):
    """Addresses of its pages by their kind."""
    harbour = open_section(f"Harbour and {LONG}")
    photo = keep_photo(size=(900, 600), description="A crane", caption="The crane", credit="Ines")
    article = publish_article(
        headline=f"Ferry late again, says the {LONG}",
        attribution="Media",
        standfirst="Passengers waited at Berth 3.",
        parent=harbour,
        lead_photo=photo,
        published_at=timezone.now() - timedelta(hours=3),
    )
    sign(article, "Ines")
    publish_article(headline="المدّ يرتفع", language="ar", parent=harbour, lead_photo=photo)
    return {
        "front page": open_front_page().url,
        "section": harbour.url,
        "article": article.url,
        "nothing": "/nowhere/",
        "refusal": "/?after=zzz",
        "sign-in": "/sign-in/secret/",
    }


KINDS = ["front page", "section", "article", "nothing", "refusal", "sign-in"]


@pytest.mark.parametrize(("colours", "rules"), SCHEMES)
def test_axe_finds_nothing(open_browser, newspaper, colours, rules):
    page = open_browser(color_scheme=colours, bypass_csp=True)

    found = {}
    for kind in KINDS:
        page.goto(newspaper[kind])
        found[kind] = violations(page, only=rules)

    assert found == {kind: {} for kind in KINDS}


def test_no_style_sheet_minds_how_a_screen_is_turned(page, newspaper):
    page.goto(newspaper["front page"])
    read, turned = page.evaluate(
        """() => {
            const read = [], turned = [];
            const look = ({ href, cssRules }) => {
                if (href) read.push(href);
                for (const rule of cssRules) {
                    if (rule.styleSheet) look(rule.styleSheet);
                    if (rule.cssRules) look(rule);
                    if (/orientation/.test(rule.conditionText ?? "")) turned.push(rule.cssText);
                }
            };
            [...document.styleSheets].forEach(look);
            return [read, turned];
        }"""
    )
    assert len(read) > 20
    assert turned == []


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_its_window(open_browser, newspaper, kind):
    page = open_browser()
    page.goto(newspaper[kind])
    for width in (320, 360, 640, 960, 1280):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), width


def test_recent_times_become_relative_and_keep_the_exact_one(open_browser, newspaper):
    page = open_browser()
    page.goto(newspaper["front page"])

    time = page.locator("article", has_text="Ferry late again").locator("time")

    page.get_by_text("3 hours ago").first.wait_for()
    assert time.inner_text() == "3 hours ago"
    assert re.search(r"\d{4}", time.get_attribute("title"))


def test_without_javascript_times_are_exact(open_browser, newspaper):
    page = open_browser(javascript=False)
    page.goto(newspaper["front page"])

    assert all(re.search(r"\d{4}", text) for text in page.locator("article time").all_inner_texts())


def test_the_keyboard_reaches_the_content_first(open_browser, newspaper):
    page = open_browser()
    page.goto(newspaper["article"])

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"


def test_fingers_find_what_they_press(open_browser, newspaper):
    page = open_browser(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    page.goto(newspaper["nothing"])

    for control in page.locator(".button, .masthead nav a").all():
        assert control.bounding_box()["height"] >= 44
