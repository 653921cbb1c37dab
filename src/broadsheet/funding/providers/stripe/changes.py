"""What has changed at Stripe, whether we were told or not."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from .client import asking, plain
from .message import subject_of

EVENTS_KEPT_FOR = timedelta(days=29)
"""Stripe lists events of the last 30 days."""


def changed_subjects(moment: datetime) -> Iterable[str]:
    """Subjects that changed since `moment`, once each, by the last change, oldest first.

    From before Stripe lists events: what was made since, which misses how older things have changed.
    """
    created = {"created": {"gte": int(moment.timestamp())}, "limit": 100}
    older: list[str] = []
    with asking() as stripe:
        if moment < timezone.now() - EVENTS_KEPT_FOR:
            older = [
                *_ids(stripe.v1.subscriptions.list({**created, "status": "all"})),
                *_ids(stripe.v1.charges.list(created)),
                *_charges(stripe.v1.refunds.list(created)),
                *_charges(stripe.v1.disputes.list(created)),
            ]
        events = stripe.v1.events.list(created).auto_paging_iter()
        newest_first = [subject_of(plain(event)) for event in events]
    by_last_change = dict.fromkeys(filter(None, newest_first))
    return dict.fromkeys([*older, *reversed(by_last_change)])


def _ids(page: Any) -> list[str]:
    return [str(thing.id) for thing in page.auto_paging_iter()]


def _charges(page: Any) -> list[str]:
    return [str(thing.charge) for thing in page.auto_paging_iter() if thing.charge]
