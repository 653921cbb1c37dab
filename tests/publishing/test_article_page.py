import json

import pytest

from broadsheet.publishing import queries
from broadsheet.publishing.models import Article
from factories.moments import NOON
from factories.publishing import keep_photo, open_section, publish_article, sign

pytestmark = pytest.mark.django_db

PAPER = "The Tideway Courier"


def page_of(article):
    return queries.article_page(Article.objects.get(pk=article.pk), paper=PAPER)


def figures(number):
    return json.dumps(
        [
            {"type": "figure", "value": {"photo": keep_photo().pk, "caption": "", "alt": ""}}
            for _ in range(number)
        ]
    )


def test_says_who_wrote_it_where_it_stands_and_what_it_is_about():
    harbour = open_section("Harbour")
    photo = keep_photo(caption="The crane", credit="Ines")
    article = publish_article(
        headline="Dredged",
        attribution="Media",
        parent=harbour,
        lead_photo=photo,
        standfirst="Twice.",
    )
    sign(article, "Ines", "Bram")
    article.tags.add("mud", "harbour")
    article.save()

    page = page_of(article)

    assert (page.headline, page.attribution, page.standfirst) == ("Dredged", "Media", "Twice.")
    assert page.section.title == "Harbour"
    assert page.bylines == ["Ines", "Bram"]
    assert page.tags == ["harbour", "mud"]
    assert (page.lead.caption, page.lead.credit) == ("The crane", "Ines")
    assert page.key == f"article:{article.pk}"


def test_its_own_caption_stands_below_the_lead_photo():
    article = publish_article(lead_photo=keep_photo(caption="The crane"), lead_caption="That day")

    assert page_of(article).lead.caption == "That day"


def test_tells_other_sites_in_their_words():
    article = sign(publish_article(headline="Dredged", lead_photo=keep_photo()), "Ines")

    said = json.loads(page_of(article).structured_data)

    assert said["@type"] == "NewsArticle"
    assert said["headline"] == "Dredged"
    assert said["author"] == [{"@type": "Person", "name": "Ines"}]
    assert said["publisher"]["name"] == PAPER
    assert said["datePublished"] == NOON.isoformat()
    assert said["url"].startswith("http://")
    assert said["image"].startswith("http://")


def test_no_headline_can_end_the_script_it_stands_in():
    words = "</script><script>alert(1)</script> & <!-- <script>"
    article = publish_article(headline=words)

    data = page_of(article).structured_data

    assert not set("<>&") & set(data)
    assert json.loads(data)["headline"] == words


@pytest.mark.parametrize(
    ("language", "direction"),
    [
        ("", "auto"),
        ("en-GB", "ltr"),
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("he", "rtl"),
        ("az-Arab", "rtl"),
        ("az", "ltr"),
    ],
)
def test_runs_in_the_direction_of_its_language(language, direction):
    assert page_of(publish_article(language=language)).direction == direction


@pytest.mark.parametrize("number", [1, 9])
def test_costs_the_same_however_many_photos_stand_in_it(number, django_assert_num_queries):
    article = publish_article(body=figures(number), lead_photo=keep_photo(), parent=open_section())
    sign(article, "Ines")
    page_of(article)
    article = Article.objects.get(pk=article.pk)

    with django_assert_num_queries(7):
        queries.article_page(article, paper=PAPER)
    with django_assert_num_queries(0):
        for block in article.body:
            queries.photo_view(block.value["photo"])
