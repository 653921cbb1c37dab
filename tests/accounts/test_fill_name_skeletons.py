"""fill_name_skeletons …"""

from broadsheet.accounts import commands, names
from broadsheet.accounts.models import NameChange, User
from broadsheet.accounts.skeletons import drawing, skeleton
from factories.moments import NOON


def test_fills_in_what_is_missing_and_can_be_run_again(ada, ben):
    NameChange.objects.create(person=ben, name="Benny", was_protected=True, changed_at=NOON)
    for model in (User, NameChange):
        model.objects.update(name_skeleton="", name_drawing="")
    User.objects.create(name="")
    assert not names.is_taken("Ada")

    assert commands.fill_name_skeletons() == 3
    assert commands.fill_name_skeletons() == 0

    assert names.is_taken("АDА")
    ada.refresh_from_db()
    assert (ada.name_skeleton, ada.name_drawing) == (skeleton("Ada"), drawing("Ada"))


def test_makes_anew_what_was_made_by_an_older_unicode(ada):
    User.objects.filter(pk=ada.pk).update(name_skeleton="", name_drawing="old")

    commands.fill_name_skeletons()

    ada.refresh_from_db()
    assert ada.name_drawing == drawing("Ada")
