"""What a discussion does when its page changes its mind. Nobody's judgement: no moderator, no intervention."""

from django.db import transaction

from broadsheet.core.events import publish
from broadsheet.discussion.events import DiscussionClosed
from broadsheet.discussion.models import Discussion, PageState


def end_discussion(*, key: str) -> None:
    """Take no more comments about `key`, because its page wants none; what was said can be read.

    Nothing happens where there is no discussion. Publishes `DiscussionClosed` if that changes anything.
    """
    _note(key, PageState.READ_ONLY)


def hide_discussion(*, key: str) -> None:
    """Show nothing that was said about `key`, because its page is not there any more.

    `open_discussion` and `end_discussion` show it again. Publishes `DiscussionClosed` as they do.
    """
    _note(key, PageState.GONE)


@transaction.atomic
def _note(key: str, state: PageState) -> None:
    there = Discussion.objects.select_for_update(no_key=True).exclude(page_state=state)
    discussion = there.filter(key=key).first()
    if discussion is not None:
        discussion.page_state = state
        discussion.version += 1
        discussion.save(update_fields=["page_state", "version"])
        publish(DiscussionClosed.about(discussion))
