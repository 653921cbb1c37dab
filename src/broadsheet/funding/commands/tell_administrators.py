"""Letters to those who look after the whole newspaper. Used by the commands that have something to tell them."""

from typing import Any

from broadsheet.accounts.models import User
from broadsheet.core.mail import Letter, send


def tell_administrators(template: str, context: dict[str, Any]) -> None:
    """Write the letter `funding/mail/<template>` to every administrator, in the caller's transaction."""
    administrators = User.objects.filter(is_superuser=True, is_active=True, email__isnull=False)
    for administrator in administrators:
        assert administrator.email is not None
        send(Letter(to=administrator.email, template=f"funding/mail/{template}", context=context))
