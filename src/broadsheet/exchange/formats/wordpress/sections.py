"""WordPress's taxonomies: categories become sections, tags stay tags."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import ArchivedSection, Loss
from broadsheet.exchange.formats.wordpress.notes import Notes
from broadsheet.exchange.formats.wordpress.plain import plain
from broadsheet.exchange.formats.wordpress.site import Site
from broadsheet.exchange.formats.wordpress.stream import Element

UNCATEGORISED = "uncategorized"


@dataclass(frozen=True)
class Terms:
    """Where an article belongs: its section first, then the others; and its tags."""

    section_keys: tuple[str, ...]
    tags: tuple[str, ...]


@dataclass
class Sections:
    """The categories of a site by their slug. Some thousand at most, so they are kept."""

    site: Site
    names: dict[str, str] = field(default_factory=dict)
    parents: dict[str, str] = field(default_factory=dict)
    numbers: dict[str, int] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def add(self, element: Element) -> None:
        """Take notice of a category the head of the file lists, in either of its two forms."""
        fields = element.fields
        is_term = element.name == "wp:term"
        if is_term and fields.get("wp:term_taxonomy", "").strip() != "category":
            return
        slug = fields.get("wp:term_slug" if is_term else "wp:category_nicename", "").strip()
        parent = fields.get("wp:term_parent" if is_term else "wp:category_parent", "").strip()
        name = plain(fields.get("wp:term_name" if is_term else "wp:cat_name", ""))
        description = fields.get(
            "wp:term_description" if is_term else "wp:category_description", ""
        )
        if slug:
            self.names[slug] = name or slug
            self.numbers[slug] = element.number("wp:term_id")
            self.descriptions[slug] = plain(description)
            if parent:
                self.parents[slug] = parent

    def notice(self, element: Element) -> None:
        """Take notice of the categories of an item, which an incomplete head may not list."""
        for category in element.group("category"):
            slug = category.attributes.get("nicename", "")
            if category.attributes.get("domain") == "category" and slug:
                self.names.setdefault(slug, plain(category.text) or slug)
                self.used.update(self.lineage(slug))

    def records(self) -> Iterator[ArchivedSection]:
        """The sections with articles, parents first. One that is its own ancestor is at the top."""
        told: set[str] = {UNCATEGORISED}
        for slug in (slug for slug in self.names if slug in self.used):
            for ancestor in reversed(self.lineage(slug)):
                if ancestor not in told:
                    told.add(ancestor)
                    yield self.record(ancestor)

    def losses(self) -> Iterator[Loss]:
        """The categories that become no section."""
        notes = Notes(_("Categories"))
        for slug in sorted(self.names.keys() - self.used - {UNCATEGORISED}):
            detail = _("“%(name)s” has no articles.") % {"name": self.names[slug]}
            notes.left_out(_("Sections without articles"), detail)
        if UNCATEGORISED in self.used:
            detail = _("“%(name)s” means that an article is in no section.")
            name = self.names[UNCATEGORISED]
            notes.changed(_("Articles without a section"), detail % {"name": name})
        yield from notes.losses()

    def record(self, slug: str) -> ArchivedSection:
        """The section `slug` as a record."""
        lineage = self.lineage(slug)
        path = "/".join(reversed(lineage))
        number = self.numbers.get(slug)
        plain_form = (f"/?cat={number}",) if number else ()
        return ArchivedSection(
            key=self.site.key("category", slug),
            slug=slug,
            name=self.names[slug],
            parent_key=self.site.key("category", lineage[1]) if len(lineage) > 1 else None,
            description=self.descriptions.get(slug, ""),
            old_urls=(f"/category/{path}/", *plain_form),
        )

    def lineage(self, slug: str) -> list[str]:
        """`slug` and those above it, up to the top or to the first that came before."""
        found = [slug]
        while (parent := self.parents.get(found[-1])) in self.names and parent not in found:
            found.append(str(parent))
        return found if parent not in found or len(found) == 1 else found[:1]

    def of(self, element: Element, notes: Notes) -> Terms:
        """The terms of an item. A category whose subcategory it has as well says nothing more."""
        slugs: list[str] = []
        tags: list[str] = []
        for category in element.group("category"):
            domain = category.attributes.get("domain", "")
            slug = category.attributes.get("nicename", "")
            if domain in {"category", ""} and slug in self.names:
                slugs.append(slug)
            elif domain in {"post_tag", "tag"}:
                tags.append(plain(category.text) or slug)
            elif domain == "post_format":
                detail = _("It was shown as “%(format)s”.") % {"format": plain(category.text)}
                notes.changed(_("Post formats"), detail)
            elif domain not in {"category", ""}:
                detail = _("“%(term)s” (%(domain)s) has no place here.")
                notes.left_out(
                    _("Other taxonomies"), detail % {"term": plain(category.text), "domain": domain}
                )
        above = {ancestor for slug in slugs for ancestor in self.lineage(slug)[1:]}
        kept = [slug for slug in dict.fromkeys(slugs) if slug not in {*above, UNCATEGORISED}]
        keys = tuple(self.site.key("category", slug) for slug in kept)
        return Terms(keys, tuple(dict.fromkeys(tag for tag in tags if tag)))
