"""Discussions written as an outline: stars for the depth, then who, when, votes and marks.

::

    * Ada | 0:40 | +12 -1 | #mud; pinned
    The words, in readers' Markdown, until the next line of stars.

    ** Ben | 1:05 | +3 -0 | lang: fr
    A reply to Ada.

Lines before the first comment that begin with ``//`` are for whoever edits the file.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

_HEADER = re.compile(
    r"(?P<stars>\*+) (?P<name>[^|\n]+?) \| (?P<hours>\d+):(?P<minutes>\d\d) "
    r"\| \+(?P<up>\d+) -(?P<down>\d+)(?: \| (?P<marks>.+))?"
)
_FLAGS = {"pinned", "featured", "closed", "withdrawn"}
_FACTS = {"edited", "lang", "removed", "held"}


class OutlineUnclear(ValueError):
    """A line of an outline cannot be understood; the message says which, and why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Entry:
    """One comment of an outline.

    `after` and `edited_after` count from the publication of the article. `key` is unique in its
    file, and so is `parent`, the key of the entry it answers. `marks` holds what was said of it:
    flags with an empty text, and "removed" and "held" with the reason.
    """

    key: str
    parent: str | None
    depth: int
    name: str
    source: str
    after: timedelta
    edited_after: timedelta | None
    up_votes: int
    down_votes: int
    language: str
    marks: dict[str, str]


def read_outline(text: str) -> Iterator[Entry]:
    """The entries of an outline in its order, parents first.

    Raises `OutlineUnclear` for a depth that skips a level, an unknown mark, a key used twice, a
    reply older than what it answers, and a comment without words.
    """
    path: list[Entry] = []
    seen: set[str] = set()
    for number, (header, source) in enumerate(_pieces(text), start=1):
        entry = _entry(header, source, number=number, above=path)
        if entry.key in seen:
            raise OutlineUnclear(f"“{header.group()}” uses the key {entry.key} a second time.")
        seen.add(entry.key)
        path[entry.depth - 1 :] = [entry]
        yield entry


def _pieces(text: str) -> Iterator[tuple[re.Match[str], str]]:
    header, lines = None, list[str]()
    for line in text.splitlines():
        found = _HEADER.fullmatch(line)
        if not found:
            lines.append(line)
            continue
        if header:
            yield header, "\n".join(lines).strip()
        header, lines = found, []
    if header:
        yield header, "\n".join(lines).strip()


def _entry(header: re.Match[str], source: str, *, number: int, above: list[Entry]) -> Entry:
    depth = len(header["stars"])
    key, marks = _marks(header["marks"] or "")
    if depth > len(above) + 1:
        raise OutlineUnclear(f"“{header.group()}” stands deeper than any comment it could answer.")
    if not source:
        raise OutlineUnclear(f"“{header.group()}” has no words.")
    parent = above[depth - 2] if depth > 1 else None
    entry = Entry(
        key=key or str(number),
        parent=parent.key if parent else None,
        depth=depth,
        name=header["name"],
        source=source,
        after=_span(header["hours"], header["minutes"]),
        edited_after=_span(*marks["edited"].split(":")) if "edited" in marks else None,
        up_votes=int(header["up"]),
        down_votes=int(header["down"]),
        language=marks.get("lang", ""),
        marks=marks,
    )
    if parent and entry.after <= parent.after:
        raise OutlineUnclear(f"“{header.group()}” is not later than what it answers.")
    return entry


def _marks(text: str) -> tuple[str, dict[str, str]]:
    key, marks = "", dict[str, str]()
    for mark in filter(None, text.split("; ")):
        name, _, fact = mark.partition(": ")
        if mark.startswith("#"):
            key = mark[1:]
        elif (mark in _FLAGS) or (name in _FACTS and fact):
            marks[name] = fact
        else:
            raise OutlineUnclear(f"“{mark}” is no mark of a comment.")
    return key, marks


def _span(hours: str, minutes: str) -> timedelta:
    return timedelta(hours=int(hours), minutes=int(minutes))
