"""read_wordpress …"""

from collections import Counter
from datetime import UTC, datetime

import pytest
from conftest_exports import attachment_xml, comment_xml, item_xml

from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    ArticleKind,
    CommentStatus,
    Loss,
)
from broadsheet.exchange.formats import read_wordpress


def of(kind, records):
    return [record for record in records if isinstance(record, kind)]


def losses(records):
    return {loss.what: loss.detail for loss in of(Loss, records)}


def comments_of(path):
    return of(ArchivedComment, read_wordpress(path))


# The publication and its articles


@pytest.mark.parametrize("version", ["1.0", "1.1", "1.2"])
@pytest.mark.parametrize("cdata", [True, False])
def test_reads_every_version_with_and_without_cdata(export, version, cdata):
    path = export(
        item_xml(
            8,
            "<p>Fish &amp; chips</p>",
            cdata=cdata,
            title="A &amp; B",
            comments=comment_xml(1, "Hi &amp; bye", cdata=cdata),
        ),
        version=version,
    )

    records = list(read_wordpress(path))

    (article,) = of(ArchivedArticle, records)
    (comment,) = of(ArchivedComment, records)
    assert (article.headline, article.body[0].html) == ("A & B", "<p>Fish &amp; chips</p>")
    assert comment.source == "Hi & bye"


def test_reads_the_publication(export):
    (publication,) = of(ArchivedPublication, read_wordpress(export()))

    assert publication.key == "wordpress:tidewater.example"
    assert (publication.name, publication.tagline, publication.language) == (
        "The Tidewater Post",
        "A small paper",
        "en-GB",
    )


def test_reads_an_article(export):
    path = export(
        item_xml(
            8,
            title="Two <em>boats</em>",
            excerpt="In <b>short</b>",
            is_sticky="1",
            post_modified_gmt="2025-03-04 00:00:00",
            meta={"_thumbnail_id": "5", "_wp_old_slug": "older"},
            terms=[("category", "city", "City"), ("post_tag", "fish", "Fish")],
        ),
        attachment_xml(
            5,
            "2025/03/quay.jpg",
            title="Quay",
            excerpt="The quay",
            meta={"_wp_attachment_image_alt": "A quay"},
        ),
    )

    records = list(read_wordpress(path))

    (article,) = of(ArchivedArticle, records)
    assert article.key == "wordpress:tidewater.example:post:8"
    assert (article.headline, article.standfirst, article.slug) == (
        "Two boats",
        "In short",
        "article-8",
    )
    assert article.published_at == datetime(2025, 3, 3, 9, tzinfo=UTC)
    assert article.modified_at == datetime(2025, 3, 4, tzinfo=UTC)
    assert article.is_featured
    assert article.is_live
    assert article.author_keys == (of(ArchivedPerson, records)[0].key,)
    assert article.section_keys == ("wordpress:tidewater.example:category:city",)
    assert article.tags == ("Fish",)
    assert article.old_urls == ("/2025/03/article-8/", "/?p=8", "/2025/03/older/")
    (photo,) = of(ArchivedPhoto, records)
    assert article.lead_photo_key == photo.key
    assert (photo.path, photo.caption, photo.alt, photo.title) == (
        "2025/03/quay.jpg",
        "The quay",
        "A quay",
        "Quay",
    )
    assert records.index(photo) < records.index(article)


@pytest.mark.parametrize(
    ("fields", "is_live", "what"),
    [
        ({"status": "draft", "post_date_gmt": "0000-00-00 00:00:00"}, False, None),
        ({"status": "private"}, False, "Articles not yet public"),
        ({"status": "future"}, False, "Articles not yet public"),
        ({"status": "pending"}, False, "Articles not yet public"),
        ({"status": "archived"}, False, "Articles not yet public"),
        ({"post_password": "tide"}, False, "Protected articles"),
        ({"status": "publish"}, True, None),
    ],
)
def test_never_publishes_what_was_not_public(export, fields, is_live, what):
    records = list(read_wordpress(export(item_xml(8, **fields))))

    (article,) = of(ArchivedArticle, records)
    assert article.is_live is is_live
    assert set(losses(records)) == ({what} if what else set())


def test_reads_pages(export):
    (page,) = of(ArchivedArticle, read_wordpress(export(item_xml(8, post_type="page"))))

    assert page.kind is ArticleKind.PAGE
    assert "/?page_id=8" in page.old_urls


def test_names_what_is_neither_article_nor_page(export):
    path = export(
        item_xml(1, post_type="nav_menu_item"),
        item_xml(2, post_type="product", comments=comment_xml(1)),
        item_xml(3, status="trash"),
        attachment_xml(4, "2025/03/report.pdf"),
    )

    assert losses(list(read_wordpress(path))).keys() == {
        "WordPress's own housekeeping", "Other kinds of content", "Articles in the trash", "Files",
    }  # fmt: skip


def test_puts_sections_in_their_place(export):
    head = (
        "<wp:category><wp:category_nicename>port</wp:category_nicename><wp:category_parent>city</wp:category_parent><wp:cat_name>Port</wp:cat_name></wp:category>"
        "<wp:category><wp:category_nicename>city</wp:category_nicename><wp:category_parent></wp:category_parent><wp:cat_name>City &amp;amp; land</wp:cat_name></wp:category>"
        "<wp:category><wp:category_nicename>empty</wp:category_nicename><wp:cat_name>Empty</wp:cat_name></wp:category>"
    )
    terms = [
        ("category", "city", "City"),
        ("category", "port", "Port"),
        ("post_format", "aside", "Aside"),
        ("region", "x", "X"),
    ]
    records = list(read_wordpress(export(item_xml(8, terms=terms), head=head)))

    city, port = of(ArchivedSection, records)
    assert (city.name, port.parent_key) == ("City & land", city.key)
    assert port.old_urls[0] == "/category/city/port/"
    assert of(ArchivedArticle, records)[0].section_keys == (port.key,)
    assert losses(records).keys() == {
        "Sections without articles",
        "Post formats",
        "Other taxonomies",
    }


def test_ends_circles_of_sections(export):
    head = "".join(
        f"<wp:category><wp:category_nicename>{slug}</wp:category_nicename><wp:category_parent>{parent}</wp:category_parent><wp:cat_name>{slug}</wp:cat_name></wp:category>"
        for slug, parent in [("a", "b"), ("b", "a"), ("c", "c")]
    )
    terms = [("category", slug, slug) for slug in "abc"]

    sections = of(ArchivedSection, read_wordpress(export(item_xml(8, terms=terms), head=head)))

    known = set()
    for section in sections:
        assert section.parent_key is None or section.parent_key in known
        known.add(section.key)
    assert len(known) == 3


# Comments


def test_reads_a_comment(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(
                57,
                "Well <b>said</b>.",
                author_url="https://ada.example",
                meta={"wpdiscuz_votes": "3", "wpdiscuz_last_edited_at": "2025-03-03 11:00:00"},
            ),
        )
    )

    (comment,) = comments_of(path)

    assert comment.key == "wordpress:tidewater.example:comment:57"
    assert comment.article_key == "wordpress:tidewater.example:post:8"
    assert comment.source == "Well **said**."
    assert (comment.author.name, comment.author.email, comment.author.website) == (
        "Ada",
        "ada@mail.example",
        "https://ada.example",
    )
    assert comment.posted_at == datetime(2025, 3, 3, 9, tzinfo=UTC)
    assert comment.edited_at == datetime(2025, 3, 3, 11, tzinfo=UTC)
    assert (comment.up_votes, comment.down_votes) == (3, 0)


@pytest.mark.parametrize(
    ("approved", "status"),
    [
        ("1", CommentStatus.PUBLISHED), ("0", CommentStatus.HELD), ("spam", CommentStatus.SPAM),
        ("trash", CommentStatus.TRASH), ("post-trashed", CommentStatus.TRASH),
    ],
)  # fmt: skip
def test_keeps_states(export, approved, status):
    (comment,) = comments_of(export(item_xml(8, comments=comment_xml(1, approved=approved))))

    assert comment.status is status


@pytest.mark.parametrize(
    ("meta", "votes"),
    [
        ({"wpdiscuz_votes": "-4"}, (0, 4)),
        ({"wpdiscuz_votes": "x"}, (0, 0)),
        (
            {
                "wpdiscuz_votes_seperate": 'a:2:{s:4:"like";i:5;s:7:"dislike";i:2;}',
                "wpdiscuz_votes": "3",
            },
            (5, 2),
        ),
        ({"wpdiscuz_votes_seperate": 'a:2:{s:4:"like";i:14;s:7:"dislike";i:-2;}'}, (14, 2)),
        ({"wpdiscuz_votes_seperate": 'O:8:"Evil":0:{}', "wpdiscuz_votes": "3"}, (3, 0)),
    ],
)
def test_keeps_votes(export, meta, votes):
    (comment,) = comments_of(export(item_xml(8, comments=comment_xml(1, meta=meta))))

    assert (comment.up_votes, comment.down_votes) == votes


def test_puts_parents_before_replies(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(3, parent="2", date_gmt="2025-01-01 00:00:00")
            + comment_xml(2, parent="1", date_gmt="2025-01-02 00:00:00")
            + comment_xml(1, date_gmt="2025-01-05 00:00:00")
            + comment_xml(4, date_gmt="2025-01-04 00:00:00"),
        )
    )

    assert [comment.key.rpartition(":")[2] for comment in comments_of(path)] == ["4", "1", "2", "3"]


def test_keeps_orphans_and_circles_and_says_so(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(1, parent="99")
            + comment_xml(2, parent="3")
            + comment_xml(3, parent="2")
            + comment_xml(4, parent="3")
            + comment_xml(5, parent="5"),
        )
    )

    records = list(read_wordpress(path))

    found = {
        c.key.rpartition(":")[2]: c.parent_key and c.parent_key.rpartition(":")[2]
        for c in of(ArchivedComment, records)
    }
    assert found == {"1": None, "2": None, "3": "2", "4": "3", "5": None}
    assert losses(records).keys() == {"Replies without a parent", "Replies in a circle"}


def test_tells_people_apart(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(1)
            + comment_xml(2, author_email="ADA@mail.example")
            + comment_xml(3, author="Ben")
            + comment_xml(4, author_email="")
            + comment_xml(5, author_email="")
            + comment_xml(6, user_id="2", author="Ed"),
        )
    )

    records = list(read_wordpress(path))

    keys = [comment.author.key for comment in of(ArchivedComment, records)]
    assert keys[0] == keys[1]
    assert len(set(keys)) == 5
    assert keys[5] == of(ArchivedPerson, records)[0].key


def test_makes_plain_text_of_names_and_drops_bad_addresses(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(
                1,
                author="O&#039;Neill <b>&</b> Söhne",
                author_url="javascript:alert(1)",
                author_email="nobody",
            ),
        )
    )

    records = list(read_wordpress(path))

    (comment,) = of(ArchivedComment, records)
    assert (comment.author.name, comment.author.website, comment.author.email) == (
        "O'Neill & Söhne",
        "",
        "",
    )
    assert losses(records).keys() == {
        "Names with markup",
        "Authors' websites",
        "Authors' e-mail addresses",
    }


def test_marks_sticky_and_closed_threads(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(1, type="wpdiscuz_sticky", meta={"wpdiscuz_closed": "1"})
            + comment_xml(2, parent="1", meta={"wpdiscuz_closed": "1"}),
        )
    )

    root, reply = comments_of(path)

    assert (root.is_pinned, root.is_closed) == (True, True)
    assert (reply.is_pinned, reply.is_closed) == (False, False)


def test_names_what_comments_lose(export):
    path = export(
        item_xml(
            8,
            comments=comment_xml(1, type="pingback", author_url="https://b.example")
            + comment_xml(2, type="order_note")
            + comment_xml(3, type="review", meta={"rating": "4"})
            + comment_xml(
                4,
                meta={
                    "wmu_attachments": "a:0:{}",
                    "wpdiscuz_feedback_form_id": "1",
                    "my_field": "x",
                    "akismet_result": "x",
                },
            )
            + comment_xml(5, approved="odd")
            + comment_xml(6, date="0000-00-00 00:00:00", date_gmt="0000-00-00 00:00:00"),
        )
    )

    records = list(read_wordpress(path))

    assert losses(records).keys() == {
        "Pingbacks and trackbacks", "Remarks that are no comments", "Ratings", "Attachments to comments",
        "Answers to questions on passages", "Fields added by plugins", "Comments in unknown states", "Dates",
    }  # fmt: skip
    undated = of(ArchivedComment, records)[-1]
    assert undated.posted_at == datetime(2025, 3, 3, 9, tzinfo=UTC)


# Real files


def test_reads_the_harbour_gazette(shared):
    records = list(read_wordpress(shared / "data/wordpress/harbour-gazette.xml"))

    articles = of(ArchivedArticle, records)
    posts = [article for article in articles if article.kind is ArticleKind.ARTICLE]
    assert (len(posts), len(articles) - len(posts), sum(post.is_live for post in posts)) == (
        7,
        3,
        4,
    )
    comments = of(ArchivedComment, records)
    assert Counter(comment.status.value for comment in comments) == {
        "published": 90,
        "held": 1,
        "trash": 1,
    }
    assert losses(records)["Pingbacks and trackbacks"]
    parents = {comment.key: comment.parent_key for comment in comments}

    def depth(key):
        return 1 + depth(parents[key]) if parents[key] else 0

    assert max(depth(key) for key in parents) == 15
    by_number = {comment.key.rpartition(":")[2]: comment for comment in comments}
    assert by_number["28"].source == "هل تم فحص المراسي في الخريف؟"
    assert "日本語の一文もあります" in str([article.body for article in articles])
    assert (by_number["20"].is_pinned, by_number["20"].up_votes) == (True, 30)
    assert (by_number["21"].is_closed, by_number["22"].is_closed) == (True, False)
    assert by_number["26"].author.name == ""
    assert by_number["27"].author.name == "O'Neill & Söhne"
    assert by_number["5"].source.startswith("> still open\n\n")
    assert Counter((c.up_votes, c.down_votes) for c in comments)[14, 2] == 1


@pytest.mark.parametrize(
    ("name", "articles", "comments"), [("theme-unit-test.xml", 79, 29), ("block-test.xml", 62, 2)]
)
def test_reads_the_test_sites_whole(shared, name, articles, comments):
    records = list(read_wordpress(shared / "data/wordpress" / name))

    assert (len(of(ArchivedArticle, records)), len(of(ArchivedComment, records))) == (
        articles,
        comments,
    )
    assert all(article.headline for article in of(ArchivedArticle, records))
    assert all(loss.detail and loss.item for loss in of(Loss, records))


def test_answers_the_same_every_time(shared):
    path = shared / "data/wordpress/theme-unit-test.xml"

    assert list(read_wordpress(path)) == list(read_wordpress(path))
