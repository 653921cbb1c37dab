"""queue_letter …"""

import pytest
from django.db import transaction
from procrastinate.contrib.django.models import ProcrastinateJob

from broadsheet.core import mail
from broadsheet.notify import commands
from broadsheet.notify.models import QueuedLetter
from broadsheet.notify.wording import NoSubject
from factories.moments import NOON

pytestmark = pytest.mark.django_db


def jobs():
    return ProcrastinateJob.objects.filter(task_name="notify.deliver_letter")


def test_writes_down_what_the_templates_say(queued):
    row = queued()

    assert (row.to, row.subject, row.next_try_at) == ("ada@example.org", "A word for Ada", NOON)
    assert row.text == "Dear Ada, the code is 123456.\n\nhttp://localhost:8000/somewhere/\n"
    assert "<p>Dear Ada</p>" in row.html
    assert "<title>A word for Ada</title>" in row.html
    assert row.message_id.endswith("@localhost>")


def test_defers_its_job_before_others(queued):
    row = queued()

    job = jobs().get()
    assert job.args == {"letter_id": row.pk}
    assert job.priority > 0


def test_leaves_nothing_where_its_reason_is_rolled_back(letter):
    with transaction.atomic():
        mail.send(letter())
        transaction.set_rollback(True)

    assert not QueuedLetter.objects.exists()
    assert not jobs().exists()


def test_is_what_core_mail_sends_by(letter, postbox):
    mail.send(letter())

    assert postbox.letter.to == "ada@example.org"


def test_writes_names_as_they_are_in_text_and_harmless_in_html(queued):
    row = queued(context={"name": "Ada & <b>O'Neill</b>", "code": "1"})

    assert row.text.startswith("Dear Ada & <b>O'Neill</b>,")
    assert row.subject == "A word for Ada & <b>O'Neill</b>"
    assert "<p>Dear Ada &amp; &lt;b&gt;O&#x27;Neill&lt;/b&gt;</p>" in row.html


@pytest.mark.parametrize("turn", ["\r\n", "\n", "\r", "\x0b", "\x85", "\u2028", "\x00", "\u202e"])
def test_lets_no_name_add_a_header(queued, postbox, turn):
    queued(context={"name": f"Ada{turn}Bcc: zed@example.org", "code": "1"})

    came = postbox.letter
    assert came.envelope_to == ["ada@example.org"]
    assert "Bcc" not in came.message
    assert came.subject.startswith("A word for Ada")
    assert came.subject.isprintable()


@pytest.mark.parametrize(
    "address",
    [
        "",
        "ada",
        "ada@",
        "a@example.org\nBcc: b@example.org",
        "a@example.org, b@example.org",
        "ä@b.c",
    ],
)
def test_refuses_what_is_no_address(letter, address):
    with pytest.raises(ValueError, match="address"):
        commands.queue_letter(letter=letter(to=address), at=NOON)

    assert not QueuedLetter.objects.exists()


def test_speaks_the_letters_language(templates, letter):
    templates(
        text='{% load i18n %}Subject: {% translate "Monday" %}\n\n{{ language }} {{ direction }}\n'
    )

    german = commands.queue_letter(letter=letter(language="de"), at=NOON)
    arabic = commands.queue_letter(letter=letter(language="ar"), at=NOON)

    assert (german.subject, german.text) == ("Montag", "de ltr\n")
    assert (arabic.subject, arabic.text) == ("الاثنين", "ar rtl\n")
    assert '<html lang="ar" dir="rtl">' in arabic.html


def test_speaks_the_newspapers_language_otherwise(templates, letter, settings):
    settings.LANGUAGE_CODE = "de"
    templates(text='{% load i18n %}Subject: {% translate "Monday" %}\n\n{{ language }}\n')

    assert commands.queue_letter(letter=letter(), at=NOON).subject == "Montag"


def test_crashes_for_a_template_without_a_subject(templates, letter):
    templates(text="Dear Ada")

    with pytest.raises(NoSubject):
        commands.queue_letter(letter=letter(), at=NOON)


def test_bounds_the_subject(queued):
    assert len(queued(context={"name": "a" * 5_000}).subject) == 200
