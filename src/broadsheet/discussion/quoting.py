"""Whether quoted words were really said, and how a quotation is written down.

Pure: knows plain text and Markdown, no comments and no tables.
"""

import re
import unicodedata
from typing import Final

_FOLDED: Final = {
    **dict.fromkeys(map(ord, "‘’‚‛′ʼ`´"), "'"),
    **dict.fromkeys(map(ord, "“”„‟″«»"), '"'),
    **dict.fromkeys(map(ord, "‐‑−"), "-"),
    **dict.fromkeys(map(ord, "‒–—―"), "—"),
}
"""Characters that differ by keyboard and typesetter, not by meaning. A hyphen may stand in a word, a dash not."""

_ELLIPSIS: Final = re.compile(r"\[\s?(?:…|\.{3})\s?\]|…|\.{3,}")

_NOT_SPACED: Final = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Thai, Lao, Burmese, Khmer, kana and Han are written without spaces: any character may begin a quotation."""

_WORD: Final = re.compile(
    r"im*|(?:(?<![wdim])h(?=d))?[wd][wdm]*(?:h[wd][wdm]*|(?<=d)p(?=d)[wdm]*)*|[hpom]m*"
)
"""A word, in kinds of characters (`_kind`), after UAX #29, section 4.1: "don't", "no-one", "1,500.50" and "-5"
are one each."""

_END: Final = "\x1f"
"""Stands between words, and never in one."""

_MARKUP: Final = re.compile(r"[\\`*_~\[\]<]|&(?=[#\w])|^>|^[-+](?=\s|$)")
_NUMBERED: Final = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")


def stands_in(words: str, text: str) -> bool:
    """Whether the plain `words` were said in the plain `text`: whole words, in one stretch, in this case.

    Space, line ends, invisible characters and the shape of quotation marks, dashes and ellipses do not matter.
    Nothing may be left out: "I am […] a thief" is not what "I am not a thief" says. Words without a letter or
    digit never stand. Takes time in proportion to the lengths (`in` does since Python 3.10, by the two-way
    algorithm of Crochemore and Perrin).
    """
    return any(_kind(character) in "wdi" for character in words) and _segmented(
        words
    ) in _segmented(text)


def quotation_markdown(*, name: str, comment_id: int, words: str) -> str:
    """The Markdown that quotes the plain `words` of a comment by `name`, with room for a reply below."""
    quoted = [f"> {_escaped(line)}".rstrip() for line in words.strip().splitlines()]
    speaker = _escaped(" ".join(name.split()))
    return "\n".join([*quoted, ">", f"> — [{speaker}](/comments/{comment_id}/)", "", ""])


def _segmented(text: str) -> str:
    """The words of `text`, each between two `_END`s; a mark of punctuation counts as a word."""
    folded = unicodedata.normalize("NFC", text).translate(_FOLDED)
    folded = re.sub("--+", "—", _ELLIPSIS.sub("…", folded))
    folded = "".join(character for character in folded if unicodedata.category(character) != "Cf")
    kinds = "".join(map(_kind, folded))
    found = [folded[match.start() : match.end()] for match in _WORD.finditer(kinds)]
    return _END + "".join(word + _END for word in found).replace("—", "-")


def _kind(character: str) -> str:
    """The kind of a character: space, hyphen, point, mark, ideograph, digit, word or other."""
    category = unicodedata.category(character)
    kinds = {
        "s": character.isspace(),
        "h": character in "'-·",
        "p": character in ".,:/",
        "m": category[0] == "M",
        "i": bool(_NOT_SPACED.match(character)),
        "d": category == "Nd",
        "w": category[0] in "LN" or category == "Pc",
    }
    return next((kind for kind, applies in kinds.items() if applies), "o")


def _escaped(line: str) -> str:
    """One line of plain text as Markdown that shows exactly that text."""
    line = _MARKUP.sub(r"\\\g<0>", line.strip())
    line = _NUMBERED.sub(r"\1\\\2", line)
    # A bare address would take the backslashes as its own.
    return re.sub(r"://(?=\S{0,2000}\\)", r"\\://", line)
