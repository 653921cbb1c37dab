"""The content files of the sample newspaper, read as the records of the archive."""

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt

from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPerson,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    Block,
    CommentStatus,
    Figure,
    Gallery,
    Heading,
    Paragraph,
    Quote,
    Record,
)

from .outline import Entry, read_outline

_HERE = Path(__file__).parent
PHOTOS = _HERE / "photos"

_MARKDOWN = MarkdownIt("commonmark", {"html": False, "typographer": True}).enable(
    ["replacements", "smartquotes"]
)
_AGO = re.compile(r"(?:(?P<days>\d+)d ?)?(?:(?P<hours>\d+)h )?ago")
_PICTURE = re.compile(r"!\[([a-z0-9-]+)\]")


def read_sample(*, now: datetime) -> Iterator[Record]:
    """The whole sample newspaper, its moments counted back from `now`.

    Photos lie in `PHOTOS`. A comment that quotes another links to ``/comments/KEY/``, where KEY is
    the archive key of the quoted comment.
    """
    paper = tomllib.loads((_HERE / "newspaper.toml").read_text("utf-8"))
    yield ArchivedPublication(
        key="sample", name=paper["name"], tagline=paper["tagline"], language=paper["language"]
    )
    people = {person.name: person for person in _people(paper)}
    yield from people.values()
    for section in paper["sections"]:
        yield ArchivedSection(
            key=_key("section", section["slug"]), slug=section["slug"], name=section["name"]
        )
    for stem, photo in tomllib.loads((PHOTOS / "photos.toml").read_text("utf-8")).items():
        yield ArchivedPhoto(key=_key("photo", stem), path=f"{stem}.jpg", **photo)
    for path in sorted((_HERE / "articles").glob("*.md")):
        article = _article(path, now=now)
        yield article
        yield from _comments(article, people)


def _people(paper: dict[str, Any]) -> Iterator[ArchivedPerson]:
    for member in paper["staff"]:
        name = member["name"]
        yield ArchivedPerson(
            key=_key("person", name), name=name, biography=member["role"], is_newsroom=True
        )
    for name in paper["readers"]["names"]:
        yield ArchivedPerson(key=_key("person", name), name=name)


def _article(path: Path, *, now: datetime) -> ArchivedArticle:
    _, front_matter, text = path.read_text("utf-8").split("+++\n", 2)
    facts = tomllib.loads(front_matter)
    published_at = now - _ago(facts["published"])
    return ArchivedArticle(
        key=_key("article", path.stem),
        slug=path.stem,
        headline=facts["headline"],
        attribution=facts.get("attribution", ""),
        standfirst=facts["standfirst"],
        body=tuple(_block(piece) for piece in re.split(r"\n{2,}", text.strip())),
        author_keys=tuple(_key("person", name) for name in facts["authors"]),
        section_keys=(_key("section", facts["section"]),),
        tags=tuple(facts["tags"]),
        lead_photo_key=_key("photo", facts["lead_photo"]),
        published_at=published_at,
        modified_at=now - _ago(facts["updated"]) if "updated" in facts else published_at,
        is_featured=facts.get("featured", False),
        language=facts.get("language", ""),
    )


def _block(piece: str) -> Block:
    if piece.startswith("## "):
        return Heading(level=2, text=piece.removeprefix("## "))
    if piece.startswith("!["):
        figures = [Figure(photo_key=_key("photo", name)) for name in _PICTURE.findall(piece)]
        return figures[0] if len(figures) == 1 else Gallery(figures=tuple(figures))
    if piece.startswith("> "):
        words, _, attribution = re.sub(r"^> ?", "", piece, flags=re.MULTILINE).partition("\n— ")
        return Quote(
            html=_MARKDOWN.render(words).strip(),
            attribution=attribution.strip(),
            is_pulled=not attribution,
        )
    return Paragraph(html=_MARKDOWN.render(piece).strip())


def _comments(
    article: ArchivedArticle, people: dict[str, ArchivedPerson]
) -> Iterator[ArchivedComment]:
    text = (_HERE / "discussions" / f"{article.slug}.txt").read_text("utf-8")
    for entry in read_outline(text):
        yield _comment(entry, article, author=people[entry.name])


def _comment(entry: Entry, article: ArchivedArticle, *, author: ArchivedPerson) -> ArchivedComment:
    assert article.published_at is not None  # every sample article says when
    scope = f"comment:{article.slug}"
    return ArchivedComment(
        key=_key(scope, entry.key),
        article_key=article.key,
        parent_key=_key(scope, entry.parent) if entry.parent else None,
        author=author,
        source=entry.source.replace("](/comments/", f"](/comments/{_key(scope, '')}"),
        posted_at=article.published_at + entry.after,
        edited_at=article.published_at + entry.edited_after if entry.edited_after else None,
        status=_status(entry),
        reason=entry.marks.get("removed") or entry.marks.get("held", ""),
        up_votes=entry.up_votes,
        down_votes=entry.down_votes,
        is_pinned="pinned" in entry.marks,
        is_featured="featured" in entry.marks,
        is_closed="closed" in entry.marks,
    )


def _status(entry: Entry) -> CommentStatus:
    for status in (CommentStatus.REMOVED, CommentStatus.WITHDRAWN, CommentStatus.HELD):
        if status.value in entry.marks:
            return status
    return CommentStatus.PUBLISHED


def _ago(text: str) -> timedelta:
    found = _AGO.fullmatch(text)
    if not found:
        raise ValueError(f"“{text}” is no time like “4d 6h ago”.")
    return timedelta(days=int(found["days"] or 0), hours=int(found["hours"] or 0))


def _key(kind: str, name: str) -> str:
    return f"sample:{kind}:{name}"
