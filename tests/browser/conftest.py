"""A newspaper in a real browser.

One server and one Chromium serve all tests of this folder. What the server reads must be committed, so these
tests share one database without a transaction around each: every test opens a discussion of its own, and
all that was written is deleted at the end.
"""

import os
from itertools import count
from pathlib import Path

import pytest
from have_chromium import find_chromium

from factories.committed import delete_everything
from factories.rights import grant, rights_put_back
from factories.staff import give_second_factor

_numbers = count(1)

DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 360, "height": 740}


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


# The stage


@pytest.fixture(scope="package", autouse=True)
def lasting_database(django_db_setup, django_db_blocker):
    """The database without a transaction; what the tests of this folder wrote is deleted after the last."""
    # Playwright keeps an event loop in this thread, and Django would take us for asynchronous code.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with django_db_blocker.unblock():
        yield
        delete_everything()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture(scope="package")
def server(lasting_database):
    """The address of a running Broadsheet, which serves its static files itself, to be kept by browsers."""
    from django.test import override_settings
    from django.test.testcases import LiveServerThread

    with override_settings(WHITENOISE_MAX_AGE=3600):
        thread = LiveServerThread("localhost", lambda application: application)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://{thread.host}:{thread.port}"
        thread.terminate()


@pytest.fixture(scope="package")
def chromium():
    from playwright.sync_api import sync_playwright

    executable = find_chromium()
    if executable is None:
        pytest.skip("no Chromium here: install one, or run “playwright install chromium”")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=Path(__file__).parent / "chromium_without_suggestions.sh",
            env={**os.environ, "CHROMIUM": executable},
            args=["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
        )
        yield browser
        browser.close()


# Readers, each with a browser of their own


@pytest.fixture(scope="package")
def idle_contexts():
    """Browsers that earlier tests are done with, by their options: they have the style sheets already."""
    return {}


@pytest.fixture
def open_browser(chromium, server, idle_contexts):
    """Open a browser: `open_browser(javascript=False, reader=ada, **context)`; answers its page.

    At the end of the test no browser may have met an error of a script or a break of the security policy.
    """
    opened, troubles = [], []

    def open_one(*, javascript=True, reader=None, **options):
        options = {
            "java_script_enabled": javascript,
            "viewport": DESKTOP,
            "locale": "en-GB",
            **options,
        }
        idle = idle_contexts.setdefault(repr(sorted(options.items())), [])
        context = idle.pop() if idle else chromium.new_context(base_url=server, **options)
        context.set_default_timeout(10_000)
        opened.append((idle, context))
        if reader:
            context.add_cookies(_cookies(reader, server))
        page = context.new_page()
        # What an earlier reader typed here was kept on the device.
        place = {"origin": server, "storageTypes": "local_storage"}
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", place)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on(
            "console", lambda message: _is_trouble(message.text) and troubles.append(message.text)
        )
        return page

    yield open_one
    for idle, context in opened:
        for page in context.pages:
            page.close()
        context.clear_cookies()
        context.set_offline(False)
        idle.append(context)
    assert not troubles


def _is_trouble(text):
    return any(
        sign in text for sign in ("Content Security Policy", "Trusted", "Refused to", "Uncaught")
    )


def _cookies(reader, server):
    """What the browser of `reader` holds: a guest's key, or a session."""
    from django.conf import settings
    from django.http import HttpResponse
    from django.test import Client

    from broadsheet.accounts.guest_key import hand_over, mark_as_reader

    response = HttpResponse()
    if reader.is_guest:
        hand_over(response, reader)
    else:
        browser = Client()
        browser.force_login(reader)
        key = browser.cookies[settings.SESSION_COOKIE_NAME].value
        response.set_cookie(settings.SESSION_COOKIE_NAME, key)
        mark_as_reader(response)
    return [
        {"name": name, "value": one.value, "url": server} for name, one in response.cookies.items()
    ]


@pytest.fixture
def page(open_browser):
    """The browser of somebody new."""
    return open_browser()


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def any_page(request, open_browser):
    """The browser of somebody new, once with JavaScript and once without."""
    return open_browser(javascript=request.param == "with JavaScript")


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def browse_as(request, open_browser):
    """Open a browser for a person, once with JavaScript and once without."""
    return lambda reader: open_browser(javascript=request.param == "with JavaScript", reader=reader)


# The cast, as rows that last


def _person(name, **fields):
    from django.utils import timezone

    from broadsheet.accounts.models import User

    return User.objects.create(name=name, joined_at=timezone.now(), **fields)


@pytest.fixture
def ada():
    return _person("Ada")


@pytest.fixture
def ben():
    return _person("Ben")


@pytest.fixture
def mona():
    return give_second_factor(_person("Mona", is_staff=True))


@pytest.fixture
def discussion():
    from django.utils import timezone

    from factories.discussion import open_discussion

    key = f"browser:{next(_numbers)}"
    return open_discussion(
        key, title="The ferry question", url=f"/discussions/{key}/", at=timezone.now()
    )


@pytest.fixture
def say(discussion):
    """Post a comment now: `say(ada, "Words.", to=another)`."""
    from django.utils import timezone

    from factories.discussion import say

    return lambda author, source="Something worth saying.", *, to=None: say(
        discussion, author, source, to=to, at=timezone.now()
    )


@pytest.fixture
def rights():
    """Give people other rights for one test: `rights(GUEST={"COMMENT"})`; they then have these and no others."""
    with rights_put_back():
        yield grant


@pytest.fixture
def option(settings):
    """Set an option of the newsroom: `option(edit_window_minutes=5)`."""

    def choose(**values):
        settings.BROADSHEET = {**settings.BROADSHEET, **values}

    return choose
