"""Which kind of file it is."""

from enum import StrEnum

from django.utils.translation import gettext_lazy as _

from .refusals import NotReadable

LARGEST_FILE = 16 * 1024 * 1024


class Format(StrEnum):
    """What banks write statements in."""

    CAMT053 = "camt.053"
    MT940 = "MT940"
    CSV = "CSV"


def format_of(content: bytes) -> Format:
    """What `content` is written in, going by its beginning. Raises `NotReadable`."""
    if len(content) > LARGEST_FILE:
        raise NotReadable(_("This file is too large. Please export a shorter time."))
    if content[:2] == b"PK":
        raise NotReadable(_("This is a ZIP file. Please unpack it, and choose the files in it."))
    if content[:5] == b"%PDF-":
        raise NotReadable(_("This is a PDF. Please export camt.053, MT940 or CSV instead."))
    start = content[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    if start.startswith(b"<"):
        return Format.CAMT053
    if b":20:" in start or b":25:" in start:
        return Format.MT940
    return Format.CSV
