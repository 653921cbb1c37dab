"""Every question that can be asked about people, one file for each page."""

from .authenticator_app import AuthenticatorApp, authenticator_app
from .security_page import PasskeyLine, SecurityPage, security_page
from .sessions_page import SessionLine, SessionsPage, sessions_page

__all__ = [
    "AuthenticatorApp",
    "PasskeyLine",
    "SecurityPage",
    "authenticator_app",
    "security_page",
    "SessionLine",
    "SessionsPage",
    "sessions_page",
]
