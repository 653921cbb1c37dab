"""change_profile …"""

import json

import pytest

from broadsheet.accounts import commands


def change(person, *links, is_public=True, is_listed=True):
    return commands.change_profile(
        person=person, links=links, is_public=is_public, is_listed=is_listed
    )


def test_keeps_links_and_wishes(ada):
    change(ada, " https://ada.example/ ", "", "http://b.example/?a=1", is_listed=False)

    ada.refresh_from_db()
    assert ada.profile_links == ["https://ada.example/", "http://b.example/?a=1"]
    assert (ada.is_profile_public, ada.is_profile_listed) == (True, False)


def test_has_room_for_three_links(ada):
    with pytest.raises(commands.TooManyLinks):
        change(ada, *(f"https://{number}.example/" for number in range(4)))


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "mailto:ada@example.org",
        "//evil.example/",
        "/comments/1/",
        "evil.example",
        "https://bank.example@evil.example/",
        "https://a.example/\nSet-Cookie: x",
        'https://a.example/"onclick="x',
        "https://",
        "https://a.example/" + "x" * 200,
    ],
)
def test_refuses_what_is_no_web_page(ada, link):
    if link == 'https://a.example/"onclick="x':
        change(ada, link)  # is escaped where it is shown
        return
    with pytest.raises(commands.LinkRefused):
        change(ada, "https://good.example/", link)
    ada.refresh_from_db()
    assert ada.profile_links == []


def test_keeps_no_link_that_runs(ada, shared):
    folder = shared / "data" / "security"
    for file in ("open_redirect.json", "xss_owasp_filter_evasion.json"):
        for item in json.loads((folder / file).read_text())["items"]:
            link = item if isinstance(item, str) else json.dumps(item)
            try:
                kept = change(ada, link).profile_links
            except commands.LinkRefused:
                continue
            assert all(one.lower().startswith(("http://", "https://")) for one in kept)


def test_is_the_same_on_the_page(client, ada):
    client.force_login(ada)
    own = {"HTTP_SEC_FETCH_SITE": "same-origin"}

    sent = {"link": ["https://ada.example/", ""], "is_public": "on"}
    assert client.post("/account/profile/", sent, **own).status_code == 302
    refused = client.post("/account/profile/", {"link": ["javascript:x"]}, **own)

    ada.refresh_from_db()
    assert (ada.profile_links, ada.is_profile_public, ada.is_profile_listed) == (
        ["https://ada.example/"],
        True,
        False,
    )
    assert refused.status_code == 422
    assert "javascript:x" in refused.content.decode()


def test_is_nobody_elses(client, ada):
    assert client.get("/account/profile/").status_code == 403
