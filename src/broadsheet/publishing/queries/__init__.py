"""Every page of the newspaper, and every question about one. The same answer for everybody."""

from .masthead import Masthead, PageLink, masthead

__all__ = ["Masthead", "PageLink", "masthead"]
