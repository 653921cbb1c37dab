from datetime import datetime

from django.utils.translation import gettext_lazy as _

from broadsheet.core.errors import Refused
from broadsheet.funding.models import SpentProof
from broadsheet.funding.protection import Proof


class ProofSpent(Refused):
    """The proof of work was used for another gift."""

    code = "proof-spent"
    status = 422
    message = _("Your browser's check was used before. Please send your gift once more.")


def spend_proof(*, proof: Proof, submission: str) -> None:
    """Use `proof` for the gift of this `submission`, and for no other. Raises `ProofSpent`.

    Sent again for the same submission, as by a double click, it is still good.
    """
    kept, is_new = SpentProof.objects.get_or_create(
        nonce=proof.nonce, defaults={"submission": submission, "expires_at": proof.expires_at}
    )
    if not is_new and kept.submission != submission:
        raise ProofSpent


def forget_spent_proofs(*, at: datetime) -> int:
    """Forget proofs that have expired: nobody can use them again anyway. Answers how many there were."""
    return SpentProof.objects.filter(expires_at__lt=at).delete()[0]
