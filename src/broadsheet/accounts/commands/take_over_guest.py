from datetime import datetime

from broadsheet.accounts.models import MergeReason, User
from broadsheet.accounts.staff import works_here

from .merge_people import NotMergeable, merge_people


def take_over_guest(*, guest: User, person: User, asked: bool = False, at: datetime) -> bool:
    """Make all that `guest` did `person`'s, who has signed in where `guest` wrote; answers whether it is.

    It is not where `person` works here, who may sit at any reader's machine, unless they `asked` for it; and
    where the two cannot be one: nobody is kept out for that.
    """
    if works_here(person) and not asked:
        return False
    try:
        merge_people(source=guest, target=person, by=person, why=MergeReason.SAME_BROWSER, at=at)
    except NotMergeable:
        return False
    return True
