"""An export as a stream of elements, however long the file is.

Expat pushes; we keep the texts of one element at a time. No document type is accepted, so no entity
can be declared: that alone shuts out entity bombs and external entities (defusedxml draws the same
line). What is deeper or longer than WordPress ever writes is not kept.
"""

import codecs
import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext as _

from broadsheet.exchange.formats.unreadable import Unreadable

READ_SIZE = 64 * 1024
TEXT_LENGTH = 8_000_000
"""The longest text kept, in characters; no article is longer, but a page made to fill memory is."""
DEPTH = 12
"""rss, channel, item, comment, commentmeta, meta_value: WordPress needs six."""
ELEMENT_LENGTH = 4 * TEXT_LENGTH
GROUPS = 20_000
TAG_LENGTH = 1_000_000
"""Of one tag with its attributes, in bytes."""
NAMES = 1_000


@dataclass(slots=True)
class Element:
    """One element with its texts: `fields` of its own children, `groups` of nested elements.

    Names carry WordPress's prefixes, whatever the file calls them: ``wp:post_id``.
    `overlong` names the fields that were longer than `TEXT_LENGTH` and stand empty.
    """

    name: str
    line: int
    attributes: dict[str, str] = field(default_factory=dict)
    fields: dict[str, str] = field(default_factory=dict)
    groups: list["Element"] = field(default_factory=list)
    overlong: set[str] = field(default_factory=set)
    text: str = ""
    length: int = 0

    def group(self, name: str) -> Iterator["Element"]:
        """The nested elements called `name`."""
        return (element for element in self.groups if element.name == name)

    def number(self, name: str) -> int:
        """The field `name` as a whole number; 0 where there is none."""
        text = self.fields.get(name, "").strip()
        return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else 0


TOP = ("rss", "channel")
NESTED = {"wp:postmeta", "wp:commentmeta", "wp:termmeta", "wp:comment", "category", "image"}
RECORDS = {"item", "wp:author", "wp:category", "wp:tag", "wp:term"}


def read_elements(path: Path, *, seen: Callable[[int], None] | None = None) -> Iterator[Element]:
    """Every element of the export at `path`, as it ends, comments before the item they stand in.

    What stands directly in the channel comes as an `Element` of its own with `text`. `seen` is told
    how many bytes were read. Refuses what is not well-formed, is cut short, declares a document
    type, or is no RSS, with the line.
    """
    with path.open("rb") as file:
        yield from _Reader().read(file, seen)


class _Reader:
    """The handlers expat calls, and what they have found so far."""

    def __init__(self) -> None:
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.buffer_size = READ_SIZE
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        self.parser.CharacterDataHandler = self.characters
        self.parser.StartDoctypeDeclHandler = self.refuse_document_type
        self.path: list[str] = []
        self.open: list[Element] = []
        self.texts: list[str] = []
        self.length = 0
        self.ended: deque[Element] = deque()
        self.names: dict[str, str] = {}

    def read(self, file: BinaryIO, seen: Callable[[int], None] | None) -> Iterator[Element]:
        count = 0
        chunk = _without_lead(file.read(READ_SIZE))
        if not chunk:
            raise Unreadable(_("The file is empty."))
        while True:
            self.parse(chunk)
            yield from self.ended
            self.ended.clear()
            if not chunk:
                return
            count += len(chunk)
            if count - self.parser.CurrentByteIndex > TAG_LENGTH + READ_SIZE:
                raise self.unlike_wordpress()
            if seen:
                seen(count)
            chunk = file.read(READ_SIZE)

    def parse(self, chunk: bytes) -> None:
        try:
            self.parser.Parse(chunk, not chunk)
        except expat.ExpatError as error:
            if not chunk:
                reason = _("The file is cut short: its end is missing.")
            else:
                cause = expat.ErrorString(error.code)
                reason = _("This is not well-formed XML (%(cause)s).") % {"cause": cause}
            raise Unreadable(reason, line=error.lineno) from error
        except (ValueError, LookupError) as error:
            raise Unreadable(_("The file is in an encoding that is not known.")) from error

    def refuse_document_type(self, *_declaration: object) -> None:
        raise Unreadable(
            _("The file declares a document type, which WordPress never does; it is not read."),
            line=self.parser.CurrentLineNumber,
        )

    def start(self, raw_name: str, attributes: dict[str, str]) -> None:
        name = self.names.get(raw_name) or self.name(raw_name)
        self.path.append(name)
        depth = len(self.path)
        if depth <= len(TOP) and name != TOP[depth - 1]:
            raise Unreadable(
                _("This is not a WordPress export: it begins with “%(name)s”.") % {"name": name},
                line=self.parser.CurrentLineNumber,
            )
        if depth > DEPTH:
            raise self.unlike_wordpress()
        if name in RECORDS if depth == len(TOP) + 1 else self.open and name in NESTED:
            self.open.append(
                Element(name=name, line=self.parser.CurrentLineNumber, attributes=attributes)
            )
        self.texts.clear()
        self.length = 0

    def characters(self, text: str) -> None:
        self.length += len(text)
        if self.length <= TEXT_LENGTH:
            self.texts.append(text)

    def end(self, _raw_name: str) -> None:
        name = self.path.pop()
        depth = len(self.path)
        text = "".join(self.texts) if self.length <= TEXT_LENGTH else ""
        element = self.open[-1] if self.open else None
        if element and element.name == name:
            self.open.pop()
            element.text = text
            self.close(element)
        elif element:
            self.keep(element, name, text)
        elif depth == len(TOP):
            self.ended.append(Element(name=name, line=self.parser.CurrentLineNumber, text=text))
        self.texts.clear()
        self.length = 0

    def keep(self, element: Element, name: str, text: str) -> None:
        if self.length > TEXT_LENGTH:
            element.overlong.add(name)
        element.fields[name] = text
        element.length += len(text)
        if element.length > ELEMENT_LENGTH or len(element.fields) > NAMES:
            raise self.unlike_wordpress()

    def close(self, element: Element) -> None:
        """Hand on what stands alone; nest what is small. A comment may be one of thousands."""
        if element.name == "wp:comment" or not self.open:
            self.ended.append(element)
        else:
            outer = self.open[-1]
            outer.groups.append(element)
            outer.length += element.length + len(element.text)
            if len(outer.groups) > GROUPS or outer.length > ELEMENT_LENGTH:
                raise self.unlike_wordpress()

    def name(self, raw_name: str) -> str:
        space, _separator, local = raw_name.rpartition(" ")
        name = f"{_prefix(space)}{local}"
        if len(self.names) < NAMES:
            self.names[raw_name] = name
        return name

    def unlike_wordpress(self) -> Unreadable:
        return Unreadable(
            _("This is deeper or longer than anything WordPress writes; the file is not read."),
            line=self.parser.CurrentLineNumber,
        )


def _prefix(space: str) -> str:
    """WordPress's own prefix of a namespace, whatever its version and scheme."""
    if "wordpress.org/export/1." in space:
        return "excerpt:" if space.rstrip("/").endswith("excerpt") else "wp:"
    if "purl.org/rss/1.0/modules/content" in space:
        return "content:"
    if "purl.org/dc/elements" in space:
        return "dc:"
    return "other:" if space else ""


def _without_lead(chunk: bytes) -> bytes:
    """`chunk` without the empty lines that plugins are known to write before the declaration."""
    chunk = chunk.removeprefix(codecs.BOM_UTF8)
    return chunk.lstrip(b" \t\r\n") if chunk[:1].isspace() else chunk
