"""Everything that can be done with what the newsroom says, besides what Wagtail itself does.

What is called `restore_…` writes down what was elsewhere, and tells nobody.
"""

from .make_renditions import make_renditions
from .open_front_page import open_front_page
from .restore_article import (
    RestoredArticle,
    RestoredBlock,
    restore_article,
    restore_standing_page,
)
from .restore_byline import restore_byline
from .restore_photo import NotAPhoto, restore_photo
from .restore_section import restore_section

__all__ = [
    "NotAPhoto",
    "RestoredArticle",
    "RestoredBlock",
    "make_renditions",
    "open_front_page",
    "restore_article",
    "restore_byline",
    "restore_photo",
    "restore_section",
    "restore_standing_page",
]
