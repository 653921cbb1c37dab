"""What the newsroom says of a site whose members come signed in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm

from .commands.make_visit_site import PublicKeyRefused, check_public_key
from .models import VisitSite


class VisitSiteForm(WagtailAdminModelForm):
    """One site. What its members are known by, and how it signs, is said once: their accounts hang on it."""

    renews_secret = forms.BooleanField(
        label=_("Make a new secret"),
        required=False,
        help_text=_("The one before stops working at once. Members keep their accounts."),
    )

    class Meta:
        model = VisitSite
        fields = ("name", "key", "algorithm", "public_key", "most_role")
        help_texts = {
            "algorithm": _(
                "A secret is simpler; with a key of its own, nobody here can sign for the site."
            ),
            "public_key": _("For EdDSA: the public half, as PEM (-----BEGIN PUBLIC KEY-----)."),
            "most_role": _(
                "Whatever a site says of its members, here they are never more than this."
            ),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Ask of a site that is there only what may change."""
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["key"].disabled = self.fields["algorithm"].disabled = True
        if not self.instance.pk or self.instance.public_key:
            del self.fields["renews_secret"]
        elif self.instance.pk:
            del self.fields["public_key"]

    def clean(self) -> dict[str, Any]:
        """Refuse a public key that is none."""
        cleaned: dict[str, Any] = super().clean()
        if "public_key" in self.fields and cleaned.get("algorithm"):
            try:
                said = cleaned.get("public_key", "")
                cleaned["public_key"] = check_public_key(said, cleaned["algorithm"])
            except PublicKeyRefused as refusal:
                self.add_error("public_key", refusal.sentence)
        return cleaned
