"""Quotations: block quotes that say whose words they hold, and can prove it.

A block quote whose last paragraph is nothing but an attribution,

    > the words that were quoted
    >
    > — [Ada Lovelace](/comments/123/)

claims that comment 123 holds these words. The caller's `Attributor` says whether it does. If so, the
quotation shows exactly the words that were asked about, as plain text, under the name and address that the
attributor gives; nothing the writer added (a link, a strike through a word, another name) survives. If not,
it is a block quote like any other, and its attribution is text without a link.

A quotation holds no quotation: of nested block quotes only the innermost are asked about, because real
words around the words of somebody else would lend them their proof.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Final

from markdown_it.token import Token

from broadsheet.core.text import normalise_name

from .addresses import comment_id
from .plain_text import plain_text

MAX_QUOTATIONS: Final = 8
"""How often the attributor is asked about one text; block quotes after that stay unmarked.
Each costs the caller a look at somebody's comment, and nobody answers more people at once."""


@dataclass(frozen=True, kw_only=True)
class Attribution:
    """Who said quoted words, and the permalink path (`/comments/<id>/`) of the comment where they stand."""

    name: str
    url: str


Attributor = Callable[[int, str], Attribution | None]
"""Given a comment's id and words, says who said them there; None if nobody did, or it may not be told."""


@dataclass(frozen=True, kw_only=True)
class Quotation:
    """Words that verifiably stand in comment `comment_id`."""

    comment_id: int
    words: str
    name: str
    url: str


def settle(tokens: list[Token], attribute: Attributor) -> tuple[list[Token], list[Quotation]]:
    """`tokens` with every block quote that can prove its attribution made one token, and what these prove."""
    settled: list[Token] = []
    proven: list[Quotation] = []
    openings: list[int] = []
    asked = 0
    for token in tokens:
        settled.append(token)
        if token.type == "blockquote_open":
            openings.append(len(settled) - 1)
        elif token.type == "blockquote_close":
            start = openings.pop()
            claim = _claim(settled[start + 1 : -1]) if asked < MAX_QUOTATIONS else None
            if claim is None:
                continue
            asked += 1
            attribution = attribute(*claim)
            if attribution:
                quotation = Quotation(
                    comment_id=claim[0],
                    words=claim[1],
                    name=normalise_name(attribution.name),
                    url=attribution.url,
                )
                proven.append(quotation)
                settled[start:] = [_token(quotation)]
    return _without_unproven_links(settled), proven


def _claim(content: list[Token]) -> tuple[int, str] | None:
    """The comment that a block quote names and the words it puts there, if its `content` has that form."""
    if any(token.type in {"blockquote_open", "quotation"} for token in content):
        return None
    *quoted, closing = content or [Token("", "", 0)]
    if closing.type != "paragraph_close":
        return None
    line = quoted.pop()
    named = _named_comment(line.children or [])
    words = plain_text(quoted[:-1])
    return (named, words) if named and words else None


def _named_comment(children: list[Token]) -> int | None:
    """The comment named by an attribution: an em dash, a space, and a link to it, with nothing after."""
    match [child.type for child in children]:
        case ["text", "link_open", *between, "link_close"] if "link_close" not in between:
            pass
        case _:
            return None
    if not re.fullmatch(r"—\s+", children[0].content):
        return None
    return comment_id(str(children[1].attrs["href"]))


def _token(quotation: Quotation) -> Token:
    """The one token that stands for a proven quotation; its content is HTML that only we write."""
    paragraphs = [
        "<p>" + escape(paragraph).replace("\n", "<br>\n") + "</p>\n"
        for paragraph in re.split("\n{2,}", quotation.words)
    ]
    name = f"<bdi>{escape(quotation.name)}</bdi>"  # a name's direction ends with the name (UAX #9)
    cite = f'<cite><a href="{escape(quotation.url)}">{name}</a></cite>'
    html = f'<blockquote class="quotation">{"".join(paragraphs)}{cite}</blockquote>\n'
    return Token("quotation", "", 0, content=html, block=True, meta={"quotation": quotation})


def _without_unproven_links(tokens: list[Token]) -> list[Token]:
    """Take links to comments out of block quotes: there they would look like a source that was checked."""
    depth = 0
    for token in tokens:
        depth += token.nesting if token.type in {"blockquote_open", "blockquote_close"} else 0
        if depth and token.children:
            token.children = _without_comment_links(token.children)
    return tokens


def _without_comment_links(children: list[Token]) -> list[Token]:
    kept: list[Token] = []
    dropping = False
    for child in children:
        if child.type == "link_open":
            dropping = comment_id(str(child.attrs["href"])) is not None
        if not (dropping and child.type in {"link_open", "link_close"}):
            kept.append(child)
    return kept
