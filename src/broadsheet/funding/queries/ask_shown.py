from dataclasses import dataclass
from datetime import datetime

from broadsheet.funding.asks import Place, code_of, turn
from broadsheet.funding.models import AskVariant


@dataclass(frozen=True, kw_only=True)
class AskShown:
    """What `funding/ask.html` is given. `code` says which ask a gift came from; `until` when its turn ends."""

    code: str
    place: str
    heading: str
    words: str
    button: str
    campaign: str
    most_views: int
    in_days: int
    until: datetime


def ask_shown(*, place: Place, page: str, at: datetime) -> AskShown | None:
    """What readers of `page` (`article:12`) are asked at `place` now; None where nothing is asked. One query."""
    wordings = list(
        AskVariant.objects.filter(
            is_on=True, ask__is_on=True, ask__campaign__closed_at=None
        ).select_related("ask__campaign")
    )
    if not wordings:
        return None
    by_id = {wording.pk: wording for wording in wordings}
    ask = wordings[0].ask
    chosen, until = turn(sorted(by_id), ask=ask.pk, page=page, at=at)
    wording = by_id[chosen]
    return AskShown(
        code=code_of(chosen, place),
        place=place.value,
        heading=wording.heading,
        words=wording.words_above if place is Place.ABOVE else wording.words_below,
        button=wording.button,
        campaign=ask.campaign.slug,
        most_views=ask.most_views,
        in_days=ask.in_days,
        until=until,
    )
