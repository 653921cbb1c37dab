"""An archived article in the values publishing restores it from."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from broadsheet.exchange.archive import (
    ArchivedArticle,
    Block,
    Code,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    Quote,
)
from broadsheet.publishing.commands import RestoredArticle, RestoredBlock


def restored_article(
    archived: ArchivedArticle, *, photos: Mapping[str, int], bylines: Sequence[int], at: datetime
) -> RestoredArticle:
    """`archived` with the ids of its `photos` and `bylines`; `at` where it knows no time.

    Ids of blocks follow from the key, so that importing the same again gives the same.
    """
    known_time = archived.published_at or archived.modified_at or at
    return RestoredArticle(
        slug=archived.slug,
        headline=archived.headline,
        body=[
            RestoredBlock(
                type=name, value=value, id=str(uuid5(NAMESPACE_URL, f"{archived.key}#{index}"))
            )
            for index, (name, value) in enumerate(_stored(block, photos) for block in archived.body)
        ],
        published_at=known_time,
        modified_at=archived.modified_at or known_time,
        is_live=archived.is_live,
        takes_comments=archived.takes_comments,
        attribution=archived.attribution,
        standfirst=archived.standfirst,
        language=archived.language,
        lead_photo_id=photos.get(archived.lead_photo_key or ""),
        byline_ids=bylines,
        tags=archived.tags,
    )


def _stored(block: Block, photos: Mapping[str, int]) -> tuple[str, Any]:  # noqa: PLR0911 - one a kind
    """The name of a block of an article's body, and its value as Wagtail stores it."""
    if isinstance(block, Paragraph):
        return "paragraph", block.html
    if isinstance(block, Heading):
        return "heading", {"text": block.text, "level": str(block.level)}
    if isinstance(block, Quote):
        quoted = {"words": block.html, "attribution": block.attribution, "is_pull": block.is_pulled}
        return "quote", quoted
    if isinstance(block, Figure):
        return "figure", _figure(block, photos)
    if isinstance(block, Gallery):
        figures = [{"type": "item", "value": _figure(figure, photos)} for figure in block.figures]
        return "gallery", {"figures": figures, "caption": block.caption}
    if isinstance(block, Code):
        return "code", {"text": block.text}
    return "rule", None


def _figure(figure: Figure, photos: Mapping[str, int]) -> dict[str, Any]:
    return {"photo": photos[figure.photo_key], "caption": figure.caption, "alt": figure.alt}
