"""How deep JSON is nested, told from its bytes as they come in, before anything parses them."""

import re

_OUTSIDE_STRINGS = re.compile(rb'["\[\]{}]')
_INSIDE_STRINGS = re.compile(rb'["\\]')


class JsonDepth:
    """The depth of one JSON text that comes in pieces.

    Only counts brackets outside strings: whether it is JSON at all is for the parser to say, which this
    keeps from being led into recursion.
    """

    def __init__(self) -> None:
        """Begin before the first byte."""
        self.deepest = 0
        self._depth = 0
        self._is_in_string = False
        self._ends_in_backslash = False

    def read(self, piece: bytes) -> int:
        """Read on, and answer the greatest depth so far; 0 for no array or object at all."""
        position = 1 if self._ends_in_backslash and piece else 0
        self._ends_in_backslash = self._ends_in_backslash and not piece
        while found := self._next(piece, position):
            position = found.end()
            mark = found.group()
            if mark == b'"':
                self._is_in_string = not self._is_in_string
            elif mark == b"\\":
                self._ends_in_backslash = position == len(piece)
                position += 1
            elif mark in b"[{":
                self._depth += 1
                self.deepest = max(self.deepest, self._depth)
            else:
                self._depth -= 1
        return self.deepest

    def _next(self, piece: bytes, position: int) -> re.Match[bytes] | None:
        pattern = _INSIDE_STRINGS if self._is_in_string else _OUTSIDE_STRINGS
        return pattern.search(piece, position)
