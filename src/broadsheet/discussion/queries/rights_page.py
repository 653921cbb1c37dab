"""What people may do by the strength of their identity, as the desk shows it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import Strength, User
from broadsheet.discussion.models import Grant, Right
from broadsheet.discussion.policy import Permission, policy
from broadsheet.discussion.rights import who_can_have_rights

Words = str | Promise

_WHO: dict[str, Words] = {
    Strength.GUEST: _("Gave a name, and is known only by a key in their browser."),
    Strength.CONFIRMED: _("Has shown that they read the letters sent to their e-mail address."),
    Strength.ACCOUNT: _("Has signed up, and can sign in from anywhere."),
}


@dataclass(frozen=True)
class RightCell:
    """Whether one strength has one right. `value` and `label` are the right's."""

    value: str
    label: Words
    is_granted: bool


@dataclass(frozen=True)
class StrengthRow:
    """One strength, by its `value`; `who` says whom it means. The cells stand in the order of all rights."""

    value: str
    label: Words
    who: Words
    cells: tuple[RightCell, ...]


@dataclass(frozen=True)
class RightLine:
    """One right, and what it means."""

    label: Words
    meaning: Words


@dataclass(frozen=True)
class RightsPage:
    """What `discussion/desk/rights.html` is given."""

    rights: tuple[RightLine, ...]
    rows: tuple[StrengthRow, ...]


def rights_page(*, viewer: User) -> RightsPage:
    """Answer the whole table, as it is now. One query. Raises `NotAllowed` to all but administrators."""
    policy.require(Permission.CHANGE_RIGHTS, viewer)
    granted = set(Grant.objects.values_list("strength", "right"))
    return RightsPage(
        rights=tuple(RightLine(right.label, right.meaning) for right in Right),
        rows=tuple(
            StrengthRow(
                value=strength.value,
                label=strength.label,
                who=_WHO.get(strength, ""),
                cells=tuple(
                    RightCell(right.value, right.label, (strength, right) in granted)
                    for right in Right
                ),
            )
            for strength in who_can_have_rights()
        ),
    )
