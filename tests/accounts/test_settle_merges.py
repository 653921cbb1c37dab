"""settle_merges …"""

from broadsheet.accounts import commands
from broadsheet.discussion.models import Comment, Vote
from factories.discussion import crowd, open_discussion, say
from factories.moments import NOON, minutes
from factories.people import guest


def test_brings_along_what_was_written_at_the_moment_of_the_merge(db, ada, ben):
    gus, discussion = guest(), open_discussion()
    liked, late = say(discussion, ben), say(discussion, crowd(1)[0])
    commands.merge_people(source=gus, target=ada, by=ada, at=NOON)
    Comment.objects.filter(pk=late.pk).update(author=gus)
    Vote.objects.create(comment=liked, voter=gus, value=1, cast_at=NOON, is_counted=False)

    assert commands.settle_merges(at=NOON + minutes(5)) == 1

    assert Comment.objects.get(pk=late.pk).author == ada
    assert Comment.objects.get(pk=liked.pk).up_votes == 1


def test_does_nothing_twice_and_nothing_for_old_merges(db, ada):
    gus = guest()
    commands.merge_people(source=gus, target=ada, by=ada, at=NOON)

    assert commands.settle_merges(at=NOON + minutes(5)) == 0
    assert commands.settle_merges(at=NOON + minutes(60)) == 0
