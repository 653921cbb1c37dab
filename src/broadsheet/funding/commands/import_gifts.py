from collections.abc import Sequence
from datetime import datetime

from django.db import connection, transaction

from broadsheet.accounts.models import User
from broadsheet.funding.facts import (
    DisputeSnapshot,
    DisputeState,
    PaymentSnapshot,
    RefundSnapshot,
    RefundState,
    facts,
)
from broadsheet.funding.importing import (
    Fitted,
    HistoricGift,
    ImportReport,
    Invited,
    Reading,
    RunningPledge,
    Source,
    Table,
    fitted,
    key_of,
    object_of,
)
from broadsheet.funding.models import (
    IMPORTED,
    Campaign,
    Donation,
    Donor,
    Invitation,
    Pledge,
    PledgeState,
)

from .new_gift import donors_of, free_references, new_key
from .post_facts import post_facts

IMPORT_LOCK = 0x62735F66756E64
"""Of PostgreSQL's advisory locks; the bytes say "bs_fund"."""


def import_gifts(
    *,
    source: Source,
    table: Table,
    reading: Reading,
    campaign: Campaign,
    actor: User | None = None,
    at: datetime,
) -> ImportReport:
    """Take over what of `table` is not here: historic gifts, pledges that run on, and whom to invite.

    A row is known for good by its number in its source, so that doing it again, or after it was broken off,
    brings what is missing and nothing twice; what was changed or erased here since stays so. Written in small
    transactions. Nobody is written to, and nothing that is shown today changes. Who may is asked by the
    commands that call it. Raises what `post_facts` raises.
    """
    report = ImportReport(zone=reading.zone)
    batches = fitted(source, table, reading, campaign)
    while True:
        with transaction.atomic():
            _one_import_at_a_time()
            batch = next(batches, None)
            if batch is None:
                return report
            _take(batch, source.origin, campaign, actor=actor, at=at)
        report.count(batch)


def _one_import_at_a_time() -> None:
    """What is known is asked after the lock is held, so that two imports bring nothing twice."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [IMPORT_LOCK])


def _take(
    batch: Sequence[Fitted], origin: str, campaign: Campaign, *, actor: User | None, at: datetime
) -> None:
    new = [row.record for row in batch if not row.is_known]
    gifts = [record for record in new if isinstance(record, HistoricGift)]
    pledges = [record for record in new if isinstance(record, RunningPledge)]
    invitations = [record for record in new if isinstance(record, Invited)]
    gave: list[HistoricGift | RunningPledge | Invited] = [*gifts, *pledges, *invitations]
    donors = donors_of({record.email: record.name for record in gave if record.email}, at=at)
    references = free_references(len(gifts) + len(pledges))
    made = Donation.objects.bulk_create(
        _donation(gift, references.pop(), donors.get(gift.email.lower()), origin, campaign)
        for gift in gifts
    )
    for gift, donation in zip(gifts, made, strict=True):
        said = facts(_snapshot(gift, donation), gift=gift.amount)
        post_facts(donation=donation, facts=said, actor=actor, at=at)
    Pledge.objects.bulk_create(
        _pledge(pledge, references.pop(), donors.get(pledge.email.lower()), campaign, at=at)
        for pledge in pledges
    )
    Invitation.objects.bulk_create(
        Invitation(
            key=key_of(origin, invited.row_id),
            donor=donors[invited.email.lower()],
            amount=invited.amount,
            currency=invited.currency,
            interval=invited.interval,
            since_on=invited.since_on,
            paid_until=invited.paid_until,
            made_at=at,
        )
        for invited in invitations
    )


def _donation(
    gift: HistoricGift, reference: str, donor: Donor | None, origin: str, campaign: Campaign
) -> Donation:
    return Donation(
        reference=reference,
        key=new_key(),
        campaign=campaign,
        donor=donor,
        amount=gift.amount,
        cover=gift.cover,
        currency=gift.currency,
        provider=IMPORTED,
        provider_object=object_of(origin, gift.row_id),
        begun_at=gift.given_at,
    )


def _snapshot(gift: HistoricGift, donation: Donation) -> PaymentSnapshot:
    """What whoever held the money would say of it now."""
    payment, back = donation.provider_object, gift.returned_at
    refunds: tuple[RefundSnapshot, ...] = ()
    disputes: tuple[DisputeSnapshot, ...] = ()
    if back is not None and gift.is_charged_back:
        disputes = (
            DisputeSnapshot(
                id=payment, amount=gift.returned, state=DisputeState.LOST, at=back, decided_at=back
            ),
        )
    elif back is not None:
        refunds = (
            RefundSnapshot(id=payment, amount=gift.returned, state=RefundState.SUCCEEDED, at=back),
        )
    return PaymentSnapshot(
        provider=IMPORTED,
        payment=payment,
        donation=donation.reference,
        pledge="",
        currency=gift.currency,
        amount=gift.amount + gift.cover,
        settled_at=gift.given_at,
        failed=False,
        is_test=False,
        fee=gift.fee,
        fee_id="",
        refunds=refunds,
        disputes=disputes,
    )


def _pledge(
    pledge: RunningPledge,
    reference: str,
    donor: Donor | None,
    campaign: Campaign,
    *,
    at: datetime,
) -> Pledge:
    return Pledge(
        reference=reference,
        donor=donor,
        campaign=campaign,
        amount=pledge.amount,
        cover=pledge.cover,
        currency=pledge.currency,
        interval=pledge.interval,
        provider=pledge.provider,
        provider_object=pledge.provider_object,
        state=pledge.state,
        begun_at=pledge.began_at,
        next_on=pledge.next_on,
        ends_on=pledge.ends_on,
        ended_at=at if pledge.state == PledgeState.ENDED else None,
    )
