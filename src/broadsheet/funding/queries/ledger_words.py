"""What the ledger's transfers and accounts are called for people; in it, and in exports, stand their codes."""

from collections.abc import Mapping
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as say
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.facts import (
    CHARGEBACKS,
    DISPUTED,
    FEE_COVER,
    GIFTS,
    REFUNDS,
    TEST,
    UNMATCHED,
)
from broadsheet.funding.models import ByHand

from .way_names import way_names

KINDS: Final[Mapping[str, str | Promise]] = {
    "gift": _("Gift"),
    "cover": _("Added for the fee"),
    "fee": _("Fee"),
    "refund": _("Refund"),
    "refund_failed": _("Refund that came back"),
    "withdrawn": _("Disputed, and taken from us"),
    "lost": _("Dispute decided"),
    "won": _("Dispute won, and given back"),
    "reversal": _("Put right"),
    "payout": _("Paid out to our bank"),
    "unmatched": _("Came by bank"),
    "set_aside": _("Set aside: no gift"),
    "put_back": _("Waits again"),
    "known_before": _("Known before: counted once"),
}
ACCOUNTS: Final[Mapping[str, str | Promise]] = {
    f"asset:{ByHand.BANK}": _("Bank account"),
    DISPUTED: _("Disputed money"),
    GIFTS: _("Gifts"),
    FEE_COVER: _("Added for fees"),
    REFUNDS: _("Refunds"),
    CHARGEBACKS: _("Lost in disputes"),
    UNMATCHED: _("Not matched yet"),
}


def kind_in_words(kind: str) -> str:
    """Answer what a transfer of this kind is called; the code of one that has no name."""
    return str(KINDS.get(kind, kind))


def account_in_words(code: str) -> str:
    """Answer what the account of this code is called; the code of one that has no name."""
    plain = code.removeprefix(TEST)
    name = str(ACCOUNTS.get(plain) or _of_a_way(plain))
    return say("%(account)s (test)") % {"account": name} if code != plain else name


def _of_a_way(code: str) -> str:
    """An account that each way of paying has one of: asset:stripe, expense:fees:stripe."""
    part, _colon, way = code.rpartition(":")
    name = way_names().get(way, way)
    if part == "asset":
        return name
    return say("Fees: %(way)s") % {"way": name} if part == "expense:fees" else code
