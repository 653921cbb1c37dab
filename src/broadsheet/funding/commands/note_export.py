from datetime import date, datetime

from broadsheet.accounts.models import User
from broadsheet.funding.policy import Permission, policy

from .write_audit import write_audit


def note_export(*, what: str, first: date, last: date, actor: User, at: datetime) -> None:
    """Keep that `actor` takes along `what` (gifts, ledger, donors) of the days from `first` to `last`.

    Raises `NotAllowed`.
    """
    policy.require(Permission.EXPORT, actor)
    if what == "donors":
        policy.require(Permission.VIEW_DONORS, actor)
    write_audit(
        actor=actor,
        action=f"{what}-exported",
        after={"first": first.isoformat(), "last": last.isoformat()},
        at=at,
    )
