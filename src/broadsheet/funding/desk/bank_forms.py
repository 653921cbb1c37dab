"""What staff say of the bank's files and entries, and of the newsroom's accounts."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core import signing
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.formats import localize_input
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.amounts import AmountTooFine, AmountUnreadable, read_amount
from broadsheet.funding.currencies import EXPONENTS, exponent, units
from broadsheet.funding.models import BankAccount, Campaign, Donation
from broadsheet.funding.references import read_reference
from broadsheet.funding.statements import Columns, Table
from broadsheet.funding.statements.columns import DATE_FORMS

from .gift_forms import open_campaigns

PARTS = 4
SAMPLES = 5
NO_COLUMN = ""


class StatementForm(forms.Form):
    """A file of the bank, and which account it is of."""

    account = forms.ModelChoiceField(
        label=_("Account"), queryset=BankAccount.objects.none(), empty_label=None
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_(
            "camt.053 (XML), MT940 or CSV. The file itself is not kept, only what came in."
        ),
        widget=forms.FileInput(attrs={"accept": ".xml,.sta,.mt940,.940,.txt,.csv"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer every account there ever was, each number once, those shown now first."""
        super().__init__(*args, **kwargs)
        latest = (
            BankAccount.objects.filter(is_withdrawal=False)
            .order_by("currency", "iban", "details", "-pk")
            .distinct("currency", "iban", "details")
        )
        field = self.fields["account"]
        assert isinstance(field, forms.ModelChoiceField)
        shown = BankAccount.objects.shown(timezone.now())
        field.queryset = (
            BankAccount.objects.filter(pk__in=latest.values("pk"))
            .annotate(is_shown=Exists(shown.filter(pk=OuterRef("pk"))))
            .order_by("-is_shown", "-pk")
        )


class ColumnsForm(forms.Form):
    """Which column of a CSV file holds what. The file comes along, signed, so that nothing of it is kept."""

    content = forms.CharField(widget=forms.HiddenInput)
    file_name = forms.CharField(widget=forms.HiddenInput, max_length=200)
    account = forms.ModelChoiceField(
        queryset=BankAccount.objects.filter(is_withdrawal=False), widget=forms.HiddenInput
    )
    date = forms.TypedChoiceField(label=_("Day of booking"), coerce=int)
    date_form = forms.ChoiceField(label=_("How days are written"))
    amount = forms.TypedChoiceField(label=_("Amount, or what came in"), coerce=int)
    decimal_mark = forms.ChoiceField(
        label=_("Decimal mark"), choices=[(".", _("point: 12.50")), (",", _("comma: 12,50"))]
    )
    outgoing = forms.TypedChoiceField(
        label=_("What went out, if that has a column of its own"),
        coerce=int,
        empty_value=None,
        required=False,
    )
    direction = forms.TypedChoiceField(
        label=_("A column that says whether it came in or went out"),
        coerce=int,
        empty_value=None,
        required=False,
    )
    outgoing_word = forms.CharField(
        label=_("What it says there where it went out"), required=False, max_length=30
    )
    texts = forms.TypedMultipleChoiceField(
        label=_("Where references may stand"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    counterparty = forms.TypedChoiceField(
        label=_("Who paid"), coerce=int, empty_value=None, required=False
    )
    currency = forms.TypedChoiceField(
        label=_("Currency"), coerce=int, empty_value=None, required=False
    )

    def __init__(self, table: Table, *args: Any, **kwargs: Any) -> None:
        """Offer the columns of `table`."""
        super().__init__(*args, **kwargs)
        named = [
            (place, f"{place + 1}: {name}" if name else str(place + 1))
            for place, name in enumerate(table.names)
        ]
        for name, field in self.fields.items():
            if isinstance(field, (forms.TypedChoiceField, forms.TypedMultipleChoiceField)):
                may_be_none = not field.required and name != "texts"
                field.choices = [(NO_COLUMN, _("none")), *named] if may_be_none else named
        days = self.fields["date_form"]
        assert isinstance(days, forms.ChoiceField)
        days.choices = [(form, _SPELT[form]) for form in DATE_FORMS]

    @property
    def columns(self) -> Columns:
        """What was said, once the form is valid."""
        said = {
            name: value
            for name, value in self.cleaned_data.items()
            if name not in {"content", "file_name", "account"}
        }
        return Columns.from_plain(said)

    def clean(self) -> dict[str, Any]:
        """Refuse half a direction."""
        cleaned = super().clean() or {}
        if cleaned.get("direction") is not None and not cleaned.get("outgoing_word"):
            self.add_error("outgoing_word", gettext("Say which word stands where it went out."))
        return cleaned


_SPELT = {
    "%Y-%m-%d": "2025-03-31",
    "%d.%m.%Y": "31.03.2025",
    "%d.%m.%y": "31.03.25",
    "%d/%m/%Y": "31/03/2025",
    "%m/%d/%Y": "03/31/2025",
    "%d-%m-%Y": "31-03-2025",
    "%Y%m%d": "20250331",
}


def sealed(content: bytes) -> str:
    """`content`, so that it can come back with a form and nobody has changed it."""
    return signing.dumps(content.decode("latin-1"), salt="statement", compress=True)


def unsealed(written: str) -> bytes:
    """What was `sealed` within the last day. Raises `signing.BadSignature`."""
    return str(signing.loads(written, salt="statement", max_age=86_400)).encode("latin-1")


def as_typed(minor: int, currency: str) -> str:
    """`minor` units of `currency` as somebody would type them here: 12.50, 12,50 in German."""
    number = Decimal(minor).scaleb(-exponent(currency))
    return localize_input(number) if minor % units(currency) else str(int(number))


class SharesForm(forms.Form):
    """Which gifts an entry is, and how much of it each: up to four."""

    def __init__(self, *args: Any, currency: str, language: str = "", **kwargs: Any) -> None:
        """Ask for amounts in `currency`."""
        super().__init__(*args, **kwargs)
        self.currency, self.language = currency, language or get_language() or "en"
        self.shares: list[tuple[Donation, int]] = []
        for number in range(1, PARTS + 1):
            self.fields[f"reference_{number}"] = forms.CharField(
                label=_("Reference %(number)s") % {"number": number}, required=False, max_length=60
            )
            self.fields[f"amount_{number}"] = forms.CharField(
                label=_("Amount %(number)s") % {"number": number}, required=False, max_length=30
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        """The fields, a gift to a row."""
        return [
            (self[f"reference_{number}"], self[f"amount_{number}"])
            for number in range(1, PARTS + 1)
        ]

    def clean(self) -> dict[str, Any]:
        """Find the gifts and read the amounts."""
        cleaned = super().clean() or {}
        for number in range(1, PARTS + 1):
            reference, amount = cleaned.get(f"reference_{number}"), cleaned.get(f"amount_{number}")
            if reference or amount:
                gift = self._gift(f"reference_{number}", reference or "")
                minor = self._minor(f"amount_{number}", amount or "")
                if gift and minor:
                    self.shares.append((gift, minor))
        if not self.shares and not self.errors:
            raise forms.ValidationError(gettext("Give the reference of a gift, and an amount."))
        return cleaned

    def _gift(self, name: str, written: str) -> Donation | None:
        reference = read_reference(written) or written.strip()
        gift = Donation.objects.filter(reference=reference).first()
        if gift is None:
            self.add_error(name, gettext("No gift has this reference."))
        return gift

    def _minor(self, name: str, written: str) -> int:
        try:
            found = read_amount(written, currency=self.currency, language=self.language)
        except (AmountTooFine, AmountUnreadable):
            self.add_error(name, gettext("Give an amount, such as 25 or 12.50."))
            return 0
        if not found.is_certain or not found.minor:
            self.add_error(name, gettext("Write the amount without a doubt, such as 1250.00."))
            return 0
        return found.minor


class NewGiftForm(forms.Form):
    """Whose an entry is that nobody had promised."""

    campaign = forms.ModelChoiceField(
        label=_("For"), queryset=Campaign.objects.none(), empty_label=None
    )
    name = forms.CharField(label=_("Name of the donor"), max_length=120, required=False)
    email = forms.EmailField(
        label=_("E-mail address of the donor"),
        required=False,
        help_text=_("With it they get a receipt, and a gift of theirs is known as theirs."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the campaigns that are open."""
        super().__init__(*args, **kwargs)
        field = self.fields["campaign"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = open_campaigns()


class AccountForm(forms.Form):
    """An account of the newsroom."""

    currency = forms.ChoiceField(
        label=_("For gifts in"), choices=[(code, code) for code in sorted(EXPONENTS)], initial="EUR"
    )
    holder = forms.CharField(label=_("Account holder"), max_length=70)
    iban = forms.CharField(label=_("IBAN"), max_length=42, required=False)
    bic = forms.CharField(
        label=_("BIC"),
        max_length=11,
        required=False,
        help_text=_("Only for transfers from abroad."),
    )
    bank = forms.CharField(label=_("Bank"), max_length=70, required=False)
    details = forms.CharField(
        label=_("How to pay, where there is no IBAN"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "Such as the routing number and the account number, each in a line of its own."
        ),
    )
