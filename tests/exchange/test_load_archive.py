"""load_archive …"""

from datetime import timedelta

import pytest
from conftest_exports import comment_xml, item_xml
from django.core import mail
from django.db import connection, transaction
from PIL import Image

from broadsheet.accounts.models import Strength, User
from broadsheet.core.markup import MAX_LENGTH
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Quotation, Revision
from broadsheet.exchange import commands
from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    ArticleKind,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    Quote,
    Rule,
)
from broadsheet.exchange.archive import CommentStatus as Archived
from broadsheet.exchange.commands.load_archive import IMPORT_LOCK
from broadsheet.exchange.formats import Unreadable, read_wordpress
from broadsheet.exchange.models import ImportedKind, ImportedRecord
from broadsheet.publishing.models import Article, Byline, FrontPage, Photo, Section, StandingPage
from factories.moments import NOON

ADA = ArchivedPerson(
    key="x:person:ada", name="Ada", email="ada@mail.example", website="https://ada.example"
)
ED = ArchivedPerson(key="x:person:ed", name="Ed Itor")
PAPER = ArchivedPublication(key="x", name="The Tidewater Post", tagline="Small")


def article(key="x:article:1", **fields):
    given = {
        "slug": "ferry",
        "headline": "The ferry",
        "body": (Paragraph(html="<p>Words.</p>"),),
        "published_at": NOON,
        **fields,
    }
    return ArchivedArticle(key=key, **given)


def comment(number, *, to=None, under="x:article:1", author=ADA, **fields):
    given = {"source": f"Word {number}.", "posted_at": NOON + timedelta(minutes=number), **fields}
    return ArchivedComment(
        key=f"x:comment:{number}",
        article_key=under,
        author=author,
        parent_key=f"x:comment:{to}" if to else None,
        **given,
    )


def load(*records, media=None):
    with commands.load_archive(iter([PAPER, *records]), media=media, at=NOON) as report:
        report.text = "\n".join(report.lines())
    return report


def load_wordpress(path, media=None):
    with commands.load_archive(read_wordpress(path), media=media, at=NOON) as report:
        report.text = "\n".join(report.lines())
    return report


def rows():
    """Everything an import writes, without ids that only say in which order."""
    comments = Comment.objects.order_by("pk").select_related(
        "author", "parent", "thread", "discussion"
    )
    places = {one.pk: place for place, one in enumerate(comments)}
    return {
        "pages": [
            (page.title, page.slug, page.url_path, page.live, page.specific_class, str(getattr(page.specific, "body", "")))
            for page in FrontPage.objects.first().get_descendants().order_by("path")
        ],
        "bylines": list(Byline.objects.order_by("name").values_list("name", "slug")),
        "photos": list(Photo.objects.order_by("title").values_list("title", "file", "file_hash", "description")),
        "people": sorted(User.objects.values_list("name", "claimed_email", "website", "joined_at")),
        "comments": [
            (
                one.source, one.html, one.author.name, one.status, one.is_shown, one.depth, one.posted_at, one.up_votes,
                one.down_votes, one.reply_count, one.discussion.title, places.get(one.parent_id), places.get(one.thread_id),
            )
            for one in comments
        ],
        "discussions": sorted(Discussion.objects.values_list("title", "url", "comment_count", "thread_count", "closed_at")),
        "remembered": sorted(ImportedRecord.objects.values_list("kind", "key")),
    }  # fmt: skip


@pytest.fixture
def photo_folder(tmp_path):
    folder = tmp_path / "uploads" / "2025" / "03"
    folder.mkdir(parents=True)
    Image.new("RGB", (60, 40), "teal").save(folder / "quay.jpg")
    return tmp_path


# Articles


def test_makes_a_newspaper_of_an_archive(db):
    load(
        ED,
        ArchivedSection(key="x:s:city", slug="city", name="City", description="About town"),
        ArchivedSection(key="x:s:port", slug="port", name="Port", parent_key="x:s:city"),
        article(
            attribution="Port Radio",
            standfirst="In short.",
            author_keys=(ED.key,),
            section_keys=("x:s:port",),
            tags=("Fish",),
            body=(
                Heading(level=3, text="Known"),
                Quote(html="<p>So.</p>", attribution="A. Name", is_pulled=True),
                Rule(),
                Paragraph(html="<p>سوق السمك 日本語</p>"),
            ),
        ),
    )

    front = FrontPage.objects.get()
    assert (front.title, front.motto) == ("The Tidewater Post", "Small")
    made = Article.objects.get()
    assert (made.title, made.attribution, made.standfirst, made.published_at) == (
        "The ferry",
        "Port Radio",
        "In short.",
        NOON,
    )
    assert made.url == "/city/port/ferry/"
    assert made.live
    assert not made.has_unpublished_changes
    assert [link.byline.name for link in made.byline_links.all()] == ["Ed Itor"]
    assert [tag.name for tag in made.tags.all()] == ["Fish"]
    assert [(block.block_type, str(block.value)) for block in made.body][3][0] == "paragraph"
    assert "日本語" in str(made.body)
    assert made.body[0].value == {"text": "Known", "level": "3"}
    assert made.body[1].value["is_pull"] is True


def test_shows_what_it_made(client, db):
    load(article(), comment(1, source="Well **said**."))

    page = client.get(Article.objects.get().url).content.decode()

    assert "The ferry" in page
    assert "<strong>said</strong>" in page


def test_keeps_drafts_to_the_newsroom(client, db):
    load(article(is_live=False, published_at=None, modified_at=None))

    made = Article.objects.get()
    assert (made.live, made.has_unpublished_changes, made.published_at) == (False, True, NOON)
    assert client.get(made.get_url_parts()[2]).status_code == 404
    assert not Discussion.objects.exists()


def test_adds_a_number_where_an_address_is_taken(db):
    load(article(), article(key="x:article:2"))

    assert sorted(Article.objects.values_list("slug", flat=True)) == ["ferry", "ferry-2"]


def test_makes_tags_of_further_sections(db):
    sections = (
        ArchivedSection(key=f"x:s:{slug}", slug=slug, name=slug.title())
        for slug in ("city", "world")
    )

    report = load(*sections, article(section_keys=("x:s:city", "x:s:world"), tags=("Fish",)))

    made = Article.objects.get()
    assert made.url == "/city/ferry/"
    assert sorted(tag.name for tag in made.tags.all()) == ["Fish", "World"]
    assert "“World” became a tag" in report.text


def test_uses_sections_and_bylines_that_are_there(db):
    load(
        ED,
        ArchivedSection(key="x:s:city", slug="city", name="City"),
        article(author_keys=(ED.key,)),
    )

    load(
        ArchivedPerson(key="y:person:1", name="Ed Itor"),
        ArchivedSection(key="y:s:city", slug="city", name="City"),
        article(
            key="y:article:1", slug="other", section_keys=("y:s:city",), author_keys=("y:person:1",)
        ),
    )

    assert (Section.objects.count(), Byline.objects.count()) == (1, 1)


def test_makes_pages_of_pages(db):
    report = load(
        article(
            kind=ArticleKind.PAGE,
            slug="about",
            headline="About",
            tags=("Fish",),
            standfirst="Short",
        ),
        comment(1),
    )

    page = StandingPage.objects.get()
    assert page.url == "/about/"
    assert not Comment.objects.exists()
    assert "Pages have no discussion: “Word 1.”" in report.text
    assert "Its tags are left out: Fish." in report.text


def test_cuts_what_does_not_fit_and_says_so(db):
    report = load(
        article(headline="H" * 300, body=(Heading(level=2, text="T" * 300),)),
        comment(1, source="word " * 3000, author=ArchivedPerson(key="x:p:1", name="N" * 100)),
        comment(2, source="\u200b"),
    )

    assert len(Article.objects.get().title) == 255
    first, second = Comment.objects.order_by("pk")
    assert len(first.source) <= MAX_LENGTH
    assert second.source == "…"
    for heading in (
        "Headlines too long",
        "Texts in articles too long",
        "Comments too long",
        "Names too long",
        "Comments without words",
    ):
        assert heading in report.text


# Photos


PHOTO = ArchivedPhoto(
    key="x:photo:1",
    path="2025/03/quay.jpg",
    title="Quay",
    alt="A quay",
    caption="The quay",
    credit="Ed",
)
SHOWING = {
    "lead_photo_key": "x:photo:1",
    "body": (
        Figure(photo_key="x:photo:1", caption="Here"),
        Gallery(figures=(Figure(photo_key="x:photo:1"), Figure(photo_key="x:photo:2"))),
    ),
}


def test_takes_photos_from_the_media_folder(photo_folder, settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path / "media"

    report = load(PHOTO, article(**SHOWING), media=photo_folder)

    photo = Photo.objects.get()
    assert (photo.title, photo.description, photo.caption, photo.credit) == (
        "Quay",
        "A quay",
        "The quay",
        "Ed",
    )
    assert (photo.width, photo.height) == (60, 40)
    made = Article.objects.get()
    assert made.lead_photo == photo
    assert made.body[0].value["photo"] == photo
    assert made.body[0].value["caption"] == "Here"
    assert len(made.body[1].value["figures"]) == 1
    assert "x:photo:2" in report.text


def test_names_photos_it_was_not_given(db):
    report = load(PHOTO, article(**SHOWING))

    made = Article.objects.get()
    assert (made.lead_photo, len(made.body)) == (None, 0)
    assert "The file 2025/03/quay.jpg is not in the media folder." in report.text
    assert "Its lead photo is missing" in report.text
    assert "“Here”" in report.text


@pytest.mark.parametrize(
    "path", ["../secret.jpg", "/etc/passwd", "2025/../../secret.jpg", "link.jpg"]
)
def test_takes_nothing_from_outside_the_media_folder(photo_folder, settings, tmp_path, db, path):
    settings.MEDIA_ROOT = tmp_path / "media"
    folder = photo_folder / "uploads"
    Image.new("RGB", (9, 9)).save(photo_folder / "secret.jpg")
    (folder / "link.jpg").symlink_to(photo_folder / "secret.jpg")

    load(ArchivedPhoto(key="x:photo:1", path=path), media=folder)

    assert not Photo.objects.exists()


def test_says_which_files_are_no_pictures(photo_folder, settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path / "media"
    (photo_folder / "uploads/2025/03/quay.jpg").write_bytes(b"<svg onload=alert(1)>")

    report = load(PHOTO, article(**SHOWING), media=photo_folder)

    assert not Photo.objects.exists()
    assert "2025/03/quay.jpg is no picture that can be read" in report.text


# Comments


def test_keeps_threads_states_votes_and_marks(db):
    load(
        article(),
        comment(1, up_votes=5, down_votes=2, is_pinned=True, is_featured=True, is_closed=True),
        comment(2, to=1, edited_at=NOON + timedelta(hours=1)),
        comment(3, to=2),
        comment(4, status=Archived.HELD),
        comment(5, to=4),
        comment(6, status=Archived.SPAM),
        comment(7, status=Archived.REMOVED, reason="Off topic"),
    )

    first, second, third, held, answer, spam, removed = Comment.objects.order_by("pk")
    assert (
        first.up_votes,
        first.down_votes,
        first.imported_up,
        first.imported_down,
        first.score,
    ) == (5, 2, 5, 2, 3)
    assert all((first.pinned_at, first.featured_at, first.thread_closed_at))
    assert (second.parent, second.thread, second.depth) == (first, first, 1)
    assert second.edited_at == NOON + timedelta(hours=1)
    assert (third.parent, third.thread, third.depth) == (second, first, 2)
    assert first.reply_count == 2
    assert (held.status, held.is_shown, answer.is_shown) == (CommentStatus.HELD, True, True)
    assert (spam.status, spam.is_shown) == (CommentStatus.SPAM, False)
    assert (removed.is_shown, removed.reason) == (True, "Off topic")
    discussion = Discussion.objects.get()
    assert (discussion.comment_count, discussion.thread_count) == (4, 3)
    assert not Revision.objects.exists()


def test_keeps_people_apart_and_together(db):
    ben = ArchivedPerson(key="x:person:ben", name="", email="ben@mail.example")

    load(article(), comment(1), comment(2), comment(3, author=ben))

    ada, somebody = User.objects.order_by("joined_at")
    assert (ada.name, ada.claimed_email, ada.email, ada.website) == (
        "Ada",
        "ada@mail.example",
        None,
        "https://ada.example",
    )
    assert (ada.strength, ada.joined_at) == (Strength.IMPORTED, NOON + timedelta(minutes=1))
    assert somebody.name == "Anonymous"
    assert ada.comments.count() == 2


def test_leaves_closed_discussions_closed(db):
    load(article(takes_comments=False, modified_at=NOON + timedelta(days=2)), comment(1))

    assert Discussion.objects.get().closed_at == NOON + timedelta(days=2)


def test_verifies_quotations(db):
    load(
        article(),
        comment(1, source="The tender closes on Friday."),
        comment(
            2, to=1, source="> The tender closes\n>\n> — [Ada](/comments/x:comment:1/)\n\nDoes it?"
        ),
        comment(
            3, to=1, source="> The tender is rigged\n>\n> — [Ada](/comments/x:comment:1/)\n\nIs it?"
        ),
        comment(4, source="See [this](/comments/x:comment:99/)."),
    )

    first, second, _third, _fourth = Comment.objects.order_by("pk")
    assert [(row.comment, row.quoted) for row in Quotation.objects.all()] == [(second, first)]
    assert f"/comments/{first.pk}/" in second.html


def test_lets_ids_ascend_from_parent_to_reply_over_many_batches(db):
    load(article(), *(comment(n, to=n - 1 if n % 40 else None) for n in range(1, 1201)))

    assert Comment.objects.count() == 1200
    assert all(one.parent_id is None or one.parent_id < one.pk for one in Comment.objects.all())
    assert Comment.objects.filter(parent=None).count() == 31
    assert Discussion.objects.get().comment_count == 1200
    for one in Comment.objects.filter(parent=None):
        assert one.reply_count == Comment.objects.filter(thread=one).count()


def test_tells_nobody_but_what_keeps_pages(django_capture_on_commit_callbacks, db):
    from broadsheet.core import events

    told = []
    events._happened.connect(lambda **signal: told.append(signal), weak=False, dispatch_uid="told")
    with django_capture_on_commit_callbacks(execute=True):
        load(article(), comment(1))
    events._happened.disconnect(dispatch_uid="told")

    assert {type(signal["event"]).__name__ for signal in told} == {"PaperChanged", "ArchiveLoaded"}
    assert not mail.outbox


# Old addresses


@pytest.mark.parametrize(
    "address", ["/2025/03/ferry/", "/2025/03/ferry", "/?p=8", "/?p=8&utm_source=x"]
)
def test_leads_old_addresses_here_for_good(client, db, address):
    load(article(old_urls=("/2025/03/ferry/", "/?p=8")))

    answer = client.get(address, follow=False)

    assert (answer.status_code, answer["Location"]) == (301, "/ferry/")


def test_leaves_the_front_page_to_itself(client, db):
    load(article(old_urls=("/?p=8",)))

    assert client.get("/?p=9").status_code == 200
    assert client.get("/?page=2").status_code == 200


def test_says_when_an_old_address_leads_elsewhere(db):
    report = load(
        article(old_urls=("/old/",)), article(key="x:article:2", slug="b", old_urls=("/old/",))
    )

    assert "/old leads to something else already." in report.text


# Again, and interrupted


def test_changes_nothing_when_done_again(shared, settings, tmp_path, db):
    settings.MEDIA_ROOT = tmp_path
    folder = shared / "data/wordpress"
    load_wordpress(folder / "harbour-gazette.xml", media=folder)
    before = rows()

    report = load_wordpress(folder / "harbour-gazette.xml", media=folder)

    assert rows() == before
    assert report.text.startswith("Nothing new: all of “The Harbour Gazette” was imported before.")
    assert Photo.objects.count() == 3


class Killed(BaseException):
    """The process is gone, in the middle of anything."""


def kill_at_statement(number):
    """Let the process be gone when it writes for the `number`th time."""
    left = [number]

    def execute(run, sql, params, many, context):
        if str(sql).startswith(("INSERT", "UPDATE")):
            left[0] -= 1
        # What a dead process held is free: PostgreSQL ends the session's locks and transaction.
        frees = "pg_advisory_unlock" in str(sql)
        if left[0] <= 0 and not frees and str(sql).startswith(("INSERT", "UPDATE", "SELECT")):
            raise Killed
        return run(sql, params, many, context)

    return connection.execute_wrapper(execute)


@pytest.mark.parametrize("number", [3, 61, 110, 170])
def test_is_completed_when_done_again_after_it_was_killed(shared, settings, tmp_path, db, number):
    settings.MEDIA_ROOT = tmp_path
    folder = shared / "data/wordpress"
    path = folder / "harbour-gazette.xml"
    with transaction.atomic():
        load_wordpress(path, media=folder)
        undisturbed = rows()
        transaction.set_rollback(True)
    for file in tmp_path.rglob("*.jpg"):
        file.unlink()

    with pytest.raises(Killed), kill_at_statement(number):
        load_wordpress(path, media=folder)
    load_wordpress(path, media=folder)

    assert rows() == undisturbed


def test_leaves_what_was_changed_or_deleted_here_alone(db):
    first, second = article(), article(key="x:article:2", slug="quay", headline="The quay")
    load(first, comment(1), second, comment(2, under="x:article:2"))
    made = Article.objects.get(slug="ferry")
    made.title = "Mended"
    made.save()
    Article.objects.get(slug="quay").delete()

    load(
        first,
        comment(1),
        comment(3),
        second,
        comment(2, under="x:article:2"),
        comment(4, under="x:article:2"),
    )

    assert [one.title for one in Article.objects.all()] == ["Mended"]
    assert not Comment.objects.filter(source="Word 4.").exists()
    assert Comment.objects.filter(source="Word 3.").exists()


def test_refuses_a_second_import_at_the_same_time(db):
    other = connection.copy()
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [IMPORT_LOCK])
        with pytest.raises(commands.ImportRunning):
            load(article())
    finally:
        other.close()


def test_writes_nothing_of_an_unreadable_file(tmp_path, export, db):
    path = export(item_xml(8, comments=comment_xml(1)))
    path.write_bytes(path.read_bytes()[:-40])

    with pytest.raises(Unreadable):
        load_wordpress(path)

    assert not Article.objects.exists()
    assert not ImportedRecord.objects.exists()


# Real files


def test_imports_the_harbour_gazette(shared, settings, tmp_path, client, db):
    settings.MEDIA_ROOT = tmp_path
    folder = shared / "data/wordpress"

    load_wordpress(folder / "harbour-gazette.xml", media=folder)

    assert (
        Article.objects.count(),
        Article.objects.live().count(),
        StandingPage.objects.count(),
    ) == (7, 4, 3)
    assert Comment.objects.count() == 92
    assert Comment.objects.published().count() == 90
    assert Photo.objects.count() == 3
    assert max(Comment.objects.values_list("depth", flat=True)) == 15
    assert Comment.objects.filter(up_votes=14, down_votes=2).count() == 1
    assert Comment.objects.filter(pinned_at__isnull=False).count() == 1
    assert Comment.objects.filter(thread_closed_at__isnull=False).count() == 1
    assert ImportedRecord.objects.of(ImportedKind.COMMENT).count() == 92
    closed = Article.objects.get(slug="correction-policy-post")
    assert Discussion.objects.get(key=closed.key).closed_at
    for made in Article.objects.live():
        answer = client.get(made.url)
        assert answer.status_code == 200
        assert made.title.split("“")[0].split("&")[0].strip() in answer.content.decode()
    answer = client.get("/2025/03/over-40-moorings-lost/")
    assert (answer.status_code, answer["Location"]) == (301, "/city/harbour/over-40-moorings-lost/")


@pytest.mark.parametrize("name", ["theme-unit-test.xml", "block-test.xml"])
def test_imports_the_test_sites_and_shows_them(shared, client, db, name):
    path = shared / "data/wordpress" / name
    with commands.check_archive(read_wordpress(path)) as checked:
        announced = [line for line in checked.lines() if line.startswith("    ")]

    report = load_wordpress(path)

    assert set(announced) <= set(report.text.splitlines())
    assert report.made[ImportedKind.ARTICLE] == Article.objects.count() > 40
    for page in [*Article.objects.live(), *StandingPage.objects.live()]:
        assert client.get(page.url).status_code == 200
