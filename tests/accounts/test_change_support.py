"""change_support …"""

import pytest

from broadsheet.accounts import commands
from factories.discussion import open_discussion, say

pytestmark = pytest.mark.django_db


def test_shows_it_beside_what_they_say_and_on_their_page(client, ada, ben):
    discussion = open_discussion()
    say(discussion, ada)
    say(discussion, ben)

    commands.change_support(person=ada, is_supporter=True)

    page = client.get(f"/discussions/{discussion.key}/").content.decode()
    assert page.count(">Supporter<") == 1
    assert "Supporter" in client.get(f"/people/{ada.handle}/").content.decode()
    assert "Supporter" not in client.get(f"/people/{ben.handle}/").content.decode()


def test_answers_whether_it_is_a_change(ada):
    assert commands.change_support(person=ada, is_supporter=True)
    assert not commands.change_support(person=ada, is_supporter=True)
    assert commands.change_support(person=ada, is_supporter=False)
    ada.refresh_from_db()
    assert not ada.is_supporter
