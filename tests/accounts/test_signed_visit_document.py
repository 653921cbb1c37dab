"""The worked example in docs/operating/signed-visits.md …"""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import timezone

from broadsheet.accounts import commands
from factories.visits import make_site

DOCUMENT = Path(__file__).parents[2] / "docs" / "operating" / "signed-visits.md"


@pytest.mark.django_db
def test_signs_a_member_in(client):
    site = make_site()
    [example] = re.findall(r"```python\n(.*?)```", DOCUMENT.read_text(), re.DOTALL)
    place = {}
    exec(example.replace('SECRET = "…"', f"SECRET = {site.secret!r}"), place)

    address = urlsplit(place["address_of_visit"]("17", "Ada", "ada@example.org", "/harbour/"))
    said = parse_qs(address.query)

    assert address.path == f"/visits/{site.key}/"
    assert said["next"] == ["/harbour/"]
    [token] = said["token"]
    assert "Ada" in client.get(f"{address.path}?{address.query}").text
    arrival = commands.redeem_visit(site_key=site.key, token=token, at=timezone.now())
    assert arrival.person.name == "Ada"
