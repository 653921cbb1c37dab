"""Single lines out of WordPress: names, titles, dates, addresses.

WordPress keeps HTML where it means a plain line; entities are decoded exactly once.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import html5lib
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email

UNSEEN = {"script", "style", "template", "noscript", "iframe", "object", "title", "svg", "math"}
WEBSITE_LENGTH = 200
_is_web_address = URLValidator(schemes=["http", "https"])


def plain(html: str) -> str:
    """What a reader sees of `html`, on one line."""
    if "<" in html or "&" in html:
        html = "".join(_seen(html5lib.parseFragment(html, namespaceHTMLElements=False)))
    return " ".join(html.split())


def _seen(tree: Element) -> Iterator[str]:
    """The texts of a tree, without those that no browser shows."""
    steps: list[Element | str] = [tree]
    while steps:
        step = steps.pop()
        if isinstance(step, str):
            yield step
            continue
        tag: Any = step.tag  # a function, for comments
        if isinstance(tag, str) and tag not in UNSEEN:
            following = [part for child in step for part in (child, child.tail or "")]
            steps.extend(reversed([step.text or "", *following]))


def moment(gmt: str, *, local: str = "", published: str = "") -> datetime | None:
    """The moment a database date in GMT says, or an RSS date, or the site's own clock.

    WordPress writes ``0000-00-00 00:00:00`` where it knows none, as in drafts.
    """
    if found := _database_date(gmt):
        return found
    try:
        announced = parsedate_to_datetime(published) if published else None
        if announced and announced.year > 1:
            return announced.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return _database_date(local)


def _database_date(text: str) -> datetime | None:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", text.strip(), re.ASCII):
        return None
    try:
        return datetime.fromisoformat(text.strip()).replace(tzinfo=UTC)
    except ValueError:
        return None


def email(text: str) -> str:
    """`text` if it can be an address, else nothing."""
    text = text.strip()
    try:
        validate_email(text)
    except ValidationError:
        return ""
    return text


def website(text: str) -> str:
    """`text` if it is an address on the web that a browser may follow, else nothing."""
    text = text.strip()
    try:
        _is_web_address(text)
    except ValidationError:
        return ""
    return text if len(text) <= WEBSITE_LENGTH else ""


def local_address(url: str) -> str:
    """The path and query of `url`, as a request for it would ask; nothing if it has none."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return ""
    # One slash: two, or a backslash, would begin the name of another host.
    path = "/" + parts.path.lstrip("/\\")
    return f"{path}?{parts.query}" if parts.query else path
