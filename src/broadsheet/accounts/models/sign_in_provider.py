"""A provider by which people may sign in."""

from allauth.socialaccount.models import SocialApp
from django.utils.translation import gettext_lazy as _


class SignInProvider(SocialApp):
    """allauth's row under the name that the desk shows; see `oidc` for what is in it."""

    class Meta:
        proxy = True
        verbose_name = _("sign-in provider")
        verbose_name_plural = _("sign-in providers")
