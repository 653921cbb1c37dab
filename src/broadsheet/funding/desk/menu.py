"""The group "Money" in the desk's menu."""

from typing import Any, Final

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

from broadsheet.accounts.models import User
from broadsheet.funding.policy import Permission, policy

HOOK: Final = "register_money_menu_item"
"""The hook by which a page at the desk gets into the group: its function answers a `MoneyMenuItem`."""


class MoneyMenuItem(MenuItem):
    """A page of the group, shown to those who have its permission."""

    def __init__(self, *args: Any, permission: Permission, **kwargs: Any) -> None:
        """Be what Wagtail's items are, for who has `permission`."""
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether who asks may see the page."""
        return isinstance(request.user, User) and policy.allows(self.permission, request.user)


def money_group() -> SubmenuMenuItem:
    """Answer the group, which shows itself where any of its pages is shown."""
    return SubmenuMenuItem(
        _("Money"), Menu(register_hook_name=HOOK), name="money", icon_name="money", order=400
    )
