import pytest

from broadsheet.publishing import queries
from broadsheet.publishing.models import StandingPage
from factories.publishing import open_front_page, open_section

pytestmark = pytest.mark.django_db


def test_names_the_newspaper_and_the_ways_into_it(django_assert_num_queries):
    front = open_front_page()
    open_section("Ferries", parent=open_section("Harbour"))
    open_section("Town")
    front.add_child(instance=StandingPage(title="About us", slug="about"))
    queries.masthead()

    with django_assert_num_queries(3):
        paper = queries.masthead()

    assert paper.name == front.title
    assert [section.title for section in paper.sections] == ["Harbour", "Town"]
    assert [(page.title, page.url) for page in paper.standing_pages] == [("About us", "/about/")]
    assert paper.home_url == "/"


def test_before_there_is_a_front_page_the_name_is_the_operators(settings):
    settings.WAGTAIL_SITE_NAME = "Nameless"

    paper = queries.masthead()

    assert (paper.name, paper.sections, paper.home_url) == ("Nameless", [], "/")


def test_leaves_out_what_is_not_live():
    open_front_page()
    open_section("Harbour").unpublish()

    assert queries.masthead().sections == []
