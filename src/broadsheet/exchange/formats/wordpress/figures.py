"""Pictures in an article: single, captioned, in galleries."""

import re
from dataclasses import replace
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from broadsheet.exchange.archive import Block, Figure, Gallery
from broadsheet.exchange.formats.wordpress.draft import Draft
from broadsheet.exchange.formats.wordpress.editor_blocks import EditorMark
from broadsheet.exchange.formats.wordpress.shortcodes import Shortcode

_NUMBER = re.compile(r"(?:^|\s)wp-image-(\d{1,15})(?:\s|$)")


def text_of(element: Element) -> str:
    """All words inside `element` on one line."""
    return " ".join("".join(element.itertext()).split())


def classes(element: Element) -> set[str]:
    """The classes `element` carries."""
    return set(element.get("class", "").split())


def image(draft: Draft, element: Element, _depth: int = 0) -> None:
    """A picture where it stands; a drawn emoji is the emoji."""
    if classes(element) & {"emoji", "wp-smiley"}:
        draft.say(element.get("alt", ""))
    elif found := figure_of(draft, element):
        draft.add(found)


def figure_of(
    draft: Draft, element: Element, *, caption: str = "", number: int = 0
) -> Figure | None:
    """The figure an ``img`` is, if it names a picture that can be named."""
    source = element.get("src") or element.get("data-src") or ""
    alt = " ".join(draft.source.shortcodes.restore(element.get("alt", "")).split())
    match = _NUMBER.search(element.get("class", ""))
    data_id = element.get("data-id", "")
    number = int(match[1]) if match else number
    if not match and re.fullmatch(r"[0-9]{1,15}", data_id):
        number = int(data_id)
    return picture(draft, source, number=number, alt=alt, caption=caption)


def picture(
    draft: Draft, address: str, *, number: int = 0, alt: str = "", caption: str = ""
) -> Figure | None:
    """The figure that shows the picture at `address`, or numbered `number`."""
    source = draft.source
    absolute = source.site.absolute(address) if address else ""
    if number not in source.site.pictures and not absolute:
        detail = _(
            "A picture written into the text itself, or without an address, is left out: %(alt)s"
        )
        draft.notes.left_out(_("Pictures"), detail % {"alt": alt or caption or address[:40] or "–"})
        return None
    key, photo = source.site.picture(absolute, number=number, alt=alt)
    if photo:
        source.photos.setdefault(key, photo)
    source.pictures += 1
    return Figure(photo_key=key, caption=caption, alt=alt)


def picture_of_mark(draft: Draft, mark: EditorMark) -> None:
    """The picture a block names only in its mark, as old covers do."""
    address = mark.address()
    if not address or mark.attributes.get("backgroundType") == "video":
        return
    if found := picture(draft, address, number=mark.number("id", "mediaId")):
        draft.add(found)


def figure(draft: Draft, element: Element, mark: EditorMark | None) -> bool:
    """A ``figure`` that shows nothing but pictures; answers whether it was one."""
    inner = [child for child in element.iter("figure") if child is not element]
    images = [i for i in element.iter("img") if not classes(i) & {"emoji", "wp-smiley"}]
    if not images:
        return False
    caption = _caption(draft, element)
    is_gallery = bool(inner) or len(images) > 1 or "wp-block-gallery" in classes(element)
    if is_gallery:
        figures = _gallery_figures(draft, element, images)
        if figures:
            draft.add(Gallery(figures=tuple(figures), caption=caption))
        return True
    number = mark.number("id", "mediaId") if mark else 0
    found = figure_of(draft, images[0], caption=caption, number=number)
    _linked(draft, element)
    if found:
        draft.add(found)
    return True


def _gallery_figures(draft: Draft, element: Element, images: list[Element]) -> list[Figure]:
    """The pictures of a gallery, each with the caption next to it."""
    captions: dict[int, str] = {}
    for holder in [*element.iter("figure"), *element.iter("li")]:
        inside = list(holder.iter("img"))
        if holder is not element and len(inside) == 1:
            known = captions.get(id(inside[0]))
            captions[id(inside[0])] = known or _caption(draft, holder)
    found = (figure_of(draft, image, caption=captions.get(id(image), "")) for image in images)
    return [figure for figure in found if figure]


def _caption(draft: Draft, element: Element) -> str:
    """The figure's own caption, not that of a figure in it."""
    inner = {
        id(c) for f in element.iter("figure") if f is not element for c in f.iter("figcaption")
    }
    if element.tag == "figure":
        inner |= {id(c) for item in element.iter("li") for c in item.iter("figcaption")}
    own = next((c for c in element.iter("figcaption") if id(c) not in inner), None)
    if own is None:
        return ""
    if any(True for _link in own.iter("a")):
        draft.notes.changed(_("Links"), _("A link in a caption became plain text."))
    return draft.source.shortcodes.restore(text_of(own))


def _linked(draft: Draft, element: Element) -> None:
    """Say that a picture led somewhere, unless it led to itself."""
    for link in element.iter("a"):
        href = link.get("href", "")
        if (
            any(True for _img in link.iter("img"))
            and href
            and not draft.source.site.upload_path(href)
        ):
            detail = _("The link on a picture to %(address)s is left out.")
            draft.notes.left_out(_("Links"), detail % {"address": href[:300]})


# Shortcodes


def captioned(draft: Draft, shortcode: Shortcode, blocks: list[Block], words: str) -> None:
    """``[caption]``: the picture in it with the words after it."""
    caption = words or shortcode.attributes.get("caption", "")
    for block in blocks:
        is_first = isinstance(block, Figure) and caption
        draft.add(
            replace(block, caption=caption) if is_first and isinstance(block, Figure) else block
        )
        caption = "" if is_first else caption
    if caption:
        draft.say(caption)


def gallery(draft: Draft, shortcode: Shortcode) -> None:
    """``[gallery]``: the pictures it numbers, or those attached to the article."""
    numbers = (
        shortcode.numbers("ids") or shortcode.numbers("include") or list(draft.source.attached)
    )
    excluded = set(shortcode.numbers("exclude"))
    known = [n for n in numbers if n in draft.source.site.pictures and n not in excluded]
    for number in numbers:
        if number not in draft.source.site.pictures:
            detail = _("Picture number %(number)d of a gallery is not in the file.")
            draft.notes.left_out(_("Pictures"), detail % {"number": number})
    if known:
        site = draft.source.site
        figures = tuple(Figure(photo_key=site.key("attachment", n)) for n in dict.fromkeys(known))
        draft.source.pictures += len(figures)
        draft.add(Gallery(figures=figures))
    elif not numbers:
        detail = _("A gallery names no pictures, and none are attached.")
        draft.notes.left_out(_("Pictures"), detail)
