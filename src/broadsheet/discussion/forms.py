"""The shape of what people send. What it means is the commands' business."""

from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator

from broadsheet.accounts.models import NAME_LENGTH

from .commands.post_comment import KEY_LENGTH
from .models import Right
from .rights import who_can_have_rights

# Far above the longest comment allowed: it bounds what is read at all, and the command says the rest.
BODY_LENGTH = 200_000

MOST_COUNTS = 100


class CommentForm(forms.Form):
    """A comment or a reply."""

    body = forms.CharField(
        required=False, strip=False, validators=[MaxLengthValidator(BODY_LENGTH)]
    )
    parent = forms.IntegerField(required=False, min_value=1, max_value=2**63 - 1)
    name = forms.CharField(required=False, max_length=10 * NAME_LENGTH)
    email = forms.EmailField(required=False)
    submission_key = forms.CharField(required=False, max_length=KEY_LENGTH)


class VoteForm(forms.Form):
    """A vote. Our element says with the key when the reader decided (`models.Vote`)."""

    value = forms.IntegerField(min_value=-1, max_value=1)
    submission_key = forms.RegexField(
        regex=r"\A[0-9a-z]{8}-[0-9a-z]{1,31}\Z", required=False, strip=False
    )


class DecisionForm(forms.Form):
    """To follow or to ignore (1), or no more (0). Our element says with the key when the reader decided."""

    value = forms.IntegerField(min_value=0, max_value=1)
    submission_key = forms.RegexField(
        regex=r"\A[0-9a-z]{8}-[0-9a-z]{1,31}\Z", required=False, strip=False
    )


class EditForm(forms.Form):
    """Other words for one's own comment, and upon which edit they were made, 0 for none."""

    body = forms.CharField(
        required=False, strip=False, validators=[MaxLengthValidator(BODY_LENGTH)]
    )
    upon = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1)


class ActForm(forms.Form):
    """Why staff do something, and upon which earlier decision, 0 for none."""

    reason = forms.CharField(required=False, max_length=10_000)
    upon = forms.IntegerField(required=False, min_value=0, max_value=2**63 - 1)


class RightsForm(forms.Form):
    """Which rights people have, by the strength of their identity: a field of checkboxes for each strength."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for strength in who_can_have_rights():
            self.fields[strength.value] = forms.MultipleChoiceField(
                choices=Right.choices, required=False
            )

    def granted(self) -> dict[str, set[Right]]:
        """The rights by strength, once the form is valid."""
        return {
            strength: {Right(right) for right in rights}
            for strength, rights in self.cleaned_data.items()
        }


class PartForm(forms.Form):
    """Which part of a long page."""

    part = forms.IntegerField(required=False, min_value=1, max_value=10**9)


class SinceForm(forms.Form):
    """Which version of a discussion somebody has seen."""

    since = forms.IntegerField(min_value=0, max_value=2**63 - 1)


class CountsForm(forms.Form):
    """Which discussions somebody wants to know the size of."""

    key = forms.Field(
        widget=forms.MultipleHiddenInput, validators=[MaxLengthValidator(MOST_COUNTS)]
    )

    def keys(self) -> list[str]:
        """The discussions' keys, once the form is valid."""
        return list(self.cleaned_data["key"])


class OverlayForm(forms.Form):
    """Which comments stand on the page: their ids, separated by commas."""

    comments = forms.RegexField(
        regex=r"\A(\d{1,18}(,\d{1,18})*)?\Z", required=False, max_length=10_000
    )

    def comment_ids(self) -> list[int]:
        """The ids, once the form is valid."""
        return [int(one) for one in self.cleaned_data["comments"].split(",") if one]
