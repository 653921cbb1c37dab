from collections.abc import Iterable
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class ImportedKind(models.TextChoices):
    """What a record became."""

    PERSON = "PERSON", _("person")
    BYLINE = "BYLINE", _("byline")
    SECTION = "SECTION", _("section")
    PHOTO = "PHOTO", _("photo")
    ARTICLE = "ARTICLE", _("article")
    PAGE = "PAGE", _("page")
    COMMENT = "COMMENT", _("comment")


class ImportedRecordQuerySet(models.QuerySet["ImportedRecord"]):
    """How it is asked what was imported before."""

    def ids(self, kind: ImportedKind, keys: Iterable[str]) -> dict[str, int]:
        """The ids of ours, by key, of those of `keys` that were imported as `kind`."""
        found = self.filter(kind=kind, key__in=list(keys))
        return dict(found.values_list("key", "object_id"))

    def note(self, kind: ImportedKind, ids: dict[str, int]) -> None:
        """Remember, in the transaction that makes them, what became of these keys."""
        self.bulk_create(
            ImportedRecord(kind=kind, key=key, object_id=pk) for key, pk in ids.items()
        )

    def of(self, kind: ImportedKind) -> Self:
        """What was imported as `kind`."""
        return self.filter(kind=kind)


class ImportedRecord(models.Model):
    """What one record of an archive became here.

    A row is written in the transaction that makes the thing, so it is there if and only if the
    thing is. That makes an import repeatable, and resumable after it was killed at any moment: what
    has a row is left alone. It is no foreign key: what is deleted later stays deleted when the same
    archive is imported again.
    """

    kind = models.CharField(max_length=8, choices=ImportedKind)
    key = models.CharField(max_length=255)
    object_id = models.BigIntegerField()

    objects: ClassVar[ImportedRecordQuerySet] = ImportedRecordQuerySet.as_manager()  # type: ignore[assignment]

    class Meta:
        constraints = (models.UniqueConstraint(fields=["kind", "key"], name="imported_once"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.key}"
