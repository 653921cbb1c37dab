"""The tables of accounts."""

from .desk_link import DeskLink
from .limit_state import LimitState
from .user import NAME_LENGTH, Standing, Strength, User

__all__ = ["NAME_LENGTH", "DeskLink", "LimitState", "Standing", "Strength", "User"]
