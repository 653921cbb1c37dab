from datetime import datetime, timedelta
from typing import Final

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from broadsheet.accounts.models import User
from broadsheet.core.errors import Refused
from broadsheet.funding.models import Act, Donation, Donor, FundingAudit, Receipt
from broadsheet.funding.policy import Permission, policy

from .issue_receipt import write_receipt
from .write_audit import write_audit

RESTS: Final = timedelta(hours=1)
"""How long after a receipt was sent again it is not sent once more: letters may take a while to arrive."""


class NoReceipt(Refused):
    code = "no-receipt"
    status = 409
    message = _("There is no receipt for this gift.")


class NoAddress(Refused):
    code = "no-address"
    status = 409
    message = _("Nobody knows an e-mail address to send it to.")


class SentLately(Refused):
    code = "receipt-sent-lately"
    status = 409
    message = _("It was sent again within the last hour. Letters may take a while.")


@transaction.atomic
def send_receipt_again(*, donation: Donation, actor: User, at: datetime) -> Receipt:
    """Write the latest receipt of `donation` to its donor once more, to the address known now; answer it.

    Raises `NoReceipt`, `NoAddress`, and `SentLately` within an hour.
    """
    # First the donor, as who gives a receipt and who forgets them has it.
    donors = Donor.objects.select_for_update(no_key=True)
    donor = donors.filter(donations=donation, erased_at=None).first()
    gift = Donation.objects.select_for_update(of=("self",)).get(pk=donation.pk)
    policy.require(Permission.VIEW_DONORS, actor)
    receipt = gift.receipts.select_related("replaces").order_by("-issued_at", "-pk").first()
    if receipt is None:
        raise NoReceipt
    if donor is None or not donor.email:
        raise NoAddress
    _refuse_sent_lately(gift, at)
    write_receipt(donor, receipt, gift)
    write_audit(
        actor=actor,
        action=Act.RECEIPT_SENT_AGAIN,
        subject=gift,
        after={"number": receipt.written_number},
        at=at,
    )
    return receipt


def _refuse_sent_lately(gift: Donation, at: datetime) -> None:
    sent = FundingAudit.objects.filter(
        subject_kind="donation",
        subject_id=str(gift.pk),
        action=Act.RECEIPT_SENT_AGAIN,
        at__gt=at - RESTS,
    )
    if sent.exists():
        raise SentLately
