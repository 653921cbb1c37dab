"""Templates that are rendered once for each shape, and filled in from then on.

A template takes a millisecond for a comment, and a hundred comments differ in little. What a template reads
is of two kinds: *branches* decide what is drawn; *blanks* are only written, and a template may ask no more
of them than whether they are empty. For each combination of branches and empty blanks, its shape, the
template is rendered once, with marks where the blanks stand; afterwards the values are put in their places.

Values never pass through the template, so no value can be taken for a mark. Shapes live as long as the
process: nothing is stored, so nothing goes stale.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Final, NamedTuple

from django.template.loader import render_to_string
from django.utils.translation import get_language

SHAPES_KEPT: Final = 512
"""For each template, the most recently used: about a megabyte of comments' shapes."""

_MARK: Final = re.compile("\x02([0-9]+)\x03")
"""Start and end of text (ASCII): control characters, which no template and no translation holds."""

Write = Callable[[Any], str]
"""How a blank's value is written, escaped where it has to be; "" is an empty blank."""


class _Shape(NamedTuple):
    """A rendered template as a format of `%`, and what picks its values from all that were written."""

    text: str
    pick: Callable[[Sequence[str]], tuple[str, ...]]


class _Given(dict[str, object]):
    """What a template is given to find its shape. It refuses to answer for what it was not told of."""

    def __missing__(self, name: str) -> object:
        raise LookupError(f"The template reads {name}, which is neither a branch nor a blank of it")


class Shapes:
    """The shapes of `template`, which calls what it is given `called`, and reads these attributes of it.

    The order of branches and blanks does not matter. Blanks must be as good as text to the template's
    filters, branches hashable.
    """

    def __init__(
        self, template: str, *, called: str, branches: Sequence[str], blanks: Mapping[str, Write]
    ) -> None:
        self._template = template
        self._called = called
        self._branches = tuple(branches)
        self._blanks = tuple(blanks)
        self._writes = tuple(blanks.values())
        self._read_branches = _reader(self._branches)
        self._read_blanks = _reader(self._blanks)
        self._shape = lru_cache(maxsize=SHAPES_KEPT)(self._rendered)

    def fill(self, given: object) -> str:
        """The HTML that the template makes of what is `given`."""
        return self._filled(given, get_language())

    def fill_each(self, given: Iterable[object]) -> list[str]:
        """The same for many at once, which is faster: what language is active takes a while to find out."""
        language = get_language()
        return [self._filled(one, language) for one in given]

    def _filled(self, given: object, language: str) -> str:
        blanks = zip(self._writes, self._read_blanks(given), strict=True)
        written = [write(value) for write, value in blanks]
        shape = self._shape(language, self._read_branches(given), tuple(map(bool, written)))
        return shape.text % shape.pick(written)

    def _rendered(
        self, _language: str, branches: tuple[object, ...], filled: tuple[bool, ...]
    ) -> _Shape:
        marks = (f"\x02{n}\x03" if is_filled else "" for n, is_filled in enumerate(filled))
        given = _Given(zip(self._branches, branches, strict=True))
        given.update(zip(self._blanks, marks, strict=True))
        html = render_to_string(self._template, {self._called: given})
        numbers = [int(number) for number in _MARK.findall(html)]
        return _Shape(_MARK.sub("%s", html.replace("%", "%%")), _picker(numbers))


def _reader(names: tuple[str, ...]) -> Callable[[object], tuple[Any, ...]]:
    """Read the attributes `names`; `attrgetter` makes a tuple only of two or more."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda given: tuple(getattr(given, name) for name in names)


def _picker(numbers: list[int]) -> Callable[[Sequence[str]], tuple[str, ...]]:
    if len(numbers) > 1:
        return itemgetter(*numbers)
    return lambda written: tuple(written[number] for number in numbers)
