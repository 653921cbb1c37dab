"""The comment systems Broadsheet is measured beside: same corpus, same load, served as their documents say."""

from .comments_xtd import CommentsXtd
from .isso import Isso
from .peer import Peer

__all__ = ["PEERS", "Peer"]

PEERS: tuple[type[Peer], ...] = (Isso, CommentsXtd)
