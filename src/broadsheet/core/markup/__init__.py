"""Readers' words, from the Markdown they write to the HTML everybody may see.

Knows: which Markdown readers may use, which addresses may be linked, what a quotation looks like, and
which HTML is safe.
Refuses to know: comments, tables, requests. Who said what is asked of the caller's `Attributor`.
Doors: `render`, and the values it takes and gives.

The way of a text: `dialect` reads it into tokens, `quotations` settles whose words are quoted, `plain_text` writes
them without markup, `sanitising` lets nothing pass that is not listed. `rendering` is that way in one function.
"""

from .quotations import Attribution, Attributor
from .rendering import MAX_LENGTH, VERSION, Rendered, render

__all__ = ["MAX_LENGTH", "VERSION", "Attribution", "Attributor", "Rendered", "render"]
