"""All gifts, as the desk looks for them."""

from dataclasses import dataclass

from django.db.models import Q, QuerySet

from broadsheet.accounts.models import User
from broadsheet.funding.models import Donation, DonationState
from broadsheet.funding.policy import Permission, policy
from broadsheet.funding.references import read_references

from .gift_lines import GiftLine, gift_lines

PAGE_SIZE = 50


@dataclass(frozen=True, kw_only=True)
class GiftList:
    """What `funding/desk/gifts.html` is given. `next_before` is where the next page begins; None on the last."""

    gifts: tuple[GiftLine, ...]
    shows_donors: bool
    next_before: int | None


def gift_list(
    *,
    viewer: User,
    words: str = "",
    state: str = "",
    before: int | None = None,
    size: int = PAGE_SIZE,
) -> GiftList:
    """Answer the newest gifts, of those older than `before`: in a state, or found by `words`.

    These may be a reference however it is spelt, or, for who may see who gives, part of a name or an address.
    One query. Raises `NotAllowed`.
    """
    policy.require(Permission.VIEW_MONEY, viewer)
    shows_donors = policy.allows(Permission.VIEW_DONORS, viewer)
    gifts = _chosen(words.strip(), with_donors=shows_donors)
    if state in DonationState.values:
        gifts = gifts.filter(state=state)
    if before is not None:
        gifts = gifts.filter(pk__lt=before)
    page = list(gifts.select_related("donor").order_by("-pk")[: size + 1])
    shown = page[:size]
    return GiftList(
        gifts=gift_lines(shown, with_donors=shows_donors),
        shows_donors=shows_donors,
        next_before=shown[-1].pk if len(page) > size else None,
    )


def _chosen(words: str, *, with_donors: bool) -> QuerySet[Donation]:
    if not words:
        return Donation.objects.all()
    found = Q(reference__in=read_references(words)) | Q(reference__iexact=words)
    if with_donors:
        found |= Q(donor__email__icontains=words) | Q(donor__name__icontains=words)
    return Donation.objects.filter(found)
