"""What the comments in an article's HTML mean for it."""

from django.utils.translation import gettext as _

from broadsheet.exchange.formats.wordpress.draft import Draft
from broadsheet.exchange.formats.wordpress.editor_blocks import EditorMark, editor_mark
from broadsheet.exchange.formats.wordpress.figures import picture_of_mark


def comment(draft: Draft, text: str) -> None:
    """Take notice of a comment, which may be one of the editor's marks, or an older one."""
    mark = editor_mark(text)
    if mark is None:
        _older(draft, text.strip())
    elif mark.is_alone:
        _alone(draft, mark)
    elif mark.closes:
        _close(draft, mark)
    else:
        if mark.name not in {"button", "list-item"}:
            draft.end_paragraph()
        draft.source.marks.append((mark, draft.source.said, draft.source.pictures))


def innermost(draft: Draft) -> EditorMark | None:
    """The block the walk is in."""
    return draft.source.marks[-1][0] if draft.source.marks else None


def _older(draft: Draft, text: str) -> None:
    if text.startswith("more"):
        draft.notes.left_out(_("“Read more” marks"), _("The whole article is always shown."))
    elif text == "nextpage":
        draft.notes.changed(_("Page breaks"), _("The article is shown on one page."))


def _alone(draft: Draft, mark: EditorMark) -> None:
    """A block that WordPress fills when it is shown, and that holds nothing itself."""
    if mark.name == "block":
        detail = _("A block shared between articles (number %(number)d) is left out.")
        draft.notes.left_out(_("Shared blocks"), detail % {"number": mark.number("ref")})
    elif not mark.is_kept:
        name = f"{mark.name} {mark.address()}".strip()
        detail = _("The block “%(name)s” shows something only WordPress knows.")
        draft.notes.left_out(_("Blocks made by WordPress"), detail % {"name": name[:300]})


def _close(draft: Draft, mark: EditorMark) -> None:
    marks = draft.source.marks
    if not any(opened.name == mark.name for opened, _said, _pictures in marks):
        return
    while marks:
        opened, said, pictures = marks.pop()
        if opened.name != mark.name:
            continue
        if opened.name in {"cover", "media-text"} and pictures == draft.source.pictures:
            picture_of_mark(draft, opened)
        if not opened.is_kept:
            _tell(draft, opened, nothing=draft.source.said == said)
        return


def _tell(draft: Draft, mark: EditorMark, *, nothing: bool) -> None:
    """Say what became of a block that an article here does not have."""
    if nothing:
        detail = _("The block “%(name)s” holds nothing that can be shown here.")
        draft.notes.left_out(_("Blocks made by WordPress"), detail % {"name": mark.name})
    else:
        detail = _("The contents of the block “%(name)s” are shown one after another.")
        draft.notes.changed(_("Layout"), detail % {"name": mark.name})
