"""How often gifts may be begun, and asks be seen: one table. An operator changes it with the option `limits`.

Who tries out stolen cards begins many small gifts. The numbers follow what Open Collective and Liberapay hold
to. Network addresses are counted by their 64 bits, if they are IPv6, and only as a pseudonym of the day.
"""

from broadsheet.core.pace import Limit

_MINUTE, _HOUR = 60, 60 * 60

GIVE_ADDRESS = Limit("give-address", 5, _HOUR, help="gifts begun from one network address")
GIVE_MAIL = Limit("give-mail", 10, _HOUR, help="gifts begun with one mail address, from anywhere")
GIVE_ALL = Limit("give-all", 30, _MINUTE, help="gifts begun, all of them together")
GIVE_UNPROVEN_ADDRESS = Limit(
    "give-unproven-address",
    2,
    _HOUR,
    help="gifts begun without a proof of work, as without JavaScript, from one network address",
)
GIVE_UNPROVEN_ALL = Limit(
    "give-unproven-all", 30, _HOUR, help="the same, all of them together, in an hour"
)
GIVE_DECLINED_ADDRESS = Limit(
    "give-declined-address",
    3,
    _HOUR,
    help="payments declined of gifts from one network address, before it may begin no more",
)
ASKS_SEEN = Limit(
    "asks-seen", 60, _HOUR, help="pages of the sample on which an ask was seen, at one address"
)
GIVE_LOOK = Limit(
    "give-look",
    20,
    10 * _MINUTE,
    help="looks of donors at one network address whether their gift has arrived",
)
PORTAL_MAIL = Limit(
    "portal-mail",
    3,
    _HOUR,
    help="letters that open the page of somebody's gifts, to one mail address",
)
PORTAL_ADDRESS = Limit(
    "portal-address", 10, _HOUR, help="the same letters, asked for from one network address"
)

LIMITS: tuple[Limit, ...] = (
    GIVE_ADDRESS,
    GIVE_MAIL,
    GIVE_ALL,
    GIVE_UNPROVEN_ADDRESS,
    GIVE_UNPROVEN_ALL,
    GIVE_DECLINED_ADDRESS,
    GIVE_LOOK,
    ASKS_SEEN,
    PORTAL_MAIL,
    PORTAL_ADDRESS,
)
