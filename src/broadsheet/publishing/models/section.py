from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class Section(Page):
    """A department of the newspaper; sections may stand inside sections."""

    introduction = models.CharField(_("introduction"), max_length=300, blank=True)
    shows_meter = models.BooleanField(
        _("show the meter"), default=False, help_text=_("Above the page: how much has been given.")
    )

    content_panels = (*Page.content_panels, FieldPanel("introduction"), FieldPanel("shows_meter"))
    parent_page_types: ClassVar[list[str]] = [
        "broadsheet_publishing.FrontPage",
        "broadsheet_publishing.Section",
    ]
    subpage_types: ClassVar[list[str]] = [
        "broadsheet_publishing.Section",
        "broadsheet_publishing.Article",
    ]
    template = "publishing/section.html"

    class Meta:
        verbose_name = _("section")
        verbose_name_plural = _("sections")
