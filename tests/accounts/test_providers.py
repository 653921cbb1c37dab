"""providers, identities …"""

from allauth.socialaccount.models import SocialApp

from broadsheet.accounts import commands
from broadsheet.accounts.queries import identities, providers


def set_up(name):
    SocialApp.objects.create(
        provider="openid_connect", provider_id=name.lower(), name=name, client_id="courier"
    )


def test_names_the_providers_in_order(db):
    assert providers() == []
    set_up("University")
    set_up("Library")

    assert [button.name for button in providers()] == ["Library", "University"]


def test_names_ones_own_identities(ada, ben):
    set_up("Library")
    commands.link_identity(person=ada, provider_id="library", uid="1")
    commands.link_identity(person=ada, provider_id="gone", uid="2")

    assert [line.provider for line in identities(ada)] == ["Library", "gone"]
    assert identities(ben) == []
