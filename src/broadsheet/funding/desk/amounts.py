"""Which amounts are suggested to donors, changed at the desk."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from broadsheet.core.errors import Refused
from broadsheet.funding import commands, queries
from broadsheet.funding.amounts import AmountUnreadable, read_amount
from broadsheet.funding.models import Interval
from broadsheet.funding.money import Money
from broadsheet.funding.money_text import typed_text
from broadsheet.funding.policy import Permission, policy

from .money_form import currencies_in_use
from .person import person_at

LABELS = {
    Interval.ONCE: _("Once"),
    Interval.MONTH: _("Monthly"),
    Interval.YEAR: _("Yearly"),
}


class SuggestionForm(forms.Form):
    """The amounts of one currency and interval, as staff write them: 5 10 20 50."""

    amounts = forms.CharField(
        label=_("Amounts"), max_length=120, help_text=_("With spaces between: 5 10 20 50")
    )
    least = forms.CharField(
        label=_("The least that may be given"),
        max_length=20,
        help_text=_("Small gifts cost more than they bring, and invite people to try out cards."),
    )

    def __init__(self, currency: str, interval: Interval, data: Any = None, **rest: Any) -> None:
        """Read `data` in `currency`."""
        super().__init__(data, prefix=f"{currency}-{interval}", **rest)
        self.currency, self.interval = currency, interval
        self.label = LABELS[interval]

    def clean_amounts(self) -> list[int]:
        """Answer each in minor units."""
        return [self._minor(word) for word in self.cleaned_data["amounts"].split()]

    def clean_least(self) -> int:
        """Answer it in minor units."""
        return self._minor(self.cleaned_data["least"])

    def _minor(self, word: str) -> int:
        try:
            read = read_amount(word, currency=self.currency, language=get_language() or "en")
        except AmountUnreadable:
            sentence = gettext("“%(word)s” is no amount of %(currency)s.")
            said = {"word": word, "currency": self.currency}
            raise forms.ValidationError(sentence % said) from None
        if not read.is_certain:
            raise forms.ValidationError(
                gettext("“%(word)s” can be read in two ways.") % {"word": word}
            )
        return read.minor


@require_http_methods(["GET", "POST"])
def amounts(request: HttpRequest) -> HttpResponse:
    """Show what is suggested in each currency that is in use, and change one of them."""
    actor = person_at(request)
    policy.require(Permission.CONFIGURE, actor)
    sent = request.POST.get("sent", "")
    rows = [
        _form(currency, interval, request.POST if sent == f"{currency}-{interval}" else None)
        for currency in currencies_in_use()
        for interval in Interval
    ]
    for form in rows:
        if not form.is_bound or not form.is_valid():
            continue
        said = form.cleaned_data
        try:
            commands.suggest_amounts(
                currency=form.currency,
                interval=form.interval,
                amounts=said["amounts"],
                least=said["least"],
                actor=actor,
                at=timezone.now(),
            )
        except Refused as refusal:
            form.add_error("amounts", refusal.sentence)
        else:
            messages.success(request, gettext("Suggested from now on."))
            return redirect("funding_desk_amounts")
    return TemplateResponse(request, "funding/desk/amounts.html", {"rows": rows})


def _form(currency: str, interval: Interval, data: Any) -> SuggestionForm:
    suggested = queries.suggested_amounts(currency)[interval]
    language = get_language() or "en"
    return SuggestionForm(
        currency,
        interval,
        data,
        initial={
            "amounts": " ".join(
                typed_text(Money(minor, currency), language) for minor in suggested.amounts
            ),
            "least": typed_text(Money(suggested.least, currency), language),
        },
    )
