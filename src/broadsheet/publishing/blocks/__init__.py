"""The parts of an article's body."""

from .body import BodyBlock
from .figure import FigureBlock, GalleryBlock
from .text import CodeBlock, HeadingBlock, ParagraphBlock, QuoteBlock, RuleBlock

__all__ = [
    "BodyBlock",
    "CodeBlock",
    "FigureBlock",
    "GalleryBlock",
    "HeadingBlock",
    "ParagraphBlock",
    "QuoteBlock",
    "RuleBlock",
]
