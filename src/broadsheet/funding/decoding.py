"""Text that some other program wrote, in whatever encoding. Pure."""

import codecs

_ENCODINGS = ("utf-8-sig", "cp1252")
_LOOKED_AT = 1_000


class NoText(ValueError):
    """It is no text in any encoding, but a picture or a program."""


def decoded(content: bytes) -> str:
    """Read UTF-8, UTF-16, else Windows-1252, else what of it there is in Latin 1. Raises `NoText` at a NUL.

    UTF-16 is known by its mark, or by the half of it that is NUL where there is none.
    """
    wide = _wide(content)
    text = _narrow(content) if wide is None else content.decode(wide, errors="replace")
    if "\0" in text:
        raise NoText
    return text


def _wide(content: bytes) -> str | None:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    start = content[:_LOOKED_AT]
    if len(start) > 1 and not any(start[1::2]):
        return "utf-16-le"
    return "utf-16-be" if len(start) > 1 and not any(start[::2]) else None


def _narrow(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
