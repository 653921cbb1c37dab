"""What a name looks like, as text that can be compared (Unicode Technical Standard #39, "Security Mechanisms").

Two names look alike if either of two texts made of them is the same: `skeleton` takes them for the same
word whatever its case, `drawing` for the same lines whatever its alphabet. Both forget spaces, punctuation
and the sort of letters (wide, circled, mathematical). Neither is to be shown to anybody.
"""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from django.db import models

if TYPE_CHECKING:
    _Text = models.CharField[str, str]
else:
    _Text = models.CharField  # which is generic to type checkers alone

SKELETON_LENGTH: Final = 120
"""How much of either is kept: a name of 60 characters rarely makes more."""

_PAYS_NO_ATTENTION_TO = frozenset(
    {"Zs", "Zl", "Zp", "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Sk"}
)
"""Categories of spaces, punctuation and stand-alone accents. Signs stay: a heart is part of a name."""

_OF_NO_SCRIPT = frozenset({"COMMON", "INHERITED"})

_WRITTEN_TOGETHER: Final = (
    frozenset({"LATIN", "HAN", "HIRAGANA", "KATAKANA"}),
    frozenset({"LATIN", "HAN", "BOPOMOFO"}),
    frozenset({"LATIN", "HAN", "HANGUL"}),
)
"""UTS #39, section 5.2: "Highly Restrictive"."""


def skeleton(name: str) -> str:
    """`name` as a word: in one case, each character replaced by the one that stands for all that look like it."""
    return _compared(_replaced(_replaced(_plain(name).casefold()).casefold()))


def drawing(name: str) -> str:
    """`name` as a drawing: replaced by what its capitals and small letters look like, and only then in one case.

    Here i is l, because I looks like l and is an i.
    """
    return _compared(_replaced(_replaced(_plain(name)).casefold()).replace("i", "l"))


def scripts_are_mixed(word: str) -> bool:
    """Whether `word` mixes scripts that nobody writes in one word, such as Latin and Cyrillic."""
    if word.isascii():
        return False
    from confusable_homoglyphs.categories import alias

    scripts = {alias(character) for character in word} - _OF_NO_SCRIPT
    return len(scripts) > 1 and not any(scripts <= together for together in _WRITTEN_TOGETHER)


def marks_are_heaped(name: str) -> bool:
    """Whether marks stand on a letter as no language puts them: more than three, or one of them twice.

    UTS #39, section 5.4, allows four; pointed Hebrew needs three.
    """
    for is_mark, run in groupby(unicodedata.normalize("NFD", name), key=_is_mark):
        marks = list(run)
        if is_mark and (len(marks) > 3 or len(set(marks)) < len(marks)):  # noqa: PLR2004 - said above
            return True
    return any(unicodedata.category(character) == "Me" for character in name)


class SkeletonField(_Text):
    """Keeps the `skeleton` or the `drawing` of the row's `name`, whoever saves it. To migrations a CharField."""

    def __init__(self, *args: Any, drawing: bool = False, **options: Any) -> None:
        """Keep the drawing rather than the skeleton, if so asked."""
        self._is_drawing = drawing
        super().__init__(*args, **{"max_length": SKELETON_LENGTH, **options})

    def pre_save(self, model_instance: models.Model, add: bool) -> str:  # noqa: ARG002, FBT001 - Django's
        """Make it anew of the name."""
        make = drawing if self._is_drawing else skeleton
        made = make(getattr(model_instance, "name"))  # noqa: B009 - any model that has a name
        setattr(model_instance, self.attname, made)
        return made

    def deconstruct(self) -> Any:
        """Tell migrations what it is in the database."""
        name, _path, args, options = super().deconstruct()
        return name, "django.db.models.CharField", args, options


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name)


def _replaced(name: str) -> str:
    prototypes = _prototypes() if name else {}
    decomposed = unicodedata.normalize("NFD", name)
    replaced = "".join(prototypes.get(character, character) for character in decomposed)
    return unicodedata.normalize("NFD", replaced)


def _compared(name: str) -> str:
    """Without what is paid no attention to, unless there is nothing else."""
    kept = "".join(
        character
        for character in name
        if unicodedata.category(character) not in _PAYS_NO_ATTENTION_TO
    )
    return (kept or "".join(name.split()))[:SKELETON_LENGTH]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in {"Mn", "Me"}


@lru_cache(maxsize=1)
def _prototypes() -> Mapping[str, str]:
    """Answer for each character the one that stands for all that look like it (Unicode's confusables.txt).

    The package tells which look alike, in both directions. Each lot is a star: its middle is the prototype.
    Where it has only two, it does not matter which, except that one character cannot be found in several.
    """
    source = files("confusable_homoglyphs").joinpath("confusables.json").read_text("utf-8")
    alike: dict[str, set[str]] = defaultdict(set)
    for one, others in json.loads(source).items():
        for other in others:
            # The file's own direction marks, around what is written from the right.
            pair = one.replace("\u200e", ""), other["c"].replace("\u200e", "")
            alike[pair[0]].add(pair[1])
            alike[pair[1]].add(pair[0])
    return {one: _middle(one, others, alike) for one, others in alike.items() if len(one) == 1}


def _middle(one: str, others: set[str], alike: Mapping[str, set[str]]) -> str:
    if len(others) > 1:
        return one
    [other] = others
    if len(alike[other]) > 1 or len(other) > 1:
        return other
    return min(one, other)
