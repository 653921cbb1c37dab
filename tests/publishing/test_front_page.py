from urllib.parse import parse_qs

import pytest

from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.publishing import commands, queries
from factories.publishing import (
    keep_photo,
    open_front_page,
    open_section,
    publish_article,
    publish_many,
    sign,
)

pytestmark = pytest.mark.django_db


def headlines(teasers):
    return [teaser.headline for teaser in teasers]


def test_leads_with_the_newest_and_puts_three_beside_it():
    publish_many(6)

    page = queries.front_page(open_front_page())

    assert page.lead.headline == "Story 5"
    assert headlines(page.beside) == ["Story 4", "Story 3", "Story 2"]
    assert headlines(page.others) == ["Story 1", "Story 0"]


def test_takes_articles_from_every_section_and_names_it():
    ferries = open_section("Ferries", parent=open_section("Harbour"))
    publish_article(headline="Late again", parent=ferries)

    lead = queries.front_page(open_front_page()).lead

    assert lead.headline == "Late again"
    assert lead.section.title == "Ferries"
    assert lead.section.url == ferries.url


def test_shows_no_drafts():
    draft = publish_article(headline="Not yet")
    draft.unpublish()

    assert queries.front_page(open_front_page()).lead is None


def test_goes_on_where_the_page_ended_even_if_all_were_published_at_once():
    publish_many(45)

    seen, after = [], ""
    for _page in range(3):
        page = queries.front_page(open_front_page(), after=after)
        seen += headlines(page.listing.teasers)
        after = parse_qs((page.listing.older_url or "?")[1:]).get("after", [""])[0]

    assert len(seen) == len(set(seen)) == 45
    assert page.listing.older_url is None


def test_has_no_lead_on_a_later_page():
    publish_many(22)
    first = queries.front_page(open_front_page())

    later = queries.front_page(open_front_page(), after=first.listing.older_url.partition("=")[2])

    assert later.lead is None
    assert headlines(later.others) == ["Story 1", "Story 0"]


@pytest.mark.parametrize("cursor", ["!", "W10", "WzFlOTksMV0", "WzkyMjMzNzIwMzY4NTQ3NzU4MDcsMV0"])
def test_refuses_a_cursor_we_did_not_write(cursor):
    with pytest.raises(CursorNotUnderstood):
        queries.front_page(open_front_page(), after=cursor)


@pytest.mark.parametrize("number", [1, 20])
def test_costs_six_queries_however_many_articles(number, django_assert_num_queries):
    photo = keep_photo()
    commands.make_renditions(photo=photo)
    for article in publish_many(number, parent=open_section(), lead_photo=photo):
        sign(article, "Ines", "Bram")
    front = open_front_page()
    queries.front_page(front)  # Wagtail keeps the site's address in memory

    with django_assert_num_queries(6):
        page = queries.front_page(front)

    assert page.lead.bylines == ["Ines", "Bram"]
    assert page.lead.photo.srcset
