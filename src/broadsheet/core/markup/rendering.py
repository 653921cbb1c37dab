"""From what a reader wrote to what everybody may see, in one function."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Final

from markdown_it.token import Token

from broadsheet.core.text import normalise

from .addresses import is_absolute
from .dialect import Dialect
from .plain_text import plain_text
from .quotations import Attribution, Attributor, settle
from .sanitising import sanitise

MAX_LENGTH: Final = 10_000
"""Characters of Markdown. The worst text tried takes about a quarter of a second at this length."""

VERSION: Final = 1
"""Of what `render` makes: one more whenever the same words come out as other HTML.

What is stored is then made anew.
"""

_HREF = re.compile(r'<a href="([^"]*)"')


@dataclass(frozen=True, kw_only=True)
class Rendered:
    """Readers' words, made safe and understood."""

    html: str
    """Safe to put into any page as it is."""

    text: str
    """All of it as plain text, quoted words included: for search, excerpts and mail. Escape it in HTML."""

    own_words: str
    """The plain text outside block quotes: what the writer says, and can be quoted for."""

    links: tuple[str, ...]
    """The absolute addresses it links to (http, https, mailto), each once, in order."""

    quotations: tuple[int, ...]
    """The ids of the comments it verifiably quotes, each once, in order."""


def render(source: str, *, attribute: Attributor | None = None) -> Rendered:
    """What `source`, a reader's Markdown, becomes on the page; `attribute` says which quotations are true.

    Raises ValueError if `source` is longer than `MAX_LENGTH` characters: check first, and refuse kindly.
    """
    if len(source) > MAX_LENGTH:
        raise ValueError(f"{len(source)} characters are more than {MAX_LENGTH}")

    tokens, proven = settle(_DIALECT.parse(normalise(source)), attribute or _nobody)
    html = sanitise(_DIALECT.renderer.render(tokens, _DIALECT.options, {})).strip()
    addresses = (unescape(address) for address in _HREF.findall(html))
    return Rendered(
        html=html,
        text=plain_text(tokens),
        own_words=plain_text(tokens, with_quotes=False),
        links=tuple(dict.fromkeys(address for address in addresses if is_absolute(address))),
        quotations=tuple(dict.fromkeys(quotation.comment_id for quotation in proven)),
    )


def _nobody(_comment_id: int, _words: str) -> Attribution | None:
    return None


def _quotation(
    _renderer: object, tokens: list[Token], index: int, _options: object, _env: object
) -> str:
    return tokens[index].content


_DIALECT: Final = Dialect()
_DIALECT.add_render_rule("quotation", _quotation)
