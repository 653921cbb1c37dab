"""What staff say of gifts."""

from datetime import date
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.models import ByHand, Campaign
from broadsheet.funding.rates import currencies_counted_in

from .money_form import DayField, MoneyForm


def open_campaigns() -> Any:
    """Answer the campaigns that take gifts, the one shown first."""
    return Campaign.objects.filter(closed_at=None).order_by("-is_default", "title", "pk")


class RecordForm(MoneyForm):
    """A gift that came by hand."""

    way = forms.ChoiceField(
        label=_("How it came"),
        choices=ByHand.choices,
        help_text=_(
            "A bank transfer is known again by its amount and day in the statement that you import later."
        ),
    )
    day = DayField(label=_("When it came"))
    campaign = forms.ModelChoiceField(
        label=_("For"), queryset=Campaign.objects.none(), empty_label=None
    )
    name = forms.CharField(label=_("Name of the donor"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("E-mail address of the donor"),
        required=False,
        help_text=_("With it they get a receipt, and a gift of theirs is known as theirs."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=500,
        min_length=3,
        help_text=_("Such as: collected at the reading in May. No names of donors, please."),
    )
    submission_key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    field_order = ("way", "amount", "currency", "day", "campaign", "name", "email", "note")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the campaigns that are open."""
        super().__init__(*args, **kwargs)
        field = self.fields["campaign"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = open_campaigns()

    def clean(self) -> dict[str, Any]:
        """Refuse a currency that nobody has said the worth of."""
        cleaned = super().clean()
        campaign, currency = cleaned.get("campaign"), cleaned.get("currency")
        if campaign and currency and currency not in currencies_counted_in(campaign.currency):
            self.add_error("currency", gettext("There is no exchange rate for this currency."))
        return cleaned


class ReceiptForm(forms.Form):
    """That a promised gift came."""

    day = DayField(label=_("When it came"))
    note = forms.CharField(label=_("Note"), max_length=500, min_length=3)


class ReasonForm(forms.Form):
    """Why something is put right."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        min_length=3,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For those who look at it later. No names of donors, please."),
    )


class RefundForm(MoneyForm):
    """How much of a gift goes back, and why. The currency is the gift's."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=500,
        min_length=3,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For those who look at it later. No names of donors, please."),
    )
    field_order = ("amount", "reason")

    def __init__(self, *args: Any, currency: str, **kwargs: Any) -> None:
        """Be about money of `currency`."""
        super().__init__(*args, **kwargs)
        self.fields["currency"] = forms.CharField(
            widget=forms.HiddenInput, initial=currency, required=False
        )
        self.wanted = currency

    def clean_currency(self) -> str:
        """Whatever was sent, it is the gift's."""
        return self.wanted


class SentForm(forms.Form):
    """When a refund was sent by hand."""

    day = DayField(label=_("Sent on"))


class ExportForm(forms.Form):
    """What to take along, and of which days."""

    what = forms.ChoiceField(
        label=_("What"),
        choices=[
            ("gifts", _("Gifts")),
            ("ledger", _("The ledger")),
            ("donors", _("Donors, all of them")),
        ],
    )
    first = forms.DateField(
        label=_("From"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    last = forms.DateField(
        label=_("Until, and including"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    @classmethod
    def of_this_year(cls) -> "ExportForm":
        """Answer the form before anything was said: from January until today."""
        today = timezone.localdate()
        return cls(initial={"first": date(today.year, 1, 1), "last": today, "what": "gifts"})

    def clean(self) -> dict[str, Any]:
        """Refuse days the wrong way round."""
        cleaned = super().clean() or {}
        first, last = cleaned.get("first"), cleaned.get("last")
        if first and last and first > last:
            self.add_error("last", gettext("That is before the first day."))
        return cleaned
