from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

from broadsheet.exchange.archive import Archive, ArchivedArticle, ArchivedPhoto, Loss, Record
from broadsheet.exchange.availability import photo_not_found, with_photos
from broadsheet.exchange.fitting import fitted
from broadsheet.exchange.media import Media
from broadsheet.exchange.report import Report


def check_archive(archive: Archive, *, media: Path | None = None) -> Report:
    """Say what `load_archive` would bring and what would be lost; asks the database nothing.

    Pictures are looked for in `media`, not opened. The caller closes the report.
    """
    with ExitStack() as until_done:
        report = until_done.enter_context(Report(is_check=True))
        photos = _Photos(Media(media))
        for record in fitted(archive):
            report.count(record)
            for loss in photos.losses(record):
                report.lose(loss)
        until_done.pop_all()
    return report


class _Photos:
    """Which photos have a file, as far as the archive has told."""

    def __init__(self, media: Media) -> None:
        self.media = media
        self.available: set[str] = set()
        self.missing: set[str] = set()

    def losses(self, record: Record) -> Iterator[Loss]:
        """What is lost with `record`."""
        if isinstance(record, Loss):
            yield record
        elif isinstance(record, ArchivedArticle):
            yield from with_photos(record, self.available)[1]
        elif isinstance(record, ArchivedPhoto) and self.media.find(record):
            self.available.add(record.key)
        elif isinstance(record, ArchivedPhoto) and record.key not in self.missing:
            self.missing.add(record.key)
            yield photo_not_found(record)
