"""What the desk shows of accounts."""

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.admin.widgets import Button

from .models import SignInProvider, User
from .provider_form import ProviderForm
from .views.person import person
from .visit_desk import VisitSiteViewSet


class ProviderViewSet(ModelViewSet):
    """The providers by which people may sign in; who changes them is asked for a fresh proof (web.desk)."""

    model = SignInProvider
    name = "sign-in-providers"
    icon = "key"
    menu_label = _("Sign-in providers")
    add_to_settings_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    list_display = ("name", Column("provider_id", label=_("Name in addresses")))
    list_filter = ()
    search_fields = ()

    def get_form_class(self, **_for_update: bool) -> Any:
        """Answer the form."""
        return ProviderForm


@hooks.register("register_admin_viewset")
def providers() -> ProviderViewSet:
    """Show the providers among the settings."""
    return ProviderViewSet()


@hooks.register("register_admin_viewset")
def sites_for_signed_visits() -> VisitSiteViewSet:
    """Show among the settings whose members may come signed in."""
    return VisitSiteViewSet()


@hooks.register("register_admin_urls")
def person_urls() -> list[URLPattern]:
    """Where moderators see a person."""
    return [path("people/<int:person_id>/", person, name="broadsheet_person")]


@hooks.register("register_user_listing_buttons")
def person_button(*, user: User, request_user: User) -> Iterator[Button]:
    """Lead from the list of users to what moderators see of each."""
    yield Button(
        _("Names and standing"), url=reverse("broadsheet_person", args=[user.pk]), priority=30
    )
