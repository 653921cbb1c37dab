"""How often readers may write, vote and edit: one table. An operator changes it with the option `limits`.

Counted for each person and, where nothing but a key in a browser says who it is, for each client address
(64 bits of an IPv6 one) besides: another key is had for the asking. The numbers follow what Coral, Discourse,
Isso and Hypothesis hold to.
"""

from broadsheet.core.pace import Limit

_HOUR, _DAY = 60 * 60, 24 * 60 * 60

POST_PAUSE = Limit("post-pause", 1, 5, help="comments by one reader, one after another")
POST = Limit("post", 60, _HOUR, help="comments by one reader, in an hour")
POST_NEW_PAUSE = Limit("post-new-pause", 1, 30, help="comments by a new reader, one after another")
POST_NEW = Limit("post-new", 10, _DAY, help="comments by a new reader, in a day")
POST_GUEST_PAUSE = Limit("post-guest-pause", 1, 30, help="comments by one guest, one after another")
POST_GUEST = Limit("post-guest", 5, _HOUR, help="comments by one guest, in an hour")
POST_ADDRESS = Limit(
    "post-address", 20, _HOUR, help="comments by all guests at one network address"
)
VOTE_PACE = Limit("vote-pace", 2, 1, 10, help="votes by one reader or guest, one after another")
VOTE = Limit("vote", 200, _DAY, help="votes by one reader, in a day")
VOTE_GUEST = Limit("vote-guest", 20, _HOUR, help="votes by one guest, in an hour")
VOTE_ADDRESS = Limit("vote-address", 60, _HOUR, help="votes by all guests at one network address")
EDIT = Limit("edit", 30, _DAY, help="edits by one reader or guest, in a day")
DECISION = Limit(
    "decision", 200, _DAY, help="what one reader begins or ends to follow or to ignore, in a day"
)
DECISION_ADDRESS = Limit(
    "decision-address", 60, _HOUR, help="the same, by all guests at one network address, in an hour"
)

LIMITS: tuple[Limit, ...] = (
    POST_PAUSE,
    POST,
    POST_NEW_PAUSE,
    POST_NEW,
    POST_GUEST_PAUSE,
    POST_GUEST,
    POST_ADDRESS,
    VOTE_PACE,
    VOTE,
    VOTE_GUEST,
    VOTE_ADDRESS,
    EDIT,
    DECISION,
    DECISION_ADDRESS,
)
