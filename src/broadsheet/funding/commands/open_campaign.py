from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.core.events import publish
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.events import CampaignChanged
from broadsheet.funding.models import Campaign, CampaignKind, CampaignPeriod, Metric, Milestone
from broadsheet.funding.money import LARGEST
from broadsheet.funding.periods import LONGEST_MONTH, day_of, period_of
from broadsheet.funding.policy import Permission, policy

from .begin_periods import begin_period
from .write_audit import Plain, write_audit


@dataclass(frozen=True, kw_only=True)
class CampaignTerms:
    """What the newsroom says of a campaign; each field is what `Campaign` has under its name.

    `milestones` are places on the scale, in the goal's units, with what is promised for each, or "".
    """

    title: str
    kind: CampaignKind
    metric: Metric
    goal: int
    currency: str
    month_start_day: int
    starts_on: date
    ends_on: date | None
    is_default: bool
    milestones: tuple[tuple[int, str], ...] = ()


class CampaignAddressTaken(Refused):
    code = "campaign-address-taken"
    status = 409
    message = _("Another campaign has this address.")


class CampaignUnclear(Refused):
    code = "campaign-unclear"
    status = 422
    message = _(
        "A campaign needs a title, a goal, a currency that there is, and different milestones."
    )


class DeadlineUnclear(Refused):
    code = "deadline-unclear"
    status = 422
    message = _("A campaign until a day needs that day, and it must not be before its first.")


class CurrencyInUse(Refused):
    code = "currency-in-use"
    status = 409
    message = _("Gifts have been begun in this campaign: its currency stays what it is.")


@transaction.atomic
def open_campaign(*, slug: str, terms: CampaignTerms, actor: User | None, at: datetime) -> Campaign:
    """Raise money for what `terms` say, under the address `slug`. `actor` is None for the program itself.

    One that is to be shown takes the place of the one that was. Refuses what cannot be (`CampaignUnclear`,
    `DeadlineUnclear`) and addresses that are taken (`CampaignAddressTaken`). Publishes `CampaignChanged`.
    """
    if actor is not None:
        policy.require(Permission.CONFIGURE, actor)
    _refuse_unclear(terms)
    if Campaign.objects.filter(slug=slug).exists():
        raise CampaignAddressTaken
    campaign = Campaign(slug=slug)
    _write(campaign, terms)
    begin_period(campaign=campaign, at=at)
    write_audit(
        actor=actor, action="campaign-opened", subject=campaign, after=_said(campaign), at=at
    )
    publish(CampaignChanged(campaign_id=campaign.pk))
    return campaign


@transaction.atomic
def change_campaign(
    *,
    campaign: Campaign,
    terms: CampaignTerms,
    also_this_period: bool = False,
    actor: User,
    at: datetime,
) -> None:
    """Say of `campaign` what `terms` say; of a month that has begun the goal stays, unless `also_this_period`.

    Refuses what `open_campaign` refuses, and another currency once a gift was begun (`CurrencyInUse`).
    Publishes `CampaignChanged`.
    """
    campaign = Campaign.objects.select_for_update().get(pk=campaign.pk)
    policy.require(Permission.CONFIGURE, actor)
    _refuse_unclear(terms)
    if terms.currency != campaign.currency and campaign.donations.exists():
        raise CurrencyInUse
    before = _said(campaign)
    begin_period(campaign=campaign, at=at)
    _write(campaign, terms)
    if also_this_period:
        day = day_of(at, timezone.get_default_timezone())
        period = period_of(campaign, day)
        CampaignPeriod.objects.filter(campaign=campaign, starts_on=period.starts_on).update(
            goal=terms.goal
        )
    write_audit(
        actor=actor,
        action="campaign-changed",
        subject=campaign,
        before=before,
        after={**_said(campaign), "also_this_period": also_this_period},
        at=at,
    )
    publish(CampaignChanged(campaign_id=campaign.pk))


def _refuse_unclear(terms: CampaignTerms) -> None:
    places = [at for at, _label in terms.milestones]
    is_clear = (
        terms.title.strip()
        and terms.currency in EXPONENTS
        and all(0 < amount <= LARGEST for amount in (terms.goal, *places))
        and len(set(places)) == len(places)
        and 1 <= terms.month_start_day <= LONGEST_MONTH
    )
    if not is_clear:
        raise CampaignUnclear
    if terms.kind == CampaignKind.DEADLINE and (
        terms.ends_on is None or terms.ends_on < terms.starts_on
    ):
        raise DeadlineUnclear


def _write(campaign: Campaign, terms: CampaignTerms) -> None:
    if terms.is_default:
        Campaign.objects.filter(is_default=True).exclude(pk=campaign.pk).update(is_default=False)
    campaign.title = " ".join(terms.title.split())
    campaign.kind, campaign.metric = terms.kind, terms.metric
    campaign.goal, campaign.currency = terms.goal, terms.currency
    campaign.month_start_day = terms.month_start_day
    campaign.starts_on, campaign.ends_on = terms.starts_on, terms.ends_on
    campaign.is_default = terms.is_default and campaign.closed_at is None
    campaign.save()
    campaign.milestones.all().delete()
    Milestone.objects.bulk_create(
        Milestone(campaign=campaign, at=place, label=label) for place, label in terms.milestones
    )


def _said(campaign: Campaign) -> dict[str, Plain]:
    milestones = campaign.milestones.order_by("at").values_list("at", "label")
    return {
        "title": campaign.title,
        "kind": campaign.kind,
        "metric": campaign.metric,
        "goal": campaign.goal,
        "currency": campaign.currency,
        "month_start_day": campaign.month_start_day,
        "starts_on": campaign.starts_on.isoformat(),
        "ends_on": campaign.ends_on.isoformat() if campaign.ends_on else None,
        "is_default": campaign.is_default,
        "milestones": "; ".join(f"{place} {label}".strip() for place, label in milestones),
    }
