from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from procrastinate.contrib.django import app

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.text import normalise_name
from broadsheet.funding.importing import (
    DayOrder,
    DecimalMark,
    Field,
    ImportReport,
    Unreadable,
    open_table,
    reading_of,
    source,
)
from broadsheet.funding.models import Campaign, ImportFile
from broadsheet.funding.policy import Permission, policy

from .import_gifts import import_gifts
from .write_audit import write_audit

FINISHING: Final = "funding.finish_import"
"""The name of the job that takes a file over (`tasks.py`)."""

LARGEST: Final = 20 * 1024 * 1024
KEPT_FOR: Final = timedelta(days=1)


class ImportTooLarge(Refused):
    code = "import-too-large"
    status = 413
    message = _("This file is larger than 20 MB. Please divide it.")


class ImportIncomplete(Refused):
    code = "import-incomplete"
    status = 422
    message = _("Say first in which columns %(fields)s stand.")


class ImportBegun(Refused):
    code = "import-begun"
    status = 409
    message = _("This file is being taken over already.")


@transaction.atomic
def upload_import(
    *, source_code: str, name: str, content: bytes, campaign: Campaign, actor: User, at: datetime
) -> ImportFile:
    """Keep an export, to be looked at: which columns hold what is as it was said of the last, or usually is.

    Raises `ImportTooLarge` and `Unreadable`.
    """
    policy.require(Permission.RECORD_OFFLINE, actor)
    if len(content) > LARGEST:
        raise ImportTooLarge
    if not content:
        raise Unreadable
    table = open_table(content)
    before = ImportFile.objects.filter(source=source_code, begun_at__isnull=False)
    last = before.order_by("-begun_at").first()
    said = {} if last is None else {k: v for k, v in last.columns.items() if v in table.columns}
    return ImportFile.objects.create(
        source=source_code,
        name=normalise_name(name)[:200],
        content=content,
        columns={**source(source_code).guess(table.columns), **said},
        day_order="" if last is None else last.day_order,
        decimal_mark=DecimalMark.POINT if last is None else last.decimal_mark,
        currency=campaign.currency,
        campaign=campaign,
        uploaded_by=actor,
        uploaded_at=at,
    )


@transaction.atomic
def describe_import(
    *,
    file: ImportFile,
    columns: Mapping[Field, str],
    day_order: DayOrder | None,
    decimal_mark: DecimalMark,
    currency: str,
    campaign: Campaign,
    actor: User,
) -> ImportFile:
    """Say how `file` is to be read: in which column each field stands, and what cannot be seen from it.

    Raises `ImportBegun`.
    """
    file = _waiting(file, actor)
    file.columns = {field.value: column for field, column in columns.items() if column}
    file.day_order = day_order.value if day_order else ""
    file.decimal_mark = decimal_mark.value
    file.currency = currency
    file.campaign = campaign
    file.save(update_fields=["columns", "day_order", "decimal_mark", "currency", "campaign"])
    return file


@transaction.atomic
def begin_import(*, file: ImportFile, actor: User, at: datetime) -> ImportFile:
    """Have `file` taken over, by a job that is deferred in this transaction.

    Raises `ImportIncomplete` and `ImportBegun`.
    """
    file = _waiting(file, actor)
    missing = source(file.source).missing({Field(key): name for key, name in file.columns.items()})
    if missing:
        raise ImportIncomplete(fields=", ".join(str(field.label) for field in missing))
    file.begun_at = at
    file.save(update_fields=["begun_at"])
    write_audit(
        actor=actor, action="import-begun", subject=file, after={"source": file.source}, at=at
    )
    app.configure_task(FINISHING).defer(file_id=file.pk)
    return file


def finish_import(*, file_id: int, at: datetime) -> ImportReport | None:
    """Take over the file that `begin_import` was called for, and forget its content.

    Does nothing for one that is done or gone; broken off and done again, it goes on where it was.
    """
    files = ImportFile.objects.select_related("campaign", "uploaded_by")
    file = files.filter(pk=file_id, begun_at__isnull=False, finished_at=None).first()
    if file is None:
        return None
    report = import_gifts(
        source=source(file.source),
        table=open_table(bytes(file.content)),
        reading=reading_of(file, today=timezone.localdate(at)),
        campaign=file.campaign,
        actor=file.uploaded_by,
        at=at,
    )
    with transaction.atomic():
        file.content, file.finished_at, file.report = b"", at, report.numbers()
        file.save(update_fields=["content", "finished_at", "report"])
        write_audit(
            actor=file.uploaded_by,
            action="import-finished",
            subject=file,
            after={
                "gifts": report.gifts,
                "pledges": report.pledges,
                "invitations": report.invitations,
            },
            at=at,
        )
    return report


@transaction.atomic
def discard_import(*, file: ImportFile, actor: User) -> None:
    """Throw a file away that was only looked at. Raises `ImportBegun`."""
    _waiting(file, actor).delete()


def forget_imports(*, at: datetime) -> None:
    """Throw away files that nobody has taken over for a day: they are full of names."""
    ImportFile.objects.filter(begun_at=None, uploaded_at__lt=at - KEPT_FOR).delete()


def _waiting(file: ImportFile, actor: User) -> ImportFile:
    """The file as it is, locked. Raises `ImportBegun`."""
    file = ImportFile.objects.select_for_update().get(pk=file.pk)
    policy.require(Permission.RECORD_OFFLINE, actor)
    if file.begun_at is not None:
        raise ImportBegun
    return file
