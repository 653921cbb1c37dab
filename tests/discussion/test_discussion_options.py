"""The newsroom's options …"""

from broadsheet.core.markup import MAX_LENGTH
from broadsheet.discussion.options import COMMENT_MAX_LENGTH


def test_allow_no_comment_that_the_renderer_would_refuse():
    assert COMMENT_MAX_LENGTH.maximum == MAX_LENGTH
