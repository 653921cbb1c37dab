from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet


@register_snippet
class Byline(models.Model):
    """A name under which articles appear: a reporter, an agency, a guest."""

    name = models.CharField(_("name"), max_length=100)
    slug = models.SlugField(_("address"), max_length=100, unique=True, allow_unicode=True)

    panels = (FieldPanel("name"), FieldPanel("slug"))

    class Meta:
        verbose_name = _("byline")
        verbose_name_plural = _("bylines")

    def __str__(self) -> str:
        return self.name
