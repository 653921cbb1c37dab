from typing import cast

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Atom1Feed
from django.views.decorators.http import require_safe
from wagtail.views import serve

from broadsheet.core.errors import NotFound
from broadsheet.core.shared import MISSING, declare

from . import queries, shows
from .addresses import full_address
from .models import FrontPage


def page(request: HttpRequest, path: str) -> HttpResponse:
    """Wagtail's page at `path`, the same for everybody; what it shows its template's tags declare."""
    declare(request, shows.PAPER)
    try:
        return cast("HttpResponse", serve(request, path))
    except Http404:
        declare(request, MISSING)
        raise


@require_safe
def article_feed(request: HttpRequest) -> HttpResponse:
    """The newest articles as an Atom feed (RFC 4287)."""
    declare(request, shows.LISTINGS)
    front = FrontPage.objects.filter(sites_rooted_here__is_default_site=True).first()
    if front is None:
        raise NotFound
    feed = Atom1Feed(
        title=front.title,
        link=full_address("/"),
        description=front.motto,
        subtitle=front.motto,
        language=settings.LANGUAGE_CODE,
        feed_url=full_address(request.path),
    )
    for teaser in queries.front_page(front).listing.teasers:
        address = full_address(teaser.url)
        feed.add_item(
            title=teaser.headline,
            link=address,
            unique_id=address,
            description=teaser.standfirst,
            author_name=", ".join(teaser.bylines) or front.title,
            pubdate=teaser.published_at,
            updateddate=teaser.published_at,
            categories=[teaser.section.title] if teaser.section else [],
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)
