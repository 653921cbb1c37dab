import pytest

from broadsheet.publishing import queries
from factories.publishing import (
    keep_photo,
    open_front_page,
    open_section,
    publish_article,
    publish_many,
    sign,
)

pytestmark = pytest.mark.django_db


def test_shows_its_own_articles_and_those_of_the_sections_inside_it():
    harbour = open_section("Harbour", introduction="Tides and tenders.")
    ferries = open_section("Ferries", parent=harbour)
    publish_article(headline="Dredged", parent=harbour)
    publish_article(headline="Late again", parent=ferries)
    publish_article(headline="Elsewhere", parent=open_section("Town"))

    page = queries.section_page(harbour)

    assert {teaser.headline for teaser in page.listing.teasers} == {"Dredged", "Late again"}
    assert page.introduction == "Tides and tenders."
    assert [section.title for section in page.sections] == ["Ferries"]
    assert page.parents == []


def test_knows_the_sections_it_stands_in():
    harbour = open_section("Harbour")
    ferries = open_section("Ferries", parent=harbour)

    page = queries.section_page(ferries)

    assert [(parent.title, parent.url) for parent in page.parents] == [("Harbour", harbour.url)]


@pytest.mark.parametrize("number", [1, 20])
def test_costs_eight_queries_however_many_articles(number, django_assert_num_queries):
    section, photo = open_section(), keep_photo()
    for article in publish_many(number, parent=section, lead_photo=photo):
        sign(article, "Ines")
    queries.section_page(section)

    with django_assert_num_queries(8):
        queries.section_page(section)


def test_an_empty_section_is_a_page_too():
    open_front_page()

    assert queries.section_page(open_section()).listing.teasers == []
