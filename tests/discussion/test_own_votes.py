"""own_votes …"""

from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import fill, say
from factories.moments import NOON


def ask(reader, **options):
    return queries.own_votes(reader, here="/account/votes/", at=NOON, **options)


def vote(comment, voter, value=1):
    return commands.cast_vote(comment=comment, voter=voter, value=value, at=NOON)


def test_shows_what_one_has_voted_on_and_nothing_taken_back(discussion, ada, ben):
    up, down, back = (say(discussion, ada, words) for words in ("One.", "Two.", "Three."))
    vote(up, ben)
    vote(down, ben, -1)
    vote(back, ben)
    vote(back, ben, 0)

    assert [(one.comment_id, one.value) for one in ask(ben).votes] == [(down.pk, -1), (up.pk, 1)]
    assert ask(ada).votes == []


def test_shows_the_words_only_while_they_are_public(discussion, ada, ben):
    comment = say(discussion, ada, "Secret **soon**.")
    vote(comment, ben)
    assert [(one.words, one.author_name) for one in ask(ben).votes] == [("Secret soon.", "Ada")]

    commands.withdraw_comment(comment=comment, author=ada, at=NOON)

    assert [(one.words, one.author_name, one.url) for one in ask(ben).votes] == [("", "", "")]


def test_offers_to_take_back_what_can_be_taken_back(discussion, ada, ben, mona):
    vote(say(discussion, ada), ben)
    assert ask(ben).votes[0].may_take_back

    commands.close_discussion(discussion=discussion, moderator=mona, at=NOON)

    assert not ask(ben).votes[0].may_take_back


def test_goes_on_page_by_page_at_the_same_cost(discussion, ada, ben, django_assert_num_queries):
    fill(discussion, ada, threads=70)
    everything = list(Comment.objects.order_by("-pk").values_list("pk", flat=True))
    Vote.objects.bulk_create(
        Vote(comment_id=pk, voter=ben, value=1, cast_at=NOON) for pk in everything
    )
    seen, after = [], ""
    for _page in range(3):
        with django_assert_num_queries(1):
            page = ask(ben, after=after)
        seen += [one.comment_id for one in page.votes]
        after = page.next_url.rpartition("=")[2] if page.next_url else ""

    assert seen == everything
