"""The money's corner of the desk.

Pages join the group "Money" by `@hooks.register(HOOK)` with a `MoneyMenuItem`, and stand under /desk/money/.
"""

from django.contrib.auth.models import Permission as DjangoPermission
from django.db.models import QuerySet
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.functional import Promise
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
def today() -> MenuItem:
    """Show what came today."""
    return _item(_("Today"), "funding_desk_today", Permission.VIEW_MONEY, "money", 100)


@hooks.register(HOOK)
def month() -> MenuItem:
    """Show a month."""
    return _item(_("By the month"), "funding_desk_month", Permission.VIEW_MONEY, "calendar", 110)


@hooks.register(HOOK)
def sources() -> MenuItem:
    """Show where the money comes from."""
    return _item(_("Where from"), "funding_desk_sources", Permission.VIEW_MONEY, "crosshairs", 120)


@hooks.register(HOOK)
def gifts() -> MenuItem:
    """Show the gifts."""
    return _item(_("Gifts"), "funding_desk_gifts", Permission.VIEW_MONEY, "list-ul", 200)


@hooks.register(HOOK)
def record_gift() -> MenuItem:
    """Offer to write down a gift that came by hand."""
    return _item(
        _("Record a gift"),
        "funding_desk_record_gift",
        Permission.RECORD_OFFLINE,
        "circle-plus",
        210,
    )


@hooks.register(HOOK)
def refunds() -> MenuItem:
    """Show what is to go back."""
    return _item(_("Refunds"), "funding_desk_refunds", Permission.VIEW_REFUNDS, "rotate", 300)


@hooks.register(HOOK)
def spending() -> MenuItem:
    """Show what was spent."""
    return _item(_("Spending"), "funding_desk_spending", Permission.RECORD_SPENDING, "tag", 600)


@hooks.register(HOOK)
def exports() -> MenuItem:
    """Show what can be taken along."""
    return _item(_("Exports"), "funding_desk_exports", Permission.EXPORT, "download", 800)


@hooks.register(HOOK)
def acts() -> MenuItem:
    """Show what was done."""
    return _item(_("What was done"), "funding_desk_acts", Permission.VIEW_MONEY, "history", 900)


@hooks.register(HOOK)
def ways() -> MenuItem:
    """Show how the ways of paying are."""
    return _item(_("Ways of paying"), "funding_desk_ways", Permission.RECONCILE, "link", 890)


def _item(
    label: Promise, address: str, permission: Permission, icon: str, order: int
) -> MoneyMenuItem:
    return MoneyMenuItem(
        label, reverse(address), permission=permission, icon_name=icon, order=order
    )


@hooks.register(HOOK)
def asks() -> MenuItem:
    """Show what readers are asked around articles."""
    return MoneyMenuItem(
        _("Asks"),
        reverse("funding_desk_asks"),
        permission=Permission.VIEW_MONEY,
        name="asks",
        icon_name="help",
        order=550,
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


@hooks.register(HOOK)
def campaigns() -> MenuItem:
    """Show what money is raised for."""
    return MoneyMenuItem(
        _("Campaigns"),
        reverse("funding_desk_campaigns"),
        permission=Permission.CONFIGURE,
        name="campaigns",
        icon_name="pick",
        order=500,
    )


@hooks.register(HOOK)
def amounts() -> MenuItem:
    """Show which amounts are suggested."""
    return _item(
        _("Suggested amounts"), "funding_desk_amounts", Permission.CONFIGURE, "list-ol", 510
    )


@hooks.register(HOOK)
def supporters_in_public() -> MenuItem:
    """Show what donors want everybody to read."""
    return _item(
        _("Supporters in public"), "funding_desk_wall", Permission.MODERATE_WALL, "group", 400
    )


@hooks.register(HOOK)
def receipts() -> MenuItem:
    """Say what receipts say."""
    return _item(_("Receipts"), "funding_desk_receipts", Permission.CONFIGURE, "doc-full", 700)


@hooks.register(HOOK)
def bank() -> MenuItem:
    """Show what the bank says came in."""
    return _item(_("Bank"), "funding_desk_bank", Permission.RECONCILE, "download", 250)


@hooks.register(HOOK)
def bank_accounts() -> MenuItem:
    """Say where supporters send their gifts."""
    return _item(
        _("Bank accounts"), "funding_desk_bank_accounts", Permission.CONFIGURE, "lock", 720
    )
