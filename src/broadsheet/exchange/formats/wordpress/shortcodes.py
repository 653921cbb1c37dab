"""WordPress's shortcodes, ``[name attribute="value"]…[/name]``, found before the text is HTML.

The grammar is that of WordPress (``wp-includes/shortcodes.php``). Every tag is replaced by a mark
between two characters no text holds, so that the HTML parser sees plain text; `Shortcodes.split`
gives the tags back where the text is read.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

OPEN, CLOSE = "\U0010fffc", "\U0010fffd"
KNOWN = {
    "caption",
    "wp_caption",
    "gallery",
    "embed",
    "audio",
    "video",
    "playlist",
    "wpdiscuz-feedback",
    "spoiler",
}

_TAG = re.compile(
    r"\[(\[?)(/?)([a-zA-Z][\w-]{0,40})"
    r"((?:\s+|=)(?:\"[^\"]{0,2000}\"|'[^']{0,2000}'|[^\[\]<>\"'])*?)?(/?)\](\]?)"
)
_ATTRIBUTE = re.compile(
    r'([\w-]+)\s*=\s*(?:"([^"]*)"|\'([^\']*)\'|([^\s"\']+))'
    "|([\\w-]+)\\s*=\\s*[“”″]([^“”″]*)[“”″]"
)
_MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")


@dataclass(frozen=True)
class Shortcode:
    """One tag. `closes` is ``[/name]``."""

    name: str
    written: str
    closes: bool = False
    attributes: dict[str, str] = field(default_factory=dict)

    def numbers(self, attribute: str) -> list[int]:
        """The whole numbers in a list such as ``ids="5,7"``."""
        return [
            int(number) for number in re.findall(r"\d{1,15}", self.attributes.get(attribute, ""))
        ]

    def address(self) -> str:
        """The first address in the tag, under whatever name."""
        match = re.search(r"https?://[^\s\"'\]]+", self.written)
        return match.group() if match else ""


class Shortcodes:
    """The shortcodes of one text, and the text with marks in their place."""

    def __init__(self, text: str) -> None:
        """Find the tags in `text`."""
        self.found: list[Shortcode] = []
        text = text.replace(OPEN, "").replace(CLOSE, "")
        closed = set(re.findall(r"\[/([a-zA-Z][\w-]*)\]", text))
        self.paired = {name for name in closed if re.search(rf"\[{name}[\s\]]", text)}
        self.marked = _TAG.sub(self._replace, text) if "[" in text else text

    def split(self, text: str) -> Iterator[str | Shortcode]:
        """`text` as the words and tags it consists of."""
        for index, part in enumerate(_MARK.split(text)):
            if index % 2:
                yield self.found[int(part)]
            elif part:
                yield part

    def restore(self, text: str) -> str:
        """`text` as it was written, for where shortcodes mean nothing."""
        return _MARK.sub(lambda match: self.found[int(match[1])].written, text)

    def _replace(self, match: re.Match[str]) -> str:
        escaped_before, slash, name, attributes, _self_closing, escaped_after = match.groups()
        if escaped_before and escaped_after:
            return match.group()[1:-1]  # [[name]] shows [name]
        if not self._is_shortcode(name, attributes or ""):
            return match.group()
        tag = self._mark(name, attributes or "", match.group(), closes=bool(slash))
        return f"{escaped_before}{tag}{escaped_after}"

    def _is_shortcode(self, name: str, attributes: str) -> bool:
        """Only a running WordPress knows which names are shortcodes; "[sic]" is none."""
        return name in KNOWN or name in self.paired or "=" in attributes

    def _mark(self, name: str, attributes: str, written: str, *, closes: bool = False) -> str:
        values = {}
        for match in _ATTRIBUTE.finditer(attributes):
            given = (value for value in match.group(2, 3, 4, 6) if value is not None)
            values[(match[1] or match[5]).lower()] = next(given)
        self.found.append(Shortcode(name.lower(), written, closes, values))
        return f"{OPEN}{len(self.found) - 1}{CLOSE}"
