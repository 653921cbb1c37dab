from datetime import datetime

from django.db import transaction

from broadsheet.accounts.models import User
from broadsheet.core.text import normalise
from broadsheet.funding.models import ReceiptWording
from broadsheet.funding.policy import Permission, policy

from .write_audit import Plain, write_audit


@transaction.atomic
def word_receipts(
    *, issuer: str, note: str, sends_yearly: bool, actor: User, at: datetime
) -> ReceiptWording:
    """Have receipts name `issuer` and say `note` from now on; those that were issued stay as they are.

    Raises `NotAllowed`.
    """
    policy.require(Permission.CONFIGURE, actor)
    wording, _is_new = ReceiptWording.objects.select_for_update().get_or_create(only=True)
    before = _said(wording)
    wording.issuer, wording.note = normalise(issuer), normalise(note)
    wording.sends_yearly = sends_yearly
    wording.save()
    write_audit(
        actor=actor,
        action="receipts-worded",
        subject=wording,
        before=before,
        after=_said(wording),
        at=at,
    )
    return wording


def _said(wording: ReceiptWording) -> dict[str, Plain]:
    return {"issuer": wording.issuer, "note": wording.note, "sends_yearly": wording.sends_yearly}
