"""Where the links of an article lead from now on."""

from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from django.utils.translation import gettext as _

from broadsheet.exchange.formats.wordpress.draft import Draft
from broadsheet.exchange.formats.wordpress.figures import text_of
from broadsheet.exchange.formats.wordpress.plain import local_address


def link(draft: Draft, element: Element) -> str:
    """The address of an ``a``, or nothing if it leads nowhere any more.

    Links to the site itself lose their host: old addresses are redirected wherever the newspaper
    stands now. Files stay where they are.
    """
    site = draft.source.site
    href = draft.source.shortcodes.restore(element.get("href", "")).strip()
    if not href or href.startswith("#"):
        return ""
    address = site.absolute(href)
    if not address:
        detail = _("A link to %(address)s, which is no address on the web, became plain text.")
        draft.notes.changed(_("Links"), detail % {"address": href[:300]})
        return ""
    if not site.is_here(address):
        return address
    if "/wp-content/" in address or "/wp-admin" in address:
        if text_of(element):
            detail = _("The link to %(address)s still leads to the old site.")
            draft.notes.changed(_("Files"), detail % {"address": address[:300]})
        return address
    fragment = urlsplit(address).fragment
    return local_address(address) + (f"#{fragment}" if fragment else "")
