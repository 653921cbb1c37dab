"""merge_people and refuse_merge …"""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import Group
from django.test import Client

from broadsheet.accounts import commands
from broadsheet.accounts.events import PersonChanged
from broadsheet.accounts.models import Merge, MergeReason, Session, Standing, User, present_person
from broadsheet.core.errors import NotAllowed
from broadsheet.core.events import subscribe
from factories.moments import NOON, minutes
from factories.people import again, confirmed, guest, imported


def merge(source, target, *, by=None, **fields):
    return commands.merge_people(
        source=source, target=target, by=by or target, at=NOON + minutes(1), **fields
    )


def test_leaves_an_emptied_row_that_leads_to_who_it_is_now(db, ada):
    cleo = confirmed()

    merge(cleo, ada)

    emptied = again(cleo)
    assert (emptied.is_active, emptied.email, emptied.name) == (False, None, "Cleo")
    assert present_person(emptied) == ada


def test_keeps_who_did_it_when_and_why(db, ada, mona):
    made = merge(guest(), ada, by=mona)

    assert (made.by, made.at, made.why) == (mona, NOON + minutes(1), MergeReason.STAFF)


def test_leads_on_to_who_was_merged_later(db, ada, ben):
    gus = guest()
    merge(gus, ada)
    merge(ada, ben, by=ben)

    assert present_person(gus) == ben


def test_lets_both_ways_in_lead_to_one_person(db, ada):
    cleo = confirmed()
    Authenticator.objects.create(user=cleo, type="webauthn", data={})
    Authenticator.objects.create(user=cleo, type="totp", data={})
    Authenticator.objects.create(user=ada, type="totp", data={})
    SocialAccount.objects.create(user=cleo, provider="one", uid="1")

    merge(cleo, ada)

    [address] = EmailAddress.objects.filter(user=ada)
    assert (address.email, address.verified, address.primary) == ("cleo@example.org", True, False)
    assert SocialAccount.objects.get().user == ada
    kinds = Authenticator.objects.filter(user=ada).values_list("type", flat=True)
    assert sorted(kinds) == ["totp", "webauthn"]
    assert not Authenticator.objects.filter(user=cleo).exists()


def test_signs_the_source_out_everywhere(db, ada):
    cleo = confirmed()
    browser = Client()
    browser.force_login(cleo)
    assert Session.objects.filter(person=cleo).exists()

    merge(cleo, ada)

    assert not Session.objects.filter(person=cleo).exists()


@pytest.mark.parametrize(
    "rights", [{"is_staff": True}, {"is_superuser": True}, {"is_newsroom": True}]
)
def test_refuses_who_has_rights_in_the_newsroom(db, ada, rights):
    cleo = confirmed()
    User.objects.filter(pk=cleo.pk).update(**rights)

    with pytest.raises(commands.NotMergeable):
        merge(cleo, ada)

    assert again(cleo).is_active


def test_refuses_who_has_rights_by_a_group(db, ada):
    cleo = confirmed()
    cleo.groups.add(Group.objects.create(name="Some"))

    with pytest.raises(commands.NotMergeable):
        merge(cleo, ada)


def test_refuses_to_make_somebody_less_sure(db, ada):
    with pytest.raises(commands.NotMergeable):
        merge(ada, guest())


def test_refuses_oneself_and_who_was_merged_before(db, ada, ben):
    with pytest.raises(commands.NotMergeable):
        merge(ada, ada)
    gus = guest()
    merge(gus, ada)
    with pytest.raises(commands.NotMergeable):
        merge(gus, ben)


def test_lets_only_the_person_and_the_newsroom_do_it(db, ada, ben):
    with pytest.raises(NotAllowed):
        merge(guest(), ada, by=ben)


def test_lets_a_ban_follow(db, ada, zed):
    merge(zed, ada)

    assert again(ada).standing == Standing.BANNED


def test_lets_no_ban_close_the_desk(db, mona, zed):
    with pytest.raises(commands.NotMergeable):
        merge(zed, mona)

    assert again(mona).standing == Standing.GOOD


def test_tells_that_both_changed(db, ada, django_capture_on_commit_callbacks):
    heard, gus = [], guest()
    subscribe(PersonChanged)(heard.append)

    with django_capture_on_commit_callbacks(execute=True):
        merge(gus, ada)

    assert heard == [PersonChanged(person_id=gus.pk), PersonChanged(person_id=ada.pk)]


# Refusing


def test_gives_back_what_only_an_address_said(db, ada):
    ines = imported(email="gus@example.org")
    made = merge(ines, ada, why=MergeReason.SAME_ADDRESS)

    commands.refuse_merge(merge=made, person=ada, at=NOON + minutes(2))

    assert again(ines).is_active
    assert present_person(ines) == ines
    assert Merge.objects.get().refused_at == NOON + minutes(2)


def test_is_not_asked_again_after_a_refusal(db):
    imported(email="gus@example.org")
    gus = commands.confirm_email(person=guest(), email="gus@example.org", at=NOON)
    commands.refuse_merge(merge=Merge.objects.get(), person=gus, at=NOON)

    commands.confirm_email(person=gus, email="gus@example.org", at=NOON)

    assert Merge.objects.count() == 1


@pytest.mark.parametrize("why", [MergeReason.LETTER, MergeReason.STAFF])
def test_refuses_to_undo_what_somebody_proved_or_the_newsroom_said(db, ada, why):
    made = merge(guest(), ada, why=why)

    with pytest.raises(commands.NothingToRefuse):
        commands.refuse_merge(merge=made, person=ada, at=NOON)


def test_refuses_to_undo_for_anybody_else_or_twice(db, ada, ben):
    made = merge(imported(email="a@example.org"), ada, why=MergeReason.SAME_ADDRESS)

    with pytest.raises(commands.NothingToRefuse):
        commands.refuse_merge(merge=made, person=ben, at=NOON)
    commands.refuse_merge(merge=made, person=ada, at=NOON)
    with pytest.raises(commands.NothingToRefuse):
        commands.refuse_merge(merge=made, person=ada, at=NOON)
