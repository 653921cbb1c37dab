from dataclasses import dataclass
from datetime import datetime

from broadsheet.accounts.models import EXPORT_LIFETIME, Export, User


@dataclass(frozen=True, kw_only=True)
class OwnRecord:
    """What `accounts/own_record.html` is given: whether there is an archive, and how far it is.

    `size` is in bytes, `until` when it is deleted.
    """

    is_being_made: bool
    is_ready: bool
    was_fetched: bool
    size: int
    until: datetime | None


def own_record(reader: User, *, at: datetime) -> OwnRecord:
    """How far the latest archive of `reader` is. One query."""
    exports = Export.objects.filter(person=reader, asked_at__gt=at - EXPORT_LIFETIME)
    export = exports.order_by("-asked_at").first()
    return OwnRecord(
        is_being_made=export is not None and export.ready_at is None,
        is_ready=bool(export and export.ready_at and not export.fetched_at),
        was_fetched=bool(export and export.fetched_at),
        size=export.size if export else 0,
        until=export.asked_at + EXPORT_LIFETIME if export else None,
    )
