import json
from dataclasses import asdict, dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from django.utils.translation import get_language_info

if TYPE_CHECKING:
    from typst import Fonts

TEMPLATE: Final = Path(__file__).parent / "paper.typ"
FONTS: Final = ("manimgx_fonts", "manimgx_fonts_cjk")
"""Packages of fonts: Noto Sans for every script in wide use, Noto Sans CJK."""

_TRIES: Final[tuple[tuple[bool, Literal["ua-1"] | None], ...]] = (
    (False, "ua-1"),
    (True, "ua-1"),
    (True, None),
)
"""Whether with the machine's own fonts, and to which standard."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows under a head, each with as many cells. The last column holds amounts."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """What stands on one paper, from top to bottom, all of it in words of `language` (a code such as de).

    `issuer` and `recipient` are lines; `facts` pairs of a label and what it says; `warning` stands above all.
    """

    language: str
    title: str
    issuer: tuple[str, ...]
    recipient: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    table: Table | None = None
    notes: tuple[str, ...] = ()
    warning: str = ""

    @property
    def is_right_to_left(self) -> bool:
        """Whether its language is written so."""
        return bool(get_language_info(self.language)["bidi"])


def typeset(paper: Paper) -> bytes:
    """Answer `paper` as PDF, A4, some 50 kB, in about a fifth of a second.

    It is tagged (PDF/UA-1, ISO 14289). A name in a script of which neither our fonts nor the machine's have a
    letter is shown with empty boxes, and the paper makes no claim to be accessible then.
    """
    import typst

    said = {**asdict(paper), "is_right_to_left": paper.is_right_to_left}
    given = {"paper": json.dumps(said, ensure_ascii=False)}
    # The standard refuses letters that cannot be shown: so it says by itself when more fonts are wanted.
    for with_machines_fonts, standard in _TRIES:
        try:
            return bytes(
                typst.compile(
                    TEMPLATE,
                    root=TEMPLATE.parent,
                    format="pdf",
                    font_paths=_fonts(with_machines_fonts=with_machines_fonts),
                    sys_inputs=given,
                    pdf_standards=standard,
                )
            )
        except typst.TypstError as trouble:
            if standard is None or "could not be displayed" not in trouble.message:
                raise
    raise AssertionError


@lru_cache(maxsize=2)
def _fonts(*, with_machines_fonts: bool) -> "Fonts":
    """The fonts, found once in a process."""
    import typst

    folders = [
        folder
        for package in FONTS
        if (found := find_spec(package))
        for folder in found.submodule_search_locations or ()
    ]
    return typst.Fonts(include_system_fonts=with_machines_fonts, font_paths=folders)
