"""The tables of accounts."""

from .claim import Claim
from .desk_link import DeskLink
from .export import EXPORT_LIFETIME, Export, ExportPiece
from .limit_state import LimitState
from .merge import Merge, MergeReason, present_person
from .name_change import NameChange
from .session import Session
from .sign_in_attempt import SignInAttempt
from .sign_in_provider import SignInProvider
from .user import (
    HAS_PROFILE,
    MOST_PROFILE_LINKS,
    NAME_IS_PROTECTED,
    NAME_LENGTH,
    PROFILE_LINK_LENGTH,
    Standing,
    Strength,
    User,
)
from .visit_site import RedeemedVisit, VisitAlgorithm, Visitor, VisitRole, VisitSite

__all__ = [
    "EXPORT_LIFETIME",
    "HAS_PROFILE",
    "MOST_PROFILE_LINKS",
    "NAME_IS_PROTECTED",
    "NAME_LENGTH",
    "PROFILE_LINK_LENGTH",
    "Claim",
    "DeskLink",
    "Export",
    "ExportPiece",
    "LimitState",
    "Merge",
    "MergeReason",
    "NameChange",
    "RedeemedVisit",
    "Session",
    "SignInAttempt",
    "SignInProvider",
    "Standing",
    "Strength",
    "User",
    "VisitAlgorithm",
    "VisitRole",
    "VisitSite",
    "Visitor",
    "present_person",
]
