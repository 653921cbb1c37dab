"""What of our JavaScript a reader needs: all but what it tells its developers (docs/decisions/0006)."""

import re

# Whole lines only: a comment within a line, such as a type, stands among code.
_COMMENTS = re.compile(r"^[ \t]*(?:/\*\*(?:(?!\*/).)*\*/|//[^\n]*)\n", re.MULTILINE | re.DOTALL)


def without_comments(text: str) -> str:
    """Answer the JavaScript `text` without the comments that have lines of their own."""
    return _COMMENTS.sub("", text)
