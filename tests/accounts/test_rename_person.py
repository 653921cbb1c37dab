"""rename_person …"""

from datetime import timedelta

import pytest
from django.utils import timezone

from broadsheet.accounts import commands
from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import NameChange
from broadsheet.core import events
from broadsheet.core.errors import NotAllowed
from factories.moments import NOON

LATER = NOON + timedelta(days=31)


def test_gives_another_name_and_keeps_the_one_before(ada):
    renamed = commands.rename_person(person=ada, name=" Augusta  King ", at=NOON)

    ada.refresh_from_db()
    assert renamed.name == ada.name == "Augusta King"
    [change] = NameChange.objects.filter(person=ada)
    assert (change.name, change.was_protected, change.changed_by, change.changed_at) == (
        "Ada",
        True,
        ada,
        NOON,
    )


def test_tells_so_that_pages_are_made_anew(ada, django_capture_on_commit_callbacks):
    heard = []

    @events.subscribe(PersonChanged)
    def hear(event):
        heard.append(event)

    with django_capture_on_commit_callbacks(execute=True):
        commands.rename_person(person=ada, name="Augusta", at=NOON)

    assert heard == [PersonChanged(person_id=ada.pk)]


def test_refuses_a_second_change_within_30_days(ada):
    commands.rename_person(person=ada, name="Augusta", at=NOON)

    with pytest.raises(commands.NameTooNew) as refusal:
        commands.rename_person(person=ada, name="Lovelace", at=NOON + timedelta(days=29))
    assert "2 days" in refusal.value.sentence
    assert commands.rename_person(person=ada, name="Lovelace", at=LATER).name == "Lovelace"


def test_lets_staff_rename_somebody_at_any_time(ada, mona):
    commands.rename_person(person=ada, name="Augusta", at=NOON)

    renamed = commands.rename_person(person=ada, name="Reader 7", renamed_by=mona, at=NOON)

    assert renamed.name == "Reader 7"
    assert NameChange.objects.get(name="Augusta").changed_by == mona


def test_lets_nobody_else_rename_somebody(ada, ben):
    with pytest.raises(NotAllowed):
        commands.rename_person(person=ada, name="Silly", renamed_by=ben, at=NOON)


def test_refuses_the_name_of_somebody_else(ada, ben):
    with pytest.raises(commands.NameTaken):
        commands.rename_person(person=ada, name="BEN", at=NOON)
    assert not NameChange.objects.exists()


def test_keeps_a_name_that_was_given_up_from_others(ada, ben):
    commands.rename_person(person=ada, name="Augusta", at=timezone.now())

    with pytest.raises(commands.NameTaken):
        commands.create_guest(name="Ada", at=NOON)
    assert not NameChange.objects.filter(person=ben).exists()


def test_the_same_name_again_is_no_change(ada):
    commands.rename_person(person=ada, name="Ada", at=NOON)

    assert not NameChange.objects.exists()


def test_a_first_name_is_no_change(db):
    silent = commands.create_silent_guest(at=NOON)

    assert commands.rename_person(person=silent, name="Grace", at=NOON).name == "Grace"
    assert not NameChange.objects.exists()
