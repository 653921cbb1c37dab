"""A guest writes and votes, confirms an address in another browser, and goes on as a reader there."""

import pytest
from django.utils import timezone

from broadsheet.accounts.commands import restore_person
from broadsheet.accounts.models import Strength, User
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment
from factories.claims import browser_of, letter, who_is_signed_in
from factories.discussion import open_discussion, say


@pytest.fixture
def discussion(db):
    return open_discussion(at=timezone.now())


def post(browser, discussion, body="The ferry was late.", **fields):
    return browser.post(
        f"/discussions/{discussion.key}/comments/", {"body": body, "name": "Gus", **fields}
    )


def confirm(browser):
    return browser.post(f"/account/claim/{letter()[0]}/")


def votes_on(comment):
    return Comment.objects.values_list("up_votes", flat=True).get(pk=comment.pk)


def test_from_the_first_word_to_votes_that_count(discussion, ben):
    bens = say(discussion, ben, at=timezone.now())
    phone, laptop = browser_of(), browser_of()

    offered = post(phone, discussion, email="gus@example.org")
    assert offered.url.startswith("/account/claim/?next=%2Fcomments%2F")
    assert 'value="gus@example.org"' in phone.get(offered.url).content.decode()
    phone.post(f"/comments/{bens.pk}/vote/", {"value": "1"})
    assert votes_on(bens) == 0
    phone.post("/account/claim/", {"email": "gus@example.org"})
    confirm(laptop)

    gus = User.objects.get(email="gus@example.org")
    assert who_is_signed_in(laptop) == gus.pk
    assert votes_on(bens) == 1
    assert commands.check_counters() == []
    post(laptop, discussion, "And early today.")
    assert set(Comment.objects.exclude(author=ben).values_list("author", flat=True)) == {gus.pk}


def test_the_first_browser_is_told_to_sign_in(discussion):
    phone, laptop = browser_of(), browser_of()
    post(phone, discussion)
    phone.post("/account/claim/", {"email": "gus@example.org"})
    confirm(laptop)

    refused = post(phone, discussion, "And once more.")

    assert refused.status_code == 403
    assert "Sign in here" in refused.content.decode()
    assert "And once more." in refused.content.decode()
    assert Comment.objects.count() == 1
    comment = Comment.objects.get()
    assert phone.post(f"/comments/{comment.pk}/vote/", {"value": "1"}).status_code == 403
    assert phone.get(f"/comments/{comment.pk}/edit/").status_code == 405
    withdrawn = phone.post(f"/comments/{comment.pk}/withdraw/")
    assert withdrawn.status_code in {403, 404}


def test_somebody_else_at_the_first_browser_can_go_on(discussion):
    phone, laptop = browser_of(), browser_of()
    post(phone, discussion)
    phone.post("/account/claim/", {"email": "gus@example.org"})
    confirm(laptop)

    phone.post("/account/guest/forget/")

    assert post(phone, discussion, "I am new.", name="Nell").status_code == 302
    assert User.objects.get(name="Nell").strength == Strength.GUEST


def test_is_led_by_what_was_found_at_signing_in(discussion):
    ines = restore_person(name="Ines", email="ines@example.org", joined_at=timezone.now())
    words = say(discussion, User.objects.create(name="X"), at=timezone.now())
    Comment.objects.filter(pk=words.pk).update(author=ines)
    phone, laptop = browser_of(), browser_of()
    post(phone, discussion)
    phone.post("/account/claim/", {"email": "ines@example.org"})

    entered = confirm(laptop)

    assert entered.url == "/account/found/"
    assert "Ines" in laptop.get(entered.url).content.decode()


def test_signing_in_where_one_wrote_brings_the_words_and_says_so(discussion, ada):
    from broadsheet.accounts import commands as accounts

    accounts.confirm_email(person=ada, email="ada@example.org", at=timezone.now())
    browser = browser_of()
    post(browser, discussion)
    browser.post("/sign-in/", {"email": "ada@example.org", "next": "/harbour/"})

    entered = browser.post("/sign-in/code/", {"code": code_of_the_sign_in()})

    assert entered.url == "/account/found/?next=%2Fharbour%2F"
    assert Comment.objects.get().author == ada


def code_of_the_sign_in():
    import re

    from broadsheet.notify.models import QueuedLetter

    return re.search(r"\b\d{8}\b", QueuedLetter.objects.order_by("-pk").first().text)[0]
