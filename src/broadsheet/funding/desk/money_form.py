"""Amounts as staff type them."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.amounts import LONGEST, AmountTooFine, AmountUnreadable, read_amount
from broadsheet.funding.currencies import exponent
from broadsheet.funding.models import Campaign, ExchangeRate
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import money_text


def currencies_in_use() -> list[str]:
    """Answer the currencies of all campaigns, and those that are worth something in them. Two queries."""
    campaigns = Campaign.objects.order_by("-is_default", "pk").values_list("currency", flat=True)
    others = ExchangeRate.objects.order_by("currency").values_list("currency", flat=True)
    return list(dict.fromkeys([*campaigns, *others]))


class MoneyForm(forms.Form):
    """An amount with its currency; `money` is what was meant, once the form is valid."""

    amount = forms.CharField(
        label=_("Amount"),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
    )
    currency = forms.ChoiceField(label=_("Currency"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the currencies that are in use."""
        super().__init__(*args, **kwargs)
        field = self.fields.get("currency")
        if isinstance(field, forms.ChoiceField):
            field.choices = [(code, code) for code in currencies_in_use()]

    @property
    def money(self) -> Money:
        """What was meant, in minor units."""
        return Money(self.cleaned_data["amount"], self.cleaned_data["currency"])

    def clean(self) -> dict[str, Any]:
        """Read the amount as the language of the desk has it; what could mean two things is asked about."""
        cleaned = super().clean() or {}
        written, currency = cleaned.get("amount"), cleaned.get("currency")
        if written and currency:
            cleaned["amount"] = self._minor(written, currency)
        return cleaned

    def _minor(self, written: str, currency: str) -> int:
        language = get_language() or "en"
        try:
            found = read_amount(written, currency=currency, language=language)
        except AmountTooFine:
            self.add_error("amount", _too_fine(currency))
            return 0
        except AmountUnreadable:
            self.add_error("amount", gettext("Give an amount, such as 25 or 12.50."))
            return 0
        if not found.is_certain:
            meant = money_text(Money(found.minor, currency), language)
            self.add_error(
                "amount",
                gettext("Is that %(amount)s? Write it without a doubt.") % {"amount": meant},
            )
        elif found.minor == 0:
            self.add_error("amount", gettext("Give an amount above 0."))
        return found.minor


def _too_fine(currency: str) -> str:
    return gettext("%(currency)s has %(digits)d decimals, not more.") % {
        "currency": currency,
        "digits": exponent(currency),
    }


class DayField(forms.DateField):
    """A day that has come, by default today."""

    def __init__(self, **kwargs: Any) -> None:
        """Show the browser's own calendar."""
        widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
        super().__init__(widget=widget, initial=timezone.localdate, **kwargs)

    def clean(self, value: Any) -> Any:
        """Refuse days to come."""
        day = super().clean(value)
        if day and day > timezone.localdate():
            raise forms.ValidationError(gettext("That day has not come yet."))
        return day


class SpendingForm(MoneyForm):
    """One entry of what was spent."""

    month = forms.CharField(
        label=_("Month"),
        widget=forms.TextInput(attrs={"type": "month", "pattern": r"\d{4}-\d{2}"}),
        help_text=_("Such as 2026-03."),
    )
    category = forms.CharField(
        label=_("Spent on"),
        max_length=60,
        widget=forms.TextInput(attrs={"list": "spending-categories"}),
        help_text=_("Such as wages, travel, printing. Entries of the same name are added up."),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=300,
        required=False,
        help_text=_("Shown to everybody beside the sum."),
    )
    field_order = ("month", "category", "amount", "currency", "note")

    def clean_month(self) -> Any:
        """Read the month, of which the first day stands for all."""
        day = _MONTH.clean(f"{self.cleaned_data['month']}-01")
        if day > timezone.localdate():
            raise forms.ValidationError(gettext("That month has not come yet."))
        return day


_MONTH = forms.DateField(input_formats=["%Y-%m-%d"])
