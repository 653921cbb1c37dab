"""A line of text with emphasis, links and code, written in Markdown so that it reads back the same.

Escaping and flanking follow CommonMark 0.31.2, sections 2.4 and 6.2. Where marks could not be
told from text ("un**believ**able"), the words stay and the emphasis goes.
"""

import re
import unicodedata
from dataclasses import dataclass

MARK = {"em": "*", "strong": "**", "s": "~~"}

_SPECIAL = re.compile(r"[\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~(?=~)|(?<=~)~|&(?=#?\w+;)")
_MAYBE_SPECIAL = re.compile(r"[\\`*_\[\]<~&]")
_ADDRESS = re.compile(r"https?://[!-;=?-~]+")
_PLAIN_ADDRESS = re.compile(r"https?://[\w./:?=%#+,;@$'-]+", re.ASCII)
_LINE_START = re.compile(r"[-+>]|#+(?=[ #]|$)|=+$")
_NUMBERED = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an emphasis begins or ends; `pair` ties the two."""

    sign: str
    pair: int
    opens: bool


Piece = str | Mark


def escape(text: str) -> str:
    """`text` as Markdown that shows exactly `text`; bare addresses stay addresses."""
    pieces: list[str] = []
    position = 0
    for match in _ADDRESS.finditer(text):
        address = match.group().rstrip(".,;:!?\"'*_~`")
        if address.endswith(")") and "(" not in address:
            address = address.rstrip(")")
        if match.start() < position or not address[8:]:
            continue
        plain = _PLAIN_ADDRESS.fullmatch(address) and "_" not in address
        before = escape_words(text[position : match.start()])
        pieces += [before, address if plain else f"<{address}>"]
        position = match.start() + len(address)
    return "".join([*pieces, escape_words(text[position:])])


def escape_words(text: str) -> str:
    """`text` as Markdown that shows exactly `text`, where addresses are nothing special."""
    if not _MAYBE_SPECIAL.search(text):
        return text
    return _SPECIAL.sub(lambda match: f"\\{match.group()}", text)


def escape_line_start(line: str) -> str:
    """`line` so that its first characters begin no list, quotation, heading or fence."""
    line = line.lstrip(" \t")
    if match := _LINE_START.match(line):
        return f"\\{match.group()}{line[match.end() :]}"
    return _NUMBERED.sub(r"\1\\\2", line, count=1) if _NUMBERED.match(line) else line


def code(text: str) -> str:
    """`text` between as many backticks as it needs (CommonMark, section 6.1)."""
    text = " ".join(text.split())
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}" if text else ""


def join(pieces: list[Piece]) -> str:
    """The pieces as one text, without the marks that would not be read as marks."""
    pieces = _outside_spaces([piece for piece in pieces if piece != ""])
    while lost := _unreadable(pieces):
        pieces = [p for p in pieces if not (isinstance(p, Mark) and p.pair in lost)]
    return "".join(piece.sign if isinstance(piece, Mark) else piece for piece in pieces)


def _outside_spaces(pieces: list[Piece]) -> list[Piece]:
    """Move white space just inside a mark to just outside it."""
    for index in range(len(pieces) - 1):
        mark, text = pieces[index], pieces[index + 1]
        if isinstance(mark, Mark) and mark.opens and isinstance(text, str):
            kept = text.lstrip()
            pieces[index : index + 2] = [text[: len(text) - len(kept)] + "", mark, kept]
    for index in range(len(pieces) - 1, 0, -1):
        text, mark = pieces[index - 1], pieces[index]
        if isinstance(mark, Mark) and not mark.opens and isinstance(text, str):
            kept = text.rstrip()
            pieces[index - 1 : index + 1] = [kept, mark, text[len(kept) :]]
    return [piece for piece in pieces if piece != ""]


def _unreadable(pieces: list[Piece]) -> set[int]:
    """The pairs whose marks touch letters outside, spaces or nothing inside, or other marks' ends."""
    lost = set()
    for index, piece in enumerate(pieces):
        if not isinstance(piece, Mark):
            continue
        before = pieces[index - 1] if index else " "
        after = pieces[index + 1] if index + 1 < len(pieces) else " "
        outside, inside = (before, after) if piece.opens else (after, before)
        if not _stands_free(outside, piece) or not _holds(inside, piece):
            lost.add(piece.pair)
    return lost


def _stands_free(outside: Piece, mark: Mark) -> bool:
    if isinstance(outside, Mark):
        return outside.opens == mark.opens and outside.sign != mark.sign
    edge = outside[-1] if mark.opens else outside[0]
    return edge.isspace() or (unicodedata.category(edge)[0] == "P" and edge not in "*_~\\")


def _holds(inside: Piece, mark: Mark) -> bool:
    if isinstance(inside, Mark):
        return inside.opens == mark.opens
    edge = inside[0] if mark.opens else inside[-1]
    blank_line = "\n\n" in inside
    return not edge.isspace() and not blank_line
