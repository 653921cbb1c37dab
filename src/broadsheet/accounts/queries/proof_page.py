from dataclasses import dataclass

from allauth.mfa.models import Authenticator

from broadsheet.accounts.models import User
from broadsheet.accounts.proof import must_use_second_factor


@dataclass(frozen=True, kw_only=True)
class ProofPage:
    """By what somebody can show that it is them. `email` is where a letter would go; empty if none is enough."""

    has_passkey: bool
    has_app: bool
    has_password: bool
    email: str

    @property
    def has_any(self) -> bool:
        """Whether there is any way; if not, they have to sign in anew."""
        return bool(self.has_passkey or self.has_app or self.has_password or self.email)


def proof_page(person: User) -> ProofPage:
    """Answer what `person` may be asked for. Two queries."""
    kinds = set(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    is_enough = not must_use_second_factor(person)
    return ProofPage(
        has_passkey=Authenticator.Type.WEBAUTHN in kinds,
        has_app=bool(kinds - {Authenticator.Type.WEBAUTHN}),
        # People are made with an empty one, which Django calls usable and which opens nothing.
        has_password=is_enough and bool(person.password) and person.has_usable_password(),
        email=(is_enough and person.email) or "",
    )
