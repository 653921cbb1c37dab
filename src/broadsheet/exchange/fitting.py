"""Records made to fit what we can keep, and what that costs. Pure: knows limits, no tables.

What does not fit is cut, moved to where there is room, or left out; each time with a `Loss`.
"""

from collections.abc import Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from broadsheet.core.markup import MAX_LENGTH
from broadsheet.core.text import is_visible, normalise, normalise_name
from broadsheet.exchange.archive import (
    Archive,
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedSection,
    ArticleKind,
    Block,
    Figure,
    Gallery,
    Heading,
    Loss,
    LossKind,
    Paragraph,
    Quote,
    Record,
)

HEADLINE, ATTRIBUTION, STANDFIRST, HEADING, CAPTION, NAME, TAG, KEY = (
    255,
    60,
    1000,
    200,
    500,
    60,
    100,
    255,
)


def fitted(archive: Archive) -> Archive:
    """The records of `archive`, made to fit; what that costs comes before each."""
    sections: dict[str, str] = {}
    article: ArchivedArticle | None = None
    for record in archive:
        if isinstance(record, ArchivedSection):
            sections[record.key] = record.name
        if isinstance(record, ArchivedArticle):
            article = record
            yield from _article(record, sections)
        elif isinstance(record, ArchivedComment):
            assert article is not None  # an archive says whose comments these are
            yield from _comment(record, article)
        elif isinstance(record, ArchivedPerson) and record.biography:
            yield _loss("left out", _("Biographies"), record.name, record.biography)
            yield record
        else:
            yield record


def _loss(kind: str, what: str, item: str, detail: str) -> Loss:
    return Loss(kind=LossKind(kind), what=what, item=item, detail=detail)


def shortened(text: str, length: int) -> str:
    """`text` in one form, with at most `length` characters, the last an ellipsis if words are gone."""
    text = normalise(text)
    return text if len(text) <= length else f"{text[: length - 1].rstrip()}…"


# Articles


def _article(article: ArchivedArticle, sections: dict[str, str]) -> Iterator[Record]:
    item = _("“%(headline)s”") % {"headline": shortened(article.headline, HEADLINE)}
    for text, length, what in (
        (article.headline, HEADLINE, _("Headlines too long")),
        (article.attribution, ATTRIBUTION, _("Attribution labels too long")),
        (article.standfirst, STANDFIRST, _("Standfirsts too long")),
    ):
        if len(normalise(text)) > length:
            detail = _("It is cut after %(number)d characters.") % {"number": length}
            yield _loss("changed", what, item, detail)
    if article.is_featured:
        detail = _("It stood above all others; here the newest stands on top.")
        yield _loss("changed", _("Featured articles"), item, detail)
    body = tuple(_block(block) for block in article.body)
    if body != article.body:
        detail = _("A heading, a name or a caption is cut to what fits.")
        yield _loss("changed", _("Texts in articles too long"), item, detail)
    article = replace(
        article,
        headline=shortened(article.headline, HEADLINE),
        attribution=shortened(article.attribution, ATTRIBUTION),
        standfirst=shortened(article.standfirst, STANDFIRST),
        body=body,
    )
    if article.kind is ArticleKind.PAGE:
        yield from _page(article, item)
    else:
        yield from _in_one_section(article, item, sections)


def _in_one_section(
    article: ArchivedArticle, item: str, sections: dict[str, str]
) -> Iterator[Record]:
    """An article stands in one section; the others it had become tags."""
    others = [sections[key] for key in article.section_keys[1:] if key in sections]
    for name in others:
        detail = _("An article is in one section; “%(name)s” became a tag.") % {"name": name}
        yield _loss("changed", _("Articles in several sections"), item, detail)
    tags = dict.fromkeys(shortened(tag, TAG) for tag in (*article.tags, *others))
    yield replace(article, section_keys=article.section_keys[:1], tags=tuple(tags))


def _page(article: ArchivedArticle, item: str) -> Iterator[Record]:
    """A page is a title and a body; a lead photo goes to the top of it."""
    what = _("Parts that pages do not have")
    if article.standfirst:
        detail = _("Its summary is left out: “%(text)s”.") % {"text": article.standfirst}
        yield _loss("left out", what, item, detail)
    if article.tags:
        detail = _("Its tags are left out: %(tags)s.") % {"tags": ", ".join(article.tags)}
        yield _loss("left out", what, item, detail)
    if article.author_keys:
        yield _loss("left out", what, item, _("It has no byline any more."))
    body = article.body
    if article.lead_photo_key and not _shows(body, article.lead_photo_key):
        body = (Figure(photo_key=article.lead_photo_key), *body)
        yield _loss("changed", what, item, _("Its lead photo stands at the top of its text."))
    yield replace(
        article,
        body=body,
        standfirst="",
        tags=(),
        author_keys=(),
        section_keys=(),
        lead_photo_key=None,
    )


def _shows(body: tuple[Block, ...], photo_key: str) -> bool:
    return any(isinstance(block, Figure) and block.photo_key == photo_key for block in body)


def _block(block: Block) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=shortened(block.text, HEADING))
    if isinstance(block, Quote):
        return replace(
            block, html=normalise(block.html), attribution=shortened(block.attribution, HEADING)
        )
    if isinstance(block, Figure):
        return replace(
            block, caption=shortened(block.caption, CAPTION), alt=shortened(block.alt, CAPTION)
        )
    if isinstance(block, Gallery):
        figures = tuple(_block(figure) for figure in block.figures)
        caption = shortened(block.caption, CAPTION)
        return replace(
            block, figures=tuple(f for f in figures if isinstance(f, Figure)), caption=caption
        )
    if isinstance(block, Paragraph):
        return replace(block, html=normalise(block.html))
    return block


# Comments


def _comment(comment: ArchivedComment, article: ArchivedArticle) -> Iterator[Record]:
    item = _("Comment by %(name)s under “%(headline)s”, %(date)s") % {
        "name": comment.author.name or _("somebody without a name"),
        "headline": article.headline,
        "date": f"{comment.posted_at:%Y-%m-%d %H:%M}",
    }
    if article.kind is ArticleKind.PAGE:
        detail = _("Pages have no discussion: “%(text)s”") % {
            "text": shortened(comment.source, 300)
        }
        yield _loss("left out", _("Comments under pages"), item, detail)
        return
    source = normalise(comment.source).strip()
    if not is_visible(source):
        source = "…"
        yield _loss(
            "changed", _("Comments without words"), item, _("An ellipsis stands in their place.")
        )
    if len(source) > MAX_LENGTH:
        rest = len(source) - MAX_LENGTH
        detail = _("Its last %(rest)d characters are left out.") % {"rest": rest}
        yield _loss("changed", _("Comments too long"), item, detail)
        source = shortened(source, MAX_LENGTH)
    if len(normalise_name(comment.author.name)) > NAME:
        detail = _("The name is cut after %(n)d characters.") % {"n": NAME}
        yield _loss("changed", _("Names too long"), item, detail)
    if comment.is_pinned and comment.parent_key:
        yield _loss("changed", _("Pinned replies"), item, _("Only a whole thread can be pinned."))
    yield replace(comment, source=source, is_pinned=comment.is_pinned and not comment.parent_key)
