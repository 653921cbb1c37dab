from broadsheet.publishing.models import FrontPage, Section

from .free_slug import free_slug


def restore_section(
    *, parent: FrontPage | Section, slug: str, name: str, introduction: str = ""
) -> Section:
    """Write down a section as it was elsewhere, or answer the one of that address; tells nobody."""
    existing: Section | None = Section.objects.child_of(parent).filter(slug=slug).first()
    if existing is not None:
        return existing
    section = Section(
        title=name[:255], slug=free_slug(slug, parent=parent), introduction=introduction[:300]
    )
    added: Section = parent.add_child(instance=section)
    return added
