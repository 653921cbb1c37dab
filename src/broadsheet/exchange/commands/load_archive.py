from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.exchange.archive import (
    Archive,
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    Loss,
    Record,
)
from broadsheet.exchange.availability import (
    photo_keys,
    photo_not_found,
    photo_not_readable,
    with_photos,
)
from broadsheet.exchange.events import ArchiveLoaded
from broadsheet.exchange.fitting import fitted
from broadsheet.exchange.media import Media
from broadsheet.exchange.models import ImportedKind, ImportedRecord
from broadsheet.exchange.report import Report, kind_of
from broadsheet.publishing import commands as publishing
from broadsheet.publishing.models import Article, FrontPage, Photo, Section

from .place_comments import CommentPlacer
from .redirect_old_addresses import redirect_old_addresses
from .restored_body import restored_article

IMPORT_LOCK = 0x62735F696D70
"""Of PostgreSQL's advisory locks; the bytes say "bs_imp"."""


class ImportRunning(Refused):
    """Two imports at once would not see what the other has made."""

    code = "import-running"
    status = 409
    message = _("Another import is running. Wait until it is done.")


def load_archive(
    archive: Archive, *, media: Path | None = None, at: datetime | None = None
) -> Report:
    """Make articles, photos, people and comments of `archive`, silently.

    Pictures are taken from `media`, the folder the old site kept them in. What was imported before
    is left alone, also if it was changed or deleted here since; so an import that was interrupted
    is completed by doing it again. Everything is written in small transactions, each with the rows
    that remember it. `at` stands where the archive knows no time. Mails nobody; publishes `ArchiveLoaded`
    at its end, also if it is broken off. The caller closes the report. Raises `ImportRunning`, and
    whatever reading the archive raises.
    """
    with _alone(), _told_at_the_end(), ExitStack() as until_done:
        report = until_done.enter_context(Report(is_check=False))
        loading = _Loading(report, Media(media), at or timezone.now())
        for record in fitted(archive):
            loading.take(record)
        loading.comments.flush()
        until_done.pop_all()
    return report


@contextmanager
def _alone() -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s)", [IMPORT_LOCK])
        row = cursor.fetchone()
    if not row or not row[0]:
        raise ImportRunning
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [IMPORT_LOCK])


@contextmanager
def _told_at_the_end() -> Iterator[None]:
    try:
        yield
    finally:
        publish(ArchiveLoaded())


class _Loading:
    """How far the import is: what later records of the same archive refer to."""

    def __init__(self, report: Report, media: Media, at: datetime) -> None:
        self.report = report
        self.media = media
        self.at = at
        self.front: FrontPage | None = None
        self.people: dict[str, ArchivedPerson] = {}
        self.sections: dict[str, int] = {}
        self.missing: set[str] = set()
        self.comments = CommentPlacer(self.report)

    def take(self, record: Record) -> None:
        """Do with `record` what its kind asks."""
        self.report.count(record)
        if isinstance(record, Loss):
            self.report.lose(record)
        elif isinstance(record, ArchivedComment):
            self.comments.put(record)
        elif isinstance(record, ArchivedArticle):
            self.comments.flush()
            self.take_article(record)
        elif isinstance(record, ArchivedPhoto):
            self.take_photo(record)
        elif isinstance(record, ArchivedSection):
            self.take_section(record)
        elif isinstance(record, ArchivedPerson):
            self.people[record.key] = record
        elif isinstance(record, ArchivedPublication):
            self.front = publishing.open_front_page(name=record.name, motto=record.tagline)

    def known(self, kind: ImportedKind, key: str) -> int | None:
        """The id of what was made of `key` before."""
        return ImportedRecord.objects.ids(kind, [key]).get(key)

    @transaction.atomic
    def take_section(self, section: ArchivedSection) -> None:
        known = self.known(ImportedKind.SECTION, section.key)
        if known is None:
            page = publishing.restore_section(
                parent=self.section(section.parent_key),
                slug=section.slug,
                name=section.name,
                introduction=section.description,
            )
            known = page.pk
            redirect_old_addresses(section.old_urls, page=page, report=self.report)
            self.made(ImportedKind.SECTION, section.key, known)
        self.sections[section.key] = known

    def section(self, key: str | None) -> FrontPage | Section:
        """The section of that key; the front page if there is none, or none any more."""
        assert self.front is not None  # an archive begins with its publication
        found: Section | None = None
        if key in self.sections:
            found = Section.objects.filter(pk=self.sections[key]).first()
        if found is None:
            self.front.refresh_from_db()
        return found or self.front

    def take_photo(self, photo: ArchivedPhoto) -> None:
        if photo.key in self.missing or self.known(ImportedKind.PHOTO, photo.key):
            return
        file = self.media.find(photo)
        if file is None:
            self.missing.add(photo.key)
            self.report.lose(photo_not_found(photo))
            return
        try:
            with transaction.atomic():
                made = publishing.restore_photo(
                    file=file,
                    title=photo.title,
                    alt=photo.alt,
                    caption=photo.caption,
                    credit=photo.credit,
                )
                self.made(ImportedKind.PHOTO, photo.key, made.pk)
        except publishing.NotAPhoto:
            self.missing.add(photo.key)
            self.report.lose(photo_not_readable(photo))

    def take_article(self, archived: ArchivedArticle) -> None:
        kind = kind_of(archived)
        known = self.known(kind, archived.key)
        if known is None:
            known = self.make_article(archived, kind)
        if kind is ImportedKind.ARTICLE:
            self.comments.begin(archived, Article.objects.filter(pk=known).first())

    @transaction.atomic
    def make_article(self, archived: ArchivedArticle, kind: ImportedKind) -> int:
        photos = self.photos(archived)
        archived, losses = with_photos(archived, photos)
        for loss in losses:
            self.report.lose(loss)
        bylines = [self.byline(key) for key in archived.author_keys]
        article = restored_article(archived, photos=photos, bylines=bylines, at=self.at)
        if kind is ImportedKind.PAGE:
            assert self.front is not None  # an archive begins with its publication
            self.front.refresh_from_db()
            page = publishing.restore_standing_page(parent=self.front, article=article)
        else:
            parent = self.section(archived.section_keys[0] if archived.section_keys else None)
            page = publishing.restore_article(parent=parent, article=article)
        redirect_old_addresses(archived.old_urls, page=page, report=self.report)
        self.made(kind, archived.key, page.pk)
        return int(page.pk)

    def photos(self, archived: ArchivedArticle) -> dict[str, int]:
        """The ids of the photos it refers to, as far as they are here, and still are."""
        known = ImportedRecord.objects.ids(ImportedKind.PHOTO, photo_keys(archived))
        kept = set(Photo.objects.filter(pk__in=known.values()).values_list("pk", flat=True))
        return {key: pk for key, pk in known.items() if pk in kept}

    def byline(self, key: str) -> int:
        """The id of the byline of a person; whom the archive does not describe has a key's name."""
        known = self.known(ImportedKind.BYLINE, key)
        if known is None:
            person = self.people.get(key)
            name = person.name if person and person.name else key.rpartition(":")[2]
            known = publishing.restore_byline(name=name).pk
            self.made(ImportedKind.BYLINE, key, known)
        return known

    def made(self, kind: ImportedKind, key: str, object_id: int) -> None:
        """Remember that `key` is here now."""
        ImportedRecord.objects.note(kind, {key: object_id})
        self.report.made[kind] += 1
