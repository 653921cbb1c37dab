"""Photos, served from the data folder."""

from django.core.exceptions import SuspiciousFileOperation
from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

# Only what a browser draws and never runs: no SVG, no PDF, no HTML.
TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".png": "image/png",
    ".webp": "image/webp",
}

# A photo's file never changes: a new one gets a new name.
FOREVER = "public, max-age=31536000, immutable"


@require_safe
def photo(request: HttpRequest, path: str) -> HttpResponse:
    """Answer the picture at `path` with the type its ending says; anything else is not found."""
    ending = path[path.rfind(".") :].lower() if "." in path else ""
    if ending not in TYPES:
        raise Http404
    try:
        with default_storage.open(path) as file:
            content = file.read()
    except (OSError, SuspiciousFileOperation, ValueError):
        raise Http404 from None
    return HttpResponse(
        content,
        content_type=TYPES[ending],
        headers={"Cache-Control": FOREVER, "Cross-Origin-Resource-Policy": "same-origin"},
    )
