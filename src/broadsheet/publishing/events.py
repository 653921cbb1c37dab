"""What can happen to what the newsroom says, as told to the others."""

from dataclasses import dataclass

from broadsheet.core.events import Event


@dataclass(frozen=True, kw_only=True)
class ArticlePublished(Event):
    """An article went live, or a newer version of it did."""

    article_id: int
    key: str
    title: str
    url: str
    takes_comments: bool


@dataclass(frozen=True, kw_only=True)
class ArticleUnpublished(Event):
    """An article was taken off the site."""

    article_id: int
    key: str


@dataclass(frozen=True, kw_only=True)
class PaperChanged(Event):
    """Something changed that may show on any page: a section, a photo, a name, an address."""
