"""see_to_event: what somebody at the desk does with a message that could not be acted upon."""

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.core.errors import NotAllowed
from broadsheet.funding import commands
from broadsheet.funding.models import DonationState, EventState, FundingAudit
from factories.moments import NOON
from factories.money_desk import at_desk, may
from factories.stripe import begin, hear

pytestmark = pytest.mark.django_db


@pytest.fixture
def stuck(stripe, campaign):
    """A gift that was paid while Stripe did not answer us; and the message about it."""
    gift, page = begin(campaign)
    stripe.pay(page)
    stripe.failures = [500] * 2
    return gift, hear(stripe.events[-1])


def see_to(client, event, **sent):
    return client.post(f"/desk/money/ways/messages/{event.pk}/", sent, follow=True)


def test_a_message_is_tried_again_at_once(stuck, ed):
    gift, event = stuck

    answer = see_to(at_desk(may(ed, "reconcile")), event, again="1")

    gift.refresh_from_db()
    assert gift.state == DonationState.SETTLED
    assert "Done: the ledger holds" in answer.content.decode()
    assert "No message waits." in answer.content.decode()


def test_a_message_is_set_aside_for_a_reason_that_is_kept(stuck, ed):
    _gift, event = stuck
    client = at_desk(may(ed, "reconcile"))

    assert "Say why" in see_to(client, event, reason=" ").content.decode()
    see_to(client, event, reason="It was a trial of ours.")

    event.refresh_from_db()
    act = FundingAudit.objects.get(action="event-set-aside")
    assert (event.state, act.reason, act.actor) == (
        EventState.DONE,
        "It was a trial of ours.",
        ed,
    )
    assert "acted upon already" in see_to(client, event, reason="Again.").content.decode()
    assert commands.act_on_due_events(at=timezone.now() + timedelta(days=1)) == 0


def test_only_who_may_reconcile_sees_to_messages(stuck, ed):
    _gift, event = stuck

    with pytest.raises(NotAllowed):
        commands.try_event_again(event=event, actor=may(ed, "view_donors"), at=NOON)
    with pytest.raises(NotAllowed):
        commands.set_event_aside(event=event, actor=ed, reason="No.", at=NOON)
