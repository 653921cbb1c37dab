from datetime import UTC, datetime, timedelta

from django.db import connection, transaction

from broadsheet.core.events import publish
from broadsheet.funding.chain import BEGINNING, days
from broadsheet.funding.events import DaySealed
from broadsheet.funding.models import DayDigest, Transfer

MARGIN = timedelta(hours=1)
"""How long after a day's end it is sealed: whatever was being posted at midnight has been by then."""


@transaction.atomic
def seal_days(*, at: datetime) -> tuple[DayDigest, ...]:
    """Make and publish the digests of the days (UTC) that are over, and answer the new ones.

    Nobody posts meanwhile, and to these days nobody ever again: the database refuses it. Days on which nothing
    was posted have none. Publishes `DaySealed`.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"LOCK TABLE {Transfer._meta.db_table} IN SHARE MODE")
    last = DayDigest.objects.order_by("-day").first()
    new = [
        DayDigest(day=day, transfers=transfers, digest=digest, made_at=at)
        for day, transfers, digest in days(
            after=last.day if last else None,
            before=(at - MARGIN).astimezone(UTC).date(),
            digest=last.digest if last else BEGINNING,
        )
    ]
    sealed = tuple(DayDigest.objects.bulk_create(new))
    if sealed:
        publish(DaySealed(day=sealed[-1].day.isoformat()))
    return sealed
