"""What every answer tells the browser to refuse."""

import base64
import hashlib
import re

import pytest
from django.http import HttpResponse

from broadsheet.web.headers import desk_policy

pytestmark = pytest.mark.django_db


def policy_of(answer):
    directives = (part.split() for part in answer["Content-Security-Policy"].split(";"))
    return {directive: set(sources) for directive, *sources in directives}


@pytest.fixture(params=["/", "/nothing-here/"])
def page(client, request):
    return client.get(request.param)


def test_a_page_runs_our_own_files_only(page):
    policy = policy_of(page)

    assert policy["default-src"] == {"'none'"}
    for kind in ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action"):
        assert policy[kind] == {"'self'"}
    for kind in ("object-src", "base-uri", "frame-ancestors"):
        assert policy[kind] == {"'none'"}
    assert policy["require-trusted-types-for"] == {"'script'"}
    assert policy["trusted-types"] == {"broadsheet"}


def test_a_page_says_nothing_unsafe(page):
    assert "unsafe" not in page["Content-Security-Policy"]


def test_every_answer_forbids_guessing_and_leaking(page):
    assert page["X-Content-Type-Options"] == "nosniff"
    assert page["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert page["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "geolocation=()" in page["Permissions-Policy"]


def test_what_is_not_a_page_may_do_nothing(client):
    policy = policy_of(client.get("/healthz"))

    assert policy == {"default-src": {"'none'"}, "frame-ancestors": {"'none'"}, "sandbox": set()}


def test_a_refused_write_has_its_policy_too(client):
    answer = client.post("/anything/", headers={"Sec-Fetch-Site": "cross-site"})

    assert answer.status_code == 403
    assert policy_of(answer)["default-src"] == {"'none'"}


def test_the_desk_runs_no_inline_script(client, ed):
    ed.is_superuser = True
    ed.save()
    client.force_login(ed)

    policy = policy_of(client.get("/desk/"))

    assert policy["script-src"] == policy["style-src"] == {"'self'"}
    assert policy["object-src"] == {"'none'"}
    assert policy["frame-ancestors"] == {"'self'"}


def test_the_desk_runs_the_scripts_of_its_date_fields_and_no_other(client, ed):
    ed.is_superuser = True
    ed.save()
    client.force_login(ed)

    page = client.get("/desk/users/")

    inline = re.findall(rb"<script>(.*?)</script>", page.content, re.DOTALL)
    digests = {
        f"'sha256-{base64.b64encode(hashlib.sha256(script).digest()).decode()}'"
        for script in inline
    }
    assert inline
    assert policy_of(page)["script-src"] == {"'self'", *digests}


@pytest.mark.parametrize(
    "script",
    [
        'alert("x")',
        'initDateChooser("x", {});alert(1)',
        'initDateChooser("x", {"a": alert(1)})',
        "initDateChooser(alert(1), {})",
        'initDateChooser("x", {"a": (() => 1)})',
    ],
)
def test_the_desk_names_no_script_that_does_more(script):
    page = HttpResponse(f"<script>{script}</script>")

    assert desk_policy(page)["script-src"] == "'self'"
