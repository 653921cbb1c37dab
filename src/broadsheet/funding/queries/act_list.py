"""What was done with the money at the desk."""

from dataclasses import dataclass

from broadsheet.accounts.models import User
from broadsheet.funding.models import FundingAudit
from broadsheet.funding.policy import Permission, policy

from .acts_in_words import ActLine, act_lines

PAGE_SIZE = 100


@dataclass(frozen=True, kw_only=True)
class ActList:
    """What `funding/desk/acts.html` is given. `next_before` is where the next page begins; None on the last."""

    acts: tuple[ActLine, ...]
    next_before: int | None


def act_list(*, viewer: User, before: int | None = None, size: int = PAGE_SIZE) -> ActList:
    """Answer the newest acts, of those older than `before`.

    Two queries, besides rights, and one for each kind of thing that was acted upon. Raises `NotAllowed`.
    """
    policy.require(Permission.VIEW_MONEY, viewer)
    acts = FundingAudit.objects.select_related("actor").order_by("-pk")
    if before is not None:
        acts = acts.filter(pk__lt=before)
    page = list(acts[: size + 1])
    shown = page[:size]
    return ActList(
        acts=act_lines(shown, viewer=viewer), next_before=shown[-1].pk if len(page) > size else None
    )
