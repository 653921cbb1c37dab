"""Charts of columns, laid out as numbers that a template draws as SVG, with a table of the same beside them.

Pure: knows no database and no template. Lengths are in units of the drawing, of which a figure is
`WIDTH` wide; the origin is at the top left, as SVG has it.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

WIDTH = 720
HEIGHT = 240
LEFT = 72
"""Room for the words beside the marks of the scale."""
BOTTOM = 28
TOP = 12
MARKS = 4
LABELS = 8
GAP = 0.25
"""Which part of its place a column leaves free."""


@dataclass(frozen=True, kw_only=True)
class Amount:
    """What a column stands for: `label` below it, `value` its height, `text` what is said of it."""

    label: str
    value: int
    text: str


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column as it is drawn. `label` is empty where there is no room for it."""

    x: float
    y: float
    width: float
    height: float
    middle: float
    label: str
    is_below: bool
    amount: Amount


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A line of the scale."""

    y: float
    text: str
    is_zero: bool


@dataclass(frozen=True, kw_only=True)
class ColumnChart:
    """What `funding/desk/column_chart.html` is given."""

    title: str
    width: int
    height: int
    left: int
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]

    @property
    def is_empty(self) -> bool:
        """Whether every column is 0, so that there is nothing to be seen."""
        return all(column.amount.value == 0 for column in self.columns)


@dataclass(frozen=True, kw_only=True)
class Share:
    """One line of a list with bars: `percent` of the whole, `bar` of the longest, both from 0 to 100."""

    label: str
    text: str
    percent: float
    bar: float


def column_chart(
    amounts: Sequence[Amount], *, title: str, scale_text: Callable[[int], str]
) -> ColumnChart:
    """Lay `amounts` out side by side from left to right; those below 0 hang down from the line of 0."""
    values = [amount.value for amount in amounts]
    step = _step(max([*values, 0]) - min([*values, 0]))
    top = math.ceil(max([*values, 1]) / step) * step
    bottom = math.floor(min([*values, 0]) / step) * step
    per_unit = (HEIGHT - TOP - BOTTOM) / (top - bottom)

    def y_of(value: int) -> float:
        return round(TOP + (top - value) * per_unit, 2)

    place = (WIDTH - LEFT) / max(len(amounts), 1)
    every = math.ceil(len(amounts) / LABELS) or 1
    columns = tuple(
        Column(
            x=round(LEFT + place * (number + GAP / 2), 2),
            y=min(y_of(amount.value), y_of(0)),
            width=round(place * (1 - GAP), 2),
            height=round(abs(amount.value) * per_unit, 2),
            middle=round(LEFT + place * (number + 0.5), 2),
            label=amount.label if number % every == 0 else "",
            is_below=amount.value < 0,
            amount=amount,
        )
        for number, amount in enumerate(amounts)
    )
    marks = tuple(
        Mark(y=y_of(value), text=scale_text(value), is_zero=value == 0)
        for value in range(bottom, top + 1, step)
    )
    return ColumnChart(
        title=title, width=WIDTH, height=HEIGHT, left=LEFT, columns=columns, marks=marks
    )


def shares(amounts: Sequence[Amount]) -> tuple[Share, ...]:
    """Say of each of `amounts`, none of them below 0, which part of the whole it is."""
    whole = sum(amount.value for amount in amounts) or 1
    longest = max((amount.value for amount in amounts), default=0) or 1
    return tuple(
        Share(
            label=amount.label,
            text=amount.text,
            percent=round(100 * amount.value / whole, 1),
            bar=round(100 * amount.value / longest, 1),
        )
        for amount in amounts
    )


def _step(span: int) -> int:
    """The distance of two marks: 1, 2 or 5 times a power of ten (Heckbert, “Nice Numbers”, Graphics Gems 1990)."""
    rough = max(span, 1) / MARKS
    power = 10 ** max(math.floor(math.log10(rough)), 0) if rough >= 1 else 1
    return next(int(factor * power) for factor in (1, 2, 5, 10) if factor * power >= rough)
