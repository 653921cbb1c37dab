"""Every question that can be asked about people, one file for each page."""

from .authenticator_app import AuthenticatorApp, authenticator_app
from .found_page import (
    Found,
    FoundPage,
    GuestWords,
    found_page,
    guest_words,
    way_by_what_was_found,
)
from .own_record import OwnRecord, own_record
from .person_page import FormerName, PersonPage, former_names, person_page
from .proof_page import ProofPage, proof_page
from .providers import IdentityLine, ProviderButton, identities, providers
from .security_page import PasskeyLine, SecurityPage, security_page
from .sessions_page import SessionLine, SessionsPage, sessions_page
from .sign_in_link import sign_in_link
from .visit_page import VisitPage, visit_page

__all__ = [
    "AuthenticatorApp",
    "FormerName",
    "Found",
    "FoundPage",
    "GuestWords",
    "IdentityLine",
    "OwnRecord",
    "PasskeyLine",
    "PersonPage",
    "ProofPage",
    "ProviderButton",
    "SecurityPage",
    "SessionLine",
    "SessionsPage",
    "VisitPage",
    "authenticator_app",
    "former_names",
    "found_page",
    "guest_words",
    "identities",
    "own_record",
    "person_page",
    "proof_page",
    "providers",
    "security_page",
    "sessions_page",
    "sign_in_link",
    "visit_page",
    "way_by_what_was_found",
]
