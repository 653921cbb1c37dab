"""correction_page …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import queries
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.money_desk import may


def test_says_what_would_be_made_good_to_those_who_may(campaign, mona, ed):
    gift = promise_gift(campaign, 10_000)
    (transfer,) = receive(gift)

    page = queries.correction_page(transfer, viewer=may(mona, "correct_ledger"))

    assert (page.amount, page.counted) == (Money(10_000, "EUR"), Money(10_000, "EUR"))
    assert (page.debit, page.credit, page.reference) == (
        "asset:bank",
        "income:gifts",
        gift.reference,
    )
    with pytest.raises(NotAllowed):
        queries.correction_page(transfer, viewer=may(ed, "export"))
