"""A comment's HTML, as WordPress keeps it, in our readers' Markdown.

WordPress shows a comment's line breaks as such (``wpautop``), so they stay. Whatever readers'
Markdown has no place for leaves its words, and a note about it.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
from django.utils.translation import gettext as _

from broadsheet.exchange.formats.wordpress import markdown_inline as inline
from broadsheet.exchange.formats.wordpress.markdown_inline import Mark, Piece

DEPTH = 7
"""Quotations and lists within each other; readers' Markdown has 16 levels, and a list takes two."""

NESTING = 60
"""Elements of any kind within each other; what is deeper is read as plain text."""

ELEMENTS = 2_000
LENGTH = 100_000

EMPHASIS = {
    "b": "strong", "strong": "strong", "i": "em", "em": "em", "cite": "em", "dfn": "em",
    "var": "em", "s": "s", "strike": "s", "del": "s",
}  # fmt: skip
INLINE = {
    "a", "abbr", "acronym", "big", "br", "code", "font", "img", "ins", "kbd", "label", "mark", "q",
    "samp", "small", "span", "sub", "sup", "time", "tt", "u", "bdi", "bdo", "wbr", *EMPHASIS,
}  # fmt: skip
BLOCK = {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul", "caption", "fieldset", "legend",
}  # fmt: skip
DROPPED = {
    "script", "style", "iframe", "object", "embed", "applet", "video", "audio", "svg", "math",
    "template", "noscript", "textarea", "select", "button", "input", "title", "link", "meta",
}  # fmt: skip

_SPOILER = re.compile(
    r"\[spoiler(?:\s+title=(?:\"([^\"\]]*)\"|'([^'\]]*)'))?\s*\]((?:(?!\[spoiler).)*?)\[/spoiler\]",
    re.DOTALL,
)


@dataclass
class CommentSource:
    """Readers' Markdown, and what it could not keep, each in a sentence."""

    source: str
    notes: list[str] = field(default_factory=list)


def comment_source(html: str) -> CommentSource:
    """The comment `html` in readers' Markdown. Never fails; what is only text comes out quickly."""
    notes: list[str] = []
    html = _without_spoilers(html.replace("\r\n", "\n").replace("\r", "\n"), notes)
    if "<" not in html and "&" not in html:
        return CommentSource("\n\n".join(_paragraphs(_collapse(html))), notes)
    if len(html) > LENGTH or html.count("<") > ELEMENTS:
        notes.append(_("It holds more markup than a person writes and is kept as plain text."))
        return CommentSource("\n\n".join(_paragraphs(_collapse(html))), notes)
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    blocks = _Writer(notes).blocks(tree, depth=0)
    return CommentSource("\n\n".join(blocks), list(dict.fromkeys(notes)))


def _without_spoilers(html: str, notes: list[str]) -> str:
    if "[spoiler" not in html:
        return html

    def open_it(match: re.Match[str]) -> str:
        notes.append(_("A part hidden behind [spoiler] is shown openly."))
        title = match[1] or match[2]
        return f"{title}: {match[3]}" if title else match[3]

    return _SPOILER.sub(open_it, html)


def _collapse(text: str) -> str:
    """White space as a browser shows it, but with line breaks, as WordPress does."""
    return re.sub(r" ?\n ?", "\n", re.sub(r" {2,}|[ ]?[\t\f\v][ \t\f\v]*", " ", text))


def _paragraphs(text: str, *, escaped: bool = False) -> list[str]:
    """The paragraphs of `text`, fit to stand at the start of lines."""
    found = []
    for paragraph in re.split(r"\n{2,}", text):
        lines = (line if escaped else inline.escape(line) for line in paragraph.split("\n"))
        kept = "\n".join(inline.escape_line_start(line) for line in lines).strip()
        if kept:
            found.append(kept)
    return found


class _Writer:
    """Walks a tree; `notes` gathers what is lost on the way."""

    def __init__(self, notes: list[str]) -> None:
        self.notes = notes
        self.pairs = 0
        self.nesting = 0

    def blocks(self, element: Element, *, depth: int) -> list[str]:
        """The blocks `element` holds, each without a trailing line break."""
        if self.nesting > NESTING:
            return _paragraphs(_collapse(" ".join(element.itertext())))
        self.nesting += 1
        found: list[str] = []
        run: list[Piece] = [self.text(element.text)]
        for child in element:
            if child.tag in BLOCK:
                found += _paragraphs(inline.join(run), escaped=True)
                found += self.block(child, depth=depth)
                run = []
            elif self.holds_block(child):
                found += _paragraphs(inline.join(run), escaped=True)
                found += self.blocks(child, depth=depth)
                run = []
            else:
                run += self.pieces(child, active=())
            run.append(self.text(child.tail))
        self.nesting -= 1
        return found + _paragraphs(inline.join(run), escaped=True)

    def holds_block(self, element: Element) -> bool:
        """Whether an inline element was written around blocks."""
        return (
            len(element) > 0
            and element.tag not in DROPPED
            and any(inner.tag in BLOCK for inner in element.iter())
        )

    def block(self, element: Element, *, depth: int) -> list[str]:  # noqa: PLR0911 - one a kind
        """What stands for an element on lines of its own."""
        tag = element.tag
        if tag == "pre":
            return self.fence("".join(element.itertext()))
        if depth >= DEPTH:
            return _paragraphs(_collapse(" ".join(element.itertext())))
        if tag == "blockquote":
            inner = "\n\n".join(self.blocks(element, depth=depth + 1))
            return [_indent(inner, "> ", "> ")] if inner else []
        if tag in {"ul", "ol"}:
            return self.list_of_items(element, depth=depth + 1)
        if tag == "hr":
            self.notes.append(_("A dividing line is left out."))
            return []
        if tag in {"h1", "h2", "h3", "h4", "h5", "h6"}:
            self.notes.append(_("A heading became a bold line."))
            return _paragraphs(inline.join(self.marked("strong", element, ())), escaped=True)
        if tag == "tr":
            cells = [" ".join(" ".join(cell.itertext()).split()) for cell in element]
            self.notes.append(_("A table became lines of text."))
            return _paragraphs(" · ".join(cell for cell in cells if cell))
        return self.blocks(element, depth=depth + (tag not in {"p", "div"}))

    def list_of_items(self, element: Element, *, depth: int) -> list[str]:
        start = element.get("start", "")
        number = int(start) if re.fullmatch(r"[0-9]{1,6}", start) else 1
        items: list[str] = []
        found = [_paragraphs(self.text(element.text), escaped=True)]
        for child in element:
            inside = self.block if child.tag in {"ul", "ol"} else self.blocks
            found += [inside(child, depth=depth), _paragraphs(self.text(child.tail), escaped=True)]
        for blocks in filter(None, found):
            sign = "- " if element.tag == "ul" else f"{number}. "
            number += 1
            items.append(_indent("\n\n".join(blocks), sign, " " * len(sign)))
        return ["\n".join(items)] if items else []

    def fence(self, text: str) -> list[str]:
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        text = text.strip("\n")
        return [f"{fence}\n{text}\n{fence}"] if text.strip() else []

    def pieces(self, element: Element, *, active: tuple[str, ...]) -> list[Piece]:  # noqa: PLR0911
        """What stands for an inline element."""
        tag: Any = element.tag  # a function, for comments
        if not isinstance(tag, str):
            return []
        if tag in DROPPED:
            self.notes.append(_("<%(tag)s> is left out.") % {"tag": tag})
            return []
        if tag == "br":
            return ["\n"]
        if tag in {"code", "tt", "kbd", "samp"}:
            return [inline.code("".join(element.itertext()))]
        if tag == "img":
            return self.image(element)
        if tag == "a":
            return self.link(element, active)
        kind = EMPHASIS.get(tag)
        if kind and kind not in active:
            return self.marked(kind, element, active)
        inner = self.inside(element, active)
        if tag == "q":
            return ["“", *inner, "”"]
        if tag not in INLINE and tag not in BLOCK:
            # No element of HTML: somebody typed angle brackets, and a browser swallows the word.
            return [inline.escape(f"<{tag}>"), *inner]
        return inner

    def inside(self, element: Element, active: tuple[str, ...]) -> list[Piece]:
        if self.nesting > NESTING:
            return [self.text(" ".join(element.itertext()))]
        self.nesting += 1
        found: list[Piece] = [self.text(element.text)]
        for child in element:
            found += self.pieces(child, active=active)
            found.append(self.text(child.tail))
        self.nesting -= 1
        return found

    def marked(self, kind: str, element: Element, active: tuple[str, ...]) -> list[Piece]:
        self.pairs += 1
        sign, pair = inline.MARK[kind], self.pairs
        inner = self.inside(element, (*active, kind))
        return [Mark(sign, pair, opens=True), *inner, Mark(sign, pair, opens=False)]

    def link(self, element: Element, active: tuple[str, ...]) -> list[Piece]:
        address = _linkable(element.get("href", ""))
        words = "".join(element.itertext())
        if not address:
            if element.get("href"):
                self.notes.append(_("A link that leads nowhere on the web became plain text."))
            return self.inside(element, active)
        if " ".join(words.split()) in {address, unquote(address), element.get("href")}:
            return [f"<{address}>"]
        text = inline.escape_words(" ".join(words.split()))
        return [_linked(text, address)]

    def image(self, element: Element) -> list[Piece]:
        alternative = " ".join(element.get("alt", "").split())
        address = _linkable(element.get("src", ""))
        if not address:
            return [inline.escape(alternative)]
        self.notes.append(_("A picture became a link to it."))
        name = alternative or address.rpartition("/")[2] or address
        return [_linked(inline.escape_words(name), address)]

    def text(self, text: str | None) -> str:
        return inline.escape(_collapse(text or ""))


def _linkable(address: str) -> str:
    """`address` if it may stand in Markdown as the target of a link, else nothing."""
    address = address.strip()
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return ""
    if (
        parts.scheme not in {"http", "https"}
        or not host
        or "@" in parts.netloc
        or not host.isascii()
    ):
        return ""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _linked(text: str, address: str) -> str:
    target = f"<{address}>"
    return (
        f"[{text}]({target if '(' in address or ')' in address else address})" if text else target
    )


def _indent(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    marked = [first + lines[0], *((others + line).rstrip() for line in lines[1:])]
    return "\n".join(line.rstrip() for line in marked)
