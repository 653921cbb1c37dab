"""The money's corner of the desk.

Pages join the group "Money" by `@hooks.register(HOOK)` with a `MoneyMenuItem`, and stand under /desk/money/.
"""

from django.contrib.auth.models import Permission as DjangoPermission
from django.db.models import QuerySet
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk.menu import money_group
from .models import DeskRight


@hooks.register("register_permissions")
def rights_to_the_money() -> QuerySet[DjangoPermission]:
    """Let the newsroom give the rights to its groups."""
    return DjangoPermission.objects.filter(
        content_type__app_label="broadsheet_funding", codename__in=DeskRight.values
    )


@hooks.register("register_icons")
def icons(known: list[str]) -> list[str]:
    """Add the group's own icon."""
    return [*known, "funding/desk/icons/money.svg"]


@hooks.register("register_admin_menu_item")
def money() -> MenuItem:
    """Show the group."""
    return money_group()
