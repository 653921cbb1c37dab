"""Stories at a provider of payments: anything may happen there, and of its messages any arrive, at any time."""

import os
from contextlib import contextmanager

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from factories.moments import NOON

as_many_as_asked_for = settings(
    max_examples=int(os.environ.get("STORIES", "6")),
    deadline=None,
    phases=[
        Phase.explicit,
        Phase.generate,
    ],  # every step talks over HTTP: to make it shorter takes long
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


@contextmanager
def undone():
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def tell(data, *, provider, possible, events, hear):
    """Let up to nine acts of those `possible` happen, and `hear` any of the `events` meanwhile.

    In the end all are heard, in any order; or the rest is lost, and found by asking at night.
    """
    from broadsheet.funding import commands, providers
    from broadsheet.funding.models import Reconciliation

    for _ in range(data.draw(st.integers(1, 9), label="acts")):
        acts = possible()
        if not acts:
            break
        data.draw(st.sampled_from(acts), label="act")()
        if events:
            heard = st.lists(st.sampled_from(events), max_size=4)
            for event in data.draw(heard, label="heard meanwhile"):
                hear(event)
    if data.draw(st.booleans(), label="the rest is lost"):
        Reconciliation.objects.create(provider=provider, asked_until=NOON, asked_at=NOON)
        commands.reconcile_provider(provider=providers.provider(provider), at=timezone.now())
    else:
        for event in data.draw(st.permutations(events), label="heard in the end"):
            hear(event)


def booked(accounts):
    """What the ledger's accounts of these codes hold, and what the meters say."""
    from broadsheet.funding.models import DayTotal, Transfer

    found = dict.fromkeys(accounts, 0)
    for transfer in Transfer.objects.select_related("debit", "credit"):
        found[transfer.debit.code] += transfer.amount
        found[transfer.credit.code] -= transfer.amount
    return found, sum(DayTotal.objects.values_list("counted", flat=True))
