"""People as others see them: faces beside names, a picture of one's own, the public page."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

from broadsheet.accounts import commands
from broadsheet.accounts.faces import HUES
from broadsheet.accounts.models import Strength, User
from factories.accessibility import SCHEMES, violations
from factories.moments import NOON

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
NARROW = {"width": 320, "height": 640}
LONG_NAME = "Wolfeschlegelsteinhausenbergerdorff Fitzwilliam-Montmorency"


def photo(colour=(160, 90, 40)):
    file = BytesIO()
    Image.new("RGB", (640, 480), colour).save(file, "JPEG")
    return file.getvalue()


def address_of(person):
    return f"/people/{person.handle}/"


def test_a_name_leads_to_what_its_owner_has_said(any_page, discussion, say, ada, ben):
    first = say(ada, "The ferry is late.")
    for number in range(30):
        say(ada, f"Thought {number}.")
    say(ben, "Nothing of this.", to=first)
    any_page.goto(f"/comments/{first.pk}/")

    any_page.locator(f"#comment-{first.pk}").get_by_role("link", name="Ada", exact=True).click()

    expect(any_page.get_by_role("heading", level=1)).to_have_text("Ada")
    expect(any_page.get_by_text("31 comments")).to_be_visible()
    expect(any_page.locator(".profile__comments > li")).to_have_count(25)
    expect(any_page.get_by_text("Nothing of this.")).to_have_count(0)
    any_page.get_by_role("link", name="Earlier comments").click()
    expect(any_page.get_by_text("The ferry is late.")).to_be_visible()
    any_page.get_by_role("link", name="The ferry question").last.click()
    expect(any_page).to_have_url(re.compile(f"/comments/{first.pk}/$"))


def test_a_reader_chooses_a_picture_and_takes_it_back(browse_as, discussion, say, ada):
    comment = say(ada)
    page = browse_as(ada)
    page.goto("/account/profile/")
    sent = {"name": "../me.php.jpg", "mimeType": "image/jpeg", "buffer": photo()}

    page.get_by_label("A photo as JPEG").set_input_files(sent)
    page.get_by_role("button", name="Use this picture").click()

    picture = page.get_by_alt_text("Your picture")
    expect(picture).to_be_visible()
    assert picture.evaluate("image => image.decode().then(() => image.naturalWidth)") == 96
    page.goto(f"/comments/{comment.pk}/")
    face = page.locator(f"#comment-{comment.pk} img.avatar")
    expect(face).to_have_attribute("src", re.compile(r"/media/avatars/[0-9a-f]{32}\.webp"))
    page.goto("/account/profile/")
    page.get_by_role("button", name="Remove the picture").click()
    expect(page.get_by_alt_text("Your picture")).to_have_count(0)


def test_what_is_no_picture_is_refused_beside_the_field(browse_as, ada):
    page = browse_as(ada)
    page.goto("/account/profile/")
    svg = b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"

    page.get_by_label("A photo as JPEG").set_input_files(
        {"name": "me.png", "mimeType": "image/png", "buffer": svg}
    )
    page.get_by_role("button", name="Use this picture").click()

    expect(page.get_by_role("alert")).to_contain_text("not a picture we can use")
    expect(page.get_by_label("A photo as JPEG")).to_have_attribute("aria-invalid", "true")


def test_a_reader_hides_the_public_page(browse_as, discussion, say, ada):
    comment = say(ada)
    page = browse_as(ada)
    page.goto("/account/profile/")
    page.get_by_label("Link 1").fill("https://ada.example/")
    page.get_by_label("My name leads to a page").uncheck()
    page.get_by_role("button", name="Save").click()

    expect(page.get_by_text("You have no public page")).to_be_visible()
    expect(page.get_by_label("Link 1")).to_have_value("https://ada.example/")
    assert page.goto(address_of(ada)).status == 404
    page.goto(f"/comments/{comment.pk}/")
    expect(page.locator("a.comment__author")).to_have_count(0)


def brightness(colour):
    """Relative luminance (WCAG 2.2)."""
    parts = [part / 255 for part in colour]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_initials_can_be_read_on_every_colour(open_browser, server, discussion, scheme):
    page = open_browser(color_scheme=scheme)
    page.goto(discussion.url)
    page.evaluate(
        """hues => {
            for (let hue = 0; hue < hues; hue++) {
                const disc = document.createElement("span");
                disc.className = "avatar";
                disc.dataset.hue = hue;
                document.querySelector("main").append(disc);
            }
        }""",
        HUES,
    )
    colours = page.evaluate(
        """() => [...document.querySelectorAll(".avatar")].map((disc) => {
            const canvas = new OffscreenCanvas(1, 1).getContext("2d");
            canvas.fillStyle = getComputedStyle(disc).backgroundColor;
            canvas.fillRect(0, 0, 1, 1);
            return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
        })"""
    )
    assert len({tuple(colour) for colour in colours}) == HUES
    contrasts = [1.05 / (brightness(colour) + 0.05) for colour in colours]
    assert min(contrasts) >= 4.5, contrasts


def test_a_face_takes_the_same_room_with_and_without_a_picture(
    open_browser, discussion, say, ada, ben
):
    commands.choose_avatar(person=ada, file=BytesIO(photo()))
    say(User.objects.get(pk=ada.pk))
    say(ben)
    page = open_browser()
    page.goto(discussion.url)
    drawn, photographed = (face.bounding_box() for face in page.locator(".avatar").all())

    assert drawn["width"] == drawn["height"] >= 28
    assert (photographed["width"], photographed["height"]) == (drawn["width"], drawn["height"])
    assert photographed["x"] == drawn["x"]


@pytest.fixture
def people(discussion, say, mona, ada):
    long = User.objects.create(
        name=LONG_NAME[:60], profile_links=["https://a.example/" + "x" * 150]
    )
    arabic = User.objects.create(name="محمد علي", strength=Strength.CONFIRMED)
    commands.choose_avatar(person=ada, file=BytesIO(photo()))
    for person in (long, arabic, mona, ada):
        say(User.objects.get(pk=person.pk), "A word, and " + "another" * 30)
    return long, arabic, mona, ada


@pytest.mark.parametrize("language", ["en", "ar"])
def test_nothing_is_wider_than_a_narrow_screen(open_browser, settings, people, language):
    settings.LANGUAGE_CODE = language
    page = open_browser(viewport=NARROW, reader=people[0])
    for address in [*map(address_of, people), "/account/profile/"]:
        page.goto(address)
        assert page.evaluate(OVERFLOW) <= 0, address


@pytest.mark.parametrize(("scheme", "rules"), SCHEMES)
def test_axe_finds_nothing(open_browser, people, scheme, rules):
    page = open_browser(color_scheme=scheme, bypass_csp=True, reader=people[3])
    found = {}
    for address in [*map(address_of, people), "/account/profile/"]:
        page.goto(address)
        found[address] = violations(page, only=rules)
    assert not any(found.values()), found


def test_a_renamed_reader_is_renamed_everywhere(open_browser, discussion, say, ada):
    comment = say(ada)
    commands.rename_person(person=ada, name=f"Augusta {ada.pk}", at=NOON)
    page = open_browser()
    page.goto(f"/comments/{comment.pk}/")

    expect(page.locator(".comment__author")).to_have_text(f"Augusta {ada.pk}")
