"""ignore_person, stop_ignoring_person …"""

import pytest

from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import IgnoredPerson
from factories.discussion import say
from factories.moments import NOON


def ignored(discussion, viewer, *comments):
    ids = [comment.pk for comment in comments]
    return queries.overlay(discussion, comment_ids=ids, viewer=viewer, at=NOON).ignored


def test_folds_their_comments_for_this_reader_alone(discussion, ada, ben, dana):
    his, hers = say(discussion, ben), say(discussion, dana)

    commands.ignore_person(person=ben, reader=ada, at=NOON)

    assert ignored(discussion, ada, his, hers) == [his.pk]
    assert ignored(discussion, dana, his, hers) == []


def test_done_twice_is_done_once_and_can_be_undone(discussion, ada, ben):
    for _time in range(2):
        commands.ignore_person(person=ben, reader=ada, at=NOON)
    assert IgnoredPerson.objects.count() == 1

    for _time in range(2):
        commands.stop_ignoring_person(person=ben, reader=ada)
    assert not IgnoredPerson.objects.exists()


def test_nobody_ignores_themselves(ada):
    with pytest.raises(commands.OwnWordsIgnored):
        commands.ignore_person(person=ada, reader=ada, at=NOON)


def test_the_newsroom_cannot_be_ignored(discussion, ada, ben, mona):
    with pytest.raises(commands.NewsroomIgnored):
        commands.ignore_person(person=mona, reader=ada, at=NOON)


def test_who_begins_to_speak_for_the_paper_is_read_again(discussion, ada, ben):
    comment = say(discussion, ben)
    commands.ignore_person(person=ben, reader=ada, at=NOON)
    ben.is_newsroom = True
    ben.save()

    assert ignored(discussion, ada, comment) == []
