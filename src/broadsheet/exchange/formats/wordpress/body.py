"""An article's HTML as the blocks of an article here.

One walk through the tree that a browser would build (html5lib). Words are never dropped without a
note; what an article here cannot show is shown as near to it as can be, and noted.
"""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

import html5lib
from django.utils.translation import gettext as _

from broadsheet.exchange.archive import ArchivedPhoto, Block, Heading, Paragraph, Quote
from broadsheet.exchange.formats.wordpress import figures, leaves, marks
from broadsheet.exchange.formats.wordpress.draft import Draft, Source, inline_html
from broadsheet.exchange.formats.wordpress.figures import classes, text_of
from broadsheet.exchange.formats.wordpress.links import link
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.plain import plain
from broadsheet.exchange.formats.wordpress.shortcodes import Shortcode, Shortcodes
from broadsheet.exchange.formats.wordpress.site import Site

DEPTH = 120
"""Elements within each other; a page built with every tool there is reaches 40."""

STYLES = {
    "strong": "strong", "b": "strong", "em": "em", "i": "em", "cite": "em", "dfn": "em", "var": "em",
    "code": "code", "kbd": "code", "tt": "code", "samp": "code", "s": "s", "strike": "s", "del": "s",
    "sub": "sub", "sup": "sup",
}  # fmt: skip
PLAIN = {
    "span",
    "font",
    "time",
    "bdi",
    "bdo",
    "wbr",
    "label",
    "data",
    "ruby",
    "rt",
    "rp",
    "output",
    "nobr",
}
UNSTYLED = {"u", "ins", "mark", "small", "big", "blink", "marquee"}
ELSEWHERE = {"iframe", "embed", "object", "video", "audio", "applet"}
UNSEEN = {"script", "style", "link", "meta", "noscript", "template", "title", "base"}
FORMS = {"input", "select", "textarea", "button", "datalist", "meter", "progress"}

Kind: TypeAlias = Callable[[Draft, Element, int], None]


@dataclass
class Body:
    """The blocks of one article, and the pictures in it that no attachment records."""

    blocks: tuple[Block, ...]
    photos: tuple[ArchivedPhoto, ...]


def body(html: str, *, site: Site, notes: Notes, attached: tuple[int, ...] = ()) -> Body:
    """The body that `html` is; `attached` are the pictures a ``[gallery]`` without numbers shows."""
    html = html.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
    source = Source(Shortcodes(html), site, notes, attached, keeps_lines="<!-- wp:" not in html)
    draft = Draft(source)
    tree = html5lib.parseFragment(source.shortcodes.marked, namespaceHTMLElements=False)
    inside(draft, tree, 0)
    return Body(tuple(draft.finish()), tuple(source.photos.values()))


def inside(draft: Draft, element: Element, depth: int) -> None:
    """Walk through what `element` holds."""
    words(draft, element.text or "")
    for child in element:
        step(draft, child, depth + 1)
        words(draft, child.tail or "")


def step(draft: Draft, element: Element, depth: int) -> None:
    """Walk into `element`, as its kind asks."""
    tag: Any = element.tag
    if not isinstance(tag, str):
        marks.comment(draft, draft.source.shortcodes.restore(element.text or ""))
    elif depth > DEPTH:
        draft.notes.changed(_("Nesting"), _("What is nested too deeply is shown as plain text."))
        draft.say(draft.source.shortcodes.restore(" ".join(element.itertext())))
    else:
        if element.get("style") or "align" in element.get("class", "") or element.get("align"):
            detail = _("Colours, sizes and alignment are left to the newspaper's design.")
            draft.notes.changed(_("Looks"), detail)
        KINDS.get(tag, _unknown)(draft, element, depth)


def words(draft: Draft, text: str) -> None:
    """Running text, where shortcodes may stand."""
    for part in draft.source.shortcodes.split(text):
        if isinstance(part, Shortcode):
            leaves.shortcode(draft, part)
        elif draft.source.keeps_lines:
            draft.lines(part)
        else:
            draft.say(part)


# Elements


def _block(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    inside(draft, element, depth)
    draft.end_paragraph()


def _style(draft: Draft, element: Element, depth: int) -> None:
    draft.run.start(STYLES[element.tag])
    inside(draft, element, depth)
    draft.run.end()


def _link(draft: Draft, element: Element, depth: int) -> None:
    address = link(draft, element)
    if not address:
        inside(draft, element, depth)
        return
    draft.run.start("a", f' href="{escape(address)}"')
    inside(draft, element, depth)
    draft.run.end()


def _unstyled(draft: Draft, element: Element, depth: int) -> None:
    detail = _("Text styled as <%(tag)s> is shown as plain text.") % {"tag": element.tag}
    draft.notes.changed(_("Text styles"), detail)
    inside(draft, element, depth)


def _abbreviation(draft: Draft, element: Element, depth: int) -> None:
    if element.get("title"):
        detail = _("The explanation “%(title)s” behind “%(words)s” is left out.")
        draft.notes.left_out(
            _("Abbreviations"), detail % {"title": element.get("title"), "words": text_of(element)}
        )
    inside(draft, element, depth)


def _short_quote(draft: Draft, element: Element, depth: int) -> None:
    draft.say("“")
    inside(draft, element, depth)
    draft.say("”")


def _heading(draft: Draft, element: Element, _depth: int) -> None:
    draft.end_paragraph()
    written = int(element.tag[1])
    level = min(max(written, 2), 4)
    if text := draft.source.shortcodes.restore(text_of(element)):
        if level != written:
            detail = _("A heading of level %(written)d became one of level %(level)d.")
            draft.notes.changed(_("Headings"), detail % {"written": written, "level": level})
        if any(True for _a in element.iter("a")):
            draft.notes.changed(_("Links"), _("A link in a heading became plain text."))
        draft.add(Heading(level=level, text=text))
    for picture in element.iter("img"):
        figures.image(draft, picture)


def _list(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    items, others = [], []
    for child in [None, *element]:
        part = draft.part()
        if child is not None:
            (inside if child.tag == "li" else step)(part, child, depth + 1)
            part.end_paragraph()
        words(part, (element.text if child is None else child.tail) or "")
        html, more = inline_html(part.finish())
        items += [f"<li>{html}</li>"] if html else []
        others += more
    if element.get("start", "1") != "1" or element.get("reversed") is not None:
        draft.notes.changed(_("Lists"), _("A numbered list begins at 1."))
    if items:
        tag = "ol" if element.tag == "ol" else "ul"
        draft.add(Paragraph(html=f"<{tag}>{''.join(items)}</{tag}>"))
    for block in others:
        draft.add(block)


def _quote(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    sources = [c for c in element if c.tag in {"cite", "footer"}]
    attribution = draft.source.shortcodes.restore(" ".join(text_of(c) for c in sources))
    tails = [c.tail or "" for c in sources]
    for child in sources:
        element.remove(child)
    part = draft.part()
    inside(part, element, depth)
    words(part, "".join(tails))
    blocks = part.finish()
    html = "".join(b.html for b in blocks if isinstance(b, Paragraph))
    html += "".join(
        f"<p>{escape(b.text, quote=False)}</p>" for b in blocks if isinstance(b, Heading)
    )
    mark = marks.innermost(draft)
    is_pulled = bool(mark and mark.name == "pullquote") or "wp-block-pullquote" in classes(element)
    if html:
        draft.add(Quote(html=html, attribution=attribution, is_pulled=is_pulled))
    elif attribution:
        draft.say(attribution)
        draft.end_paragraph()
    for block in blocks:
        if not isinstance(block, Paragraph | Heading):
            draft.add(block)


def _table(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    rows, others = [], []
    for row in element.iter("tr"):
        cells = []
        for cell in row:
            part = draft.part()
            step_into = inside if cell.tag in {"td", "th"} else step
            step_into(part, cell, depth + 3)
            html, more = inline_html(part.finish())
            html = escape(plain(html), quote=False) if "<li>" in html or "<br/>" in html else html
            cells += [f"<strong>{html}</strong>" if cell.tag == "th" else html] if html else []
            others += more
        rows += [f"<li>{' · '.join(cells)}</li>"] if cells else []
    for caption in element.iter("caption"):
        _block(draft, caption, depth + 1)
    if rows:
        draft.notes.changed(_("Tables"), _("A table became a list, one item for each row."))
        draft.add(Paragraph(html=f"<ul>{''.join(rows)}</ul>"))
    for block in others:
        draft.add(block)


def _figure(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    if "wp-block-embed" in " ".join(classes(element)):
        for part in element:
            if part.tag == "div" and text_of(part).startswith(("http://", "https://")):
                draft.link_alone(text_of(part))
            else:
                step(draft, part, depth + 1)
        draft.end_paragraph()
    elif any(
        True for tag in ("table", "blockquote", "pre", *ELSEWHERE) for _e in element.iter(tag)
    ) or not (figures.figure(draft, element, marks.innermost(draft))):
        _block(draft, element, depth)


def _folded(draft: Draft, element: Element, depth: int) -> None:
    draft.notes.changed(_("Folded parts"), _("A part that readers could fold is always open."))
    _block(draft, element, depth)


def _strong_line(draft: Draft, element: Element, depth: int) -> None:
    draft.end_paragraph()
    draft.run.start("strong")
    inside(draft, element, depth)
    draft.run.end()
    draft.end_paragraph()


def _unknown(draft: Draft, element: Element, depth: int) -> None:
    detail = _("<%(tag)s> is nothing a newspaper shows; its words stay.") % {"tag": element.tag}
    draft.notes.changed(_("Unknown elements"), detail)
    inside(draft, element, depth)


KINDS: dict[str, Kind] = {
    **dict.fromkeys(STYLES, _style),
    **dict.fromkeys(PLAIN, inside),
    **dict.fromkeys(UNSTYLED, _unstyled),
    **dict.fromkeys(ELSEWHERE, leaves.elsewhere),
    **dict.fromkeys(UNSEEN | FORMS | {"svg", "math"}, leaves.unseen),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("abbr", "acronym"), _abbreviation),
    **dict.fromkeys(("ul", "ol", "menu", "dir"), _list),
    **dict.fromkeys(
        (
            "p", "div", "section", "article", "aside", "header", "footer", "main", "nav", "center",
            "address", "form", "fieldset", "legend", "figcaption", "dl", "dd", "hgroup", "caption",
            "li", "picture", "source", "td", "th", "tr", "tbody", "thead", "tfoot", "html", "body",
        ),
        _block,
    ),
    "a": _link, "br": leaves.line_break, "blockquote": _quote, "details": _folded, "dt": _strong_line,
    "figure": _figure, "hr": leaves.rule, "img": figures.image, "pre": leaves.preformatted, "q": _short_quote,
    "summary": _strong_line, "table": _table,
}  # fmt: skip
