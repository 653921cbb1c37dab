from datetime import datetime

from broadsheet.accounts.models import NAME_LENGTH, Strength, User
from broadsheet.core.text import normalise_name


def restore_person(
    *, name: str, email: str = "", website: str = "", is_newsroom: bool = False, joined_at: datetime
) -> User:
    """Write down a person as another system knew them; tells nobody.

    Their address is a claim until they confirm it. A person without a visible name is "Anonymous", as
    every peer shows them. `is_newsroom` gives their comments the paper's mark, and no right whatever.
    """
    return User.objects.create(
        name=normalise_name(name)[:NAME_LENGTH].strip() or "Anonymous",
        claimed_email=email,
        website=website,
        is_newsroom=is_newsroom,
        strength=Strength.IMPORTED,
        joined_at=joined_at,
    )
