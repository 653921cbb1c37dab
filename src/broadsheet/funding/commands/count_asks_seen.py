from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from broadsheet.core.limits import take
from broadsheet.core.statements import Statement
from broadsheet.funding.asks import ONE_IN, read_code
from broadsheet.funding.limits import ASKS_SEEN
from broadsheet.funding.models import Ask, AskHour, AskVariant

# In one order, so that two pages never wait for each other in a circle.
_COUNT = Statement(
    """
    INSERT INTO {Hour} AS kept (variant_id, place, hour, views)
    SELECT variant.id, seen.place, date_trunc('hour', %(at)s::timestamptz, 'UTC'), %(views)s
    FROM unnest(%(variants)s::bigint[], %(places)s::text[]) AS seen (variant_id, place)
    JOIN {Variant} variant ON variant.id = seen.variant_id
    JOIN {Ask} ask ON ask.id = variant.ask_id AND ask.is_on
    ORDER BY variant.id, seen.place
    ON CONFLICT (variant_id, place, hour) DO UPDATE SET views = kept.views + excluded.views
    RETURNING kept.id
    """,
    hour=AskHour,
    variant=AskVariant,
    ask=Ask,
)


@transaction.atomic
def count_asks_seen(*, codes: Collection[str], address: str, at: datetime) -> None:
    """Count for this hour that the asks called `codes` were seen on a page of the sample.

    `address` is the pseudonym of where it was seen. Nothing is kept of who saw it. What is no ask that is shown
    now is passed over. Raises `TooOften`. Three statements.
    """
    take((ASKS_SEEN, f"address:{address}"))
    seen = {read for code in codes if (read := read_code(code)) is not None}
    if seen:
        _COUNT.first(
            at=at,
            views=ONE_IN,
            variants=[wording for wording, _ in seen],
            places=[place.name for _, place in seen],
        )
