from django.db.models import F, Value
from django.db.models.functions import Greatest

from broadsheet.accounts.models import User
from broadsheet.discussion.models import Discussion, Follow


def mark_seen(*, discussion: Discussion, reader: User, thread_id: int | None = None) -> None:
    """Remember that `reader` has seen `discussion`, as it is given, or that one thread of it.

    If they follow it, nothing that was said there before is new to them.

    One statement, which never makes anything new again; publishes nothing.
    """
    Follow.objects.filter(reader=reader, discussion=discussion, thread=thread_id).update(
        seen_version=Greatest(F("seen_version"), Value(discussion.version))
    )
