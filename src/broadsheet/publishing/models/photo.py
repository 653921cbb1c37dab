from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter, Image


class Photo(AbstractImage):
    """A picture with what a newspaper owes it: whose it is, and words for those who cannot see it.

    Wagtail's `description` is the text alternative; `caption` is what is printed below it by default.
    """

    caption = models.CharField(_("caption"), max_length=500, blank=True)
    credit = models.CharField(
        _("credit"), max_length=200, blank=True, help_text=_("Photographer and agency, as printed.")
    )

    admin_form_fields = (*Image.admin_form_fields, "caption", "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("photo")
        verbose_name_plural = _("photos")

    def generate_rendition_file(
        self,
        filter: Filter,  # noqa: A002 - as Wagtail calls it
        *,
        source: "File[bytes] | None" = None,
    ) -> "File[bytes]":
        """Wagtail's, in memory and closed: its own temporary file stays open until chance collects it."""
        with super().generate_rendition_file(filter, source=source) as file:
            file.seek(0)
            return ContentFile(file.read(), name=file.name)


class PhotoRendition(AbstractRendition):
    """One size of a photo, made once."""

    image = models.ForeignKey(Photo, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
