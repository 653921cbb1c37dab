"""The money's corner of the desk.

Pages join the group "Money" by `@hooks.register(HOOK)` with a `MoneyMenuItem`, and stand under /desk/money/.
"""

from django.contrib.auth.models import Permission as DjangoPermission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from .desk import urls
from .desk.menu import HOOK, MoneyMenuItem, money_group
from .models import DeskRight
from .policy import Permission


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


@hooks.register("register_admin_urls")
def pages_of_the_money() -> list[URLPattern | URLResolver]:
    """Where the money's pages are."""
    return [path("money/", include(urls))]


@hooks.register(HOOK)
def spending() -> MenuItem:
    """Show what was spent."""
    return MoneyMenuItem(
        _("Spending"),
        reverse("funding_desk_spending"),
        permission=Permission.RECORD_SPENDING,
        name="spending",
        icon_name="tag",
        order=600,
    )


@hooks.register(HOOK)
def imports() -> MenuItem:
    """Take over who gave elsewhere."""
    return MoneyMenuItem(
        _("Import"),
        reverse("funding_desk_imports"),
        permission=Permission.RECORD_OFFLINE,
        name="imports",
        icon_name="upload",
        order=900,
    )
