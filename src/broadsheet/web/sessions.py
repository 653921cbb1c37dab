"""Sessions that stay closed unless somebody opens them."""

from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse


class ClosedSessionMiddleware(SessionMiddleware):
    """Django's sessions, whose cookie is neither judged nor deleted by a page that did not ask for them.

    Django would delete a damaged session cookie on any page, and so set a cookie on pages that are the
    same for everybody.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save and mark the session if it was opened."""
        return super().process_response(request, response) if request.session.accessed else response
