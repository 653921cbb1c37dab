from wagtail import blocks

from .figure import FigureBlock, GalleryBlock
from .text import CodeBlock, HeadingBlock, ParagraphBlock, QuoteBlock, RuleBlock


class BodyBlock(blocks.StreamBlock):
    """An article's body. The names are in every stored article: add, never rename."""

    paragraph = ParagraphBlock()
    heading = HeadingBlock()
    quote = QuoteBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    code = CodeBlock()
    rule = RuleBlock()
