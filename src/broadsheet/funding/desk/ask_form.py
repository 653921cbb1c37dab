"""A new ask, as staff type it."""

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.commands import Wording
from broadsheet.funding.models import Ask, AskVariant, Campaign

LETTERS = "ABCD"
PARTS = {
    "heading": _("%(letter)s: heading"),
    "words_above": _("%(letter)s: words above the text"),
    "words_below": _("%(letter)s: words below the text"),
    "button": _("%(letter)s: on the button"),
}


class AskForm(forms.ModelForm):  # type: ignore[type-arg]
    """Its name, how often one device shows it, and one to four wordings."""

    class Meta:
        model = Ask
        fields = ("campaign", "name", "most_views", "in_days")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Offer the campaigns that are not over, and room for four wordings."""
        super().__init__(*args, **kwargs)
        campaigns = Campaign.objects.filter(closed_at=None).order_by("-is_default", "title")
        self.fields["campaign"] = forms.ModelChoiceField(
            campaigns, label=_("Campaign"), initial=campaigns.first(), empty_label=None
        )
        for letter in LETTERS:
            for part, label in PARTS.items():
                field = forms.fields_for_model(AskVariant, [part])[part]
                field.label = label % {"letter": letter}
                field.required = letter == LETTERS[0] and part in ("heading", "button")
                if isinstance(field.widget, forms.Textarea):
                    field.widget.attrs["rows"] = 4
                self.fields[f"{letter}-{part}"] = field

    @property
    def wordings(self) -> list[Wording]:
        """The wordings that were written, once the form is valid."""
        return [Wording(**self._written(letter)) for letter in LETTERS if self._is_used(letter)]

    def clean(self) -> dict[str, Any]:
        """Refuse a wording that has no heading or no button, and one left out between others."""
        cleaned = super().clean() or {}
        used = [letter for letter in LETTERS if self._is_used(letter)]
        for letter in used:
            for part in ("heading", "button"):
                name = f"{letter}-{part}"
                if not cleaned.get(name) and name not in self.errors:
                    self.add_error(name, gettext("Each wording has a heading and a button."))
        if used and not self.errors and "".join(used) != LETTERS[: len(used)]:
            self.add_error(
                f"{used[-1]}-heading", gettext("Please leave no wording out before this one.")
            )
        return cleaned

    def _is_used(self, letter: str) -> bool:
        return any(self._written(letter).values())

    def _written(self, letter: str) -> dict[str, str]:
        return {part: self.cleaned_data.get(f"{letter}-{part}", "") for part in PARTS}
