"""The block editor's own marks: comments around the HTML, ``<!-- wp:image {"id":5} -->``.

The grammar is that of WordPress's parser (``class-wp-block-parser.php``). The HTML between the marks
says nearly everything; the marks say what is missing when there is no HTML, and the numbers of
pictures.
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any

_MARK = re.compile(
    r"\s*(?P<closes>/)?wp:(?P<name>[a-z][a-z0-9_-]*(?:/[a-z][a-z0-9_-]*)?)\s*"
    r"(?P<attributes>\{.*\})?\s*(?P<alone>/)?\s*",
    re.DOTALL,
)

KEPT = {
    "paragraph", "heading", "list", "list-item", "quote", "image", "gallery", "separator", "code",
    "preformatted", "verse", "pullquote", "freeform", "classic", "html", "more", "nextpage",
    "shortcode", "embed", "table", "footnotes", "button", "audio", "video", "file", "spacer", "block",
}  # fmt: skip
"""What an article here has as well, or what the walk through the HTML speaks about itself."""


@dataclass(frozen=True)
class EditorMark:
    """One mark: the beginning or end of a block, or a block without contents (`is_alone`)."""

    name: str
    closes: bool = False
    is_alone: bool = False
    attributes: dict[str, Any] = field(default_factory=dict)

    @property
    def is_kept(self) -> bool:
        """Whether nothing need be said about the block itself."""
        return self.name in KEPT or self.name.startswith("core-embed/")

    def number(self, *names: str) -> int:
        """The first attribute among `names` that is a whole number, else 0."""
        values = (self.attributes.get(name) for name in names)
        return next((value for value in values if isinstance(value, int) and value > 0), 0)

    def address(self) -> str:
        """The address the block shows, if it names one."""
        url = self.attributes.get("url", "")
        return url if isinstance(url, str) else ""


def editor_mark(comment: str) -> EditorMark | None:
    """The mark an HTML comment is, or None."""
    match = _MARK.fullmatch(comment)
    if not match:
        return None
    try:
        attributes = json.loads(match["attributes"] or "{}")
    except (ValueError, RecursionError):
        attributes = {}
    return EditorMark(
        name=match["name"].removeprefix("core/"),
        closes=bool(match["closes"]),
        is_alone=bool(match["alone"]),
        attributes=attributes,
    )
