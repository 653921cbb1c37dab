"""check_name …: names can be read, and nobody is taken for somebody else or for the newsroom."""

import json
import unicodedata
from datetime import timedelta
from functools import partial

import pytest
from django.db import connection, transaction
from django.utils import timezone

from broadsheet.accounts import commands, names
from broadsheet.accounts.models import NAME_LENGTH, NameChange, Strength, User
from broadsheet.accounts.skeletons import drawing, skeleton
from factories.moments import NOON
from factories.together import together


def look_alike(one, other):
    return skeleton(one) == skeleton(other) or drawing(one) == drawing(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("admin", "\u0430dmin"),
        ("admin", "adm\u0456n"),
        ("admin", "\uff41dmin"),
        ("Bill", "BiII"),
        ("bill", "B1LL"),
        ("Anna", "\u0391\u039d\u039d\u0391"),
        ("Вера", "ВЕРА"),
        ("Νίκος", "ΝΊΚΟΣ"),
        ("Max Müller", "max-mu\u0308ller"),
        ("modern", "modem"),
        ("Ⓐda", "Ada"),
        ("Straße", "STRASSE"),
        ("Paypal", "РаураI"),
    ],
)
def test_knows_names_that_look_alike(one, other):
    assert look_alike(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann", "Avv"),
        ("Ada", "Áda"),
        ("Ina", "Iva"),
        ("🙂", "🙃"),
        ("!!!", "???"),
        ("山田", "山本"),
    ],
)
def test_tells_other_names_apart(one, other):
    assert not look_alike(one, other)


@pytest.mark.parametrize("imitation", ["Ada", "ada", "A d a", "Аdа", "ADA.", "А\u200bda"])
def test_refuses_a_name_that_looks_like_somebody_elses(ada, imitation):
    with pytest.raises(names.NameRefused):
        names.check_name(imitation)


@pytest.mark.parametrize("strength", Strength)
def test_protects_the_names_of_those_who_have_shown_who_they_are(db, strength):
    User.objects.create(name="Grace", strength=strength)

    is_protected = strength in {Strength.CONFIRMED, Strength.ACCOUNT}

    assert names.is_taken("GRACE") is is_protected


@pytest.mark.parametrize("mark", ["is_staff", "is_newsroom"])
def test_protects_the_newsroom_even_after_they_have_left(db, mark):
    User.objects.create(name="Harriet", strength=Strength.IMPORTED, is_active=False, **{mark: True})

    with pytest.raises(names.NameTaken):
        names.check_name("HARRIET")


def test_frees_the_name_of_who_has_gone(db):
    User.objects.create(name="Grace", is_active=False)

    assert names.check_name("Grace") == "Grace"


def test_leaves_people_their_own_name(ada):
    assert names.check_name("ADA", ada) == "ADA"


@pytest.mark.parametrize(
    "name",
    [
        "Newsroom",
        "news room",
        "Ada (Newsroom)",
        "Ada | Staff",
        "Ada[Moderator]",
        "M0derator",
        "ADMIN",
        "the Editor",
        "Ada ✓",
        "✅Ada",
        "Ada ☑️",
    ],
)
def test_refuses_what_imitates_a_mark(db, name):
    with pytest.raises(names.NameReserved):
        names.check_name(name)


def test_refuses_the_name_of_the_paper_and_marks_in_its_language(db, options, settings):
    options(site_name="Harbour Times")
    settings.LANGUAGE_CODE = "de"

    for name in ("Harbour Times", "harbour-times", "Ada Administrator"):
        with pytest.raises(names.NameReserved):
            names.check_name(name)


def test_lets_the_newsroom_say_what_it_is(mona):
    assert names.check_name("Mona (Newsroom)", mona) == "Mona (Newsroom)"


@pytest.mark.parametrize(
    "name", ["Аdalbert", "Aлиса", "Zoë\u0301\u0301", "b\u0302\u0303\u0304\u0306oo", "a\u20dd"]
)
def test_refuses_mixed_alphabets_and_heaped_marks(db, name):
    with pytest.raises(names.NameUnreadable):
        names.check_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Alice Алиса",
        "O’Brien-Łukasz",
        "山田 はなこ",
        "ジョン・Smith",
        "שָׁלוֹם",
        "Nguyễn Thị Ánh",
        "محمد",
        "สมชาย",
        "김철수",
        "Dr. No 7",
        "J♥",
    ],
)
def test_takes_the_names_of_all_countries(db, name):
    assert names.check_name(name) == unicodedata.normalize("NFC", name)


def test_every_trap_of_unicode_is_refused_or_kept_as_it_can_be_read(db, shared):
    admin = User.objects.create(name="Adele", is_staff=True)
    folder = shared / "data" / "security"
    traps = [
        trap
        for file in ("unicode_traps.json", "naughty_strings.json")
        for trap in json.loads((folder / file).read_text())["items"]
    ]
    kept = refused = 0
    for trap in traps:
        for name in (trap, f"Adele{trap}"):
            try:
                taken = names.check_name(name)
            except names.NameRefused:
                refused += 1
                continue
            kept += 1
            person = User.objects.create(name=taken, strength=Strength.GUEST)
            person.refresh_from_db()
            assert person.name == taken == names.check_name(taken)
            assert len(taken) <= NAME_LENGTH
            assert not {unicodedata.category(one) for one in taken} & {"Cc", "Cf", "Cs", "Zl", "Zp"}
            assert not look_alike(taken, admin.name)
    assert kept + refused == 2 * len(traps)
    assert kept > 500
    assert refused > 50


def test_looks_are_kept_wherever_a_name_is_changed(ada):
    assert (ada.name_skeleton, ada.name_drawing) == (skeleton("Ada"), drawing("Ada"))

    ada.name = "Grace"
    ada.save(update_fields=["name"])

    ada.refresh_from_db()
    assert (ada.name_skeleton, ada.name_drawing) == (skeleton("Grace"), drawing("Grace"))


def test_guests_too_have_looks_but_protect_nothing(db):
    guest = commands.create_guest(name="Grace", at=NOON)

    guest.refresh_from_db()
    assert guest.name_skeleton == skeleton("Grace")
    assert commands.create_guest(name="Grace", at=NOON).name == "Grace"


def test_a_former_name_stays_ones_own_for_90_days(ada, ben):
    change = NameChange.objects.create(
        person=ada, name="Augusta", was_protected=True, changed_at=NOON
    )
    for age, taken in ((timedelta(days=89), True), (timedelta(days=91), False)):
        NameChange.objects.filter(pk=change.pk).update(changed_at=timezone.now() - age)
        assert names.is_taken("augusta", ben) is taken
    assert not names.is_taken("Augusta", ada)


def test_asks_the_database_once(ada, django_assert_num_queries):
    with django_assert_num_queries(1):
        names.check_name("Grace")


def test_of_two_who_want_a_name_at_once_one_gets_it(committed):
    def sign_up(name):
        try:
            with transaction.atomic():
                User.objects.create(name=names.check_name(name), strength=Strength.CONFIRMED)
        except names.NameTaken:
            return "is refused"
        return "has it"

    for _ in range(10):
        outcomes = together(*(partial(sign_up, name) for name in ("Grace", "GRACE")))
        assert sorted(outcomes) == ["has it", "is refused"]
        User.objects.all().delete()


@pytest.mark.parametrize("kept", ["skeleton", "drawing"])
def test_the_index_of_names_is_used(db, kept):
    crowd = (User(name=f"Reader {n}", strength=Strength.CONFIRMED) for n in range(1_000))
    User.objects.bulk_create(crowd)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE broadsheet_accounts_user")
        cursor.execute(
            f"EXPLAIN SELECT FROM broadsheet_accounts_user WHERE {names.NAME_IS_PROTECTED}"
            f" AND name_{kept} = 'x'"
        )
        plan = "\n".join(line for (line,) in cursor.fetchall())
    assert f"protected_{kept}" in plan
