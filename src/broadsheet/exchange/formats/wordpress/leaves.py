"""Elements and shortcodes with nothing in them to walk through."""

from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import Code, Rule
from broadsheet.exchange.formats.wordpress import figures
from broadsheet.exchange.formats.wordpress.draft import Draft
from broadsheet.exchange.formats.wordpress.shortcodes import Shortcode


def preformatted(draft: Draft, element: Element, _depth: int) -> None:
    """Text whose line breaks and spaces count."""
    draft.end_paragraph()
    for line_end in element.iter("br"):
        line_end.text = "\n"
    text = draft.source.shortcodes.restore("".join(element.itertext())).strip("\n")
    if text.strip():
        draft.add(Code(text=text))


def elsewhere(draft: Draft, element: Element, _depth: int) -> None:
    """Something shown from another place."""
    sources = [element, *element.iter("source"), *element.iter("embed"), *element.iter("param")]
    addresses = (e.get("src") or e.get("data") or "" for e in sources)
    address = next((found for found in addresses if draft.source.site.absolute(found)), "")
    if address:
        draft.link_alone(address)
    else:
        detail = _("<%(tag)s> without an address is left out.") % {"tag": element.tag}
        draft.notes.left_out(_("Embeds"), detail)


def rule(draft: Draft, _element: Element, _depth: int) -> None:
    """A break between two parts."""
    draft.end_paragraph()
    draft.add(Rule())


def line_break(draft: Draft, _element: Element, _depth: int) -> None:
    """A new line."""
    draft.run.line_break()


def unseen(draft: Draft, element: Element, _depth: int) -> None:
    """Something that only a browser reads, or asks the reader to fill in."""
    detail = _("<%(tag)s> is left out.") % {"tag": element.tag}
    draft.notes.left_out(_("Scripts, styles and forms"), detail)


# Shortcodes


def shortcode(draft: Draft, shortcode: Shortcode) -> None:
    """A shortcode where it stands."""
    name = shortcode.name
    if name in {"caption", "wp_caption", "embed"}:
        _enclosing(draft, shortcode)
    elif name == "gallery":
        figures.gallery(draft, shortcode)
    elif shortcode.closes:
        return
    elif name in {"audio", "video"} and (address := shortcode.address()):
        draft.link_alone(address)
    elif name == "wpdiscuz-feedback":
        detail = _("The question “%(question)s” on a passage is left out; the passage stays.")
        question = shortcode.attributes.get("question", "")
        draft.notes.left_out(_("Questions on passages"), detail % {"question": question})
    elif name == "spoiler":
        draft.notes.changed(_("Hidden parts"), _("A part hidden behind [spoiler] is shown openly."))
    else:
        detail = _("%(written)s means something only to a plugin; words it encloses stay.")
        draft.notes.left_out(_("Shortcodes"), detail % {"written": shortcode.written[:200]})


def _enclosing(draft: Draft, shortcode: Shortcode) -> None:
    if not shortcode.closes:
        draft.begin_capture(shortcode)
    elif draft.captures and draft.captures[-1].shortcode.name == shortcode.name:
        opened, blocks, text = draft.end_capture()
        if shortcode.name == "embed":
            draft.link_alone(text)
        else:
            figures.captioned(draft, opened, blocks, text)
