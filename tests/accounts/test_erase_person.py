"""begin_erasure, erase_person …"""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from wagtail.models import ModelLogEntry

from broadsheet.accounts import commands
from broadsheet.accounts.belongings import all_belongings
from broadsheet.accounts.faces import avatar_path
from broadsheet.accounts.models import DeskLink, NameChange, Session, User
from broadsheet.core.mail import Letter, send
from broadsheet.discussion import commands as discussion_commands
from broadsheet.discussion import queries
from broadsheet.discussion.models import Comment, CommentStatus, Discussion, Vote
from broadsheet.discussion.quoting import quotation_markdown
from factories.discussion import open_discussion, say
from factories.moments import NOON, minutes

NAME, EMAIL = "Grizelda Quux", "grizelda@example.org"
BEFORE = "Wilhelmina Quux"
WORDS = "Xylophones"
TRACES = ["Grizelda", "Quux", "Wilhelmina", "grizelda@", "quux.example"]


@pytest.fixture
def grizelda(db, settings, tmp_path):
    """Somebody who has left something in every table there is."""
    settings.MEDIA_ROOT = tmp_path
    guest = commands.create_guest(name=BEFORE, email=EMAIL, at=NOON)
    person = commands.confirm_email(person=guest, email=EMAIL, wants_account=True, at=NOON)
    commands.begin_sign_in(email=EMAIL, at=NOON)
    person = commands.rename_person(person=person, name=NAME, at=NOON)
    person.website, person.avatar = "https://quux.example/", "face"
    person.profile_links = ["https://quux.example/me"]
    person.save()
    default_storage.save(avatar_path("face"), ContentFile(b"picture"))
    SocialAccount.objects.create(
        user=person, provider="op", uid="quux", extra_data={"email": EMAIL}
    )
    Authenticator.objects.create(user=person, type="recovery_codes", data={"hint": NAME})
    ModelLogEntry.objects.create(
        content_type=ContentType.objects.get_for_model(User),
        object_id=str(person.pk),
        label=NAME,
        action="wagtail.edit",
        timestamp=NOON,
        data={"name": NAME},
    )
    send(Letter(to=EMAIL, template="accounts/mail/email_changed", context={"name": NAME}))
    commands.export_person(person=person, at=NOON)
    return person


@pytest.fixture
def said(grizelda, ada, ben, mona):
    """A discussion in which she has said, and others have answered and quoted, what there can be."""
    discussion = open_discussion()
    first = say(discussion, grizelda, f"{WORDS} one.")
    reply = say(discussion, ada, "I disagree.", to=first)
    quotation = quotation_markdown(name=NAME, comment_id=first.pk, words=f"{WORDS} one.")
    say(discussion, ben, f"{quotation}Indeed.", to=first)
    edited = say(discussion, grizelda, f"{WORDS} before.", to=reply)
    discussion_commands.edit_comment(
        comment=edited, editor=grizelda, source=f"{WORDS} after.", at=NOON + minutes(1)
    )
    removed = say(discussion, grizelda, f"{WORDS} rude.")
    discussion_commands.remove_comment(comment=removed, moderator=mona, reason="Insults.", at=NOON)
    discussion_commands.cast_vote(comment=reply, voter=grizelda, value=1, at=NOON)
    discussion_commands.cast_vote(comment=first, voter=ben, value=1, at=NOON)
    discussion_commands.follow_discussion(
        discussion=discussion, reader=grizelda, is_on=True, at=NOON
    )
    discussion_commands.ignore_person(person=ben, reader=grizelda, at=NOON)
    discussion_commands.ignore_person(person=grizelda, reader=ada, at=NOON)
    return Discussion.objects.get()


def tables_with(words):
    """Every table with a row in which `words` stand, in whatever column."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        found = []
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT 1 FROM "{table}" t WHERE t::text ILIKE %s', [f"%{words}%"])
            if cursor.fetchone():
                found.append(table)
    return found


def erase(person, **options):
    person = User.objects.get(pk=person.pk)
    commands.erase_person(person=person, at=NOON + minutes(5), **options)


@pytest.mark.parametrize("keep_words", [True, False])
def test_leaves_no_trace_in_any_table(grizelda, said, postbox, keep_words):
    for trace in TRACES:
        assert tables_with(trace), f"{trace} must be somewhere, or its absence proves nothing"

    erase(grizelda, keep_words=keep_words)
    letter = postbox.letters[-1]

    assert letter.to == EMAIL
    assert {trace: tables_with(trace) for trace in TRACES} == {trace: [] for trace in TRACES}


def test_leaves_no_word_where_words_go(grizelda, said, postbox, ben):
    assert tables_with(WORDS)

    erase(grizelda, keep_words=False)

    # What Ben quoted stays in Ben's words.
    quoting = Comment.objects.get(author=ben)
    assert WORDS in quoting.source
    quoting.delete()
    assert tables_with(WORDS) == []


def test_threads_keep_their_shape_and_counters_are_exact(grizelda, said):
    before = dict(Comment.objects.values_list("pk", "parent"))

    erase(grizelda, keep_words=False)

    assert dict(Comment.objects.values_list("pk", "parent")) == before
    assert discussion_commands.check_counters() == []
    assert Comment.objects.filter(status=CommentStatus.WITHDRAWN).count() == 2
    assert Comment.objects.published().count() == 2


def test_words_that_stay_are_nobodys(grizelda, said, client):
    erase(grizelda, keep_words=True)

    kept = Comment.objects.published().filter(source__startswith=WORDS)
    assert kept.count() == 2
    assert not kept.filter(author=grizelda).exists()
    page = client.get("/discussions/article:1/").content.decode()
    assert f"{WORDS} one." in page
    assert f"{WORDS} before." not in client.get(f"/comments/{kept[1].pk}/history/").content.decode()
    assert discussion_commands.check_counters() == []


def test_erased_words_are_never_put_back_empty(grizelda, said, mona):
    erase(grizelda, keep_words=True)
    [removed] = Comment.objects.filter(status=CommentStatus.REMOVED)

    with pytest.raises(discussion_commands.NotRemovable):
        discussion_commands.restore_comment(comment=removed, moderator=mona, at=NOON)

    acts = queries.comment_actions(removed.pk, viewer=mona, at=NOON).acts
    assert "restore" not in acts


def test_votes_count_and_are_nobodys(grizelda, said, ada):
    voted = Comment.objects.get(author=ada)

    erase(grizelda, keep_words=True)

    assert Comment.objects.get(pk=voted.pk).up_votes == 1
    assert not Vote.objects.filter(voter=grizelda).exists()


def test_every_way_in_is_closed_and_the_picture_gone(
    grizelda, client, django_capture_on_commit_callbacks
):
    client.force_login(grizelda)
    assert default_storage.exists(avatar_path("face"))

    with django_capture_on_commit_callbacks(execute=True):
        erase(grizelda, keep_words=True)

    assert client.get("/account/").status_code == 403
    assert not default_storage.exists(avatar_path("face"))
    for model in (EmailAddress, SocialAccount, Authenticator, Session, NameChange, DeskLink):
        assert not model.objects.exists()
    erased = User.objects.get(pk=grizelda.pk)
    assert not erased.has_usable_password()
    assert not erased.is_active
    assert erased.erased_at == NOON + minutes(5)


ERASED = {
    "account.EmailAddress",
    "broadsheet_accounts.Claim",
    "broadsheet_accounts.DeskLink",
    "broadsheet_accounts.Export",
    "broadsheet_accounts.NameChange",
    "broadsheet_accounts.Session",
    "broadsheet_accounts.Visitor",
    "broadsheet_discussion.Comment",
    "broadsheet_discussion.Follow",
    "broadsheet_discussion.IgnoredPerson",
    "broadsheet_discussion.Vote",
    "broadsheet_funding.BadgeWish",
    "broadsheet_funding.Donor",
    "mfa.Authenticator",
    "socialaccount.SocialAccount",
    "wagtailusers.UserProfile",
}
STAYS_WITHOUT_A_NAME = {
    "broadsheet_accounts.Merge": "that two rows were one person: ids and moments",
    "broadsheet_discussion.Intervention": "what staff decided, and why: by whoever decided it",
    "broadsheet_funding.FundingAudit": "what was done with gifts: by an id, which is nobody's name any more",
}
OF_STAFF = {
    "broadsheet_accounts.User_": "groups and rights, which have to be taken away first",
    "broadsheet_funding.BankAccount": "who entered it, by an id",
    "broadsheet_funding.BankEntry": "who settled it, by an id",
    "broadsheet_funding.BankStatement": "who imported it, by an id",
    "broadsheet_funding.EntryMatch": "who matched it, by an id",
    "broadsheet_funding.ExchangeRate": "who set it, by an id",
    "broadsheet_funding.ImportFile": "who uploaded it, by an id",
    "broadsheet_funding.RefundRequest": "who asked and who agreed, by an id",
    "broadsheet_funding.Spending": "who recorded it, by an id",
    "broadsheet_funding.Transfer": "who corrected the ledger, by an id",
    "broadsheet_publishing": "who owns a page or a photo, by an id",
    "usersessions": "not used: sessions are ours",
    "wagtail": "who edited what at the desk, by an id",
}


def test_every_table_that_knows_people_is_known_here():
    """A new table with a person in it must be erased from (`Belongings`), or stand here with the reason why not."""
    tables = {
        model._meta.label
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.related_model is User
    }
    unknown = tables - ERASED - set(STAYS_WITHOUT_A_NAME)
    assert {label for label in unknown if not label.startswith(tuple(OF_STAFF))} == set()


def test_every_table_that_knows_people_is_looked_at(grizelda, said):
    stays = {
        # The act and its reason, by whoever did it; of the erased person as an author only by the comment.
        "broadsheet_discussion.Intervention",
        # That two rows were one person: ids and moments.
        "broadsheet_accounts.Merge",
    }
    erase(grizelda, keep_words=False)

    left = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if field.related_model is User and model.objects.filter(**{field.name: grizelda}).exists()
    }
    assert left - stays - {"broadsheet_discussion.Comment"} == set()
    assert not Comment.objects.filter(author=grizelda).exclude(source="").exists()


def test_goes_on_where_it_was_cut_off(grizelda, said):
    for belongings in all_belongings():
        belongings.erase_ahead(grizelda, keep_words=False, at=NOON)
    assert not Comment.objects.filter(author=grizelda).exclude(source="").exists()
    assert User.objects.get(pk=grizelda.pk).erased_at is None

    erase(grizelda, keep_words=False)

    assert User.objects.get(pk=grizelda.pk).erased_at is not None


def test_is_done_once_and_says_farewell_once(grizelda, postbox):
    for _time in range(2):
        erase(grizelda, keep_words=True)

    assert [one.subject for one in postbox.letters].count("You are forgotten at Broadsheet") == 1


def test_drops_every_page(grizelda, said, django_capture_on_commit_callbacks):
    from broadsheet.accounts.events import PersonErased
    from broadsheet.core import events
    from broadsheet.serve.edge.purge import EVERYTHING, names_to_forget

    heard = []
    with django_capture_on_commit_callbacks(execute=True):
        events.subscribe(PersonErased)(heard.append)
        erase(grizelda, keep_words=False)

    assert heard == [PersonErased(person_id=grizelda.pk)]
    assert names_to_forget(heard[0]) == (EVERYTHING,)


@pytest.mark.parametrize("command", ["begin_erasure", "erase_person"])
def test_refuses_who_works_here(mona, command):
    with pytest.raises(commands.NewsroomStays):
        getattr(commands, command)(person=mona, keep_words=True, at=NOON)

    assert User.objects.get(pk=mona.pk).name == "Mona"


def test_begins_by_closing_the_account(grizelda, client):
    from procrastinate.contrib.django.models import ProcrastinateJob

    client.force_login(grizelda)
    commands.begin_erasure(person=grizelda, keep_words=False, at=NOON)
    commands.begin_erasure(person=grizelda, keep_words=False, at=NOON)

    assert client.get("/account/").status_code == 403
    jobs = ProcrastinateJob.objects.filter(task_name="accounts.erase_person")
    assert [job.args["keep_words"] for job in jobs] == [False]


def test_somebody_new_may_have_the_name_and_the_address(grizelda):
    erase(grizelda, keep_words=True)

    guest = commands.create_guest(name=NAME, at=NOON)
    anew = commands.confirm_email(person=guest, email=EMAIL, wants_account=True, at=NOON)

    assert anew.pk == guest.pk
