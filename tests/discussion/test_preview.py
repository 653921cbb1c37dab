"""preview …"""

from broadsheet.discussion import queries
from broadsheet.discussion.models import Comment
from factories.discussion import say


def test_shows_exactly_what_would_be_posted(discussion, ada):
    words = "A *word* and https://example.org/\n\n> quoted"
    assert queries.preview(discussion, words).html == say(discussion, ada, words).html


def test_says_what_is_wrong_and_writes_nothing(discussion):
    page = queries.preview(discussion, "  ")
    assert (page.html, page.refusal.code) == ("", "nothing-said")
    assert not Comment.objects.exists()
