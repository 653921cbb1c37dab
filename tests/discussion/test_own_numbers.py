"""own_numbers …"""

from broadsheet.discussion import commands, queries
from factories.discussion import say
from factories.moments import NOON


def test_counts_what_is_the_readers(
    discussion, ada, ben, dana, settings, django_assert_num_queries
):
    said = say(discussion, ada)
    commands.cast_vote(comment=say(discussion, ben), voter=ada, value=1, at=NOON)
    commands.cast_vote(comment=said, voter=ben, value=1, at=NOON)
    commands.follow_discussion(discussion=discussion, reader=ada, is_on=True, at=NOON)
    commands.ignore_person(person=dana, reader=ada, at=NOON)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    say(discussion, ada)

    with django_assert_num_queries(1):
        numbers = queries.own_numbers(ada)

    assert vars(numbers) == {
        "comments": 2,
        "waiting": 1,
        "votes": 1,
        "follows": 1,
        "ignored": 1,
    }
