from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page


class FrontPage(Page):
    """The newspaper's first page; its title is the newspaper's name."""

    motto = models.CharField(_("motto"), max_length=200, blank=True)

    content_panels = (*Page.content_panels, FieldPanel("motto"))
    subpage_types: ClassVar[list[str]] = [
        "broadsheet_publishing.Section",
        "broadsheet_publishing.Article",
        "broadsheet_publishing.StandingPage",
    ]
    template = "publishing/front_page.html"

    class Meta:
        verbose_name = _("front page")
