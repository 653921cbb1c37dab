"""Which photos an article can show, and what is said of those it cannot."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedPhoto,
    Block,
    Figure,
    Gallery,
    Loss,
    LossKind,
)


def photo_keys(article: ArchivedArticle) -> set[str]:
    """The keys of all photos that `article` refers to."""
    figures = (figure for block in article.body for figure in _figures(block))
    lead = {article.lead_photo_key} if article.lead_photo_key else set()
    return {figure.photo_key for figure in figures} | lead


def with_photos(
    article: ArchivedArticle, available: Collection[str]
) -> tuple[ArchivedArticle, list[Loss]]:
    """`article` with only the photos among `available`, and what is lost by that."""
    losses = list(_losses(article, available))
    if not losses:
        return article, losses
    body = tuple(kept for block in article.body if (kept := _kept(block, available)))
    lead = article.lead_photo_key if article.lead_photo_key in available else None
    return replace(article, body=body, lead_photo_key=lead), losses


def photo_not_found(photo: ArchivedPhoto) -> Loss:
    """What is said of a photo whose file nobody gave."""
    where = photo.path or photo.source_url
    detail = _("The file %(file)s is not in the media folder.") % {"file": where}
    return _loss(photo.title or photo.alt or where, detail)


def photo_not_readable(photo: ArchivedPhoto) -> Loss:
    """What is said of a file that is no picture."""
    detail = _("The file %(file)s is no picture that can be read.") % {"file": photo.path}
    return _loss(photo.title or photo.path, detail)


def _figures(block: Block) -> tuple[Figure, ...]:
    if isinstance(block, Gallery):
        return block.figures
    return (block,) if isinstance(block, Figure) else ()


def _kept(block: Block, available: Collection[str]) -> Block | None:
    if isinstance(block, Gallery):
        figures = tuple(figure for figure in block.figures if figure.photo_key in available)
        return replace(block, figures=figures) if figures else None
    if isinstance(block, Figure) and block.photo_key not in available:
        return None
    return block


def _losses(article: ArchivedArticle, available: Collection[str]) -> Iterator[Loss]:
    item = _("“%(headline)s”") % {"headline": article.headline}
    if article.lead_photo_key and article.lead_photo_key not in available:
        yield _loss(
            item, _("Its lead photo is missing (%(key)s).") % {"key": article.lead_photo_key}
        )
    for block in article.body:
        for figure in _figures(block):
            if figure.photo_key not in available:
                detail = _("A picture in its text is missing (%(key)s): “%(caption)s”.")
                caption = figure.caption or figure.alt
                yield _loss(item, detail % {"key": figure.photo_key, "caption": caption})


def _loss(item: str, detail: str) -> Loss:
    return Loss(kind=LossKind.LEFT_OUT, what=_("Pictures without a file"), item=item, detail=detail)
