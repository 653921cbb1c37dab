"""An export as the records of an archive, in two passes over the file.

The first pass goes through the whole file, so that one that is cut short or not well-formed is
refused before anything is answered; it finds the people, the sections and the pictures. The second
answers the articles, each followed by its comments. Held in memory are some 100 bytes for each
picture, and the order of one article's comments (`formats.threads`); the rest waits on disk.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import (
    Archive,
    ArchivedPerson,
    ArchivedPhoto,
    ArchivedPublication,
    Loss,
    LossKind,
    Record,
)
from broadsheet.exchange.formats.threads import IN_MEMORY, Threads
from broadsheet.exchange.formats.unreadable import Unreadable
from broadsheet.exchange.formats.wordpress import plain
from broadsheet.exchange.formats.wordpress.comments import (
    Under,
    comment_records,
    posted_at,
    raw_comment,
)
from broadsheet.exchange.formats.wordpress.items import KINDS, article_records, read_item
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.sections import Sections
from broadsheet.exchange.formats.wordpress.site import IMAGES, UPLOADS, Site
from broadsheet.exchange.formats.wordpress.stream import Element, read_elements

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SERVICE_TYPES = {"revision", "nav_menu_item", "customize_changeset", "oembed_cache", "user_request"}


@dataclass
class _Head:
    """What must be known before the first article. `attachments` is a file of JSON lines."""

    attachments: IO[bytes]
    site: Site = field(default_factory=Site)
    channel: dict[str, str] = field(default_factory=dict)
    people: list[Element] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin without sections."""
        self.sections = Sections(self.site)


def read_wordpress(path: Path, *, seen: Callable[[int], None] | None = None) -> Archive:
    """The publication in the WordPress export at `path`.

    `seen` is told how many bytes were read, in the end twice the file's size. Refuses, with
    `Unreadable` and before any record, what is no whole, well-formed export.
    """
    with SpooledTemporaryFile(max_size=IN_MEMORY) as attachments:
        head = _Head(attachments)
        _first_pass(path, head, seen)
        yield _publication(head)
        yield from _people(head)
        yield from head.sections.records()
        yield from head.sections.losses()
        attachments.seek(0)
        for line in attachments:
            yield from _attachment(json.loads(line), head.site)
        size = path.stat().st_size
        later = (lambda count: seen(size + count)) if seen else None
        yield from _second_pass(path, head, later)


def _first_pass(path: Path, head: _Head, seen: Callable[[int], None] | None) -> None:
    for element in read_elements(path, seen=seen):
        if element.name == "wp:author":
            head.people.append(element)
        elif element.name in {"wp:category", "wp:term"}:
            head.sections.add(element)
        elif element.name == "item":
            _notice(element, head)
        elif element.name not in {"wp:comment", "wp:tag"}:
            head.channel.setdefault(element.name, element.text)
    if not any(name.startswith("wp:") for name in head.channel) and not head.people:
        raise Unreadable(_("This is a feed, but no export that WordPress wrote (Tools → Export)."))
    head.site.settle(head.channel.get("wp:base_blog_url") or head.channel.get("link", ""))


def _notice(element: Element, head: _Head) -> None:
    """Remember of an item what others refer to."""
    kind = element.fields.get("wp:post_type", "").strip()
    if kind == "post":
        head.sections.notice(element)
    if kind != "attachment":
        return
    fields = element.fields
    meta = {
        g.fields.get("wp:meta_key"): g.fields.get("wp:meta_value", "")
        for g in element.group("wp:postmeta")
    }
    number, parent = element.number("wp:post_id"), element.number("wp:post_parent")
    address = fields.get("wp:attachment_url") or fields.get("guid", "")
    is_picture = address.lower().split("?")[0].endswith(IMAGES)
    file = meta.get("_wp_attached_file", "") or head.site.upload_path(address)
    path = head.site.upload_path(f"{UPLOADS}{file}")
    if is_picture:
        head.site.add_picture(number, path=path, parent=parent)
    kept = {
        "number": number,
        "address": address,
        "is_picture": is_picture,
        "title": fields.get("title", ""),
        "caption": fields.get("excerpt:encoded", ""),
        "description": fields.get("content:encoded", ""),
        "alt": meta.get("_wp_attachment_image_alt", ""),
        "path": path,
    }
    head.attachments.write(json.dumps(kept).encode() + b"\n")


def _publication(head: _Head) -> ArchivedPublication:
    return ArchivedPublication(
        key=head.site.own_key,
        name=plain.plain(head.channel.get("title", "")) or head.site.host,
        tagline=plain.plain(head.channel.get("description", "")),
        language=head.channel.get("language", "").strip() or "en",
        old_url=head.site.url,
    )


def _people(head: _Head) -> Iterator[ArchivedPerson]:
    for element in head.people:
        fields = element.fields
        full_name = (
            f"{fields.get('wp:author_first_name', '')} {fields.get('wp:author_last_name', '')}"
        )
        name = plain.plain(fields.get("wp:author_display_name", "")) or plain.plain(full_name)
        yield ArchivedPerson(
            key=_author_key(element, head.site),
            name=name or fields.get("wp:author_login", "").strip(),
            email=plain.email(fields.get("wp:author_email", "")),
        )


def _author_key(element: Element, site: Site) -> str:
    number = element.number("wp:author_id")
    login = element.fields.get("wp:author_login", "").strip()
    return site.key("user", number) if number else site.key("login", login)


def _attachment(kept: dict[str, str | int | bool], site: Site) -> Iterator[ArchivedPhoto | Loss]:
    number, address = kept["number"], str(kept["address"])
    title = plain.plain(str(kept["title"]))
    notes = Notes(_("File “%(name)s”") % {"name": address.rpartition("/")[2] or title})
    if not kept["is_picture"]:
        detail = _("%(address)s is no picture; links to it lead to the old site.")
        notes.left_out(_("Files"), detail % {"address": address})
        yield from notes.losses()
        return
    if description := plain.plain(str(kept["description"])):
        detail = _("Its description is left out: “%(text)s”.") % {"text": description[:300]}
        notes.left_out(_("Descriptions of pictures"), detail)
    yield from notes.losses()
    yield ArchivedPhoto(
        key=site.key("attachment", number),
        path=str(kept["path"]),
        source_url=site.absolute(address),
        title=title,
        caption=plain.plain(str(kept["caption"])),
        alt=plain.plain(str(kept["alt"])),
    )


def _second_pass(path: Path, head: _Head, seen: Callable[[int], None] | None) -> Iterator[Record]:
    authors = {
        e.fields.get("wp:author_login", "").strip(): _author_key(e, head.site) for e in head.people
    }
    with Threads() as threads:
        for element in read_elements(path, seen=seen):
            if element.name == "wp:comment":
                _keep(element, threads, head.site)
            elif element.name == "item":
                yield from _item(element, head, authors, threads)
                threads.clear()


def _keep(element: Element, threads: Threads, site: Site) -> None:
    raw = raw_comment(element)
    parent = element.number("wp:comment_parent")
    threads.put(
        key=site.key("comment", raw["comment_id"].strip()),
        parent_key=site.key("comment", parent) if parent else None,
        posted_at=posted_at(raw) or EPOCH,
        content=raw,
    )


def _item(
    element: Element, head: _Head, authors: dict[str, str], threads: Threads
) -> Iterator[Record]:
    kind = element.fields.get("wp:post_type", "").strip()
    status = element.fields.get("wp:status", "").strip()
    item = read_item(element, site=head.site)
    if kind not in KINDS or status in {"trash", "auto-draft"}:
        if kind != "attachment" or threads:
            yield _left_out(kind, item.headline, len(threads))
        return
    yield from article_records(item, site=head.site, sections=head.sections, authors=authors)
    under = Under(item.key, item.headline, item.published_at)
    for placed in threads.take():
        posted = posted_at(placed.content) or item.published_at or EPOCH
        yield from comment_records(placed, site=head.site, under=under, posted=posted)


def _left_out(kind: str, headline: str, comments: int) -> Loss:
    """An item that is neither article nor page: menus, forms, patterns, products, the trash."""
    if kind in KINDS:
        what, detail = _("Articles in the trash"), _("It lay in the trash.")
    elif kind in SERVICE_TYPES:
        what, detail = (
            _("WordPress's own housekeeping"),
            _("It is of the kind “%(kind)s”.") % {"kind": kind},
        )
    else:
        what, detail = (
            _("Other kinds of content"),
            _("It is of the kind “%(kind)s”.") % {"kind": kind},
        )
    if comments:
        detail += " " + _("Its %(number)d comments are left out with it.") % {"number": comments}
    return Loss(kind=LossKind.LEFT_OUT, what=what, item=f"“{headline}”", detail=detail)
