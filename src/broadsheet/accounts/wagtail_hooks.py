"""What the desk shows of accounts."""

from typing import Any

from allauth.socialaccount.models import SocialApp
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.viewsets.model import ModelViewSet

from .provider_form import ProviderForm


class ProviderViewSet(ModelViewSet):
    """The providers by which people may sign in; who changes them is asked for a fresh proof (web.desk)."""

    model = SocialApp
    name = "sign-in-providers"
    icon = "key"
    menu_label = _("Sign-in providers")
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ("name", "provider_id")
    list_filter = ()
    search_fields = ()

    def get_form_class(self, **_for_update: bool) -> Any:
        """Answer the form."""
        return ProviderForm


@hooks.register("register_admin_viewset")
def providers() -> ProviderViewSet:
    """Show the providers among the settings."""
    return ProviderViewSet()
