"""mark_seen …"""

from broadsheet.discussion import commands
from broadsheet.discussion.models import Discussion, Follow
from factories.discussion import say
from factories.moments import NOON


def test_makes_nothing_new_again(discussion, ada, ben):
    commands.follow_discussion(discussion=discussion, reader=ada, is_on=True, at=NOON)
    before = Discussion.objects.get()
    say(discussion, ben)
    commands.mark_seen(discussion=Discussion.objects.get(), reader=ada)
    commands.mark_seen(discussion=before, reader=ada)

    assert Follow.objects.get().seen_version == before.version + 1


def test_concerns_the_discussion_or_one_thread(discussion, ada, ben):
    first = say(discussion, ben)
    for thread in (None, first):
        Follow.objects.create(reader=ada, discussion=discussion, thread=thread, followed_at=NOON)
    now = Discussion.objects.get()
    commands.mark_seen(discussion=now, reader=ada, thread_id=first.pk)

    seen = dict(Follow.objects.values_list("thread", "seen_version"))
    assert seen == {None: 0, first.pk: now.version}


def test_is_nothing_for_who_does_not_follow(discussion, ada):
    commands.mark_seen(discussion=discussion, reader=ada)

    assert not Follow.objects.exists()
