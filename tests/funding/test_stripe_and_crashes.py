"""We go down while acting upon a message: at any statement, before or after any question to Stripe.

Whatever had been committed by then stays, the rest is gone, as when the process is killed: the connection breaks off.
Then the message comes again, or what was kept of it is taken up. Nothing is lost, and nothing is there twice.
"""

import os
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from broadsheet.core import outbound
from broadsheet.funding import commands
from broadsheet.funding.models import DayTotal, EventState, InboundEvent, Pledge, Transfer
from factories.committed import delete_everything
from factories.funding import open_campaign
from factories.stripe import begin_monthly, hear, options_for
from factories.stripe_stand_in import StripeStandIn

STRIDE = int(os.environ.get("STRIDE", "9"))
"""Every ninth step, which are others whenever the way is another; STRIDE=1 tries each."""


class Killed(BaseException):
    """The process is no more."""


class Doom:
    """Kills at the step with this number, of all statements and all questions; counts them if there is none."""

    def __init__(self, at=None):
        self.at = at
        self.steps = 0

    def step(self):
        self.steps += 1
        if self.steps == self.at:
            connection.connection.close()  # as the server sees it: nobody is there any more
            raise Killed

    def statement(self, execute, sql, params, many, context):
        self.step()
        return execute(sql, params, many, context)

    def question(self, ask):
        def asked(*arguments, **named):
            self.step()
            answer = ask(*arguments, **named)
            self.step()
            return answer

        return asked

    @contextmanager
    def over_us(self, monkeypatch):
        with monkeypatch.context() as patch, connection.execute_wrapper(self.statement):
            patch.setattr(outbound, "ask", self.question(outbound.ask))
            yield


@contextmanager
def a_renewal(options):
    """A monthly gift that was paid, renewed, and refunded in part, of which nothing was heard: its message."""
    delete_everything()
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name LIKE 'funding.%'")
    with StripeStandIn() as stripe:
        options(**options_for(stripe))
        _gift, page = begin_monthly(open_campaign())
        stripe.pay(page)
        stripe.refund(stripe.renew("sub_1"), 500)
        yield next(event for event in reversed(stripe.events) if event["type"] == "invoice.paid")


def kept():
    """What is posted, counted, and to be done because of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT task_name FROM procrastinate_jobs WHERE task_name LIKE 'funding.%'")
        jobs = sorted(name for (name,) in cursor.fetchall())
    return (
        sorted(Transfer.objects.values_list("key", "amount", "counted")),
        list(DayTotal.objects.order_by("day").values_list("day", "counted", "gifts")),
        list(Pledge.objects.values_list("provider_object", "state", "next_on")),
        jobs,
    )


def test_nothing_is_lost_or_there_twice_wherever_we_are_killed(committed, options, monkeypatch):
    count = Doom()
    with a_renewal(options) as event:
        with count.over_us(monkeypatch):
            hear(event)
        whole = kept()
    assert count.steps > 40
    assert [amount for _key, amount, _counted in whole[0]] == [2_500, 500, 63]

    for number in range(1, count.steps + 1, STRIDE):
        with a_renewal(options) as event:
            with pytest.raises(Killed), Doom(number).over_us(monkeypatch):
                hear(event)
            connection.close()
            if number % 2:
                hear(event)  # Stripe was not answered, and tells it again
            else:
                commands.act_on_due_events(at=timezone.now() + timedelta(minutes=2))
                if not InboundEvent.objects.exists():  # killed before it was kept
                    hear(event)
            assert kept() == whole, f"killed at step {number} of {count.steps}"
            assert InboundEvent.objects.get().state == EventState.DONE
