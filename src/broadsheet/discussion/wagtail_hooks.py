"""What the desk shows of discussions."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from broadsheet.accounts.models import User

from .policy import Permission, policy
from .views.rights import rights


class RightsMenuItem(MenuItem):
    """Shown to whoever may change rights."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether who asks may."""
        return isinstance(request.user, User) and policy.allows(
            Permission.CHANGE_RIGHTS, request.user
        )


@hooks.register("register_admin_urls")
def rights_urls() -> list[URLPattern]:
    """Where readers' rights are changed."""
    return [path("rights/", rights, name="broadsheet_rights")]


@hooks.register("register_settings_menu_item")
def rights_menu_item() -> MenuItem:
    """Show readers' rights among the settings."""
    return RightsMenuItem(
        _("Readers’ rights"), reverse("broadsheet_rights"), name="rights", icon_name="group"
    )
