import xml.etree.ElementTree as ET

import pytest

from factories.moments import NOON
from factories.publishing import open_front_page, open_section, publish_article, publish_many, sign

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture
def feed(client):
    def read():
        response = client.get("/feed/")
        assert response["Content-Type"].startswith("application/atom+xml")
        return ET.fromstring(response.content)

    return read


def test_tells_of_the_newest_articles(feed):
    article = publish_article(
        headline="Ferry & <fog>", standfirst="Late.", parent=open_section("Harbour")
    )
    sign(article, "Ines")

    entry = feed().find(f"{ATOM}entry")

    assert entry.findtext(f"{ATOM}title") == "Ferry & <fog>"
    assert entry.findtext(f"{ATOM}summary") == "Late."
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ines"
    assert entry.findtext(f"{ATOM}published") == NOON.isoformat()
    assert entry.find(f"{ATOM}category").get("term") == "Harbour"
    assert entry.find(f"{ATOM}link").get("href").endswith(article.url)


def test_holds_one_page_of_articles(feed):
    publish_many(25)

    assert len(feed().findall(f"{ATOM}entry")) == 20


def test_an_empty_newspaper_has_an_empty_feed(feed):
    front = open_front_page()

    tree = feed()

    assert tree.findtext(f"{ATOM}title") == front.title
    assert tree.find(f"{ATOM}entry") is None


def test_there_is_none_before_there_is_a_newspaper(client):
    assert client.get("/feed/").status_code == 404
