"""open_front_page …"""

from wagtail.models import Page, Site

from broadsheet.publishing.commands import open_front_page
from broadsheet.publishing.models import FrontPage
from factories.publishing import publish_article


def test_puts_the_newspaper_where_wagtails_welcome_stood(db, client):
    front = open_front_page(name="The Gazette", motto="Every tide")
    assert Site.objects.get(is_default_site=True).root_page_id == front.pk
    assert [page.title for page in Page.objects.filter(depth=2)] == ["The Gazette"]
    html = client.get("/").content.decode()
    assert "The Gazette" in html
    assert "Nothing has been published yet." in html


def test_takes_another_name_while_nothing_stands_below_it(db):
    open_front_page(name="Broadsheet")
    open_front_page(name="The Gazette")
    assert [page.title for page in FrontPage.objects.all()] == ["The Gazette"]


def test_keeps_its_name_once_there_are_articles(db):
    front = open_front_page(name="The Gazette")
    publish_article(parent=front)
    open_front_page(name="Another")
    assert [page.title for page in FrontPage.objects.all()] == ["The Gazette"]
