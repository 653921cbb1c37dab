"""Values as PHP's ``serialize()`` writes them, read by the grammar and nothing else.

Numbers, strings, booleans, null and arrays; never objects or references, which PHP would bring to
life. Format: https://www.php.net/manual/en/function.serialize.php (lengths count bytes).
"""

from typing import TypeAlias

Value: TypeAlias = "int | float | str | bool | dict[int | str, Value] | None"

LENGTH = 1_000_000
DEPTH = 20
ELEMENTS = 10_000


class NotSerialised(ValueError):
    """The text is not one whole serialised value of the kinds above, or is too large."""


def unserialise(text: str) -> Value:
    """The value `text` stands for. Refuses, with `NotSerialised`, whatever is not exactly that."""
    source = text.encode("utf-8", "surrogatepass")
    if len(source) > LENGTH:
        raise NotSerialised
    reader = _Reader(source)
    value = reader.value(depth=0)
    if reader.position != len(source):
        raise NotSerialised
    return value


class _Reader:
    def __init__(self, source: bytes) -> None:
        self.source = source
        self.position = 0
        self.elements = 0

    def value(self, *, depth: int) -> Value:
        kind = self.take(1)
        if kind == b"N":
            self.expect(b";")
            return None
        self.expect(b":")
        if kind == b"s":
            return self.string()
        if kind == b"a":
            return self.array(depth=depth + 1)
        if kind == b"b":
            return self.number() == 1
        if kind == b"i":
            return self.number()
        if kind == b"d":
            return self.decimal()
        raise NotSerialised

    def string(self) -> str:
        length = self.number(until=b":")
        if length < 0:
            raise NotSerialised
        self.expect(b'"')
        raw = self.take(length)
        self.expect(b'";')
        try:
            return raw.decode("utf-8")
        except UnicodeDecodeError as error:
            raise NotSerialised from error

    def array(self, *, depth: int) -> dict[int | str, Value]:
        count = self.number(until=b":")
        self.elements += count
        if count < 0 or depth > DEPTH or self.elements > ELEMENTS:
            raise NotSerialised
        self.expect(b"{")
        values: dict[int | str, Value] = {}
        for _index in range(count):
            key = self.value(depth=depth)
            if isinstance(key, bool) or not isinstance(key, int | str):
                raise NotSerialised
            values[key] = self.value(depth=depth)
        self.expect(b"}")
        return values

    def number(self, *, until: bytes = b";") -> int:
        digits = self.up_to(until)
        if not digits.removeprefix(b"-").isdigit():
            raise NotSerialised
        return int(digits)

    def decimal(self) -> float:
        try:
            return float(self.up_to(b";"))
        except ValueError as error:
            raise NotSerialised from error

    def up_to(self, mark: bytes) -> bytes:
        end = self.source.find(mark, self.position, self.position + 32)
        if end < 0:
            raise NotSerialised
        found = self.source[self.position : end]
        self.position = end + 1
        return found

    def take(self, length: int) -> bytes:
        found = self.source[self.position : self.position + length]
        if len(found) != length:
            raise NotSerialised
        self.position += length
        return found

    def expect(self, mark: bytes) -> None:
        if self.take(len(mark)) != mark:
            raise NotSerialised
