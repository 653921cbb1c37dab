"""What the newsroom says of a provider, and what is asked of the provider itself before it is believed."""

from typing import Any

from django import forms
from django.core.validators import validate_slug
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .models import SignInProvider
from .oidc import ProviderAway, is_safe_address, read_configuration, seal_secret


class ProviderForm(WagtailAdminModelForm):
    """One provider. Its secret is written here and shown nowhere, and goes to no other provider."""

    issuer = forms.CharField(
        label=_("Address of the provider"),
        max_length=300,
        help_text=_(
            "Its “issuer”, such as https://accounts.example.org. It is asked at once where it does what; "
            "saving again asks again."
        ),
    )
    client_secret = forms.CharField(
        label=_("Secret"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "off"}),
        help_text=_("What the provider gave you for this newspaper. Leave empty to keep it."),
    )

    class Meta:
        model = SignInProvider
        fields = ("name", "provider_id", "client_id")
        labels = {"provider_id": _("Name in addresses"), "client_id": _("Client ID")}
        help_texts = {
            "name": _("As readers know it: “Sign in with …”."),
            "provider_id": _("Letters, digits and hyphens. It cannot be changed later."),
            "client_id": _("What the provider calls this newspaper."),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show what is known, but the secret."""
        super().__init__(*args, **kwargs)
        self.before: str = self.instance.settings.get("configuration", {}).get("issuer", "")
        self.fields["issuer"].initial = self.before
        self.fields["provider_id"].required = True
        self.fields["provider_id"].validators.append(validate_slug)
        self.fields["provider_id"].disabled = bool(self.instance.pk)

    def clean_provider_id(self) -> str:
        """Refuse a name that another provider has."""
        name: str = self.cleaned_data["provider_id"]
        if SignInProvider.objects.filter(provider_id=name).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(gettext("Another provider has this name."))
        return name

    def clean_issuer(self) -> str:
        """Refuse what has no TLS."""
        issuer: str = self.cleaned_data["issuer"].strip()
        if not is_safe_address(issuer):
            raise forms.ValidationError(gettext("It must begin with https://."))
        return issuer

    def clean(self) -> dict[str, Any]:
        """Ask the provider. A secret is needed for a new one: no provider is given another's."""
        cleaned: dict[str, Any] = super().clean()
        issuer = cleaned.get("issuer")
        if issuer is None:
            return cleaned
        if issuer != self.before and not cleaned.get("client_secret"):
            self.add_error("client_secret", gettext("A new provider needs its secret."))
            return cleaned
        try:
            cleaned["configuration"] = read_configuration(issuer)
        except ProviderAway as error:
            self.add_error("issuer", gettext("It does not answer: %(why)s.") % {"why": error})
        except ValueError as error:
            self.add_error("issuer", str(error))
        return cleaned

    def save(self, commit: bool = True) -> SignInProvider:  # noqa: FBT001, FBT002 - Django's signature
        """Keep the provider."""
        app = self.instance
        app.provider = "openid_connect"
        app.settings = {**app.settings, "configuration": self.cleaned_data["configuration"]}
        if self.cleaned_data["client_secret"]:
            seal_secret(app, self.cleaned_data["client_secret"])
        saved: SignInProvider = super().save(commit=commit)
        return saved
