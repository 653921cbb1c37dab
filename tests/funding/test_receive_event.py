"""receive_event keeps what providers say, and the address where they say it."""

import json
import time

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.funding import commands
from broadsheet.funding.models import DonationState, EventState, InboundEvent
from broadsheet.funding.providers import NotAuthentic
from factories.moments import NOON
from factories.stripe import begin
from factories.stripe_stand_in import signed

pytestmark = pytest.mark.django_db

HOOK = "/funding/hooks/stripe/"


@pytest.fixture
def paid(stripe, campaign):
    """A gift that was paid, and of which Stripe has told nothing yet; and the last it would tell."""
    gift, page = begin(campaign)
    stripe.pay(page)
    return gift, stripe.events[-1]


def send(client, event, **changes):
    headers, body = signed(event, **changes)
    return client.post(HOOK, body, content_type="application/json", headers=headers)


def test_keeps_a_message_and_acts_upon_it(client, paid):
    gift, event = paid

    answer = send(client, event)

    gift.refresh_from_db()
    [kept] = InboundEvent.objects.all()
    assert (answer.status_code, answer.content) == (204, b"")
    assert (kept.state, kept.kind, kept.subject) == (
        EventState.DONE,
        "checkout.session.completed",
        "cs_1",
    )
    assert json.loads(kept.body) == event
    assert gift.state == DonationState.SETTLED
    assert set(gift.transfers.values_list("event", flat=True)) == {kept.pk}


def test_keeps_what_comes_again_once(client, paid):
    _gift, event = paid

    for _ in range(3):
        assert send(client, event).status_code == 204

    assert InboundEvent.objects.get().deliveries == 3


@pytest.mark.parametrize(
    "changes",
    [
        {"secret": "whsec_another"},
        {"at": int(time.time()) - 301},
        {"body": "{}"},
        {"body": "[]"},
        {"body": "not JSON"},
        {"body": '{"id":"evt_1","type":"charge.succeeded","livemode":true}'},
        {"body": '{"id":"evt_1","type":"x","livemode":false,"data":{"object":{}}}'},
        {"body": '{"id":"' + "x" * 300 + '","type":"x","livemode":true,"data":{"object":{}}}'},
    ],
)
def test_keeps_nothing_that_is_not_the_providers(client, paid, changes):
    _gift, event = paid

    answer = send(client, event, **changes)

    assert answer.status_code == 400
    assert not InboundEvent.objects.exists()


def test_keeps_nothing_that_was_changed_or_is_unsigned(client, paid):
    _gift, event = paid
    headers, body = signed(event)

    changed = client.post(HOOK, body + b" ", content_type="application/json", headers=headers)
    unsigned = client.post(HOOK, body, content_type="application/json")
    not_text = client.post(HOOK, b"\xff", content_type="application/json", headers=headers)

    assert [answer.status_code for answer in (changed, unsigned, not_text)] == [400] * 3
    assert not InboundEvent.objects.exists()


def test_believes_the_old_secret_while_the_new_one_takes_over(client, paid, options):
    _gift, event = paid
    options(stripe_hook_secrets="whsec_new, whsec_standin")

    assert send(client, event).status_code == 204
    assert send(client, event, secret="whsec_new").status_code == 204


def test_reads_no_more_than_a_message_can_be(client, paid):
    _gift, event = paid

    assert send(client, event, body="x" * (256 * 1024 + 1)).status_code == 413


def test_knows_no_other_providers(client, paid):
    _gift, event = paid
    headers, body = signed(event)

    with pytest.raises(NotFound):
        commands.receive_event(provider_code="nobody", headers=headers, body=body, at=NOON)
    assert client.post("/funding/hooks/nobody/", body, "application/json").status_code == 404
    assert client.get(HOOK).status_code == 405


def test_hears_nobody_where_the_provider_is_not_set_up(client, paid, options):
    _gift, event = paid
    options(stripe_hook_secrets="")
    headers, body = signed(event)

    with pytest.raises(NotAuthentic):
        commands.receive_event(provider_code="stripe", headers=headers, body=body, at=NOON)


def test_is_done_with_what_concerns_nothing_of_ours(client, stripe, db):
    event = stripe.keep("events", type="customer.created", data={"object": {"object": "customer"}})

    assert send(client, event).status_code == 204

    assert InboundEvent.objects.get().state == EventState.DONE
    assert stripe.asked == []
