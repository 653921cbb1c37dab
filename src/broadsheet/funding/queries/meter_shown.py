from dataclasses import dataclass
from datetime import datetime

from broadsheet.funding.models import Campaign

from .meter import Mark, Meter, meter

# Labels of marks nearer to each other than this, in hundredths of the bar, would be written over each other
# on a phone: the later one is left out, unless it is the last.
ROOM = 22


@dataclass(frozen=True, kw_only=True)
class BarMark:
    """A mark on the bar: so many hundredths from its left end. `anchor` is SVG's text-anchor."""

    left: int
    anchor: str
    label: str


@dataclass(frozen=True, kw_only=True)
class MeterShown:
    """What `funding/meter.html` and `funding/meter.svg` are given.

    The bar is filled for `width` hundredths, which begin so many hundredths from its `left` end.
    """

    meter: Meter
    left: int
    width: int
    marks: tuple[BarMark, ...]


def meter_shown(
    *,
    slug: str = "",
    is_right_to_left: bool = False,
    with_supporters: bool = False,
    at: datetime,
) -> MeterShown | None:
    """The meter of the campaign called `slug`, or of the one that is shown, as it is drawn; None without it.

    Four queries, and another to count people (`meter`).
    """
    wanted = {"slug": slug} if slug else {"is_default": True, "closed_at": None}
    campaign = Campaign.objects.filter(**wanted).first()
    if campaign is None:
        return None
    found = meter(campaign, at, with_supporters=with_supporters)
    return MeterShown(
        meter=found,
        left=100 - found.filled if is_right_to_left else 0,
        width=found.filled,
        marks=tuple(
            _drawn(mark, found, is_right_to_left=is_right_to_left) for mark in _with_room(found)
        ),
    )


def _with_room(found: Meter) -> list[Mark]:
    *others, last = found.marks
    kept: list[Mark] = []
    for mark in others:
        free_from = kept[-1].at * 100 // found.scale + ROOM if kept else 0
        if free_from <= mark.at * 100 // found.scale <= 100 - ROOM:
            kept.append(mark)
    return [*kept, last]


def _drawn(mark: Mark, found: Meter, *, is_right_to_left: bool) -> BarMark:
    place = mark.at * 100 // found.scale
    anchor = "middle"
    if place in (0, 100):
        anchor = "start" if (place == 0) != is_right_to_left else "end"
    # In words from right to left, SVG's start is at the right.
    if is_right_to_left and anchor != "middle":
        anchor = "end" if anchor == "start" else "start"
    return BarMark(left=100 - place if is_right_to_left else place, anchor=anchor, label=mark.label)
