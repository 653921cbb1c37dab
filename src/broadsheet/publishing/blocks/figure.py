from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock


class FigureBlock(blocks.StructBlock):
    """A photo with its caption; the credit comes with the photo."""

    photo = ImageChooserBlock(label=_("Photo"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)
    alt = blocks.CharBlock(
        label=_("Text alternative"),
        required=False,
        max_length=500,
        help_text=_("Instead of the photo's own."),
    )

    class Meta:
        icon = "image"
        label = _("Photo")
        template = "publishing/blocks/figure.html"


class GalleryBlock(blocks.StructBlock):
    """Several photos that belong together."""

    figures = blocks.ListBlock(FigureBlock(), label=_("Photos"))
    caption = blocks.CharBlock(label=_("Caption"), required=False, max_length=500)

    class Meta:
        icon = "image"
        label = _("Gallery")
        template = "publishing/blocks/gallery.html"
