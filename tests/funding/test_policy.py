"""Who may do what with the money: every row of the table, and that two persons are two."""

import pytest

from broadsheet.accounts.models import Standing
from broadsheet.funding.models import DeskRight, RefundRequest
from broadsheet.funding.policy import Permission, policy
from factories.money_desk import at_desk, may

NEEDS = {
    Permission.VIEW_DONORS: DeskRight.VIEW_DONORS,
    Permission.RECORD_OFFLINE: DeskRight.RECORD_OFFLINE,
    Permission.RECONCILE: DeskRight.RECONCILE,
    Permission.REFUND: DeskRight.REFUND,
    Permission.APPROVE_REFUND: DeskRight.APPROVE_REFUND,
    Permission.CORRECT_LEDGER: DeskRight.CORRECT_LEDGER,
    Permission.RECORD_SPENDING: DeskRight.RECORD_SPENDING,
    Permission.MODERATE_WALL: DeskRight.MODERATE_WALL,
    Permission.EXPORT: DeskRight.EXPORT,
    Permission.CONFIGURE: DeskRight.CONFIGURE,
}


def allowed(actor, thing=None):
    return {permission for permission in Permission if policy.allows(permission, actor, thing)}


def test_every_right_allows_its_own_acts_and_to_see_the_money(mona):
    assert set(NEEDS) == set(Permission) - {Permission.VIEW_MONEY, Permission.VIEW_REFUNDS}
    assert sorted(NEEDS.values()) == sorted(DeskRight)
    for permission, right in NEEDS.items():
        refunds = {Permission.VIEW_REFUNDS} if "refund" in right else set()
        assert allowed(may(mona, right)) == {permission, Permission.VIEW_MONEY, *refunds}


def test_who_works_here_may_do_nothing_with_the_money_by_that_alone(mona):
    assert allowed(mona) == set()


def test_administrators_may_do_all_of_it(ed):
    ed.is_superuser = True

    assert allowed(ed) == set(Permission)


@pytest.mark.parametrize("without", [{"standing": Standing.BANNED}, {"is_active": False}])
def test_who_is_banned_or_gone_may_do_nothing(mona, without):
    actor = may(mona, *DeskRight.values)
    for name, value in without.items():
        setattr(actor, name, value)

    assert allowed(actor) == set()


def test_nobody_may_do_nothing():
    assert allowed(None) == set()


def test_nobody_agrees_to_a_refund_they_asked_for(ed, mona):
    ed.is_superuser = mona.is_superuser = True
    asked_by_ed = RefundRequest(asked_by=ed)

    assert not policy.allows(Permission.APPROVE_REFUND, ed, asked_by_ed)
    assert policy.allows(Permission.APPROVE_REFUND, mona, asked_by_ed)


def test_the_newsroom_gives_the_rights_to_its_groups_at_the_desk(ed):
    ed.is_superuser = True
    ed.save()

    page = at_desk(ed).get("/desk/groups/new/").content.decode()

    for right in DeskRight:
        assert right.label in page, right


def test_the_menu_shows_everybody_what_they_may_do_and_no_more(mona):
    addresses = {
        "/desk/money/today/",
        "/desk/money/gifts/record/",
        "/desk/money/refunds/",
        "/desk/money/exports/",
    }

    def shown(person):
        menu = at_desk(person).get("/desk/").content.decode()
        return {address for address in addresses if f'"{address}"' in menu}

    assert shown(may(mona, *DeskRight.values)) == addresses
    assert shown(may(mona, "approve_refund")) == {"/desk/money/today/", "/desk/money/refunds/"}
    assert shown(may(mona)) == set()
