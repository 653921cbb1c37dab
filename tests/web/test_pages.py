"""The newspaper's pages as a reader's browser gets them."""

import json
import re
from datetime import timedelta

import html5lib
import pytest
from django.template.loader import get_template

from broadsheet.publishing import commands
from broadsheet.publishing.models import StandingPage
from factories.discussion import fill, open_discussion
from factories.moments import NOON
from factories.publishing import (
    keep_photo,
    open_front_page,
    open_section,
    publish_article,
    publish_many,
    sign,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def get(client):
    """Answer the page at an address as a tree, having looked at its status and that it is HTML."""

    def get_one(address, *, status=200):
        response = client.get(address)
        assert response.status_code == status
        text = response.content.decode()
        # Without an element that is not closed, or stands where it may not.
        html5lib.HTMLParser(strict=True).parse(text)
        return html5lib.parse(text, namespaceHTMLElements=False)

    return get_one


def words(tree, path="."):
    """All text of the first element at `path`, in one line."""
    element = tree.find(path)
    return " ".join("".join(element.itertext()).split())


def all_words(tree, path):
    return [" ".join("".join(element.itertext()).split()) for element in tree.iterfind(path)]


def body(*blocks):
    return json.dumps([{"type": name, "value": value} for name, value in blocks])


# An article


def test_an_article_says_what_it_is_from_top_to_bottom(get):
    photo = keep_photo(caption="The crane", credit="Ines", description="A crane at dusk")
    article = publish_article(
        headline="The harbour was dredged once",
        attribution="Media",
        standfirst="Two invoices.",
        parent=open_section("Harbour"),
        lead_photo=photo,
        body=body(("paragraph", "<p>Mud is <b>mud</b>.</p>")),
    )
    sign(article, "Ines", "Bram")

    page = get(article.url)

    assert words(page, ".//h1") == "The harbour was dredged once –\u2060 Media"
    text = words(page, ".//article")
    parts = [
        "Harbour",
        "The harbour",
        "Two invoices.",
        "Ines, Bram",
        "22 Nov 2026",
        "The crane",
        "Mud is mud.",
    ]
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    assert page.find(".//article//time").get("datetime") == NOON.isoformat()
    assert page.find(".//article//img").get("alt") == "A crane at dusk"
    assert words(page, ".//title") == "The harbour was dredged once – The Tideway Courier"


def test_an_article_shows_every_kind_of_block(get):
    photo = keep_photo(description="A crane")
    figure = {"photo": photo.pk, "caption": "Dusk", "alt": ""}
    article = publish_article(
        body=body(
            ("paragraph", "<p>One</p><ul><li>two</li></ul>"),
            ("heading", {"text": "Three", "level": "3"}),
            ("quote", {"words": "<p>Four</p>", "attribution": "Ines", "is_pull": False}),
            ("quote", {"words": "<p>Five</p>", "attribution": "", "is_pull": True}),
            ("figure", figure),
            (
                "gallery",
                {"figures": [{"type": "item", "value": figure, "id": "1"}] * 2, "caption": "Both"},
            ),
            ("code", {"text": "if  <mud>:"}),
            ("rule", None),
        )
    )

    page = get(article.url)

    prose = ".//div[@class='prose article__body']"
    assert words(page, f"{prose}/p") == "One"
    assert words(page, f"{prose}/ul/li") == "two"
    assert words(page, f"{prose}/h3") == "Three"
    assert words(page, f"{prose}/figure/blockquote") == "Four"
    assert words(page, f"{prose}/figure/figcaption") == "Ines"
    assert words(page, f"{prose}/aside") == "Five"
    assert len(page.findall(f"{prose}//img[@alt='A crane']")) == 3
    assert words(page, f"{prose}/pre") == "if <mud>:"
    assert page.find(f"{prose}/hr") is not None


def test_a_photo_is_offered_in_its_sizes_and_keeps_its_place_free(get):
    photo = keep_photo(size=(900, 600))
    commands.make_renditions(photo=photo)
    article = publish_article(lead_photo=photo, body=body(("figure", {"photo": photo.pk})))

    page = get(article.url)

    lead, later = page.findall(".//article//img")
    assert (lead.get("width"), lead.get("height")) == ("900", "600")
    assert lead.get("loading") is None
    assert later.get("loading") == "lazy"
    assert "400w" in page.find(".//article//source").get("srcset")


def test_an_article_in_another_language_says_so_and_runs_its_way(get):
    article = get(publish_article(headline="المدّ", language="ar").url).find(".//article")

    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")


def test_an_article_in_no_stated_language_runs_as_its_words_do(get):
    assert get(publish_article(headline="המעבורת").url).find(".//article").get("dir") == "auto"


def test_an_article_carries_its_discussion(get, ada):
    article = publish_article(headline="Ferry")
    fill(open_discussion(article.key, url=article.url), ada, threads=2)

    page = get(article.url)

    assert page.find(".//section[@id='discussion']") is not None
    assert "2 comments" in words(page, ".//section[@id='discussion']")


def test_other_sites_and_search_engines_are_told_what_it_is(get):
    article = publish_article(headline="Ferry", standfirst="Late again.")

    page = get(article.url)

    canonical = page.find(".//link[@rel='canonical']").get("href")
    assert canonical.endswith(article.url)
    assert page.find(".//meta[@property='og:title']").get("content") == "Ferry"
    data = json.loads(page.find(".//script[@type='application/ld+json']").text)
    assert data["url"] == canonical


@pytest.mark.parametrize("field", ["headline", "attribution", "standfirst"])
def test_no_words_of_an_article_become_markup(client, field):
    article = publish_article(
        **{field: "</script><img src=x onerror=alert(1)>\"'"},
        parent=open_section("<i>Harbour</i>"),
        lead_photo=keep_photo(caption="<img src=x onerror=alert(1)>", credit="<s>"),
    )
    sign(article, "<img src=x onerror=alert(1)>")
    article.tags.add("<script>")
    article.save()

    for address in (article.url, "/"):
        text = client.get(address).content.decode()
        assert "onerror=alert" not in re.sub(r"&lt;.*?&gt;|\\u003C.*?\\u003E", "", text)


# Fronts


def test_the_front_page_announces_each_article_once(get):
    publish_many(9)

    page = get("/")

    assert sorted(all_words(page, ".//h2/a")) == sorted(f"Story {n}" for n in range(9))


def test_a_teaser_says_where_by_whom_and_when(get):
    article = publish_article(
        headline="Ferry", attribution="Media", standfirst="Late.", parent=open_section("Harbour")
    )
    sign(article, "Ines")

    teaser = words(get("/"), ".//article")

    assert teaser.startswith("Harbour Ferry –\u2060 Media Late. Ines 22 Nov 2026")


def test_the_front_page_counts_all_comments_in_one_query(get, ada, django_assert_num_queries):
    for article in publish_many(3):
        fill(open_discussion(article.key), ada, threads=2)
    publish_article(headline="Silent")
    get("/")

    with django_assert_num_queries(13) as queries:
        page = get("/")

    counting = [query for query in queries if "comment_count" in query["sql"]]
    assert len(counting) == 1
    assert all_words(page, ".//a[@class='teaser__comments']") == ["2 comments"] * 3


def test_older_articles_are_a_link_away_and_back(get):
    publish_many(21)

    first = get("/")
    later = get("/" + first.find(".//a[@rel='next']").get("href"))

    assert all_words(later, ".//h2/a") == ["Story 0"]
    assert "Newest articles" in words(later, ".//main")


def test_a_section_shows_its_articles_and_what_it_is(get):
    section = open_section("Harbour", introduction="Tides and tenders.")
    publish_article(headline="Ferry", parent=section)

    page = get(section.url)

    assert words(page, ".//h1") == "Harbour"
    assert "Tides and tenders." in words(page, ".//main")
    assert all_words(page, ".//h2/a") == ["Ferry"]


def test_an_empty_newspaper_says_so(get):
    open_front_page()

    assert "Nothing has been published yet." in words(get("/"), ".//main")


def test_a_standing_page_is_a_page_and_in_every_footer(get):
    about = StandingPage(
        title="About us", slug="about", body=body(("paragraph", "<p>We are few.</p>"))
    )
    open_front_page().add_child(instance=about)

    page = get("/about/")

    assert words(page, ".//h1") == "About us"
    assert "We are few." in words(page, ".//main")
    assert all_words(page, ".//footer//li/a") == ["About us"]


# What holds for all of them


def test_a_time_is_written_out_so_that_the_page_is_the_same_for_everybody(get):
    publish_article(published_at=NOON - timedelta(minutes=5))

    time = get("/").find(".//article//time")

    assert time.get("data-relative") is not None
    assert "22 Nov 2026" in time.text


def test_no_page_reads_or_sets_a_cookie(client):
    section = open_section()
    article = publish_article(parent=section)

    for address in ("/", section.url, article.url, "/nowhere/"):
        response = client.get(address)
        assert not response.cookies
        assert "Cookie" not in response.get("Vary", "")


def test_a_newspaper_in_arabic_runs_from_right_to_left(get, settings):
    settings.LANGUAGE_CODE = "ar"
    from django.utils import translation

    with translation.override("ar"):
        open_front_page()
        page = get("/")

    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")


# Where there is nothing


def test_what_is_not_there_is_a_page_with_a_way_out(get):
    open_front_page()

    page = get("/nowhere/", status=404)

    assert "There is nothing at this address" in words(page, ".//h1")
    assert page.find(".//main//a").get("href") == "/"


def test_a_damaged_page_mark_is_refused_in_words(get):
    open_front_page()

    page = get("/?after=zzz", status=400)

    assert "This page address is damaged." in words(page, ".//main")


def test_a_refusal_gives_the_readers_words_back(client, ada):
    open_front_page()
    discussion = open_discussion()

    response = client.post(
        f"/discussions/{discussion.key}/comments/", {"body": "</textarea>Mine & only mine"}
    )

    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    assert response.status_code == 403
    assert page.find(".//main//textarea").text == "</textarea>Mine & only mine"
    assert page.find(".//main//textarea").get("readonly") is not None


def test_when_all_is_broken_the_page_asks_nobody(django_assert_num_queries):
    with django_assert_num_queries(0):
        text = get_template("500.html").render()

    assert "It is our fault" in text
