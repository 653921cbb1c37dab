from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from broadsheet.funding.currencies import exponent
from broadsheet.funding.models import Donation, Donor, EntryMatch, Invitation, Pledge, Receipt


def donor_record(donors: QuerySet[Donor]) -> dict[str, Any]:
    """All that is kept of `donors`, who are one person, as JSON can hold it. Six queries."""
    kept = list(donors)
    gifts = Donation.objects.filter(donor__in=kept).select_related("campaign")
    pledges = Pledge.objects.filter(donor__in=kept)
    invitations = Invitation.objects.filter(donor__in=kept)
    receipts = Receipt.objects.filter(donor__in=kept).select_related("replaces", "donation")
    matches = EntryMatch.objects.filter(donation__donor__in=kept, undone_at=None)
    return {
        "donors": [
            {
                "email": one.email,
                "name": one.name,
                "postal_address": one.postal_address,
                "language": one.language,
                "since": one.made_at.isoformat(),
            }
            for one in kept
        ],
        "gifts": [_gift(gift) for gift in gifts.order_by("pk")],
        "recurring_gifts": [_pledge(pledge) for pledge in pledges.order_by("pk")],
        "gave_elsewhere": [_invitation(one) for one in invitations.order_by("pk")],
        "said_by_the_bank": [
            _bank_line(match)
            for match in matches.select_related("entry", "donation").order_by("pk")
        ],
        "receipts": [_receipt(receipt) for receipt in receipts.order_by("pk")],
    }


def _gift(gift: Donation) -> dict[str, Any]:
    return {
        "reference": gift.reference,
        "campaign": gift.campaign.title,
        "amount": _written(gift.amount, gift.currency),
        "added_for_the_fee": _written(gift.cover, gift.currency),
        "currency": gift.currency,
        "how_often": gift.interval,
        "by": gift.provider,
        "state": gift.state,
        "begun_at": gift.begun_at.isoformat(),
        "received_at": gift.settled_at.isoformat() if gift.settled_at else None,
        "shown_to_everybody": gift.is_public,
        "name_shown": gift.public_name,
        "message": gift.message,
        "from_page": gift.source_path,
        "is_test": gift.is_test,
    }


def _pledge(pledge: Pledge) -> dict[str, Any]:
    return {
        "reference": pledge.reference,
        "amount": _written(pledge.amount, pledge.currency),
        "added_for_the_fee": _written(pledge.cover, pledge.currency),
        "currency": pledge.currency,
        "how_often": pledge.interval,
        "by": pledge.provider,
        "state": pledge.state,
        "begun_at": pledge.begun_at.isoformat(),
        "next_on": pledge.next_on.isoformat() if pledge.next_on else None,
        "ended_at": pledge.ended_at.isoformat() if pledge.ended_at else None,
    }


def _invitation(invitation: Invitation) -> dict[str, Any]:
    return {
        "from": invitation.key,
        "amount": _written(invitation.amount, invitation.currency),
        "currency": invitation.currency,
        "how_often": invitation.interval,
        "since": invitation.since_on.isoformat() if invitation.since_on else None,
        "paid_until": invitation.paid_until.isoformat() if invitation.paid_until else None,
    }


def _bank_line(match: EntryMatch) -> dict[str, Any]:
    """What stands on the bank's statement; of an entry that is several people's, how much is theirs."""
    entry, gift = match.entry, match.donation
    assert gift is not None
    sign = -1 if entry.amount < 0 else 1
    return {
        "day": entry.booked_on.isoformat(),
        "amount": _written(sign * match.amount, entry.currency),
        "currency": entry.currency,
        "name": entry.counterparty,
        "text": entry.text,
        "gift": gift.reference,
    }


def _receipt(receipt: Receipt) -> dict[str, Any]:
    return {
        "number": receipt.written_number,
        "kind": receipt.kind,
        "in_place_of": receipt.replaces.written_number if receipt.replaces else None,
        "gift": receipt.donation.reference if receipt.donation else None,
        "year": receipt.covers_year,
        "amount": _written(receipt.amount, receipt.currency),
        "returned": _written(receipt.returned, receipt.currency),
        "currency": receipt.currency,
        "issued_at": receipt.issued_at.isoformat(),
        "name": receipt.name,
        "postal_address": receipt.postal_address,
    }


def _written(minor: int, currency: str) -> str:
    """An exact number in whole units, such as 25.78."""
    return str(Decimal(minor).scaleb(-exponent(currency)))
