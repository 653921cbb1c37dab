"""Every address there is, on one screen."""

from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as desk_urls

from broadsheet.publishing.views import page
from broadsheet.web import health, media

urlpatterns: list[URLPattern | URLResolver] = [
    path("healthz", health.alive, name="alive"),
    path("readyz", health.ready, name="ready"),
    path("media/<path:path>", media.photo, name="photo"),
    path("desk/", include(desk_urls)),
    path("", include("broadsheet.accounts.ways_in")),
    path("", include("broadsheet.accounts.urls")),
    path("", include("broadsheet.publishing.urls")),
    path("", include("broadsheet.discussion.urls")),
    path("", include("broadsheet.funding.urls")),
    # Under Wagtail's own name for it, by which it finds the addresses of pages.
    re_path(wagtail_urls.serve_pattern, page, name="wagtail_serve"),
    path("", include(wagtail_urls)),
]

handler404 = "broadsheet.web.error_pages.not_found"
handler500 = "broadsheet.web.error_pages.failed"
