"""Work for later; each job calls one command."""

from datetime import timedelta

from django.utils import timezone
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from . import commands
from .commands.forget_donor import ENDING
from .commands.import_statement import MATCHING
from .commands.issue_receipt import ISSUING
from .commands.refund_gift import SENDING
from .commands.upload_import import FINISHING
from .models import Donation

PERSISTENT = RetryStrategy(max_attempts=12, exponential_wait=2)
"""Two hours of trying, should the database be away."""


@app.periodic(cron="* * * * *")
@app.task(
    name="funding.act_on_due_events",
    queueing_lock="funding.act_on_due_events",
    pass_context=False,
)
def act_on_due_events(timestamp: int) -> None:
    """Every minute: what providers told us and could not be acted upon at once."""
    commands.act_on_due_events(at=timezone.now())


@app.task(name=FINISHING, retry=PERSISTENT, pass_context=False)
def finish_import(file_id: int) -> None:
    """Once somebody has said so, take over an export of who gave elsewhere."""
    commands.finish_import(file_id=file_id, at=timezone.now())


@app.periodic(cron="41 * * * *")
@app.task(name="funding.forget_imports", pass_context=False)
def forget_imports(timestamp: int) -> None:
    """Every hour, throw away exports that were uploaded and not taken over for a day."""
    commands.forget_imports(at=timezone.now())


@app.periodic(cron="41 * * * *")
@app.task(name="funding.forget_attempts", pass_context=False)
def forget_attempts(timestamp: int) -> None:
    """Every hour: which payments were tried a week ago, and proofs of work that have expired."""
    now = timezone.now()
    commands.forget_attempts(at=now)
    commands.forget_spent_proofs(at=now)


@app.task(name=SENDING, retry=PERSISTENT, pass_context=False)
def send_refund(request_id: int) -> None:
    """Once a refund is agreed to, have the provider send it."""
    commands.send_refund(request_id=request_id, at=timezone.now())


@app.task(name=ISSUING, retry=PERSISTENT, pass_context=False)
def issue_receipt(donation_id: int) -> None:
    """Once a gift has been received, or some of it went back, give its donor the receipt for it."""
    commands.issue_receipt(donation=Donation.objects.get(pk=donation_id), at=timezone.now())


@app.periodic(cron="47 * * * *")
@app.task(
    name="funding.write_to_donors", queueing_lock="funding.write_to_donors", pass_context=False
)
def write_to_donors(timestamp: int) -> None:
    """Every hour: whose yearly gift is taken soon, and, in January, what was given in the year before."""
    now = timezone.now()
    commands.remind_of_renewals(at=now)
    commands.send_yearly_statements(at=now)


@app.periodic(cron="13 3 * * *")
@app.task(name="funding.refresh_badges", queueing_lock="funding.refresh_badges", pass_context=False)
def refresh_badges(timestamp: int) -> None:
    """Every night: who has become a supporter, or is none any more; links that nobody can use."""
    now = timezone.now()
    commands.refresh_badges(at=now)
    commands.forget_portal_links(at=now)


@app.periodic(cron="23 3 * * *")
@app.task(
    name="funding.reconcile_providers",
    queueing_lock="funding.reconcile_providers",
    pass_context=False,
)
def reconcile_providers(timestamp: int) -> None:
    """Every night: what providers should have told us, and did not."""
    commands.reconcile_providers(at=timezone.now())


@app.task(name=ENDING, retry=PERSISTENT, pass_context=False)
def end_forgotten_pledge(pledge_id: int) -> None:
    """Once a donor is forgotten, end what they gave again and again."""
    commands.end_forgotten_pledge(pledge_id=pledge_id, at=timezone.now())


@app.periodic(cron="*/5 * * * *")
@app.task(name="funding.begin_periods", queueing_lock="funding.begin_periods", pass_context=False)
def begin_periods(timestamp: int) -> None:
    """Every five minutes: the goals of months that have begun; meters turn at midnight without it."""
    commands.begin_periods(at=timezone.now())


@app.periodic(cron="11 * * * *")
@app.task(name="funding.seal_days", queueing_lock="funding.seal_days", pass_context=False)
def seal_days(timestamp: int) -> None:
    """Every hour, though only one of them finds anything: the digests of days that are over."""
    commands.seal_days(at=timezone.now())


@app.periodic(cron="31 3 * * *")
@app.task(name="funding.check_ledger", queueing_lock="funding.check_ledger", pass_context=False)
def check_ledger(timestamp: int) -> None:
    """Every night, reckon everything again, and ask providers whether it is what they have taken."""
    commands.watch_ledger(at=timezone.now())


@app.task(name=MATCHING, retry=PERSISTENT, pass_context=False)
def match_entries() -> None:
    """Once a bank's statement has been imported, find the gifts that came."""
    commands.match_entries(at=timezone.now())


@app.periodic(cron="53 * * * *")
@app.task(
    name="funding.see_to_transfers", queueing_lock="funding.see_to_transfers", pass_context=False
)
def see_to_transfers(timestamp: int) -> None:
    """Every hour: gifts promised and not come, standing orders that have stopped, accounts shown from now on."""
    now = timezone.now()
    commands.tell_of_shown_accounts(since=now - timedelta(hours=2), at=now)
    commands.remind_of_promises(at=now)
    commands.expire_promises(at=now)
    commands.end_missed_orders(at=now)


@app.periodic(cron="43 * * * *")
@app.task(name="funding.expire_gifts", pass_context=False)
def expire_gifts(timestamp: int) -> None:
    """Every hour: gifts that were begun and never paid."""
    commands.expire_gifts(at=timezone.now())
