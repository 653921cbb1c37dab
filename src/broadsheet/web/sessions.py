"""Sessions that stay closed unless somebody opens them."""

from django.conf import settings
from django.contrib.sessions.middleware import SessionMiddleware
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from broadsheet.accounts.session_store import SessionStore
from broadsheet.core.middleware import SAFE_METHODS
from broadsheet.web.desk import is_desk


class ClosedSessionMiddleware(SessionMiddleware):
    """Django's sessions, whose cookie is neither judged nor deleted by a page that did not ask for them.

    Django would delete a damaged session cookie on any page, and so set a cookie on pages that are the
    same for everybody.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Save and mark the session if it was opened; note that somebody is here who acts or is at the desk."""
        session = request.session
        assert isinstance(session, SessionStore)
        if not session.accessed and not session.modified:
            return response
        is_act = request.method not in SAFE_METHODS or is_desk(request)
        if is_act and session.session_key and session.note_presence(at=timezone.now()):
            response.set_cookie(
                settings.SESSION_COOKIE_NAME,
                session.session_key,
                max_age=session.get_expiry_age(),
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=settings.SESSION_COOKIE_HTTPONLY,
                samesite="Lax",
            )
        return super().process_response(request, response)
