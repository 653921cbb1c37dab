"""Everything that can be done with what the newsroom says, besides what Wagtail itself does."""

from .make_renditions import make_renditions

__all__ = ["make_renditions"]
