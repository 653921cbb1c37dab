"""Every page of the money's desk needs the very right that it is for: who has all others is shown nothing."""

import inspect
from typing import get_type_hints

import pytest

from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.models import DeskRight
from factories.acting import Desk
from factories.moments import NOON
from factories.money_desk import may

pytestmark = pytest.mark.django_db
TODAY = NOON.date()
ANY = frozenset(DeskRight)

# Without which rights it is not shown, and what is asked for besides by whom and when.
PAGES = {
    "act_list": (ANY, lambda _desk: []),
    "ask_list": (ANY, lambda _desk: []),
    "ask_results": (ANY, lambda desk: [desk.ask]),
    "bank_accounts_page": ({DeskRight.CONFIGURE}, lambda _desk: []),
    "bank_page": ({DeskRight.RECONCILE}, lambda _desk: []),
    "campaigns_page": ({DeskRight.CONFIGURE}, lambda _desk: []),
    "correction_page": ({DeskRight.CORRECT_LEDGER}, lambda desk: [desk.gift.transfers.get()]),
    "entry_page": ({DeskRight.RECONCILE}, lambda desk: [desk.entry.pk]),
    "exported_donors": ({DeskRight.EXPORT}, lambda _desk: []),
    "exported_gifts": ({DeskRight.EXPORT}, lambda _desk: [TODAY, TODAY]),
    "exported_ledger": ({DeskRight.EXPORT}, lambda _desk: [TODAY, TODAY]),
    "gift_list": (ANY, lambda _desk: []),
    "gift_page": (ANY, lambda desk: [desk.gift.pk]),
    "import_list": ({DeskRight.RECORD_OFFLINE}, lambda _desk: []),
    "import_page": ({DeskRight.RECORD_OFFLINE}, lambda desk: [desk.file.pk]),
    "invitation_list": ({DeskRight.VIEW_DONORS}, lambda _desk: []),
    "money_month": (ANY, lambda _desk: [TODAY]),
    "receipt_at_desk": ({DeskRight.VIEW_DONORS}, lambda desk: [desk.gift.receipts.get().pk]),
    "refund_queue": ({DeskRight.REFUND, DeskRight.APPROVE_REFUND}, lambda _desk: []),
    "sources_page": (ANY, lambda _desk: [TODAY]),
    "spending_page": ({DeskRight.RECORD_SPENDING}, lambda _desk: []),
    "statement_gaps": ({DeskRight.RECONCILE}, lambda _desk: []),
    "today_page": (ANY, lambda _desk: []),
    "ways_page": ({DeskRight.RECONCILE}, lambda _desk: []),
    "words_shown": ({DeskRight.MODERATE_WALL}, lambda _desk: []),
    "words_to_approve": ({DeskRight.MODERATE_WALL}, lambda _desk: []),
}
# Which it needs besides.
BESIDES = {"exported_donors": {DeskRight.VIEW_DONORS}}


@pytest.fixture
def desk(mona, ed):
    mona.is_superuser = True
    mona.save()
    return Desk(boss=mona, asker=ed)


def see(name, wish, viewer):
    query = getattr(queries, name)
    when = {"at": NOON} if "at" in inspect.signature(query).parameters else {}
    return query(*wish, viewer=viewer, **when)


def test_every_page_that_somebody_has_to_see_stands_here():
    needing_somebody = {
        name
        for name in queries.__all__
        if inspect.isfunction(query := getattr(queries, name))
        and get_type_hints(query).get("viewer") is User
    }

    assert needing_somebody == set(PAGES)


@pytest.mark.parametrize("name", PAGES)
def test_nobody_sees_what_they_have_no_right_to(desk, ben, name):
    needed, wish = PAGES[name]
    asked = wish(desk)

    with pytest.raises(NotAllowed):
        see(name, asked, may(ben, *(ANY - needed)))
    assert see(name, asked, may(ben, *needed, *BESIDES.get(name, ()))) is not None


def test_who_may_not_see_donors_takes_none_along(ben):
    with pytest.raises(NotAllowed):
        queries.exported_donors(viewer=may(ben, *(ANY - {DeskRight.VIEW_DONORS})))
