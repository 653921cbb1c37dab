"""The beginning of a comment, in plain words, for lists."""

from django.utils.text import Truncator

from broadsheet.core.markup import render

EXCERPT_LENGTH = 160


def excerpt(source: str) -> str:
    """The first 160 characters of what the author of `source` says themselves; of what they quote, if nothing."""
    try:
        rendered = render(source)
    except ValueError:  # longer than words may be today
        return Truncator(source).chars(EXCERPT_LENGTH)
    words = " ".join((rendered.own_words or rendered.text).split())
    return Truncator(words).chars(EXCERPT_LENGTH)
