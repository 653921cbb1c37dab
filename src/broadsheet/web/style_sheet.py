"""One style sheet for the reader, out of the many we write (docs/decisions/0006)."""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

# The list of all others, and under the same name what a reader gets.
STYLE_SHEET = "web/css/broadsheet.css"

_IMPORT = re.compile(r'^@import url\("([^":]+)"\);$', re.MULTILINE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_INDENT = re.compile(r"\n\s*")


def joined(name: str, *, read: Callable[[str], str]) -> str:
    """Answer the style sheet `name` with the files it imports in their place, without comments and indents.

    `read` answers a file's text by its name among the static files. Imports stand on lines of their own, are
    not conditional and import no further. The order of their layers is said by the first.
    """

    def content(imported: re.Match[str]) -> str:
        return read(normpath(join(dirname(name), imported[1])))

    whole = _IMPORT.sub(content, _COMMENT.sub("", read(name)))
    return _INDENT.sub("\n", _COMMENT.sub("", whole)).strip() + "\n"
