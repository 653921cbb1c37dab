from dataclasses import dataclass

from allauth.socialaccount.models import SocialAccount, SocialApp

from broadsheet.accounts.models import User


@dataclass(frozen=True, kw_only=True)
class ProviderButton:
    """A provider by which one may sign in here."""

    provider_id: str
    name: str


@dataclass(frozen=True, kw_only=True)
class IdentityLine:
    """An identity at a provider by which somebody signs in."""

    id: int
    provider: str


def providers() -> list[ProviderButton]:
    """Answer the providers of the newsroom's choice, by name. One query."""
    apps = SocialApp.objects.order_by("name", "pk")
    return [ProviderButton(provider_id=app.provider_id, name=app.name) for app in apps]


def identities(person: User) -> list[IdentityLine]:
    """Answer by which identities `person` may sign in. Two queries."""
    names = {app.provider_id: app.name for app in SocialApp.objects.all()}
    kept = SocialAccount.objects.filter(user=person).order_by("pk")
    return [
        IdentityLine(id=identity.pk, provider=names.get(identity.provider, identity.provider))
        for identity in kept
    ]
