"""The tables of accounts."""

from .desk_link import DeskLink
from .user import NAME_LENGTH, Standing, Strength, User

__all__ = ["NAME_LENGTH", "DeskLink", "Standing", "Strength", "User"]
