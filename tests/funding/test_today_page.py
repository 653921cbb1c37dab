"""today_page …"""

from datetime import timedelta

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands, queries
from broadsheet.funding.models import InboundEvent
from broadsheet.funding.money import Money
from factories.funding import promise_gift, receive
from factories.moments import NOON
from factories.money_desk import at_desk, may


def test_shows_what_came_today_and_what_waits(campaign, mona, django_assert_num_queries):
    viewer = may(mona, "refund")
    viewer.has_perm("broadsheet_funding.refund")  # reads what they may once
    yesterday, today = promise_gift(campaign, 500), promise_gift(campaign, 10_000)
    receive(yesterday, at=NOON - timedelta(days=1))
    receive(today, fee=100)
    promise_gift(campaign, state="PROMISED")
    commands.ask_refund(donation=today, amount=9_000, reason="Why.", asker=viewer, at=NOON)
    for state in ("PARKED", "FAILED", "DONE"):
        InboundEvent.objects.create(
            provider="test", event_id=state, kind="x", body="{}", received_at=NOON, state=state
        )

    with django_assert_num_queries(6):
        page = queries.today_page(viewer=viewer, at=NOON)

    (flow,) = page.flows
    assert (flow.gross, flow.net) == (Money(10_000, "EUR"), Money(9_900, "EUR"))
    assert (page.promised, page.refunds_to_agree, page.refunds_to_send) == (1, 1, 0)
    assert (page.unknown, page.failing, page.entries) == (1, 1, 0)
    assert len(page.gifts) == 3  # all were begun today


def test_counts_no_test_money(campaign, mona):
    gift = promise_gift(campaign, is_test=True, provider="test")
    receive(gift)
    promise_gift(campaign, is_test=True, provider="test", state="PROMISED")

    page = queries.today_page(viewer=may(mona, "refund"), at=NOON)

    assert (page.flows, page.promised) == ((), 0)


def test_is_for_those_who_work_with_the_money(campaign, mona, ed):
    with pytest.raises(NotAllowed):
        queries.today_page(viewer=ed, at=NOON)
    assert at_desk(ed).get("/desk/money/today/").status_code in (302, 403)
    InboundEvent.objects.create(
        provider="test", event_id="1", kind="x", body="{}", received_at=NOON, state="PARKED"
    )
    for right, is_led_there in (("export", False), ("reconcile", True)):
        page = at_desk(may(mona, right)).get("/desk/money/today/").content.decode()
        assert "What waits" in page
        waits = page[page.index("What waits") :]
        assert ('href="/desk/money/ways/"' in waits) == is_led_there
