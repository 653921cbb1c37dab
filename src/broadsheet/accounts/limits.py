"""How often people may come in: one table. An operator changes it with the option `limits`.

Counted for each client address (64 bits of an IPv6 one), as a pseudonym of the day, and for each mail
address, as a digest. The numbers follow what Coral, Discourse, PyPI and Lobsters hold to.
"""

from broadsheet.core.pace import Limit

_MINUTE, _HOUR, _DAY = 60, 60 * 60, 24 * 60 * 60

SIGN_IN_MAIL = Limit(
    "sign-in-mail", 10, 10 * _MINUTE, help="tries to sign in as one mail address, from anywhere"
)
SIGN_IN_ADDRESS = Limit(
    "sign-in-address", 30, 10 * _MINUTE, help="tries to sign in from one network address"
)
SIGN_IN_ALL = Limit(
    "sign-in-all", 1_000, 5 * _MINUTE, help="tries to sign in, all of them together"
)
CODE_MAIL_HOUR = Limit(
    "code-mail-hour", 3, _HOUR, help="letters with a code or link to one mail address, in an hour"
)
CODE_MAIL_DAY = Limit(
    "code-mail-day", 6, _DAY, help="letters with a code or link to one mail address, in a day"
)
CODE_ADDRESS = Limit(
    "code-address", 10, _HOUR, help="letters with a code or link asked for from one network address"
)
PASSKEY_ADDRESS = Limit(
    "passkey-address", 60, 10 * _MINUTE, help="challenges for passkeys, for one network address"
)
SIGN_UP_ADDRESS = Limit("sign-up-address", 5, _HOUR, help="new accounts from one network address")
PICTURE = Limit("picture", 20, _DAY, help="pictures that one reader uploads")
ARCHIVE = Limit("archive", 5, _DAY, help="archives of all that is kept of one reader")

LIMITS: tuple[Limit, ...] = (
    SIGN_IN_MAIL,
    SIGN_IN_ADDRESS,
    SIGN_IN_ALL,
    CODE_MAIL_HOUR,
    CODE_MAIL_DAY,
    CODE_ADDRESS,
    PASSKEY_ADDRESS,
    SIGN_UP_ADDRESS,
    PICTURE,
    ARCHIVE,
)
