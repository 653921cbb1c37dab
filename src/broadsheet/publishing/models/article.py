from typing import ClassVar, Self, cast

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Orderable, Page, PageManager, PageQuerySet
from wagtail.search import index

from broadsheet.publishing.blocks import BodyBlock

from .byline import Byline
from .photo import Photo


class ArticleQuerySet(PageQuerySet):
    """How articles are asked for."""

    def newest_first(self) -> Self:
        """By the time they say they were published, the newest first."""
        return cast("Self", self.order_by("-published_at", "-pk"))

    def with_listing(self) -> Self:
        """With all that a teaser shows, in a fixed number of queries."""
        return cast(
            "Self",
            self.select_related("lead_photo").prefetch_related(
                "lead_photo__renditions", "byline_links__byline"
            ),
        )


ArticleManager = PageManager.from_queryset(ArticleQuerySet)


class ArticleTag(TaggedItemBase):
    """One tag on one article."""

    content_object = ParentalKey(
        "broadsheet_publishing.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )


class ArticleByline(Orderable):
    """One of the names above an article, in order."""

    article = ParentalKey(
        "broadsheet_publishing.Article", on_delete=models.CASCADE, related_name="byline_links"
    )
    byline = models.ForeignKey(Byline, on_delete=models.PROTECT, related_name="article_links")

    panels = (FieldPanel("byline"),)


class Article(Page):
    """Something the newsroom says. Its `title` is the headline."""

    attribution = models.CharField(
        _("attribution label"),
        max_length=60,
        blank=True,
        help_text=_("Whom the headline reports, shown after it: “– Media”."),
    )
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=1000)
    lead_photo = models.ForeignKey(
        Photo,
        verbose_name=_("lead photo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    lead_caption = models.CharField(
        _("caption"), max_length=500, blank=True, help_text=_("Instead of the photo's own.")
    )
    published_at = models.DateTimeField(_("publication date"), default=timezone.now, db_index=True)
    body = StreamField(BodyBlock(), blank=True)
    takes_comments = models.BooleanField(_("readers may discuss it"), default=True)
    is_sensitive = models.BooleanField(
        _("readers are asked for nothing here"),
        default=False,
        help_text=_(
            "For obituaries, disasters and the like: without the meter and what asks for support."
        ),
    )
    language = models.CharField(
        _("language"),
        max_length=15,
        blank=True,
        help_text=_("Language tag (BCP 47), if it is not the newspaper's."),
    )
    tags = ClusterTaggableManager(through=ArticleTag, blank=True)

    objects: ClassVar[PageManager] = ArticleManager()

    content_panels = (
        *Page.content_panels,
        FieldPanel("attribution"),
        FieldPanel("standfirst"),
        MultiFieldPanel(
            [FieldPanel("lead_photo"), FieldPanel("lead_caption")], heading=_("Lead photo")
        ),
        InlinePanel("byline_links", label=_("Byline")),
        FieldPanel("published_at"),
        FieldPanel("body"),
        FieldPanel("tags"),
        FieldPanel("language"),
        FieldPanel("takes_comments"),
        FieldPanel("is_sensitive"),
    )
    search_fields = (
        *Page.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("body"),
    )
    parent_page_types: ClassVar[list[str]] = [
        "broadsheet_publishing.FrontPage",
        "broadsheet_publishing.Section",
    ]
    subpage_types: ClassVar[list[str]] = []
    template = "publishing/article.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @property
    def key(self) -> str:
        """The name under which others keep what belongs to this article: `article:123`."""
        return f"article:{self.pk}"
