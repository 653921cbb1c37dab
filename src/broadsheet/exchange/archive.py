"""The neutral records of a publication that comes from elsewhere, or goes there.

A format turns a file into a stream of these records and knows nothing of our tables; `commands`
write the records and know nothing of the file. All of them are frozen values without behaviour.

Keys are strings, unique in everything ever imported, and stay the same when the same source is
read again: they say the system, the site and the thing there, for instance
``wordpress:harbourgazette.example:comment:57``.

A stream comes in this order: the publication; its people, sections and photos; then each article
followed by its comments, parents before their replies. A `Loss` may stand anywhere. Moments are
aware datetimes in UTC.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedPublication:
    """The newspaper itself. `language` is a BCP 47 tag."""

    key: str
    name: str
    tagline: str = ""
    language: str = "en"
    old_url: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedPerson:
    """Somebody who wrote an article or a comment. An empty `name` is somebody who gave none.

    The comments of who `is_newsroom` bear the paper's mark.
    """

    key: str
    name: str
    email: str = ""
    website: str = ""
    biography: str = ""
    is_newsroom: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedSection:
    """A part of the newspaper. `parent_key` is the section above it; parents come first."""

    key: str
    slug: str
    name: str
    parent_key: str | None = None
    description: str = ""
    old_urls: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedPhoto:
    """A picture, without its bytes.

    `path` is where the file lies below the media folder ("2025/03/market-hall.jpg"), empty if it
    never lay there. `alt` says what is to be seen, for those who do not see it. All texts are plain.
    """

    key: str
    path: str
    source_url: str = ""
    title: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """Running text.

    HTML of ``p``, ``ul``, ``ol``, ``li`` holding ``a[href] strong em code s sub sup br``, no more.
    """

    html: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """A heading inside an article, plain; `level` is 2, 3 or 4."""

    level: int
    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Quote:
    """Somebody's words set apart; `html` as in `Paragraph`, `attribution` plain.

    `is_pulled` says that the words are the article's own, repeated for show.
    """

    html: str
    attribution: str = ""
    is_pulled: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """One photo in the text. `caption` and `alt`, plain, are this place's own, else the photo's."""

    photo_key: str
    caption: str = ""
    alt: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Gallery:
    """Several photos shown together."""

    figures: tuple[Figure, ...]
    caption: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Code:
    """Text whose line breaks and spaces count."""

    text: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Rule:
    """A break between two parts."""


Block: TypeAlias = Paragraph | Heading | Quote | Figure | Gallery | Code | Rule


class ArticleKind(StrEnum):
    """An article belongs to a day and a section; a page ("About us") to neither."""

    ARTICLE = "article"
    PAGE = "page"


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedArticle:
    """An article or a page.

    `attribution` is who is being reported ("– Media" after the headline). `published_at` is None
    if it never was; what is not `is_live` is a draft. `old_urls` are addresses, path and query
    only, that must lead to it from now on.
    """

    key: str
    slug: str
    headline: str
    body: tuple[Block, ...]
    kind: ArticleKind = ArticleKind.ARTICLE
    old_urls: tuple[str, ...] = ()
    attribution: str = ""
    standfirst: str = ""
    author_keys: tuple[str, ...] = ()
    section_keys: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    lead_photo_key: str | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    is_live: bool = True
    takes_comments: bool = True
    is_featured: bool = False
    language: str = ""


class CommentStatus(StrEnum):
    """Where a comment stands.

    Visible, waiting, judged spam, thrown away, taken down by staff, taken back by its author.
    """

    PUBLISHED = "published"
    HELD = "held"
    SPAM = "spam"
    TRASH = "trash"
    REMOVED = "removed"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True, slots=True)
class ArchivedComment:
    """A reader's words under an article.

    `source` is in our readers' Markdown. A quotation in it links to ``/comments/KEY/``, the key
    of the quoted comment. `up_votes` and `down_votes` are totals, never negative.
    `is_closed` says that the thread takes no more replies, and stands on its first comment.
    `reason` is why staff held or removed it.
    """

    key: str
    article_key: str
    author: ArchivedPerson
    source: str
    posted_at: datetime
    parent_key: str | None = None
    status: CommentStatus = CommentStatus.PUBLISHED
    reason: str = ""
    up_votes: int = 0
    down_votes: int = 0
    is_pinned: bool = False
    is_featured: bool = False
    is_closed: bool = False
    edited_at: datetime | None = None


class LossKind(StrEnum):
    """What became of a thing that has no place here as it was."""

    LEFT_OUT = "left out"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Loss:
    """Something that is left out or changed, for a person to read.

    `what` groups alike losses ("Pingbacks"); `item` says where ("Comment 57 under “Ferry
    delayed”"); `detail` is one whole sentence.
    """

    kind: LossKind
    what: str
    item: str
    detail: str


Record: TypeAlias = (
    ArchivedPublication
    | ArchivedPerson
    | ArchivedSection
    | ArchivedPhoto
    | ArchivedArticle
    | ArchivedComment
    | Loss
)

Archive: TypeAlias = Iterator[Record]
