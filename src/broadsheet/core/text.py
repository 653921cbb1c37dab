"""Text as people send it, made fit to keep.

Every word of a reader passes `normalise` (or, for names, `normalise_name`) once, before it is stored, so that
equal-looking text is equal, nothing in it can turn the page around it, and the database accepts it.
"""

import re
import unicodedata
from typing import Final

MARKS_PER_BASE: Final = 4
"""Combining marks kept on one character: enough for pointed Hebrew and Vietnamese, too few for "zalgo" towers."""

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
"""Every newline function of The Unicode Standard, section 5.8."""

_UNWANTED = re.compile(
    "["
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls (C0 and C1), other than tab and line ends
    "\u202a-\u202e\u2066-\u2069"  # bidirectional embeddings, overrides and isolates (UAX #9, section 2)
    "\ud800-\udfff"  # lone surrogates: not text at all, and refused by PostgreSQL
    "\ufdd0-\ufdef"
    + "".join(
        f"{chr(plane | 0xFFFE)}{chr(plane | 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
    )
    # noncharacters (The Unicode Standard, section 23.7): never meant for interchange, and not allowed in XML
    + "]"
)

_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0000-\U000e0fff]"
)
"""Letters, marks and symbols that draw nothing: Default_Ignorable_Code_Point outside category Cf (Unicode's
DerivedCoreProperties.txt), and the empty Braille pattern."""


def normalise(text: str) -> str:
    """`text` in the one form in which it is stored and compared; doing it twice changes nothing.

    Composed (NFC, UAX #15), lines ending in LF without trailing space, no controls but tab and LF, no
    bidirectional embeddings, overrides or isolates (UAX #9), no lone surrogates or noncharacters, and at most
    `MARKS_PER_BASE` combining marks on a character. Takes time in proportion to its length, refuses nothing.
    """
    text = _UNWANTED.sub("", _LINE_ENDS.sub("\n", text))
    text = _without_towers(unicodedata.normalize("NFC", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).strip("\n")


def normalise_name(text: str) -> str:
    """A person's name in one line, without characters that draw nothing; empty if nothing visible is left."""
    line = " ".join(normalise(text).split())
    shown = "".join(character for character in line if unicodedata.category(character) != "Cf")
    name = " ".join(normalise(_BLANK.sub("", shown)).split())
    return name if is_visible(name) else ""


def is_visible(text: str) -> bool:
    """Whether a character of `text` draws something of its own: letter, number, punctuation or symbol."""
    return any(unicodedata.category(character)[0] in "LNPS" for character in _BLANK.sub("", text))


def _without_towers(text: str) -> str:
    if text.isascii():
        return text
    kept: list[str] = []
    marks = 0
    for character in text:
        category = unicodedata.category(character)
        if category in {"Mn", "Me"}:
            marks += 1
            if marks > MARKS_PER_BASE:
                continue
        elif category != "Cf":  # an invisible joiner bears no marks of its own
            marks = 0
        kept.append(character)
    return "".join(kept)
