"""One post or page of an export as a record, and what of it is lost."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from urllib.parse import unquote

from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedPhoto,
    ArticleKind,
    Block,
    Loss,
    Paragraph,
)
from broadsheet.exchange.formats.wordpress import plain
from broadsheet.exchange.formats.wordpress.body import body
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.sections import Sections
from broadsheet.exchange.formats.wordpress.site import Site
from broadsheet.exchange.formats.wordpress.stream import Element

KINDS = {"post": ArticleKind.ARTICLE, "page": ArticleKind.PAGE}
QUIET_META = {
    "_thumbnail_id", "_edit_last", "_edit_lock", "_encloseme", "_pingme", "_wp_page_template",
    "_wp_old_slug", "_wp_old_date", "_wp_trash_meta_status", "_wp_trash_meta_time", "footnotes",
    "_wp_desired_post_slug", "_publicize_pending",
}  # fmt: skip
DRAFTS = {
    "private": gettext_noop("It was for members of the newsroom only; it comes as a draft."),
    "future": gettext_noop("It was to be published later; it comes as a draft."),
    "pending": gettext_noop("It waited for approval; it comes as a draft."),
}


@dataclass(frozen=True)
class Item:
    """A post or page with the names by which it is spoken of."""

    element: Element
    key: str
    headline: str
    published_at: datetime | None


def read_item(element: Element, *, site: Site) -> Item:
    """The names of a post or page: those its comments need as well."""
    number = element.number("wp:post_id")
    headline = plain.plain(element.fields.get("title", ""))
    return Item(
        element=element,
        key=site.key("post", number),
        headline=headline or _("Untitled %(number)d") % {"number": number},
        published_at=plain.moment(
            element.fields.get("wp:post_date_gmt", ""),
            local=element.fields.get("wp:post_date", ""),
            published=element.fields.get("pubDate", ""),
        ),
    )


def article_records(
    item: Item, *, site: Site, sections: Sections, authors: dict[str, str]
) -> Iterator[ArchivedArticle | ArchivedPhoto | Loss]:
    """The record of a post or page, after the pictures in it and what it loses."""
    fields, meta = item.element.fields, _meta(item.element)
    kind = KINDS[fields["wp:post_type"].strip()]
    notes = Notes(_kind_name(kind) % {"headline": item.headline})
    number = item.element.number("wp:post_id")
    read = body(
        fields.get("content:encoded", ""),
        site=site,
        notes=notes,
        attached=tuple(site.attached.get(number, ())),
    )
    status = fields.get("wp:status", "").strip()
    is_live = status == "publish" and not fields.get("wp:post_password")
    author = fields.get("dc:creator", "").strip()
    terms = sections.of(item.element, notes)
    record = ArchivedArticle(
        key=item.key,
        kind=kind,
        slug=_slug(item),
        headline=item.headline,
        body=(*read.blocks, *_footnotes(meta)),
        old_urls=tuple(_old_urls(item.element)),
        standfirst=plain.plain(fields.get("excerpt:encoded", "")),
        author_keys=(authors.get(author, site.key("login", author)),) if author else (),
        section_keys=terms.section_keys,
        tags=terms.tags,
        lead_photo_key=_lead_photo(meta, site, notes),
        published_at=item.published_at if status in {"publish", "private"} else None,
        modified_at=plain.moment(fields.get("wp:post_modified_gmt", "")),
        is_live=is_live,
        takes_comments=fields.get("wp:comment_status", "").strip() == "open",
        is_featured=fields.get("wp:is_sticky", "").strip() == "1",
    )
    _note_the_rest(item, status, meta, notes)
    yield from read.photos
    yield from notes.losses()
    yield record


def _kind_name(kind: ArticleKind) -> str:
    return _("Page “%(headline)s”") if kind is ArticleKind.PAGE else _("Article “%(headline)s”")


def _meta(element: Element) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for group in element.group("wp:postmeta"):
        values = found.setdefault(group.fields.get("wp:meta_key", ""), [])
        values.append(group.fields.get("wp:meta_value", ""))
    return found


def _slug(item: Item) -> str:
    """WordPress percent-encodes letters outside ASCII; here they are letters."""
    written = unquote(item.element.fields.get("wp:post_name", ""))
    number = item.element.number("wp:post_id")
    return slugify(written or item.headline, allow_unicode=True)[:200] or f"{number}"


def _old_urls(element: Element) -> Iterator[str]:
    """Every address under which WordPress showed it: the pretty, the plain, and earlier ones."""
    number = element.number("wp:post_id")
    link = plain.local_address(element.fields.get("link", ""))
    if link and link != "/" and "preview=" not in link:
        yield link
    plain_form = "page_id" if element.fields["wp:post_type"].strip() == "page" else "p"
    for form in dict.fromkeys((plain_form, "p")):
        if link != f"/?{form}={number}" and number:
            yield f"/?{form}={number}"
    slug = element.fields.get("wp:post_name", "").strip()
    for old in _meta(element).get("_wp_old_slug", ()):
        if slug and f"/{slug}/" in link:
            yield link.replace(f"/{slug}/", f"/{old.strip()}/")


def _lead_photo(meta: dict[str, list[str]], site: Site, notes: Notes) -> str | None:
    number = (meta.get("_thumbnail_id") or [""])[-1].strip()
    if not number.isascii() or not number.isdigit() or number == "0":
        return None
    if int(number[:18]) not in site.pictures:
        detail = _("The lead photo, number %(number)s, is not in the file.") % {"number": number}
        notes.left_out(_("Pictures"), detail)
        return None
    return site.key("attachment", int(number))


def _footnotes(meta: dict[str, list[str]]) -> Iterator[Block]:
    """The block editor keeps footnotes beside the text, as JSON."""
    try:
        notes = json.loads((meta.get("footnotes") or ["[]"])[-1] or "[]")
        texts = [plain.plain(str(note["content"])) for note in notes]
    except (ValueError, TypeError, KeyError, RecursionError):
        return
    items = "".join(f"<li>{escape(text, quote=False)}</li>" for text in texts if text)
    if items:
        yield Paragraph(html=f"<ol>{items}</ol>")


def _note_the_rest(item: Item, status: str, meta: dict[str, list[str]], notes: Notes) -> None:
    fields = item.element.fields
    if not plain.plain(fields.get("title", "")):
        notes.changed(_("Headlines"), _("It had no headline."))
    if item.element.number("wp:post_parent"):
        detail = _("It stood below another page; it stands beside it now.")
        notes.changed(_("Pages below pages"), detail)
    if fields.get("wp:post_password"):
        detail = _("It was behind a password; it comes as a draft, so that nobody sees it unasked.")
        notes.changed(_("Protected articles"), detail)
    if status in DRAFTS:
        notes.changed(_("Articles not yet public"), _(DRAFTS[status]))
    elif status not in {"publish", "draft"}:
        detail = _("Its state “%(status)s” is not known; it comes as a draft.") % {"status": status}
        notes.changed(_("Articles not yet public"), detail)
    for name in sorted(item.element.overlong):
        detail = _("Its “%(name)s” is longer than can be read.") % {"name": name}
        notes.left_out(_("Texts too long to be read"), detail)
    for name, values in meta.items():
        if name in QUIET_META or name.startswith(("_oembed_", "_menu_item_")) or not any(values):
            continue
        detail = _("The field “%(name)s” has no place here.") % {"name": name[:100]}
        notes.left_out(_("Fields added by plugins"), detail)
