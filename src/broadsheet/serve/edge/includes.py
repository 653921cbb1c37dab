"""Pages put together from parts, each kept and forgotten by itself (ESI Language Specification 1.0, W3C 2001).

Of that language we speak one word: ``<esi:include src="/discussions/article:1/part/?$(QUERY_STRING)"/>``.
"""

import html
import re

INCLUDE = re.compile(rb'<esi:include src="([^"<>]{1,1000})"\s*/>')
QUERY = b"$(QUERY_STRING)"


def passes_query_on(body: bytes) -> bool:
    """Whether an include of `body` is asked for with the page's query: the rest of the page then reads none."""
    return QUERY in b"".join(split(body)[1::2])


def split(body: bytes) -> list[bytes]:
    """Cut `body` at its includes: words, address, words, address, words."""
    return INCLUDE.split(body)


def address_of(source: bytes, query: bytes) -> tuple[str, bytes]:
    """The path and the query of an include on a page that was asked for with `query`."""
    path, _, its_query = html.unescape(source.decode()).partition("?")
    return path, its_query.encode().replace(QUERY, query)
