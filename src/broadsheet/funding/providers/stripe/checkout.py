"""What Stripe's Checkout is told of a gift. Pure."""

from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from broadsheet.funding.models import Donation, Interval

from .amounts import to_stripe

OPEN_FOR = timedelta(minutes=60)
"""Stripe allows from 30 minutes to 24 hours. Short, because an open page is one on which cards can be tried."""

INTERVALS = {Interval.MONTH: "month", Interval.YEAR: "year"}


def expires_at(donation: Donation) -> datetime:
    """Until when the page takes money: said by the gift alone, so that asking again asks the same."""
    return donation.begun_at + OPEN_FOR


def session_parameters(donation: Donation, *, return_to: str, cancel_to: str) -> dict[str, Any]:
    """Answer what is asked for when a page to pay `donation` on is made.

    Stripe learns the amount, the reference, and the address its own receipt may go to: not what was read before.
    Prices in other currencies than the gift's are switched off, so that what is paid is what was said.
    """
    price: dict[str, Any] = {
        "currency": donation.currency.lower(),
        "unit_amount": to_stripe(donation.amount + donation.cover, donation.currency),
        "product_data": {"name": _product(donation)},
    }
    about = {"donation": donation.reference}
    parameters: dict[str, Any] = {
        "line_items": [{"price_data": price, "quantity": 1}],
        "client_reference_id": donation.reference,
        "metadata": about,
        "success_url": return_to,
        "cancel_url": cancel_to,
        "expires_at": int(expires_at(donation).timestamp()),
        "adaptive_pricing": {"enabled": False},
    }
    if donation.donor and donation.donor.email:
        parameters["customer_email"] = donation.donor.email
    if donation.interval == Interval.ONCE:
        parameters |= {
            "mode": "payment",
            "submit_type": "donate",
            "payment_intent_data": {"metadata": about, "description": donation.reference},
        }
    else:
        price["recurring"] = {"interval": INTERVALS[Interval(donation.interval)]}
        parameters |= {
            "mode": "subscription",
            "subscription_data": {"metadata": about, "description": donation.reference},
        }
    return parameters


def _product(donation: Donation) -> str:
    language = donation.donor.language if donation.donor else ""
    with translation.override(language or settings.LANGUAGE_CODE):
        return _("Gift to %(newspaper)s") % {"newspaper": settings.BROADSHEET["site_name"]}
