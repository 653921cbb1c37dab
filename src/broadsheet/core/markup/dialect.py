"""The Markdown that readers may use: CommonMark without headings, images, rules, references and HTML."""

import re
from collections.abc import Callable
from typing import Final

from linkify_it import LinkifyIt
from linkify_it.main import Match
from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline, link
from markdown_it.token import Token

from broadsheet.core.text import is_visible

from .addresses import may_be_linked

BLOCKS: Final = ["blockquote", "list", "fence", "code"]
INLINES: Final = [
    "emphasis",
    "strikethrough",
    "backticks",
    "link",
    "autolink",
    "linkify",
    "escape",
    "entity",
    "newline",
]

MAX_NESTING: Final = 20
"""The parser's own limit. It drops what is nested deeper without a word, so `MAX_DEPTH` must keep us from it."""

MAX_DEPTH: Final = 16
"""Levels of block quotes (1 each) and lists (2 each); deeper marks stay text. Also the depth of emphasis."""

LONGEST_ADDRESS: Final = 2000
"""Characters of a bare address; a longer one stays text."""

MAX_BRACKETS: Final = 400
"""Opening brackets in one paragraph; with more of them none makes a link. Each is searched for its closing one."""

_OPENINGS: Final = {"em_open", "strong_open", "s_open"}
_CLOSINGS: Final = {"em_close", "strong_close", "s_close"}

_WEB_SCHEME = re.compile(r"(?:^|[^a-z0-9.+-])(https?)$", re.IGNORECASE)

BlockRule = Callable[[StateBlock, int, int, bool], bool]


class BareAddresses(LinkifyIt):
    """Finds `https://…`, `www.…` and `name@host.example` in running text.

    Not `host.example` alone, because a forgotten space makes one ("He saw it.So did I").
    """

    def __init__(self) -> None:
        super().__init__(options={"fuzzy_link": False, "fuzzy_email": True})
        self.add("ftp:", None)
        self.add("//", None)
        self.add("www.", {"validate": self.length_after_www, "normalize": self.complete_www})

    def test_schema_at(self, text: str, name: str, position: int) -> int:
        """How many characters of `text` from `position`, after the prefix `name`, belong to an address; else 0.

        Looks at `LONGEST_ADDRESS` characters only: addresses in addresses would be read to the end each time.
        """
        before = position - len(name) - 1
        if name.lower() == "www." and before >= 0 and text[before] in "./:@-":
            return 0
        rest = text[position : position + LONGEST_ADDRESS]
        length: int = super().test_schema_at(rest, name, 0)
        return length if length < LONGEST_ADDRESS else 0

    def length_after_www(self, text: str, position: int) -> int:
        """The same for "www.": whatever makes an address after "http://www.", if its host has one more dot."""
        prefix = "//www."
        rest = prefix + text[position:]
        length = max(0, super().test_schema_at(rest, "http:", 0) - len(prefix))
        host = rest[: len(prefix) + length].split("/")[2]
        return length if host.count(".") > 1 else 0

    def complete_www(self, match: Match) -> None:
        """Give a `www.` address its scheme."""
        match.url = "http://" + match.url


_BARE_ADDRESSES: Final = BareAddresses()


class Dialect(MarkdownIt):
    """A parser of readers' Markdown. Holds no state between texts, so one serves all threads."""

    def __init__(self) -> None:
        super().__init__(
            "zero", {"maxNesting": MAX_NESTING, "breaks": True, "linkify": True, "html": False}
        )
        self.linkify = _BARE_ADDRESSES
        self.enable([*BLOCKS, *INLINES])
        # `alt` names the rules a block may interrupt, as markdown-it's parser_block.py lists them.
        self.block.ruler.at(
            "blockquote", _no_deeper(blockquote), {"alt": ["paragraph", "blockquote", "list"]}
        )
        self.block.ruler.at("list", _no_deeper(list_block), {"alt": ["paragraph", "blockquote"]})
        self.inline.ruler.at("link", _few_brackets)
        self.inline.ruler.at("linkify", _bare_address)
        self.core.ruler.push("flatten_emphasis", _flatten_emphasis)
        self.core.ruler.push("name_empty_links", _name_empty_links)

    def validateLink(self, url: str) -> bool:  # noqa: N802  # the library's name
        """Whether `url` may become a link."""
        return may_be_linked(url)

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802
        """A bare address is shown as it was written: a decoded one could pass for another site."""
        return link


def _no_deeper(rule: BlockRule) -> BlockRule:
    def bounded(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
        return state.level < MAX_DEPTH and rule(state, start_line, end_line, silent)

    return bounded


def _few_brackets(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """The parser's rule for `[text](address)`, unless a paragraph is made of brackets."""
    if state.src[state.pos] != "[" or state.src.count("[") > MAX_BRACKETS:
        return False
    return link(state, silent)


def _bare_address(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Take `https://…` as one piece before emphasis looks at its underscores and stars.

    In place of the parser's own rule, which reads everything written so far at each "://".
    """
    if state.linkLevel or not state.src.startswith("://", state.pos):
        return False
    scheme = _WEB_SCHEME.search(state.pending[-6:])
    if not scheme:
        return False
    start = state.pos - len(scheme[1])
    length = _BARE_ADDRESSES.test_schema_at(state.src, scheme[1] + ":", state.pos + 1)
    # A star at the end closes emphasis around the address.
    written = state.src[start : state.pos + 1 + length].rstrip("*")
    address = state.md.normalizeLink(written)
    if not length or not state.md.validateLink(address):
        return False
    if not silent:
        state.pending = state.pending[: -len(scheme[1])]
        state.push("link_open", "a", 1).attrs = {"href": address}
        state.push("text", "", 0).content = written
        state.push("link_close", "a", -1)
    state.pos = start + len(written)
    return True


def _flatten_emphasis(state: StateCore) -> None:
    """Drop emphasis inside emphasis beyond `MAX_DEPTH`: browsers give up on trees thousands of elements deep."""
    for token in state.tokens:
        depth = 0
        kept: list[Token] = []
        for child in token.children or []:
            depth += child.type in _OPENINGS
            if depth <= MAX_DEPTH or child.type not in _OPENINGS | _CLOSINGS:
                kept.append(child)
            depth -= child.type in _CLOSINGS
        if token.children:
            token.children = kept


def _name_empty_links(state: StateCore) -> None:
    """A link that shows nothing shows its address, so that everybody sees it and can be told of it."""
    for token in state.tokens:
        named: list[Token] = []
        shown = ""
        address = ""
        for child in token.children or []:
            if child.type == "link_open":
                address, shown = str(child.attrs["href"]), ""
            elif child.type == "link_close" and not is_visible(shown):
                named.append(Token("text", "", 0, content=address))
            shown += child.content
            named.append(child)
        if token.children:
            token.children = named
