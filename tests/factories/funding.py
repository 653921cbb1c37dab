"""Campaigns and gifts, as they are before any money came."""

from dataclasses import replace
from datetime import date
from itertools import count

from factories.moments import NOON

_numbers = count(1)


def open_campaign(**fields):
    from broadsheet.funding.models import Campaign

    number = next(_numbers)
    return Campaign.objects.create(
        **{
            "slug": f"campaign-{number}",
            "title": "Pay for the paper",
            "goal": 500_000,
            "currency": "EUR",
            "starts_on": date(2026, 1, 1),
            **fields,
        }
    )


def promise_gift(campaign, amount=2_500, *, cover=0, provider="bank", **fields):
    """A gift that somebody wishes to give."""
    from broadsheet.funding.models import Donation

    number = next(_numbers)
    return Donation.objects.create(
        **{
            "reference": f"REF{number}",
            "key": f"key-{number}",
            "campaign": campaign,
            "amount": amount,
            "cover": cover,
            "currency": campaign.currency,
            "provider": provider,
            "begun_at": NOON,
            **fields,
        }
    )


def paid(gift, **fields):
    """What its provider says once it has been paid."""
    from broadsheet.funding.facts import PaymentSnapshot

    return PaymentSnapshot(
        **{
            "provider": gift.provider,
            "payment": f"pay_{gift.pk}",
            "donation": gift.reference,
            "pledge": "",
            "currency": gift.currency,
            "amount": gift.amount + gift.cover,
            "settled_at": NOON,
            "failed": False,
            "is_test": gift.is_test,
            "fee": None,
            "fee_id": "",
            **fields,
        }
    )


def receive(gift, *, at=NOON, **fields):
    """Post what its provider says once it has been paid; answer the new transfers."""
    from broadsheet.funding import commands
    from broadsheet.funding.facts import facts

    said = facts(paid(gift, **{"settled_at": at, **fields}), gift=gift.amount)
    return commands.post_facts(donation=gift, facts=said, at=at)


def terms(**fields):
    """What a newsroom says of a campaign."""
    from broadsheet.funding.commands import CampaignTerms
    from broadsheet.funding.models import CampaignKind, Metric

    return CampaignTerms(
        **{
            "title": "Pay for the paper",
            "kind": CampaignKind.MONTH,
            "metric": Metric.AMOUNT,
            "goal": 500_000,
            "currency": "EUR",
            "month_start_day": 1,
            "starts_on": date(2026, 1, 1),
            "ends_on": None,
            "is_default": True,
            **fields,
        }
    )


def pledged(gift, **fields):
    """Its pledge, which its provider calls sub_1."""
    from broadsheet.funding.models import Interval, Pledge, PledgeState

    return Pledge.objects.create(
        **{
            "reference": f"P-{gift.reference}",
            "campaign": gift.campaign,
            "amount": 2_000,
            "cover": 100,
            "currency": gift.currency,
            "interval": Interval.MONTH,
            "provider": gift.provider,
            "provider_object": "sub_1",
            "state": PledgeState.ACTIVE,
            "begun_at": NOON,
            **fields,
        }
    )


def renewed(gift, *, payment="ch_2", amount=2_100):
    """What its provider says of a later payment of its pledge."""
    return replace(paid(gift), payment=payment, donation="", pledge="sub_1", amount=amount)
