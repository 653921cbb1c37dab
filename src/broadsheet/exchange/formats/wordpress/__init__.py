"""WordPress eXtended RSS (WXR 1.0 to 1.2), with what wpDiscuz leaves in it.

`stream` reads the XML in constant memory, `items` names what it found, `body`, `shortcodes` and
`paragraphs` make blocks of an article's HTML, `comment_source` makes our readers' Markdown of a
comment's, `read` puts the records together.

WordPress writes the file in ``wp-admin/includes/export.php``; the facts about wpDiscuz are those of
its version 7.6.
"""

from broadsheet.exchange.formats.wordpress.read import read_wordpress

__all__ = ["read_wordpress"]
