from dataclasses import dataclass
from datetime import datetime

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.text import normalise, normalise_name
from broadsheet.funding import providers
from broadsheet.funding.models import Campaign, Donation, Donor, Interval, Pledge
from broadsheet.funding.money import LARGEST
from broadsheet.funding.providers import Ability, Provider
from broadsheet.funding.rates import currencies_counted_in

from .new_gift import donor_of, fit_name, free_reference, new_key

PUBLIC_NAME_LENGTH = 80
MESSAGE_LENGTH = 500
PATH_LENGTH = 500
ASK_LENGTH = 60

_ABILITY = {
    Interval.ONCE: Ability.ONCE,
    Interval.MONTH: Ability.MONTH,
    Interval.YEAR: Ability.YEAR,
}


class CampaignClosed(Refused):
    """The campaign takes no more gifts."""

    code = "campaign-closed"
    status = 409
    message = _("This campaign is over. Thank you for wanting to give.")


class AmountRefused(Refused):
    """So much cannot be given this way."""

    code = "amount-refused"
    status = 422
    message = _("This amount cannot be given this way.")


class WayRefused(Refused):
    """The way of paying is not set up, or cannot do what is wished."""

    code = "way-refused"
    status = 409
    message = _("This way of paying cannot be used for this. Please choose another.")


@dataclass(frozen=True, kw_only=True)
class _Words:
    """What a donor says of themselves and besides, fit to keep."""

    email: str
    name: str
    public_name: str
    message: str


def begin_donation(  # noqa: PLR0913 - a gift is made of this much, and each by its name
    *,
    campaign: Campaign,
    amount: int,
    cover: int,
    currency: str,
    interval: Interval,
    provider: str,
    email: str,
    name: str = "",
    language: str = "",
    is_public: bool = False,
    public_name: str = "",
    message: str = "",
    source_path: str = "",
    source_ask: str = "",
    submission_key: str | None = None,
    person: User | None = None,
    at: datetime,
) -> Donation:
    """Keep that somebody wishes to give `amount` to `campaign`, and `cover` for the fee; no money moves yet.

    Makes the donor of `email`, unless there is one, and the pledge if it is to come again. `person` is who is
    signed in: they become the donor's person if they have proven this very address. Sent again under the same
    `submission_key`, it is the same gift. Raises `CampaignClosed`, `AmountRefused` and `WayRefused`.
    """
    if submission_key and (again := _sent_before(submission_key)):
        return again
    way = providers.provider(provider)
    _refuse(campaign, way, gross=amount + cover, amount=amount, currency=currency, at=at)
    if not way.is_ready() or _ABILITY[interval] not in way.abilities:
        raise WayRefused
    words = _words(email, name, public_name if is_public else "", message)
    with transaction.atomic():
        if submission_key:
            _wait_for_the_same(submission_key)
            if again := _sent_before(submission_key):
                return again
        donor = _donor(words, language=language, person=person, at=at)
        donation = Donation(
            reference=free_reference(),
            key=new_key(),
            submission_key=submission_key,
            campaign=campaign,
            donor=donor,
            amount=amount,
            cover=cover,
            currency=currency,
            interval=interval,
            is_public=is_public,
            public_name=words.public_name,
            message=words.message,
            source_path=normalise(source_path)[:PATH_LENGTH],
            source_ask=normalise(source_ask)[:ASK_LENGTH],
            provider=way.code,
            is_test=way.is_test,
            begun_at=at,
        )
        if interval != Interval.ONCE:
            donation.pledge = _pledge(donation)
        donation.save(force_insert=True)
    return donation


def _words(email: str, name: str, public_name: str, message: str) -> _Words:
    return _Words(
        email=email.strip(),
        name=fit_name(name),
        public_name=normalise_name(public_name)[:PUBLIC_NAME_LENGTH],
        message=normalise(message)[:MESSAGE_LENGTH],
    )


def _sent_before(submission_key: str) -> Donation | None:
    return Donation.objects.filter(submission_key=submission_key).first()


def _wait_for_the_same(submission_key: str) -> None:
    """Let one come after the other what a double click sends twice."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"gift {submission_key}"]
        )


def _refuse(
    campaign: Campaign, way: Provider, *, gross: int, amount: int, currency: str, at: datetime
) -> None:
    today = timezone.localdate(at)
    if campaign.closed_at is not None or (campaign.ends_on and campaign.ends_on < today):
        raise CampaignClosed
    if currency not in way.currencies() or currency not in currencies_counted_in(campaign.currency):
        raise WayRefused
    if not 0 < amount <= gross <= LARGEST:
        raise AmountRefused
    if not way.least(currency) <= gross <= way.most(currency):
        raise AmountRefused


def _donor(words: _Words, *, language: str, person: User | None, at: datetime) -> Donor | None:
    """Whoever has this address, and thereby whose person is signed in; None for who gives no address."""
    if not words.email:
        return None
    donor = donor_of(name=words.name, email=words.email, language=language, at=at)
    is_theirs = person is not None and (person.email or "").lower() == words.email.lower()
    if donor is not None and is_theirs and donor.person_id is None:
        donor.person = person
        donor.save(update_fields=["person"])
    return donor


def _pledge(donation: Donation) -> Pledge:
    return Pledge.objects.create(
        reference=free_reference(),
        donor=donation.donor,
        campaign=donation.campaign,
        amount=donation.amount,
        cover=donation.cover,
        currency=donation.currency,
        interval=donation.interval,
        provider=donation.provider,
        is_test=donation.is_test,
        begun_at=donation.begun_at,
    )
