"""profile_page and person_with_profile …"""

import re

import pytest

from broadsheet.accounts.commands import rename_person
from broadsheet.accounts.models import Merge, MergeReason, Standing, Strength, User
from broadsheet.core.errors import NotFound
from broadsheet.core.pages import CursorNotUnderstood
from broadsheet.discussion import commands, queries
from broadsheet.discussion.models import Discussion, PageState
from factories.discussion import fill, open_discussion, say
from factories.moments import NOON


def words_on(page):
    return [str(said.comment.html) for said in page.comments]


def test_says_who_somebody_is_and_what_they_said(discussion, ada, ben):
    first = say(discussion, ada, "The ferry is late.")
    say(discussion, ben, "It is not.", to=first)
    say(discussion, ada, "Again.")

    page = queries.profile_page(ada)

    assert (page.name, page.comment_count, page.is_listed) == ("Ada", 2, True)
    assert words_on(page) == ["<p>Again.</p>", "<p>The ferry is late.</p>"]
    assert {said.title for said in page.comments} == {discussion.title}


def test_shows_nothing_that_is_not_public(discussion, ada, mona):
    other = open_discussion("article:2")
    say(discussion, ada, "Stays.")
    removed = say(discussion, ada, "Removed.")
    commands.remove_comment(comment=removed, moderator=mona, reason="No.", at=NOON)
    withdrawn = say(discussion, ada, "Withdrawn.")
    commands.withdraw_comment(comment=withdrawn, author=ada, at=NOON)
    say(other, ada, "On a page that is gone.")
    Discussion.objects.filter(pk=other.pk).update(page_state=PageState.GONE)

    page = queries.profile_page(ada)

    assert (page.comment_count, words_on(page)) == (1, ["<p>Stays.</p>"])


def test_goes_on_page_by_page(discussion, ada, django_assert_num_queries):
    fill(discussion, ada, threads=60)

    seen, after = [], ""
    for _ in range(3):
        with django_assert_num_queries(2):
            page = queries.profile_page(ada, after=after)
        seen += [said.comment.id for said in page.comments]
        after = page.next_url.partition("after=")[2] if page.next_url else ""

    assert (len(seen), after) == (60, "")
    assert seen == sorted(set(seen), reverse=True)
    assert not page.is_listed


def test_refuses_a_forged_cursor(ada):
    with pytest.raises(CursorNotUnderstood):
        queries.profile_page(ada, after="x")


@pytest.mark.parametrize(
    "fields",
    [
        {"strength": Strength.GUEST},
        {"strength": Strength.IMPORTED},
        {"is_profile_public": False},
        {"standing": Standing.BANNED},
        {"is_active": False},
        {"name": ""},
    ],
)
def test_is_nobody_unless_known_and_willing(client, discussion, ada, fields):
    comment = say(discussion, ada)
    User.objects.filter(pk=ada.pk).update(**fields)

    with pytest.raises(NotFound):
        queries.person_with_profile(ada.handle)
    hidden = client.get(f"/people/{ada.handle}/")
    nobody = client.get("/people/0123456789abcdef0123/")
    assert hidden.status_code == 404
    assert hidden.content == nobody.content
    if "name" not in fields:
        assert (
            f"/people/{ada.handle}/" not in client.get(f"/comments/{comment.pk}/").content.decode()
        )


def test_a_name_leads_to_the_page_of_who_has_one(client, discussion, ada):
    comment = say(discussion, ada)

    page = client.get(f"/comments/{comment.pk}/").content.decode()

    assert f'<a class="comment__author" href="/people/{ada.handle}/"><bdi>Ada</bdi></a>' in page


def test_who_became_another_is_found_there(client, ada, ben):
    User.objects.filter(pk=ben.pk).update(is_active=False)
    Merge.objects.create(source=ben, target=ada, by=ada, why=MergeReason.STAFF, at=NOON)

    response = client.get(f"/people/{ben.handle}/")

    assert (response.status_code, response.url) == (301, f"/people/{ada.handle}/")


def test_links_vouch_for_nothing(client, discussion, ada):
    say(discussion, ada)
    User.objects.filter(pk=ada.pk).update(profile_links=["https://ada.example/?a=1&b=2"])

    page = client.get(f"/people/{ada.handle}/").content.decode()

    assert (
        '<a href="https://ada.example/?a=1&amp;b=2" rel="nofollow ugc noopener noreferrer"' in page
    )


def test_search_engines_are_told_what_the_person_chose(client, discussion, ada, ben):
    say(discussion, ada)
    say(discussion, ben)
    User.objects.filter(pk=ben.pk).update(is_profile_listed=False)

    asked = {
        one.name: "noindex" in client.get(f"/people/{one.handle}/").content.decode()
        for one in (ada, ben)
    }

    assert asked == {"Ada": False, "Ben": True}


def test_a_page_without_words_is_listed_nowhere(client, ada):
    assert "noindex" in client.get(f"/people/{ada.handle}/").content.decode()


def test_wears_the_mark_of_the_newsroom_alone(client, discussion, ada, mona):
    pages = {one.name: client.get(f"/people/{one.handle}/").content.decode() for one in (ada, mona)}

    assert "comment__mark--staff" in pages["Mona"]
    assert "comment__mark--staff" not in pages["Ada"]


@pytest.mark.parametrize(
    "name",
    [
        '<b class="comment__mark--staff">Newsroom</b>',
        'x" class="comment__mark--staff" "',
        "</bdi></h1><b>",
        "{{ paper.name }}",
    ],
)
def test_a_name_is_never_markup(client, discussion, ada, name):
    User.objects.filter(pk=ada.pk).update(name=name)
    comment = say(discussion, User.objects.get(pk=ada.pk))

    for address in (f"/people/{ada.handle}/", f"/comments/{comment.pk}/"):
        page = client.get(address).content.decode()
        assert not re.search(r'class="[^"]*comment__mark--staff', page)
        assert "</bdi></h1><b>" not in page


def test_shows_a_new_name(client, discussion, ada):
    rename_person(person=ada, name="Augusta", at=NOON)

    assert "<bdi>Augusta</bdi>" in client.get(f"/people/{ada.handle}/").content.decode()
