"""What the newsroom says of a file from another system."""

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.currencies import EXPONENTS
from broadsheet.funding.importing import SOURCES, DayOrder, DecimalMark, Field
from broadsheet.funding.models import Campaign
from broadsheet.funding.queries import ImportPage


class UploadForm(forms.Form):
    """Which file it is, and for which campaign its gifts count."""

    source = forms.ChoiceField(
        label=_("What it is"), choices=[(each.code, each.label) for each in SOURCES.values()]
    )
    file = forms.FileField(
        label=_("File"),
        help_text=_("CSV, as it was exported. It is kept for a day at most, and is read first."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,text/csv"}),
    )
    campaign = forms.ModelChoiceField(
        label=_("Campaign"),
        queryset=Campaign.objects.order_by("-is_default", "title", "pk"),
        empty_label=None,
        help_text=_("Its gifts count there, in the months in which they were given."),
    )


class ReadingForm(forms.Form):
    """In which column of the file each thing stands, and what cannot be seen from it."""

    day_order = forms.ChoiceField(
        label=_("Dates in figures"),
        required=False,
        choices=[("", _("There are none that could mean two days")), *DayOrder.choices],
    )
    decimal_mark = forms.ChoiceField(
        label=_("Before the cents stands"), choices=DecimalMark.choices
    )
    currency = forms.ChoiceField(
        label=_("Currency, where no column says it"),
        choices=[(code, code) for code in sorted(EXPONENTS)],
    )
    campaign = forms.ModelChoiceField(
        label=_("Campaign"),
        queryset=Campaign.objects.order_by("-is_default", "title", "pk"),
        empty_label=None,
    )

    def __init__(self, page: ImportPage, sent: Any = None) -> None:
        """Ask for each field that this kind of file may have, before what holds for all of it."""
        file = page.file
        said = {
            "day_order": file.day_order,
            "decimal_mark": file.decimal_mark,
            "currency": file.currency,
            "campaign": file.campaign,
            **{f"column_{field}": column for field, column in file.columns.items()},
        }
        super().__init__(sent, initial=said)
        columns = [
            (name, f"{name} ({example})" if example else name) for name, example in page.columns
        ]
        asked = {
            f"column_{column.field.value}": forms.ChoiceField(
                label=column.field.label,
                required=False,
                choices=[("", _("Not in this file")), *columns],
                help_text=_("Needed.") if column.is_needed else "",
            )
            for column in page.source.columns
        }
        self.fields = cast("dict[str, forms.Field]", {**asked, **self.fields})

    @property
    def columns(self) -> dict[Field, str]:
        """Which column holds what, once the form is valid."""
        return {
            Field(name.removeprefix("column_")): said
            for name, said in self.cleaned_data.items()
            if name.startswith("column_") and said
        }
