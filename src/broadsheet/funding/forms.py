"""The shape of what donors send. What it means is the commands' business."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .amounts import AmountTooFine, AmountTooLarge, AmountUnreadable, read_amount
from .cover import cover_for
from .models import Interval
from .money import Money
from .money_text import money_text
from .queries import GivePage, IntervalChoice, WayChoice

OTHER = "other"
NAME_LENGTH = 80
MESSAGE_LENGTH = 500


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wishes to give. Not `is_certain`: the amount may have been meant otherwise."""

    amount: int
    cover: int
    currency: str
    interval: Interval
    way: WayChoice
    is_certain: bool

    @property
    def gross(self) -> int:
        """What is to be paid: the gift and its cover."""
        return self.amount + self.cover


class GiveForm(forms.Form):
    """A gift, of what `page` offers. Of the amounts, that of the chosen interval counts."""

    interval = forms.ChoiceField(error_messages={"required": _("Please choose how often.")})
    way = forms.ChoiceField(error_messages={"required": _("Please choose how to pay.")})
    cover = forms.BooleanField(required=False)
    email = forms.EmailField(
        max_length=254,
        error_messages={
            "required": _("Please give your e-mail address: the receipt goes there."),
            "invalid": _("This does not look like an e-mail address, such as ada@example.org."),
        },
    )
    name = forms.CharField(required=False, max_length=NAME_LENGTH)
    is_public = forms.BooleanField(required=False)
    public_name = forms.CharField(required=False, max_length=NAME_LENGTH)
    message = forms.CharField(required=False, max_length=MESSAGE_LENGTH)

    def __init__(self, page: GivePage, data: Any = None, **options: Any) -> None:
        """Read `data` as a gift of what `page` offers."""
        super().__init__(data, **options)
        self.page = page
        self.by_interval: dict[str, IntervalChoice] = {one.code: one for one in page.intervals}
        self.by_way = {one.way: one for one in page.ways}
        self.is_certain = True
        self._offer("interval", [choice.code for choice in page.intervals])
        self._offer("way", list(self.by_way))
        for choice in page.intervals:
            self.fields[f"amount_{choice.code}"] = forms.CharField(required=False, max_length=20)
            self.fields[f"other_{choice.code}"] = forms.CharField(required=False, max_length=60)

    def clean(self) -> dict[str, Any]:
        """Find the amount of the chosen interval, and whether the chosen way takes it."""
        cleaned = super().clean() or self.cleaned_data
        interval = self.by_interval.get(cleaned.get("interval", ""))
        if interval is None:
            return cleaned
        cleaned["amount"] = self._amount(interval)
        way = self.by_way.get(cleaned.get("way", ""))
        if way and interval.code not in way.intervals:
            self.add_error("way", _("This cannot come again by itself. Please choose another way."))
        elif way and cleaned["amount"]:
            self._refuse_what_it_does_not_take(way, cleaned["amount"], f"amount_{interval.code}")
        return cleaned

    @property
    def wish(self) -> Wish:
        """What is wished, once the form is valid."""
        way = self.by_way[self.cleaned_data["way"]]
        amount, currency = self.cleaned_data["amount"], self.page.currency.code
        cover = None
        if self.cleaned_data["cover"]:
            cover = cover_for(amount, fee_of=lambda gross: way.provider.fee_of(gross, currency))
        return Wish(
            amount=amount,
            cover=cover or 0,
            currency=currency,
            interval=Interval(self.cleaned_data["interval"]),
            way=way,
            is_certain=self.is_certain,
        )

    def sent(self) -> list[tuple[str, str]]:
        """Each field as it was sent, to be sent once more."""
        return [(name, self.data[name]) for name in self.fields if self.data.get(name)]

    def _offer(self, field: str, values: list[str]) -> None:
        choices = self.fields[field]
        assert isinstance(choices, forms.ChoiceField)
        choices.choices = [(value, value) for value in values]

    def _amount(self, interval: IntervalChoice) -> int | None:
        """The amount chosen or typed for `interval`; None if there is none that will do, and why is said."""
        chosen = self.cleaned_data.get(f"amount_{interval.code}", "")
        typed = self.cleaned_data.get(f"other_{interval.code}", "")
        field = f"other_{interval.code}" if typed else f"amount_{interval.code}"
        minor = None
        if typed and chosen not in ("", OTHER):
            self._no(field, _("Please choose one amount: that one, or the one you typed."))
        elif typed:
            minor = self._read(field, typed)
        elif chosen.isascii() and chosen.isdecimal():
            minor = int(chosen)
        else:
            self._no(field, _("Please choose an amount, or type one."))
        if minor is not None and minor < interval.least:
            least = {"least": interval.least_text}
            self._no(field, _("Please give %(least)s or more.") % least)
            return None
        return minor

    def _read(self, field: str, typed: str) -> int | None:
        currency = self.page.currency.code
        try:
            read = read_amount(typed, currency=currency, language=get_language() or "en")
        except AmountTooFine:
            self._no(field, _("That is finer than %(currency)s goes.") % {"currency": currency})
        except AmountTooLarge:
            self._no(field, _("That is more than can be given here. Please write to us."))
        except AmountUnreadable:
            self._no(field, _("Please type an amount in digits, such as 25."))
        else:
            self.is_certain = read.is_certain
            return read.minor
        return None

    def _refuse_what_it_does_not_take(self, way: WayChoice, amount: int, field: str) -> None:
        currency = self.page.currency.code
        least, most = way.provider.least(currency), way.provider.most(currency)
        bound = least if amount < least else most
        if least <= amount <= most:
            return
        bounds = {"bound": money_text(Money(bound, currency), get_language() or "en")}
        sentence = (
            _("This way takes %(bound)s at least.")
            if amount < least
            else _("This way takes %(bound)s at most.")
        )
        self._no(field, sentence % bounds)

    def _no(self, field: str, sentence: Any) -> None:
        self.add_error(field, sentence)
