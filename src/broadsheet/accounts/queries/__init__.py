"""Every question that can be asked about people, one file for each page."""

from .authenticator_app import AuthenticatorApp, authenticator_app
from .proof_page import ProofPage, proof_page
from .security_page import PasskeyLine, SecurityPage, security_page
from .sessions_page import SessionLine, SessionsPage, sessions_page

__all__ = [
    "AuthenticatorApp",
    "PasskeyLine",
    "ProofPage",
    "SecurityPage",
    "SessionLine",
    "SessionsPage",
    "authenticator_app",
    "proof_page",
    "security_page",
    "sessions_page",
]
