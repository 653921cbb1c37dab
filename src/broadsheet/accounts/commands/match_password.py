from broadsheet.accounts.models import User

from .confirm_email import holder_of


def match_password(*, email: str, password: str) -> User | None:
    """Answer whose confirmed address `email` is, if `password` is theirs.

    One query and one hash, whoever it is: unknown addresses, people without a password and wrong passwords
    take the same time.
    """
    person = holder_of(email)
    is_right = (person or User()).check_password(password)
    return person if is_right else None
