"""All that is kept of somebody as one archive (ZIP): as data for programs, and as a page to read.

`everything.json` holds what each app's `Belongings.export` answers, under the app's name; `everything.html` shows
the same without scripts or anything that is fetched; pictures lie beside them. Written in one stream: lists, which
may be iterators, are read item by item, and so neither an archive nor a list has to fit in memory.
"""

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from html import escape
from typing import IO, Any, Final

from django.core.files.storage import default_storage
from django.utils.translation import get_language, get_language_bidi, gettext

from .belongings import all_belongings
from .faces import avatar_path
from .models import User

FORMAT: Final = "broadsheet-export-1"
"""Of `everything.json`: another one where a program that reads this would not understand it any more."""

BESIDE: Final = 1024
"""Characters of text gathered before they are compressed."""

_STYLE: Final = (
    "body{max-width:44em;margin:2em auto;padding:0 1em;font:1em/1.5 Georgia,serif}"
    "dt{font-weight:bold}dd{margin:0 0 .5em 1em;white-space:pre-wrap;overflow-wrap:anywhere}"
    "ol{padding-left:1.5em}li{margin:1em 0;border-top:1px solid #888}"
)


def write_archive(person: User, *, to: IO[bytes], at: datetime) -> None:
    """Write the archive of all that is kept of `person` to the stream `to`, in which nobody need go back."""
    stamp = at.timetuple()[:6]
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:

        def open_entry(name: str) -> IO[bytes]:
            entry = zipfile.ZipInfo(name, date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            return archive.open(entry, "w", force_zip64=True)

        with open_entry("everything.json") as file:
            _write_all(file, _json(_document(person, at)))
        with open_entry("everything.html") as file:
            _write_all(file, _page(person, at))
        _add_picture(person, open_entry)


def _document(person: User, at: datetime) -> dict[str, Any]:
    kept = {one.name: one.export(person) for one in all_belongings()}
    return {"format": FORMAT, "made_at": at.isoformat(), **kept}


def _add_picture(person: User, open_entry: Callable[[str], IO[bytes]]) -> None:
    if not person.avatar:
        return
    try:
        picture = default_storage.open(avatar_path(person.avatar))
    except OSError:
        return  # the file is gone, and there is nothing to take along
    with picture, open_entry(f"pictures/{person.avatar}.webp") as file:
        for chunk in picture.chunks():
            file.write(chunk)


def _write_all(file: IO[bytes], pieces: Iterable[str]) -> None:
    waiting: list[str] = []
    size = 0
    for piece in pieces:
        waiting.append(piece)
        size += len(piece)
        if size > BESIDE:
            file.write("".join(waiting).encode(errors="backslashreplace"))
            waiting, size = [], 0
    file.write("".join(waiting).encode(errors="backslashreplace"))


def _json(value: Any) -> Iterator[str]:
    """`value` as JSON, in pieces."""
    if isinstance(value, Mapping):
        separator = "{"
        for name, item in value.items():
            yield f"{separator}\n{json.dumps(name, ensure_ascii=False)}: "
            yield from _json(item)
            separator = ","
        yield "{}" if separator == "{" else "\n}"
    elif isinstance(value, str) or not isinstance(value, Iterable):
        yield json.dumps(value, ensure_ascii=False)
    else:
        separator = "["
        for item in value:
            yield separator
            yield from _json(item)
            separator = ",\n"
        yield "[]" if separator == "[" else "]"


def _page(person: User, at: datetime) -> Iterator[str]:
    direction = "rtl" if get_language_bidi() else "ltr"
    title = escape(gettext("All that is kept of %(name)s") % {"name": person.name})
    yield f'<!doctype html>\n<html lang="{get_language()}" dir="{direction}"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
    yield "style-src 'unsafe-inline'; img-src 'self'\">"
    yield f"<title>{title}</title><style>{_STYLE}</style></head><body><h1>{title}</h1>"
    if person.avatar:
        yield f'<p><img src="pictures/{escape(person.avatar)}.webp" alt="" width="96"></p>'
    for name, item in _document(person, at).items():
        yield f"<h2>{_label(name)}</h2>"
        yield from _html(item)
    yield "</body></html>\n"


def _html(value: Any) -> Iterator[str]:
    """`value` as HTML, in pieces: a list of names and values, a list of items, or text."""
    if isinstance(value, Mapping):
        yield "<dl>"
        for name, item in value.items():
            yield f"<dt>{_label(name)}</dt><dd>"
            yield from _html(item)
            yield "</dd>"
        yield "</dl>"
    elif isinstance(value, str) or not isinstance(value, Iterable):
        yield escape("–" if value is None else str(value))
    else:
        yield "<ol>"
        for item in value:
            yield "<li>"
            yield from _html(item)
            yield "</li>"
        yield "</ol>"


def _label(name: str) -> str:
    return escape(name.replace("_", " ").capitalize())
