"""The files other systems write, each read into the neutral records of `exchange.archive`.

A format knows its file and nothing of our tables. It is a function from a path to an `Archive`;
what cannot be read is refused with an `Unreadable`.
"""

from broadsheet.exchange.formats.unreadable import Unreadable
from broadsheet.exchange.formats.wordpress import read_wordpress

__all__ = ["Unreadable", "read_wordpress"]
