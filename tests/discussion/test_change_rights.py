"""change_rights …"""

import pytest

from broadsheet.accounts.models import Standing, Strength
from broadsheet.core.errors import NotAllowed
from broadsheet.discussion import commands, rights
from broadsheet.discussion.events import RightsChanged
from broadsheet.discussion.models import Grant, Right

pytestmark = pytest.mark.usefixtures("rights")


@pytest.fixture
def administrator(ed):
    ed.is_superuser = True
    ed.save()
    return ed


@pytest.fixture
def change(administrator, django_capture_on_commit_callbacks):
    def change_them(**granted):
        with django_capture_on_commit_callbacks(execute=True):
            commands.change_rights(granted=granted, administrator=administrator)

    return change_them


def granted(strength):
    return set(Grant.objects.filter(strength=strength).values_list("right", flat=True))


def test_gives_the_rights_it_names_and_takes_the_others(change):
    change(GUEST={Right.COMMENT, Right.POST_LINKS})

    assert granted(Strength.GUEST) == {"COMMENT", "POST_LINKS"}
    assert granted(Strength.CONFIRMED) == set(Right.values)


def test_counts_at_once_in_this_process(change, ben):
    ben.strength = Strength.GUEST
    assert rights.has_right(ben, Right.COMMENT)

    change(GUEST=set())

    assert not rights.has_right(ben, Right.COMMENT)


def test_gives_nobody_imported_anything(change):
    change(IMPORTED={Right.COMMENT})

    assert granted(Strength.IMPORTED) == set()


def test_tells_of_a_change_and_of_nothing_else(change, heard):
    change(GUEST={Right.COMMENT, Right.SKIP_QUEUE})
    assert heard == []

    change(GUEST={Right.COMMENT})
    assert heard == [RightsChanged()]


def test_is_for_administrators(ada, mona, zed):
    zed.is_staff = zed.is_superuser = True
    assert zed.standing == Standing.BANNED
    for person in (ada, mona, zed):
        with pytest.raises(NotAllowed):
            commands.change_rights(granted={"GUEST": set(Right)}, administrator=person)
    assert granted(Strength.GUEST) == {"COMMENT", "SKIP_QUEUE"}
