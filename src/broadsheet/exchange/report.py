"""What an import found, made and could not keep, for a person to read."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from tempfile import SpooledTemporaryFile
from typing import Self

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, ngettext_lazy

from broadsheet.exchange.archive import (
    ArchivedArticle,
    ArchivedComment,
    ArchivedPhoto,
    ArchivedPublication,
    ArchivedSection,
    ArticleKind,
    Loss,
    LossKind,
    Record,
)
from broadsheet.exchange.models import ImportedKind

IN_MEMORY = 100_000

NAMES = {
    ImportedKind.ARTICLE: ngettext_lazy("%(number)d article", "%(number)d articles", "number"),
    ImportedKind.PAGE: ngettext_lazy("%(number)d page", "%(number)d pages", "number"),
    ImportedKind.SECTION: ngettext_lazy("%(number)d section", "%(number)d sections", "number"),
    ImportedKind.BYLINE: ngettext_lazy("%(number)d byline", "%(number)d bylines", "number"),
    ImportedKind.PHOTO: ngettext_lazy("%(number)d photo", "%(number)d photos", "number"),
    ImportedKind.COMMENT: ngettext_lazy("%(number)d comment", "%(number)d comments", "number"),
}
HEADINGS = {
    LossKind.LEFT_OUT: gettext_lazy("Left out"),
    LossKind.CHANGED: gettext_lazy("Changed"),
}


@dataclass
class Group:
    """Alike losses: how many, and their lines, on disk if there are many."""

    count: int = 0
    lines: "SpooledTemporaryFile[bytes]" = field(
        default_factory=lambda: SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - by Report
    )


class Report:
    """Counts and losses, gathered while an archive goes by. A context manager: it holds files.

    `found` is what the archive holds, `made` what was new to us and is here now; `states` says of
    articles and comments how many stand where.
    """

    def __init__(self, *, is_check: bool) -> None:
        """Begin empty; `is_check` says that nothing will be made."""
        self.is_check = is_check
        self.name = ""
        self.found: Counter[ImportedKind] = Counter()
        self.made: Counter[ImportedKind] = Counter()
        self.states: Counter[tuple[ImportedKind, str]] = Counter()
        self.redirects = 0
        self.groups: dict[tuple[LossKind, str], Group] = {}
        self.seen: dict[ImportedKind, set[str]] = defaultdict(set)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_raised: object) -> None:
        for group in self.groups.values():
            group.lines.close()

    def count(self, record: Record) -> None:
        """Count `record` as what it becomes here."""
        if isinstance(record, ArchivedPublication):
            self.name = record.name
        elif isinstance(record, ArchivedSection):
            self.found[ImportedKind.SECTION] += 1
        elif isinstance(record, ArchivedPhoto):
            self._count_once(ImportedKind.PHOTO, record.key)
        elif isinstance(record, ArchivedComment):
            self.found[ImportedKind.COMMENT] += 1
            self.states[ImportedKind.COMMENT, record.status.value] += 1
        elif isinstance(record, ArchivedArticle):
            kind = kind_of(record)
            self.found[kind] += 1
            self.states[kind, _("live") if record.is_live else _("draft")] += 1
            for key in record.author_keys:
                self._count_once(ImportedKind.BYLINE, key)

    def _count_once(self, kind: ImportedKind, key: str) -> None:
        if key not in self.seen[kind]:
            self.seen[kind].add(key)
            self.found[kind] += 1

    def lose(self, loss: Loss) -> None:
        """Note one thing that is left out or changed."""
        group = self.groups.get((loss.kind, loss.what))
        if group is None:
            group = self.groups[loss.kind, loss.what] = Group()
        group.count += 1
        line = f"{loss.item}: {loss.detail}".replace("\n", " ").replace("\r", " ")
        group.lines.write(_printable(line).encode("utf-8", "replace") + b"\n")

    @property
    def is_nothing_new(self) -> bool:
        """Whether everything the archive holds was imported before."""
        return not self.is_check and not any(self.made.values()) and any(self.found.values())

    def lines(self) -> Iterator[str]:
        """The report, line by line."""
        yield self._title()
        yield ""
        for kind, name in NAMES.items():
            if self.found[kind]:
                yield self._count(kind, name % {"number": self.found[kind]})
        if self.redirects:
            number = self.redirects
            yield ngettext(
                "  %(number)d old address leads here now",
                "  %(number)d old addresses lead here now",
                number,
            ) % {"number": number}
        for loss_kind, heading in HEADINGS.items():
            yield from self._losses(loss_kind, str(heading))

    def _title(self) -> str:
        if self.is_check:
            return _("What an import of “%(name)s” would bring. Nothing was written.") % {
                "name": self.name
            }
        if self.is_nothing_new:
            return _("Nothing new: all of “%(name)s” was imported before.") % {"name": self.name}
        return _("Imported “%(name)s”.") % {"name": self.name}

    def _count(self, kind: ImportedKind, name: str) -> str:
        states = [
            f"{number} {state}" for (of, state), number in sorted(self.states.items()) if of == kind
        ]
        line = f"  {name}" + (f" ({', '.join(states)})" if states else "")
        if not self.is_check and self.made[kind] != self.found[kind]:
            line += _(", %(number)d of them new") % {"number": self.made[kind]}
        return line

    def _losses(self, loss_kind: LossKind, heading: str) -> Iterator[str]:
        groups = [(what, group) for (kind, what), group in self.groups.items() if kind == loss_kind]
        if not groups:
            return
        yield ""
        yield heading
        for what, group in sorted(groups):
            yield ""
            yield f"  {what} ({group.count})"
            group.lines.seek(0)
            for line in group.lines:
                yield f"    {line.decode().rstrip()}"


def kind_of(article: ArchivedArticle) -> ImportedKind:
    """What `article` becomes here."""
    return ImportedKind.PAGE if article.kind is ArticleKind.PAGE else ImportedKind.ARTICLE


def _printable(line: str) -> str:
    """`line` without what would steer a terminal."""
    return "".join(character if character.isprintable() else "�" for character in line)
