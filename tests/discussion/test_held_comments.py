"""held_comments …"""

import pytest

from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import queries
from factories.discussion import say
from factories.moments import NOON


def test_lists_what_waits_for_staff_alone(discussion, ada, mona, settings):
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    held = say(discussion, ada, "I wait.")
    [shown] = queries.held_comments(discussion, viewer=mona, at=NOON).comments
    assert (shown.id, "I wait." in shown.html) == (held.pk, True)
    for viewer in (ada, None):
        with pytest.raises(NotAllowed):
            queries.held_comments(discussion, viewer=viewer, at=NOON)
