"""One comment of an export as a record, and what of it is lost."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import (
    ArchivedComment,
    ArchivedPerson,
    CommentStatus,
    Loss,
)
from broadsheet.exchange.formats.threads import Placed
from broadsheet.exchange.formats.wordpress import plain
from broadsheet.exchange.formats.wordpress.comment_source import comment_source
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.php import NotSerialised, unserialise
from broadsheet.exchange.formats.wordpress.site import Site
from broadsheet.exchange.formats.wordpress.stream import Element

STATUS = {
    "1": CommentStatus.PUBLISHED,
    "approve": CommentStatus.PUBLISHED,
    "0": CommentStatus.HELD,
    "hold": CommentStatus.HELD,
    "spam": CommentStatus.SPAM,
    "trash": CommentStatus.TRASH,
    "post-trashed": CommentStatus.TRASH,
}
TYPES = {"", "comment", "wpdiscuz_sticky", "review"}
QUIET_META = {
    "wpdiscuz_votes", "wpdiscuz_votes_seperate", "wpdiscuz_closed", "wpdiscuz_sticky",
    "wpdiscuz_last_edited_at", "wpdiscuz_last_edited_by", "wpdiscuz_feedback_form_id",
}  # fmt: skip
KEPT = (
    "comment_id", "comment_author", "comment_author_email", "comment_author_url", "comment_date",
    "comment_date_gmt", "comment_content", "comment_approved", "comment_type", "comment_parent",
    "comment_user_id",
)  # fmt: skip


@dataclass(frozen=True)
class Under:
    """The article a comment stands under."""

    key: str
    headline: str
    published_at: datetime | None


def raw_comment(element: Element) -> dict[str, Any]:
    """What of a ``wp:comment`` is needed later, as plain values."""
    meta = {
        group.fields.get("wp:meta_key", ""): group.fields.get("wp:meta_value", "")
        for group in element.group("wp:commentmeta")
    }
    raw: dict[str, Any] = {name: element.fields.get(f"wp:{name}", "") for name in KEPT}
    return {**raw, "meta": meta, "line": element.line, "overlong": bool(element.overlong)}


def posted_at(raw: dict[str, Any]) -> datetime | None:
    """When the comment was written."""
    return plain.moment(raw["comment_date_gmt"], local=raw["comment_date"])


def comment_records(
    placed: Placed, *, site: Site, under: Under, posted: datetime
) -> Iterator[ArchivedComment | Loss]:
    """The record of a comment, after what it loses; or only why it is left out."""
    raw = placed.content
    number = raw["comment_id"]
    notes = Notes(
        _("Comment %(number)s under “%(headline)s”")
        % {"number": number, "headline": under.headline}
    )
    if left_out := _why_left_out(raw):
        notes.left_out(*left_out)
        yield from notes.losses()
        return
    text = comment_source(raw["comment_content"])
    for note in text.notes:
        notes.changed(_("Comments' markup"), note)
    up_votes, down_votes = _votes(raw["meta"], notes)
    record = ArchivedComment(
        key=site.key("comment", number),
        article_key=under.key,
        author=_author(raw, site, notes),
        source=text.source,
        posted_at=posted,
        parent_key=placed.parent_key,
        status=STATUS[raw["comment_approved"].strip()],
        up_votes=up_votes,
        down_votes=down_votes,
        is_pinned=raw["comment_type"] == "wpdiscuz_sticky"
        or raw["meta"].get("wpdiscuz_sticky") == "1",
        is_closed=raw["meta"].get("wpdiscuz_closed") == "1" and placed.parent_key is None,
        edited_at=plain.moment(raw["meta"].get("wpdiscuz_last_edited_at", "")),
    )
    _note_the_rest(raw, placed, notes)
    yield from notes.losses()
    yield record


def _why_left_out(raw: dict[str, Any]) -> tuple[str, str] | None:
    kind = raw["comment_type"].strip()
    status = raw["comment_approved"].strip()
    if kind in {"pingback", "trackback"}:
        detail = _("It only says that %(address)s links here.")
        address = raw["comment_author_url"] or raw["comment_author"]
        return _("Pingbacks and trackbacks"), detail % {"address": address}
    if kind not in TYPES:
        return _("Remarks that are no comments"), _("It is of the kind “%(kind)s”.") % {
            "kind": kind
        }
    if status not in STATUS:
        detail = _("Its state “%(status)s” is not known.")
        return _("Comments in unknown states"), detail % {"status": status}
    if raw["overlong"]:
        return _("Comments too long to be read"), _("It is longer than any comment can be.")
    return None


def _author(raw: dict[str, Any], site: Site, notes: Notes) -> ArchivedPerson:
    """Who wrote it. Guests are the same person if they gave the same name and e-mail address.

    Who gave no address can be told from nobody, and is somebody else every time.
    """
    name = plain.plain(raw["comment_author"])
    email = plain.email(raw["comment_author_email"])
    website = plain.website(raw["comment_author_url"])
    if raw["comment_author_email"].strip() and not email:
        detail = _("“%(email)s” is no e-mail address.") % {"email": raw["comment_author_email"]}
        notes.left_out(_("Authors' e-mail addresses"), detail)
    if raw["comment_author_url"].strip() and not website:
        detail = _("“%(url)s” is no address on the web.") % {"url": raw["comment_author_url"][:300]}
        notes.left_out(_("Authors' websites"), detail)
    if name != " ".join(raw["comment_author"].split()):
        detail = _("“%(written)s” is shown as “%(name)s”.")
        notes.changed(
            _("Names with markup"), detail % {"written": raw["comment_author"], "name": name}
        )
    user_id = raw["comment_user_id"].strip()
    if user_id.isascii() and user_id.isdigit() and int(user_id[:18]):
        key = site.key("user", int(user_id[:18]))
    elif email:
        said = hashlib.sha256(f"{name}\n{email.lower()}".encode("utf-8", "surrogatepass"))
        key = site.key("guest", said.hexdigest()[:32])
    else:
        key = site.key("guest-of-comment", raw["comment_id"])
    return ArchivedPerson(key=key, name=name, email=email, website=website)


def _votes(meta: dict[str, str], notes: Notes) -> tuple[int, int]:
    """Keep both totals, or the difference if wpDiscuz kept no more; a dislike may be stored as −1."""
    try:
        both = unserialise(meta.get("wpdiscuz_votes_seperate", ""))
    except NotSerialised:
        both = None
    if isinstance(both, dict):
        up, down = both.get("like", 0), both.get("dislike", 0)
        if isinstance(up, int) and isinstance(down, int):
            return _count(up), _count(down)
    if meta.get("wpdiscuz_votes_seperate"):
        notes.left_out(
            _("Votes"), _("Its votes for and against cannot be read; their difference is.")
        )
    text = meta.get("wpdiscuz_votes", "").strip()
    net = int(text) if re.fullmatch(r"-?[0-9]{1,11}", text) else 0
    return _count(max(net, 0)), _count(min(net, 0))


def _count(votes: int) -> int:
    return min(abs(votes), 2_000_000_000)


def _note_the_rest(raw: dict[str, Any], placed: Placed, notes: Notes) -> None:
    meta = raw["meta"]
    if placed.misplaced == "missing":
        detail = _("It answers comment %(parent)s, which is not there; it stands by itself now.")
        notes.changed(_("Replies without a parent"), detail % {"parent": raw["comment_parent"]})
    elif placed.misplaced:
        detail = _(
            "It and comment %(parent)s answer each other in a circle; it stands by itself now."
        )
        notes.changed(_("Replies in a circle"), detail % {"parent": raw["comment_parent"]})
    if posted_at(raw) is None:
        notes.changed(_("Dates"), _("It has no date; it got that of its article."))
    if raw["comment_type"] == "review" or meta.get("rating"):
        detail = _("The rating %(rating)s is left out; the words stay.")
        notes.left_out(_("Ratings"), detail % {"rating": meta.get("rating", "–")})
    if meta.get("wpdiscuz_feedback_form_id"):
        detail = _("It answers a question on a passage; it stands below the article now.")
        notes.changed(_("Answers to questions on passages"), detail)
    if meta.get("wmu_attachments"):
        notes.left_out(_("Attachments to comments"), _("Files attached to it are left out."))
    for name in meta.keys() - QUIET_META - {"rating", "wmu_attachments"}:
        if name and not name.startswith(("_", "akismet_")):
            detail = _("The field “%(name)s” has no place here.") % {"name": name[:100]}
            notes.left_out(_("Fields added by plugins"), detail)
