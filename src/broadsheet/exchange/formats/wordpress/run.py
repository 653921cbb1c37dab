"""Running text while it is put together: a paragraph's HTML, of nothing but what `Paragraph` allows."""

import re
from html import escape

_SPACES = re.compile(r"[ \t\n\r\f]+")
BREAK = "<br/>"


class Run:
    """One paragraph in the making. Tags are written only around text, so none stands empty."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.parts: list[str] = []
        self.open: list[tuple[str, str]] = []
        self.written = 0
        self.is_visible = False

    def text(self, text: str) -> None:
        """Add words; white space is one space, as in a browser."""
        text = _SPACES.sub(" ", text)
        if not self.parts or self.parts[-1] == BREAK or self.parts[-1].endswith(" "):
            text = text.lstrip(" ")
        if not text:
            return
        for tag, attributes in self.open[self.written :]:
            self.parts.append(f"<{tag}{attributes}>")
        self.written = len(self.open)
        self.parts.append(escape(text, quote=False))
        self.is_visible = self.is_visible or not text.isspace()

    def start(self, tag: str, attributes: str = "") -> None:
        """Begin an inline element."""
        self.open.append((tag, attributes))

    def end(self) -> None:
        """End the inline element begun last."""
        tag, _attributes = self.open.pop()
        if self.written > len(self.open):
            self.parts.append(f"</{tag}>")
            self.written = len(self.open)

    def line_break(self) -> None:
        """Begin a new line, unless there is nothing before it."""
        if self.is_visible:
            self.parts.append(BREAK)

    def take(self) -> str:
        """The HTML so far, without a paragraph around it; elements still open begin anew after it."""
        while self.parts and (self.parts[-1] == BREAK or self.parts[-1].isspace()):
            self.parts.pop()
        for tag, _attributes in reversed(self.open[: self.written]):
            self.parts.append(f"</{tag}>")
        html = "".join(self.parts).strip() if self.is_visible else ""
        self.parts, self.written, self.is_visible = [], 0, False
        return html
