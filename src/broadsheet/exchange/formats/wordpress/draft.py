"""The body of an article while it is put together."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import ArchivedPhoto, Block, Figure, Paragraph
from broadsheet.exchange.formats.wordpress.editor_blocks import EditorMark
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.plain import plain
from broadsheet.exchange.formats.wordpress.run import Run
from broadsheet.exchange.formats.wordpress.shortcodes import Shortcode, Shortcodes
from broadsheet.exchange.formats.wordpress.site import Site

_ADDRESS_ALONE = re.compile(r"\s*https?://[^\s<>\"]+\s*")


@dataclass
class Source:
    """What all parts of one article share. `keeps_lines`: line breaks count, as in old articles."""

    shortcodes: Shortcodes
    site: Site
    notes: Notes
    attached: tuple[int, ...] = ()
    keeps_lines: bool = False
    photos: dict[str, ArchivedPhoto] = field(default_factory=dict)
    marks: list[tuple[EditorMark, int, int]] = field(default_factory=list)
    said: int = 0
    pictures: int = 0


@dataclass
class Capture:
    """What was there before a shortcode that encloses something, until its end."""

    shortcode: Shortcode
    run: Run
    blocks: list[Block]
    after: list[Block]


class Draft:
    """Blocks and the paragraph in the making; a part of an article has a draft of its own."""

    def __init__(self, source: Source) -> None:
        """Begin with nothing."""
        self.source = source
        self.notes = source.notes
        self.run = Run()
        self.blocks: list[Block] = []
        self.after: list[Block] = []
        self.captures: list[Capture] = []

    def part(self) -> "Draft":
        """A new draft for something inside this one: a list's item, a quotation, a table's cell."""
        return Draft(self.source)

    def add(self, block: Block) -> None:
        """Let `block` follow what is there; within a sentence, follow its end."""
        self.source.said += 1
        (self.after if self.run.is_visible else self.blocks).append(block)

    def end_paragraph(self) -> None:
        """Close the paragraph in the making, if there is one."""
        if html := self.run.take():
            self.blocks.append(Paragraph(html=f"<p>{html}</p>"))
        self.blocks += self.after
        self.after = []

    def say(self, text: str) -> None:
        """Add words as they are."""
        if text and not text.isspace():
            self.source.said += 1
        self.run.text(text)

    def lines(self, text: str) -> None:
        """Add words in which an empty line ends a paragraph and a line's end breaks it.

        These are the rules of WordPress's ``wpautop``. An address alone on its line is an embed.
        """
        for number, paragraph in enumerate(re.split(r"\n[ \t]*(?:\n[ \t]*)+", text)):
            if number:
                self.end_paragraph()
            for index, line in enumerate(paragraph.split("\n")):
                if index:
                    self.run.line_break()
                if not self.run.is_visible and _ADDRESS_ALONE.fullmatch(line):
                    self.link_alone(line.strip())
                else:
                    self.say(line)

    def link_alone(self, address: str) -> None:
        """Something from elsewhere that was shown in place becomes a link to it."""
        absolute = self.source.site.absolute(address)
        if not absolute:
            return
        self.end_paragraph()
        target = escape(absolute)
        self.add(Paragraph(html=f'<p><a href="{target}">{target}</a></p>'))
        detail = _("What was shown from %(address)s is a link to it.")
        self.notes.changed(_("Embeds"), detail % {"address": absolute[:300]})

    # Shortcodes that enclose something

    def begin_capture(self, shortcode: Shortcode) -> None:
        """Set aside what is there; what follows belongs to `shortcode`."""
        self.captures.append(Capture(shortcode, self.run, self.blocks, self.after))
        self.run, self.blocks, self.after = Run(), [], []

    def end_capture(self) -> tuple[Shortcode, list[Block], str]:
        """Take up what was set aside; answer what was enclosed: its pictures, and its words."""
        self.end_paragraph()
        blocks = self.blocks
        capture = self.captures.pop()
        opened = self.run.open
        self.run, self.blocks, self.after = capture.run, capture.blocks, capture.after
        self.run.open += opened
        figures: list[Block] = [block for block in blocks if not isinstance(block, Paragraph)]
        texts = [plain(block.html) for block in blocks if isinstance(block, Paragraph)]
        return capture.shortcode, figures, " ".join(texts)

    def finish(self) -> list[Block]:
        """Everything, also what a shortcode without an end had set aside."""
        while self.captures:
            self.end_paragraph()
            enclosed = self.blocks
            capture = self.captures.pop()
            self.run, self.blocks, self.after = capture.run, capture.blocks, capture.after
            self.end_paragraph()
            self.blocks += enclosed
        self.end_paragraph()
        return self.blocks

    def figures(self) -> Iterator[Figure]:
        """The photos among what is there."""
        return (block for block in self.blocks if isinstance(block, Figure))


def inline_html(blocks: list[Block]) -> tuple[str, list[Block]]:
    """The paragraphs and lists among `blocks` as one text, and the blocks that are neither."""
    texts: list[str] = []
    lists: list[str] = []
    others: list[Block] = []
    for block in blocks:
        if not isinstance(block, Paragraph):
            others.append(block)
        elif block.html.startswith("<p>"):
            texts.append(block.html.removeprefix("<p>").removesuffix("</p>"))
        else:
            lists.append(block.html)
    return "<br/>".join(texts) + "".join(lists), others
