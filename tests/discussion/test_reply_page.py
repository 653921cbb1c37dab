"""reply_page …"""

import pytest

from broadsheet.core.errors import NotFound
from broadsheet.discussion import commands, queries
from factories.discussion import say
from factories.moments import NOON


def test_begins_with_the_words_quoted_so_that_they_are_confirmed(discussion, ada, ben):
    said = say(
        discussion, ada, "The *harbour* is [ours](https://example.org/).\n\n- and\n- always was"
    )
    draft = queries.reply_page(said.pk, quote=True).draft
    answer = say(discussion, ben, draft + "Indeed.", to=said)
    assert [row.quoted_id for row in answer.quotations.all()] == [said.pk]


def test_begins_empty_without_that(discussion, ada):
    assert queries.reply_page(say(discussion, ada).pk).draft == ""


def test_is_not_found_for_words_that_are_not_public(discussion, ada, mona):
    comment = say(discussion, ada)
    commands.remove_comment(comment=comment, moderator=mona, reason="Abuse.", at=NOON)
    with pytest.raises(NotFound):
        queries.reply_page(comment.pk)
