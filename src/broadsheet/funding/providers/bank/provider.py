"""Bank transfer, as a provider like all others."""

from datetime import datetime, timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from broadsheet.funding.currencies import units
from broadsheet.funding.models import BankAccount, Donation
from broadsheet.funding.money import LARGEST
from broadsheet.funding.providers.base import Ability, Instructions, Provider, Redirect

BANK = "bank"
EXPIRES_AFTER = timedelta(days=45)
"""Since the promise. A transfer takes a day or two; what comes later still finds its gift."""
MOST_WHOLE_UNITS = 999_999_999
"""What a QR code for banks may ask for (EPC069-12)."""


class BankProvider(Provider):
    """The newsroom's own bank account, one in each currency. Ready as soon as one is entered at the desk.

    A gift that comes again is a standing order, which the donor gives their bank, and ends there.
    """

    code = BANK
    way = "transfer"
    label = _("Bank transfer")
    abilities = frozenset({Ability.ONCE, Ability.MONTH, Ability.YEAR, Ability.OFFLINE})

    def is_ready(self) -> bool:
        """Whether an account is shown."""
        return BankAccount.objects.shown(timezone.now()).exists()

    def currencies(self) -> frozenset[str]:
        """Those with an account that is shown."""
        return frozenset(
            BankAccount.objects.shown(timezone.now()).values_list("currency", flat=True)
        )

    def least(self, currency: str) -> int:
        """One whole unit: of less, banks' fees leave nothing."""
        return units(currency)

    def most(self, currency: str) -> int:
        """What a transfer can be asked for."""
        return min(MOST_WHOLE_UNITS * units(currency), LARGEST)

    def fee_of(self, amount: int, currency: str) -> int:  # noqa: ARG002 - as all providers have it
        """Nothing: what a bank takes for transfers is not taken from them."""
        return 0

    def begin(
        self,
        donation: Donation,
        *,
        return_to: str,  # noqa: ARG002 - nobody leaves
        cancel_to: str,  # noqa: ARG002
    ) -> Redirect | Instructions:
        """Lead to the page that says how to pay."""
        return Instructions(
            page=reverse("funding:transfer_page", args=[donation.key]),
            expires_at=donation.begun_at + EXPIRES_AFTER,
        )


def shown_account(currency: str, *, at: datetime) -> BankAccount | None:
    """The account in `currency` that donors are shown at `at`, or None."""
    return BankAccount.objects.shown(at).filter(currency=currency).first()
