from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

# What a paragraph may hold; everything else has a block of its own.
PARAGRAPH_FEATURES: list[str] = [
    "bold",
    "italic",
    "strikethrough",
    "superscript",
    "subscript",
    "code",
    "link",
    "ol",
    "ul",
]


class ParagraphBlock(blocks.RichTextBlock):
    """Running text: paragraphs and lists, as Wagtail's rich text."""

    def __init__(self, **options: object) -> None:
        """Take a rich text block's options; the features are fixed."""
        super().__init__(features=PARAGRAPH_FEATURES, **options)

    class Meta:
        icon = "pilcrow"
        label = _("Text")
        template = "publishing/blocks/paragraph.html"


class HeadingBlock(blocks.StructBlock):
    """A heading inside the article; the headline itself is level 1."""

    text = blocks.CharBlock(label=_("Text"), max_length=200)
    level = blocks.ChoiceBlock(
        label=_("Level"),
        choices=[("2", _("Heading")), ("3", _("Smaller heading")), ("4", _("Smallest heading"))],
        default="2",
    )

    class Meta:
        icon = "title"
        label = _("Heading")
        template = "publishing/blocks/heading.html"


class QuoteBlock(blocks.StructBlock):
    """Somebody's words, set apart; `is_pull` repeats words of the article itself."""

    words = blocks.RichTextBlock(label=_("Words"), features=["bold", "italic", "link"])
    attribution = blocks.CharBlock(label=_("Who said it"), required=False, max_length=200)
    is_pull = blocks.BooleanBlock(label=_("Pull quote"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = "publishing/blocks/quote.html"


class CodeBlock(blocks.StructBlock):
    """Text whose every space counts: code, verse, tables drawn with letters."""

    text = blocks.TextBlock(label=_("Text"))

    class Meta:
        icon = "code"
        label = _("Preformatted text")
        template = "publishing/blocks/code.html"
        form_classname: ClassVar[str] = "struct-block"


class RuleBlock(blocks.StaticBlock):
    """A break between two parts."""

    class Meta:
        icon = "horizontalrule"
        label = _("Break")
        template = "publishing/blocks/rule.html"
