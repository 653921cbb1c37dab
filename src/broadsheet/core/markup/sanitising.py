"""The last gate before readers' words become a page: HTML in which only what is listed here remains.

Markdown without raw HTML should not let anything else through; this holds if it does. Two traps of nh3
shape the settings: without the key `"*"` in `attributes` it lets `title` and `lang` pass on every element;
and addresses that it takes for relative (`javascript:…` after a U+2028, `192.168.0.1:8000`) pass unless
`attribute_filter` stops them.
"""

from typing import Final

import nh3

from .addresses import may_be_linked

ELEMENTS: Final = frozenset(
    {
        "a",
        "bdi",
        "blockquote",
        "br",
        "cite",
        "code",
        "em",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "strong",
        "ul",
    }
)
ATTRIBUTES: Final = {"*": set[str](), "a": {"href"}, "blockquote": {"class"}, "ol": {"start"}}
SCHEMES: Final = {"http", "https", "mailto"}
LINK_REL: Final = "nofollow ugc noopener noreferrer"
"""HTML Living Standard, section 4.6.6: not endorsed, written by a user, no way back to our window, no referrer."""

DROPPED_WITH_CONTENT: Final = {
    *(
        "script",
        "style",
        "iframe",
        "noscript",
        "template",
        "svg",
        "math",
        "title",
        "textarea",
        "xmp",
    ),
    *("noembed", "noframes", "plaintext", "select"),
}
"""Elements whose content is no text, or is parsed by other rules: the ground of mutation XSS."""


def sanitise(html: str) -> str:
    """`html` with only the listed elements and attributes, every link marked as a reader's.

    Sanitising the result again changes nothing, as long as `html` is what the dialect's renderer wrote.
    """
    return _CLEANER.clean(html)


def _keep(_element: str, attribute: str, value: str) -> str | None:
    match attribute:
        case "href":
            return value if may_be_linked(value) else None
        case "class":
            return value if value == "quotation" else None
        case _:
            return value


_CLEANER: Final = nh3.Cleaner(
    tags=ELEMENTS,
    attributes=ATTRIBUTES,
    attribute_filter=_keep,
    url_schemes=SCHEMES,
    link_rel=LINK_REL,
    clean_content_tags=DROPPED_WITH_CONTENT,
)
