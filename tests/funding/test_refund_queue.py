"""refund_queue …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import may


def test_offers_each_person_what_they_may_do(campaign, mona, ed, ben, ada):
    asker = may(mona, "refund")
    gift = promise_gift(campaign, 10_000)
    receive(gift)
    for amount in (1_000, 9_000):
        commands.ask_refund(donation=gift, amount=amount, reason="Why.", asker=asker, at=NOON)

    def offered(viewer):
        return [
            (entry.amount.minor, entry.may_agree, entry.may_decline, entry.may_note_sent)
            for entry in queries.refund_queue(viewer=viewer).waiting
        ]

    assert offered(asker) == [(1_000, False, False, True), (9_000, False, True, False)]
    assert offered(may(ed, "approve_refund")) == [
        (1_000, False, False, False),
        (9_000, True, True, False),
    ]
    with pytest.raises(NotAllowed):
        queries.refund_queue(viewer=may(ben, "export"))


def test_shows_what_became_of_them(campaign, mona):
    asker = may(mona, "refund")
    gift = promise_gift(campaign, 10_000)
    receive(gift)
    request = commands.ask_refund(donation=gift, amount=9_000, reason="Why.", asker=asker, at=NOON)
    commands.decline_refund(request=request, actor=asker, at=NOON)

    page = queries.refund_queue(viewer=asker)

    assert page.waiting == ()
    assert [entry.id for entry in page.decided] == [request.pk]
