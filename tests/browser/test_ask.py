"""What asks for support, and the meter, in a reader's own browser."""

import time
from datetime import UTC, date, datetime

import pytest
import time_machine
from playwright.sync_api import expect

from broadsheet.funding.models import AskHour, Campaign
from factories.accessibility import violations
from factories.asks import open_ask
from factories.funding import open_campaign, promise_gift, receive
from factories.publishing import publish_article
from factories.servers import Server

LUCKY = "Math.random = () => 0"
UNLUCKY = "Math.random = () => 0.99"
MOVED = """() => new Promise((resolve) => {
    let moved = 0;
    new PerformanceObserver((list) => {
        for (const one of list.getEntries()) moved += one.value;
    }).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => resolve(moved), 300);
})"""


@pytest.fixture
def campaign():
    campaign = open_campaign(
        is_default=True, currency="USD", starts_on=date(2025, 1, 1), title="The paper"
    )
    yield campaign
    Campaign.objects.filter(pk=campaign.pk).update(is_default=False)
    campaign.asks.update(is_on=False)


@pytest.fixture
def article(campaign):
    open_ask(campaign, "We need you.", most_views=2, in_days=7)
    return publish_article(body=[("paragraph", "<p>Words.</p>" * 60)])


def asks(page):
    return page.locator("bs-ask:visible")


def test_is_shown_so_often_on_one_device_and_no_more(open_browser, article):
    page = open_browser()
    for _ in range(2):
        page.goto(article.url)
        expect(asks(page)).to_have_count(2)
        for number in range(2):
            asks(page).nth(number).scroll_into_view_if_needed()
        page.wait_for_function("localStorage.getItem('bs:asks')")

    page.goto(article.url)
    expect(page.locator("bs-ask[hidden]")).to_have_count(2)
    assert page.evaluate("JSON.parse(localStorage.getItem('bs:asks')).length") == 2
    page.evaluate(
        "localStorage.setItem('bs:asks', JSON.stringify(Array(9).fill(Date.now() - 8 * 86400000)))"
    )
    page.goto(article.url)
    expect(asks(page)).to_have_count(2)


def test_spares_who_gives_and_is_there_without_javascript(open_browser, server, article):
    page = open_browser()
    page.context.add_cookies([{"name": "bs_supporter", "value": "1", "url": server}])
    page.goto(article.url)
    expect(page.locator("bs-ask[hidden]")).to_have_count(2)
    expect(page.get_by_text("of 5,000")).to_be_visible()
    page.context.clear_cookies()

    plain = open_browser(javascript=False)
    plain.goto(article.url)
    expect(asks(plain)).to_have_count(2)


def test_the_page_of_who_is_spared_does_not_jump(open_browser, server, article):
    page = open_browser(viewport={"width": 360, "height": 740})
    page.context.add_cookies([{"name": "bs_supporter", "value": "1", "url": server}])
    page.route("**/elements/ask*.js", come_late)
    page.goto(article.url)
    expect(page.locator("bs-ask[hidden]")).to_have_count(2)
    page.unroute_all()

    assert page.evaluate(MOVED) == 0


def come_late(route):
    time.sleep(2)
    route.continue_()


def test_one_page_of_the_sample_says_that_it_was_seen(open_browser, campaign, article):
    page = open_browser()
    for script, beacons in ((UNLUCKY, 0), (LUCKY, 1)):
        sent = []
        page.on("request", lambda request, sent=sent: sent.append(request.url))
        page.add_init_script(script)
        page.goto(article.url)
        asks(page).first.scroll_into_view_if_needed()
        page.wait_for_function("localStorage.getItem('bs:asks')")
        page.wait_for_timeout(100)
        assert sum("/funding/asks/seen/" in url for url in sent) == beacons
    assert AskHour.objects.get(variant__ask__campaign=campaign).views == 10


def test_the_month_turns_before_a_readers_eyes(open_browser, campaign, article):
    with time_machine.travel(datetime(2025, 3, 31, 23, 50, tzinfo=UTC), tick=False) as clock:
        receive(promise_gift(campaign, 30_000), at=datetime(2025, 3, 9, tzinfo=UTC))
        page = open_browser()
        page.goto(article.url)
        expect(page.locator(".meter__text")).to_have_text("March 2025: 300 $ of 5,000 $ raised")

        clock.move_to(datetime(2025, 4, 1, tzinfo=UTC))
        page.reload()
        expect(page.locator(".meter__text")).to_have_text("April 2025: 0 $ of 5,000 $ raised")


@pytest.mark.parametrize("width", [320, 1280])
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(open_browser, article, width):
    page = open_browser(bypass_csp=True, viewport={"width": width, "height": 700})
    page.goto(article.url)
    expect(asks(page)).to_have_count(2)

    assert violations(page) == {}
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_shows_the_meter_on_another_site(open_browser, server, campaign):
    receive(promise_gift(campaign, 30_000))
    page = open_browser()
    host = f"""<!doctype html><script async src="{server}/funding/meter.js"></script>
        <bs-meter><a href="{server}/give/">Support the paper</a></bs-meter>
        <iframe src="{server}/funding/meter/" title="Meter"></iframe>"""

    with Server() as other:
        other.answers.append((200, host.encode(), {"Content-Type": "text/html"}))
        page.goto(other.address)

        expect(page.locator("bs-meter p")).to_contain_text("300 $ of 5,000 $ raised")
        expect(page.locator("bs-meter a")).to_have_attribute(
            "href", f"{server}/give/?campaign={campaign.slug}&ask=embed"
        )
        expect(page.frame_locator("iframe").get_by_text("of 5,000")).to_be_visible()
