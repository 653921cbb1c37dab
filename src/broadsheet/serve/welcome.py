"""The first way in: a sign-in link, printed at every start until somebody can come in again without one.

Run as a process of its own, `python -m broadsheet.serve.welcome`, once the newspaper answers.
"""

import os
import sys
from pathlib import Path

from broadsheet.serve.lifeline import end_with_parent
from broadsheet.serve.stamp import SOMEBODY_SIGNED_IN, read_stamp, write_stamp
from broadsheet.web.options import read_option_values


def main() -> int:
    """Print the link, unless it is no longer needed; answer the exit status."""
    end_with_parent()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.web.settings.production")
    import django

    django.setup()
    from broadsheet.accounts.models import User
    from broadsheet.accounts.proof import SECOND_FACTORS

    if User.objects.filter(is_superuser=True, authenticator__type__in=SECOND_FACTORS).exists():
        data = Path(str(read_option_values(os.environ)["data"]))
        write_stamp(data, {**read_stamp(data), SOMEBODY_SIGNED_IN: True})
    else:
        print(f"Sign in to the desk, once, within 12 hours: {new_desk_link()}", flush=True)
    return 0


def new_desk_link(*, forgets_second_factor: bool = False) -> str:
    """Answer the address of a new one-time sign-in for the first administrator; needs Django."""
    from django.conf import settings
    from django.urls import reverse
    from django.utils import timezone

    from broadsheet.accounts.commands import issue_desk_link

    secret = issue_desk_link(forgets_second_factor=forgets_second_factor, at=timezone.now())
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('accounts:desk_link', args=[secret])}"


if __name__ == "__main__":
    sys.exit(main())
