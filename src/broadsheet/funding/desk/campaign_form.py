"""What the newsroom says of a campaign, as staff type it."""

import re
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.amounts import AmountUnreadable, read_amount
from broadsheet.funding.commands import CampaignTerms
from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.models import Campaign, CampaignKind, Metric
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import typed_text
from broadsheet.funding.periods import LONGEST_MONTH

CURRENCIES = [(code, code) for code in sorted(EXPONENTS)]
_LONGEST_NOTE = 80


class CampaignForm(forms.Form):
    """A campaign; `terms` is what was meant, once the form is valid."""

    title = forms.CharField(label=_("Title"), max_length=120)
    kind = forms.ChoiceField(label=_("Adds up"), choices=CampaignKind.choices)
    metric = forms.ChoiceField(label=_("Counts"), choices=Metric.choices)
    currency = forms.ChoiceField(
        label=_("Currency"),
        choices=CURRENCIES,
        help_text=_("It stays once a gift has been begun."),
    )
    goal = forms.CharField(
        label=_("Goal"), max_length=40, help_text=_("Money, or how many people.")
    )
    milestones = forms.CharField(
        label=_("Milestones"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "One a line, such as “7,500: A second reporter”. Those beyond the goal show once it is reached."
        ),
    )
    month_start_day = forms.IntegerField(
        label=_("Months begin on day"),
        min_value=1,
        max_value=LONGEST_MONTH,
        initial=1,
        help_text=_("Or on their last day, where they have no such day."),
    )
    starts_on = forms.DateField(
        label=_("From"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        initial=timezone.localdate,
    )
    ends_on = forms.DateField(
        label=_("Until, and including"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        help_text=_("For campaigns until a day."),
    )
    is_default = forms.BooleanField(
        label=_("Show this one where none is named"), required=False, initial=True
    )

    @property
    def terms(self) -> CampaignTerms:
        """What was meant."""
        said = self.cleaned_data
        return CampaignTerms(
            title=said["title"],
            kind=CampaignKind(said["kind"]),
            metric=Metric(said["metric"]),
            goal=said["goal"],
            currency=said["currency"],
            month_start_day=said["month_start_day"],
            starts_on=said["starts_on"],
            ends_on=said["ends_on"],
            is_default=said["is_default"],
            milestones=said["milestones"],
        )

    def clean(self) -> dict[str, Any]:
        """Read the goal and the milestones as money or as people, whichever is counted."""
        cleaned = super().clean() or {}
        if {"metric", "currency"} <= cleaned.keys():
            if "goal" in cleaned:
                cleaned["goal"] = self._place("goal", cleaned["goal"], cleaned)
            cleaned["milestones"] = tuple(
                (self._place("milestones", place, cleaned), note.strip()[:_LONGEST_NOTE])
                for place, _colon, note in (
                    line.partition(":")
                    for line in cleaned["milestones"].splitlines()
                    if line.strip()
                )
            )
        return cleaned

    def _place(self, field: str, written: str, cleaned: dict[str, Any]) -> int:
        written = written.strip()
        if cleaned["metric"] == Metric.AMOUNT:
            found = _money(written, cleaned["currency"])
        else:
            found = int(written) if re.fullmatch(r"[0-9]{1,9}", written) else 0
        if found <= 0:
            self.add_error(
                field, gettext("“%(written)s” is not clear: such as 5000.") % {"written": written}
            )
        return found


def _money(written: str, currency: str) -> int:
    """What is certainly meant, in minor units; 0 where nothing is."""
    try:
        found = read_amount(written, currency=currency, language=get_language() or "en")
    except AmountUnreadable:
        return 0
    return found.minor if found.is_certain else 0


class NewCampaignForm(CampaignForm):
    """A campaign that is to be opened, with its address."""

    slug = forms.SlugField(
        label=_("Address"),
        max_length=60,
        help_text=_("A short name for links to it, such as “monthly”. It stays."),
    )
    field_order = ("title", "slug")


class ChangedCampaignForm(CampaignForm):
    """A campaign that is there."""

    also_this_period = forms.BooleanField(
        label=_("The goal is also for the month that has begun"),
        required=False,
        help_text=_("Else it is for the months to come."),
    )

    @classmethod
    def of(cls, campaign: Campaign) -> "ChangedCampaignForm":
        """Answer the form as it is before anything is typed: what is said of `campaign` now. One query."""
        milestones = campaign.milestones.order_by("at").values_list("at", "label")
        lines = (
            f"{_written(campaign, at)}: {label}".removesuffix(": ") for at, label in milestones
        )
        fields = ("title", "kind", "metric", "currency", "month_start_day", "starts_on", "ends_on")
        initial = {name: getattr(campaign, name) for name in fields}
        initial["is_default"] = campaign.is_default
        initial["goal"] = _written(campaign, campaign.goal)
        initial["milestones"] = "\n".join(lines)
        return cls(initial=initial)


class RateForm(forms.Form):
    """What a currency is worth."""

    currency = forms.ChoiceField(label=_("One of"), choices=CURRENCIES)
    rate = forms.DecimalField(label=_("is worth"), max_digits=18, decimal_places=9, localize=True)
    into = forms.ChoiceField(label=_("of"), choices=CURRENCIES)


def _written(campaign: Campaign, amount: int) -> str:
    if campaign.metric != Metric.AMOUNT:
        return str(amount)
    return typed_text(Money(amount, campaign.currency), get_language() or "en")
