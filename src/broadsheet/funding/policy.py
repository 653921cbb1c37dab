"""Who may do what with the money: one table. Any row wins; every predicate in a row must hold.

The actor is a `User` or `None`; the thing is what is acted upon, or nothing where a page or a menu asks in
general. All but the first row are rights that the newsroom gives to groups at the desk, under Settings, Groups:
`models/audit.py` names them. Administrators have them all.
"""

from enum import StrEnum

from broadsheet.accounts.models import Standing, User
from broadsheet.core.policy import Policy, Predicate

from .models import DeskRight, RefundRequest


class Permission(StrEnum):
    """Grep for `Permission.REFUND` to find every place that asks."""

    VIEW_MONEY = "funding:money:view"
    VIEW_DONORS = "funding:donors:view"
    RECORD_OFFLINE = "funding:offline:record"
    RECONCILE = "funding:statements:reconcile"
    VIEW_REFUNDS = "funding:refund:view"
    REFUND = "funding:refund:ask"
    APPROVE_REFUND = "funding:refund:approve"
    CORRECT_LEDGER = "funding:ledger:correct"
    RECORD_SPENDING = "funding:spending:record"
    MODERATE_WALL = "funding:wall:moderate"
    EXPORT = "funding:export"
    CONFIGURE = "funding:configure"


def is_known(actor: User | None, _thing: object) -> bool:
    """The actor is somebody."""
    return actor is not None and actor.is_active


def is_in_good_standing(actor: User, _thing: object) -> bool:
    """The actor is not banned."""
    return actor.standing == Standing.GOOD


def has_any_right_to_the_money(actor: User, _thing: object) -> bool:
    """The actor has been given any of the rights below."""
    return any(actor.has_perm(right.permission) for right in DeskRight)


def did_not_ask_for_it(actor: User, request: RefundRequest | None) -> bool:
    """The actor is not who asked for it."""
    return request is None or request.asked_by_id != actor.pk


def has(right: DeskRight) -> Predicate:
    """Answer the predicate that the actor has been given `right`."""

    def has_right(actor: User, _thing: object) -> bool:
        return actor.has_perm(right.permission)

    has_right.__doc__ = f"The actor has been given the right “{right.label}”."
    return has_right


policy = Policy(
    {
        Permission.VIEW_MONEY: [[is_known, is_in_good_standing, has_any_right_to_the_money]],
        Permission.VIEW_DONORS: [[is_known, is_in_good_standing, has(DeskRight.VIEW_DONORS)]],
        Permission.RECORD_OFFLINE: [[is_known, is_in_good_standing, has(DeskRight.RECORD_OFFLINE)]],
        Permission.RECONCILE: [[is_known, is_in_good_standing, has(DeskRight.RECONCILE)]],
        Permission.VIEW_REFUNDS: [
            [is_known, is_in_good_standing, has(DeskRight.REFUND)],
            [is_known, is_in_good_standing, has(DeskRight.APPROVE_REFUND)],
        ],
        Permission.REFUND: [[is_known, is_in_good_standing, has(DeskRight.REFUND)]],
        Permission.APPROVE_REFUND: [
            [is_known, is_in_good_standing, has(DeskRight.APPROVE_REFUND), did_not_ask_for_it]
        ],
        Permission.CORRECT_LEDGER: [[is_known, is_in_good_standing, has(DeskRight.CORRECT_LEDGER)]],
        Permission.RECORD_SPENDING: [
            [is_known, is_in_good_standing, has(DeskRight.RECORD_SPENDING)]
        ],
        Permission.MODERATE_WALL: [[is_known, is_in_good_standing, has(DeskRight.MODERATE_WALL)]],
        Permission.EXPORT: [[is_known, is_in_good_standing, has(DeskRight.EXPORT)]],
        Permission.CONFIGURE: [[is_known, is_in_good_standing, has(DeskRight.CONFIGURE)]],
    }
)
