"""The shape of what donors send from the page of their gifts."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .amounts import LONGEST, AmountTooFine, AmountUnreadable, read_amount
from .models import Pledge
from .money import Money
from .money_text import money_text


class AddressForm(forms.Form):
    """The address with which somebody gave."""

    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": _("Please give your e-mail address."),
            "invalid": _("This does not look like an e-mail address, such as ada@example.org."),
        },
    )


class DonorForm(forms.Form):
    """Who receipts are for."""

    name = forms.CharField(max_length=120, required=False)
    postal_address = forms.CharField(max_length=500, required=False, widget=forms.Textarea)


class PledgeAmountForm(forms.Form):
    """Another amount for `pledge`, in minor units of its currency once it is clean."""

    amount = forms.CharField(
        max_length=LONGEST, error_messages={"required": _("Please say how much.")}
    )

    def __init__(self, *args: Any, pledge: Pledge, **kwargs: Any) -> None:
        """Ask about `pledge`."""
        super().__init__(*args, **kwargs)
        self.pledge = pledge

    def clean_amount(self) -> int:
        """Read it as the page's language writes it; what could mean two things is asked about."""
        language = get_language() or "en"
        currency = self.pledge.currency
        try:
            read = read_amount(self.cleaned_data["amount"], currency=currency, language=language)
        except AmountTooFine:
            raise forms.ValidationError(
                _("%(currency)s does not have so many decimals."), params={"currency": currency}
            ) from None
        except AmountUnreadable:
            raise forms.ValidationError(_("Please write an amount, such as 25.")) from None
        if not read.is_certain:
            amount = money_text(Money(read.minor, currency), language)
            raise forms.ValidationError(
                _("Do you mean %(amount)s? Please write it like that."), params={"amount": amount}
            )
        return read.minor
