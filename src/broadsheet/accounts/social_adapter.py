"""How allauth lets people in who come from a provider: our providers, our pages, and never by an address alone.

allauth loads this class by its name in the settings (`SOCIALACCOUNT_ADAPTER`).
"""

import logging
from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialApp, SocialLogin
from allauth.socialaccount.providers.base.constants import AuthError
from django.http import HttpRequest
from django.shortcuts import redirect, render

from .models import User
from .oidc import OidcProvider, ProviderAway, ProviderRequests
from .views.providers import come_in

logger = logging.getLogger(__name__)


class SocialAdapter(DefaultSocialAccountAdapter):
    """What allauth asks of the site about providers."""

    def get_provider(self, request: HttpRequest, provider: str, **_client: Any) -> OidcProvider:
        """Answer the one that the newsroom calls `provider`. Raises `SocialApp.DoesNotExist`."""
        return OidcProvider(request, SocialApp.objects.get(provider_id=provider))

    def populate_user(self, request: HttpRequest, sociallogin: SocialLogin, data: Any) -> User:
        """Answer whom an account might be made for, with the name that the provider knows."""
        person: User = super().populate_user(request, sociallogin, {**data, "name": ""})
        person.name = str(data.get("name") or "")
        return person

    def get_requests_session(self) -> ProviderRequests:
        """Answer what asks providers, within our bounds."""
        return ProviderRequests()

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Take over from allauth: it knows now who it is, and we decide what that means."""
        raise ImmediateHttpResponse(come_in(request, sociallogin))

    def on_authentication_error(
        self,
        request: HttpRequest,
        provider: OidcProvider,
        error: str | None = None,
        exception: Exception | None = None,
        **_context: Any,
    ) -> None:
        """Lead back who thought better of it; say kindly that it did not work to everybody else."""
        # Some say so without sending our state back.
        if error == AuthError.CANCELLED or request.GET.get("error") == "access_denied":
            raise ImmediateHttpResponse(redirect("account_login"))
        logger.warning("Signing in at %s failed: %r", provider.app.provider_id, exception)
        is_away = isinstance(exception, ProviderAway)
        page = {"provider": provider.name, "is_away": is_away}
        raise ImmediateHttpResponse(
            render(request, "accounts/provider_failed.html", page, status=503 if is_away else 403)
        )
