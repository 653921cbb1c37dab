from django.db import transaction

from broadsheet.core.text import normalise, normalise_name
from broadsheet.funding.models import Donor


@transaction.atomic
def change_donor(*, donor: Donor, name: str, postal_address: str) -> None:
    """Have the receipts of `donor` bear `name` and `postal_address` from now on; either may be empty.

    Receipts that were issued stay as they are. Does nothing for a donor who is forgotten.
    """
    kept = Donor.objects.select_for_update(no_key=True).get(pk=donor.pk)
    if kept.erased_at:
        return
    kept.name, kept.postal_address = normalise_name(name), normalise(postal_address)
    kept.save(update_fields=["name", "postal_address"])
