"""Which addresses readers may link to."""

import re

_ABSOLUTE = re.compile(r"https?://(?![^/?#]*[@\\])[0-9a-z\[][!-~]*|mailto:[!-~]+", re.IGNORECASE)
"""Printable ASCII only (RFC 3986; the Markdown parser has encoded the rest). Nobody may log in by a link:
`https://bank.example@evil.example/` is a disguise (RFC 3986, section 7.6)."""

_PERMALINK = re.compile(r"/comments/([1-9][0-9]{0,17})/")
"""The path of a comment on this site. Eighteen digits stay below PostgreSQL's bigint."""


def may_be_linked(address: str) -> bool:
    """Whether `address` is absolute (http, https, mailto) or the permalink of a comment here."""
    return bool(_ABSOLUTE.fullmatch(address) or _PERMALINK.fullmatch(address))


def is_absolute(address: str) -> bool:
    """Whether `address` says by itself where it leads: an http, https or mailto address."""
    return bool(_ABSOLUTE.fullmatch(address))


def comment_id(address: str) -> int | None:
    """The id of the comment whose permalink `address` is, or None."""
    match = _PERMALINK.fullmatch(address)
    return int(match[1]) if match else None
