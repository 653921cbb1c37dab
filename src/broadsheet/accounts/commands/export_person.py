import io
import tempfile
from datetime import datetime
from typing import IO, TYPE_CHECKING, Final, cast

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from broadsheet.accounts.models import EXPORT_LIFETIME, Export, ExportPiece, User
from broadsheet.accounts.portable import write_archive
from broadsheet.core.errors import Refused

if TYPE_CHECKING:
    from typing_extensions import Buffer

MAKING: Final = "accounts.make_export"
"""The name of the job that makes one archive (`tasks.py`)."""

PIECE: Final = 512 * 1024  # bytes
IN_MEMORY: Final = 2 * PIECE


class ExportGone(Refused):
    """The archive is not made yet, was fetched before, or is older than a day: it can be asked for again."""

    code = "export-gone"
    status = 410
    message = _("This is not ready, or has been fetched already. You can have it made again.")


@transaction.atomic
def export_person(*, person: User, at: datetime) -> Export:
    """Have all that is kept of `person` put into one archive, which they may fetch once within 24 hours.

    A job makes it, deferred in this transaction. Asked again while one is being made, it answers that one;
    one that is there already is made anew.
    """
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    exports = Export.objects.filter(person=person)
    waiting = exports.filter(ready_at=None, asked_at__gt=at - EXPORT_LIFETIME).first()
    if waiting:
        return waiting
    exports.delete()
    export = Export.objects.create(person=person, asked_at=at)
    app.configure_task(MAKING).defer(export_id=export.pk)
    return export


@transaction.atomic
def make_export(*, export_id: int, at: datetime) -> None:
    """Make the archive that was asked for, in pieces of half a megabyte. Does nothing for one made or gone."""
    exports = Export.objects.select_for_update(skip_locked=True).select_related("person")
    export = exports.filter(pk=export_id, ready_at=None).first()
    if export is None:
        return
    pieces = _Pieces(export)
    with io.BufferedWriter(cast("io.RawIOBase", pieces), PIECE) as file:
        write_archive(export.person, to=file, at=at)
    export.size = pieces.size
    export.ready_at = at
    export.save(update_fields=["ready_at", "size"])


@transaction.atomic
def fetch_export(*, person: User, at: datetime) -> IO[bytes]:
    """Answer the archive of `person` as a temporary file, and forget it. Raises `ExportGone`."""
    ready = Export.objects.filter(person=person, ready_at__isnull=False, fetched_at=None)
    export = ready.filter(asked_at__gt=at - EXPORT_LIFETIME).select_for_update().first()
    if export is None:
        raise ExportGone
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - whoever sends it closes it
    pieces = ExportPiece.objects.filter(export=export).order_by("number")
    for content in pieces.values_list("content", flat=True).iterator(chunk_size=4):
        file.write(content)
    pieces.delete()
    export.fetched_at = at
    export.save(update_fields=["fetched_at"])
    file.seek(0)
    return file


def forget_exports(*, at: datetime) -> int:
    """Delete archives that were asked for more than 24 hours ago, fetched or not; answer how many."""
    old = Export.objects.filter(asked_at__lte=at - EXPORT_LIFETIME)
    ExportPiece.objects.filter(export__in=old).delete()
    return old.delete()[0]


class _Pieces(io.RawIOBase):
    """A stream that is only written: into rows."""

    def __init__(self, export: Export) -> None:
        self.export = export
        self.size = 0
        self._number = 0

    def writable(self) -> bool:
        return True

    def write(self, content: "Buffer") -> int:
        kept = bytes(content)
        ExportPiece.objects.create(export=self.export, number=self._number, content=kept)
        self._number += 1
        self.size += len(kept)
        return len(kept)
