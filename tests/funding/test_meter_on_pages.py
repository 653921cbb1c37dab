"""The meter and the asks, on this newspaper's pages and on other people's."""

import json
import re
from datetime import UTC, date, datetime
from xml.etree import ElementTree as ET

import pytest
import time_machine

from broadsheet.funding.models import AskHour
from broadsheet.publishing.models import Section, StandingPage
from factories.asks import open_ask
from factories.funding import open_campaign, promise_gift, receive
from factories.publishing import open_front_page, publish_article

pytestmark = pytest.mark.django_db
IN_MARCH = datetime(2025, 3, 12, 9, 20, tzinfo=UTC)
SAID = "300 $ of 5,000 $ raised"
ASK = re.compile(r"<bs-ask.*?</bs-ask>", re.DOTALL)


@pytest.fixture(autouse=True)
def in_march():
    with time_machine.travel(IN_MARCH, tick=False) as travelling:
        yield travelling


@pytest.fixture
def campaign():
    campaign = open_campaign(
        is_default=True,
        title="Pay for <the> paper",
        currency="USD",
        starts_on=date(2025, 1, 1),
        slug="paper",
    )
    receive(promise_gift(campaign, 30_000), at=IN_MARCH)
    return campaign


def words(response):
    return response.content.decode().replace("\xa0", " ")


def until(response):
    return datetime.fromtimestamp(float(response.headers["BS-Until"]), UTC)


def test_stands_on_the_front_page_and_above_articles(client, campaign):
    open_front_page()
    for path in ("/", publish_article().url):
        page = words(client.get(path))
        assert f"March 2025:</span> {SAID}" in page
        assert '<rect class="meter__raised" x="0%" width="6%"' in page
        assert page.count(SAID) == 1  # so nobody hears it twice
        assert page.index(SAID) < page.index('class="meter__raised"')
        assert "/give/?campaign=paper&amp;ask=meter" in page


@pytest.mark.parametrize("kind", [Section, StandingPage])
def test_stands_on_sections_and_standing_pages_that_want_it(client, campaign, kind):
    page = kind(title="Harbour", slug="harbour")
    open_front_page().add_child(instance=page)

    assert "meter" not in words(client.get(page.url))

    page.shows_meter = True
    page.save_revision().publish()

    shown = words(client.get(page.url))
    assert f"March 2025:</span> {SAID}" in shown
    assert shown.index(SAID) < shown.index("<h1")


def test_the_month_turns_without_a_payment(client, campaign, in_march):
    open_front_page()
    response = client.get("/funding/meter.json")
    assert (
        datetime(2025, 3, 31, 23, 59, tzinfo=UTC)
        < until(response)
        < datetime(2025, 4, 1, tzinfo=UTC)
    )

    in_march.move_to(datetime(2025, 4, 1, tzinfo=UTC))

    assert "April 2025:</span> 0 $ of 5,000 $ raised" in words(client.get("/"))
    assert json.loads(words(client.get("/funding/meter.json")))["raised"] == 0


def test_pages_without_a_campaign_have_no_meter_and_ask_for_nothing(client):
    open_front_page()
    for path in ("/", publish_article().url):
        page = words(client.get(path))
        assert "meter" not in page
        assert "bs-ask" not in page
    assert client.get("/funding/meter/part/").content.strip() == b""
    for address in ("/funding/meter.json", "/funding/meter.svg", "/funding/meter/"):
        assert client.get(address).status_code == 404


def test_asks_above_and_below_the_words_of_an_article(client, campaign):
    open_ask(campaign, "Without <you>, no paper.", most_views=5, in_days=7)
    article = publish_article(body=[("paragraph", "<p>The words.</p>")])

    response = client.get(article.url)
    page = words(response)

    above, below = ASK.findall(page)
    assert page.index(above) < page.index("The words.") < page.index(below)
    assert "Without &lt;you&gt;, no paper." in above
    assert 'most="5" days="7" one-in="10"' in above
    assert f"-above&amp;from={article.url}" in above
    assert "-below&amp;from=" in below
    assert page.count("elements/ask.js") == 1
    assert until(response) == datetime(2025, 3, 12, 9, 59, 55, tzinfo=UTC)


def test_asks_nothing_on_articles_marked_so(client, campaign):
    open_ask(campaign)

    page = words(client.get(publish_article(is_sensitive=True).url))

    assert "bs-ask" not in page
    assert "meter" not in page
    assert "Support us" not in page


def test_tells_other_sites_in_figures(client, campaign):
    response = client.get("/funding/meter.json?campaign=paper")
    said = json.loads(response.content)

    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert (said["raised"], said["goal"], said["currency"]) == (30_000, 500_000, "USD")
    assert said["percent"] == 6
    assert said["text"].replace("\xa0", " ") == SAID
    assert [mark["at"] for mark in said["marks"]] == [0, 250_000, 500_000]
    assert said["give_url"] == "http://testserver/give/?campaign=paper&ask=embed"
    assert said["valid_until"] == "2025-04-01T00:00:00Z"


def test_is_a_picture_that_says_in_words_what_it_shows(client, campaign):
    response = client.get("/funding/meter.svg")

    picture = ET.fromstring(response.content)
    title = picture.find("{http://www.w3.org/2000/svg}title")
    assert title.text.replace("\xa0", " ") == f"March 2025: {SAID}"
    assert response.headers["Content-Type"] == "image/svg+xml"


def test_other_sites_may_frame_the_meter_and_nothing_else(client, campaign):
    framed = client.get("/funding/meter/")

    assert "frame-ancestors *" in framed.headers["Content-Security-Policy"]
    assert "X-Frame-Options" not in framed.headers
    assert "Pay for &lt;the&gt; paper" in words(framed)
    assert "<script" not in words(framed)
    assert "frame-ancestors 'none'" in client.get("/").headers["Content-Security-Policy"]


def test_the_element_for_other_sites_has_an_address_that_stays(client):
    response = client.get("/funding/meter.js")

    assert response.status_code == 302
    assert response.headers["Location"].endswith("funding/embed/meter.js")


def test_counts_what_pages_say_that_they_showed(client, campaign):
    wording = open_ask(campaign).variants.get()

    def say(*codes, **headers):
        return client.post("/funding/asks/seen/", {"code": codes}, headers=headers)

    assert say(f"{wording.pk}-above", **{"sec-fetch-site": "same-origin"}).status_code == 204
    assert say(f"{wording.pk}-above", **{"sec-fetch-site": "cross-site"}).status_code == 403
    assert AskHour.objects.get().views == 10
