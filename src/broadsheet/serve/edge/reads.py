"""Which addresses everybody is answered alike, and which words of their query mean anything there.

Read it as a table. Every other word of a query is taken away before Django is asked, so that no made-up
address fills the memory. Addresses that are not here go to Django untouched.
"""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from django.urls import Resolver404, resolve

from broadsheet.discussion.ranking import SORTS

Test = Callable[[str], bool]

LONGEST_VALUE = 300
MOST_FIELDS = 120
SLUG = re.compile(r"[\w-]{1,60}", re.ASCII)
SORT_NAMES = frozenset(sort.name for sort in SORTS)


def _sort(value: str) -> bool:
    return value in SORT_NAMES


def _number(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _slug(value: str) -> bool:
    return SLUG.fullmatch(value) is not None


def _anything(value: str) -> bool:
    return True


READS: Mapping[str, Mapping[str, Test]] = {
    # After a page's address: its own pages, its discussion's, and addresses of other systems.
    "wagtail_serve": {
        "sort": _sort,
        "after": _anything,
        "p": _number,
        "page_id": _number,
        "cat": _number,
    },
    "publishing:article_feed": {},
    "discussion:discussion_page": {"sort": _sort, "after": _anything},
    "discussion:discussion_part": {"sort": _sort, "after": _anything, "alone": _number},
    "discussion:whole_discussion": {"part": _number},
    "discussion:hottest_thread": {},
    "discussion:most_reacted_thread": {},
    "discussion:thread_page": {"after": _number},
    "discussion:comment_page": {},
    "discussion:comment_history": {},
    "discussion:reply_page": {"quote": _anything},
    "discussion:changes": {"since": _number},
    "discussion:comment_counts": {"key": _anything},
    "discussion:profile_page": {"after": _anything},
    "funding:supporters": {"after": _anything},
    "funding:meter_page": {"campaign": _slug},
    "funding:meter_part": {},
    "funding:meter_json": {"campaign": _slug},
    "funding:meter_svg": {"campaign": _slug},
    "funding:meter_script": {},
    "funding:digests_page": {},
    "funding:digests_json": {},
    "funding:transparency": {},
    "funding:transparency_month": {},
    "funding:transparency_json": {},
    "funding:transparency_csv": {},
}


@lru_cache(maxsize=512)
def canonical_query(path: str, query: bytes) -> bytes | None:
    """The query with which Django is asked for `path`; None if not everybody is answered alike there."""
    meanings = READS.get(_name_of(path))
    if meanings is None:
        return None
    if not query or not meanings:
        return b""
    try:
        said = parse_qsl(query.decode("ascii"), max_num_fields=MOST_FIELDS)
    except ValueError:  # too many, or not of ASCII, which a query is (RFC 3986)
        return b""
    meant = {
        (name, value)
        for name, value in said
        if name in meanings and len(value) <= LONGEST_VALUE and meanings[name](value)
    }
    return urlencode(sorted(meant)).encode()


@lru_cache(maxsize=2048)
def _name_of(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
