from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from broadsheet.publishing.blocks import BodyBlock


class StandingPage(Page):
    """A page that does not age: about us, contact, the legal notice."""

    body = StreamField(BodyBlock(), blank=True)
    shows_meter = models.BooleanField(
        _("show the meter"), default=False, help_text=_("Above the page: how much has been given.")
    )

    content_panels = (*Page.content_panels, FieldPanel("body"), FieldPanel("shows_meter"))
    parent_page_types: ClassVar[list[str]] = [
        "broadsheet_publishing.FrontPage",
        "broadsheet_publishing.StandingPage",
    ]
    subpage_types: ClassVar[list[str]] = ["broadsheet_publishing.StandingPage"]
    template = "publishing/standing_page.html"

    class Meta:
        verbose_name = _("standing page")
        verbose_name_plural = _("standing pages")
