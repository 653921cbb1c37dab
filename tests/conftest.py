"""The cast and the stage.

A PostgreSQL of the tests' own is started once a run; every test reads and writes in a transaction of it.
Two rules are watched over the whole run: no packet leaves this machine, and no GET writes.
"""

import asyncio
import inspect
import os
import re
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytest_socket import socket_allow_hosts

from factories.cluster import running_postgres
from factories.committed import delete_everything
from factories.moments import NOON
from factories.postbox import SENDER, open_postbox
from factories.rights import grant, usual_rights_afterwards
from factories.staff import give_second_factor, note_that_it_was_used

CHECKOUT = Path(__file__).parent.parent
DATABASE_VARIABLE = "BROADSHEET_TEST_SOCKET"


# The stage: a database


def pytest_configure(config):
    """With xdist, start one server for all its workers, before they are."""
    is_worker = hasattr(config, "workerinput")
    if not is_worker and getattr(config.option, "numprocesses", None):
        stack = ExitStack()
        os.environ[DATABASE_VARIABLE] = stack.enter_context(running_postgres())
        config.add_cleanup(stack.close)


# Each has a Broadsheet of its own, which takes long to make, and a machine has few cores.
ROOMS_IN_ONE_PROCESS = ("tests/faults/", "tests/serve/")


def pytest_xdist_make_scheduler(config, log):
    """Keep each such room in one process, by its folder: xdist's own groups are unknown to pytest 9.2."""
    if config.getvalue("dist") != "loadgroup":
        return None
    from xdist.scheduler import LoadGroupScheduling

    class ByRoom(LoadGroupScheduling):
        def _split_scope(self, nodeid):
            rooms = (room for room in ROOMS_IN_ONE_PROCESS if nodeid.startswith(room))
            return next(rooms, None) or super()._split_scope(nodeid)

    return ByRoom(config, log)


@pytest.fixture(scope="session")
def postgres_socket():
    """The folder of the test server's socket. Started when the first test needs it."""
    if DATABASE_VARIABLE in os.environ:
        yield os.environ[DATABASE_VARIABLE]
    else:
        with running_postgres() as socket_folder:
            yield socket_folder


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix, postgres_socket):
    from django.db import connections

    connections.settings["default"]["HOST"] = postgres_socket


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """The database without a transaction around the test, for what several threads must see."""
    with django_db_blocker.unblock():
        delete_everything()
        yield
        delete_everything()


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run a test that is a coroutine, on an event loop of its own."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    wanted = pyfuncitem._fixtureinfo.argnames
    asyncio.run(pyfuncitem.obj(**{name: pyfuncitem.funcargs[name] for name in wanted}))
    return True


# The stage: what must never happen


def pytest_runtest_setup(item):
    socket_allow_hosts(["127.0.0.1", "::1", "localhost"], allow_unix_socket=True)


WRITES = re.compile(
    r"^\s*(?:INSERT|UPDATE|DELETE|TRUNCATE|MERGE|COPY)\b"
    r"|^\s*WITH\b.*\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM)\b"
    r"|\bprocrastinate_(?:defer|retry|finish|cancel)",
    re.IGNORECASE | re.DOTALL,
)
SAFE_METHODS = {"GET", "HEAD", "OPTIONS", "TRACE"}
# The desk is Wagtail's, which keeps who edits what; providers of identities lead back with their code by GET,
# as OAuth has it (RFC 6749, section 4.1.2), and the session's state guards that.
MAY_WRITE = re.compile(r"/desk/|/sign-in/with/[\w-]+/back/$")


class SafeRequestWrote(AssertionError):
    """A GET, HEAD or OPTIONS changed the database."""


@pytest.fixture(scope="session", autouse=True)
def watched_requests():
    """Raise where a safe request writes.

    For the whole run: a browser's request may begin in one test and end in the next, in a thread that lives on.
    """
    from django.core.signals import request_finished, request_started

    def begin(*, environ=None, scope=None, **_signal):
        method = environ["REQUEST_METHOD"] if environ else scope["method"]
        path = environ["PATH_INFO"] if environ else scope["path"]
        allow_writes()
        if method in SAFE_METHODS and not MAY_WRITE.match(path):
            refuse_writes()

    def end(**_signal):
        allow_writes()

    request_started.connect(begin)
    request_finished.connect(end)
    yield
    request_started.disconnect(begin)
    request_finished.disconnect(end)


@pytest.fixture(autouse=True)
def writes_after_a_request_that_crashed():
    yield
    allow_writes()


def refuse_writes():
    from django.db import connection

    connection.execute_wrappers.append(_refuse_writes)


def allow_writes():
    from django.db import connection

    if _refuse_writes in connection.execute_wrappers:
        connection.execute_wrappers.remove(_refuse_writes)


def _refuse_writes(execute, sql, params, many, context):
    if WRITES.search(str(sql)):
        raise SafeRequestWrote(f"A safe request ran {sql}")
    return execute(sql, params, many, context)


@pytest.fixture(scope="session")
def shared():
    """The folder of test material that is too large or not ours to keep in the repository."""
    folder = Path(os.environ.get("BROADSHEET_SHARED", CHECKOUT.parent / "shared"))
    if not (folder / "data").is_dir():
        pytest.skip(f"{folder} holds no test material; BROADSHEET_SHARED may say where it is")
    return folder


@pytest.fixture
def options(settings):
    """Set options of the newsroom for one test: `options(edit_window_minutes=5)`."""

    def choose(**values):
        settings.BROADSHEET = {**settings.BROADSHEET, **values}

    return choose


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """Remember the usual rights for the whole run: else any write might ask for them, or might not."""
    from broadsheet.discussion import rights

    rights.REMEMBERED_SECONDS = float("inf")
    with django_db_blocker.unblock():
        make_database()
        rights.granted()


def make_database():
    """Make the tests' database where pytest-django has not: it does only if some test asks for `db`."""
    from django.db import connection
    from django.test.utils import setup_databases

    if not connection.settings_dict["NAME"].startswith("test_"):
        setup_databases(verbosity=0, interactive=False, keepdb=True)


@pytest.fixture
def rights(db):
    """Give people other rights for one test: `rights(GUEST={"COMMENT"})`; they then have these and no others."""
    with usual_rights_afterwards():
        yield grant


@pytest.fixture
def limits_hold(options):
    """Let nobody do anything too often, as newspapers have it; in other tests nothing is counted."""
    options(limits="")


@pytest.fixture
def postbox(options):
    """A mail server that takes every letter; `postbox.letters` are those that came."""
    with open_postbox() as postbox:
        options(smtp_url=postbox.url, mail_from=SENDER)
        yield postbox


@pytest.fixture(scope="session", autouse=True)
def staff_have_used_their_second_factor():
    """Whoever a test signs in by `force_login` has used the second factor they have."""
    from django.contrib.auth.signals import user_logged_in

    user_logged_in.connect(note_that_it_was_used)
    yield
    user_logged_in.disconnect(note_that_it_was_used)


# The cast


@pytest.fixture
def ada(db):
    """Reads."""
    return _person("Ada")


@pytest.fixture
def ben(db):
    """Reads."""
    return _person("Ben")


@pytest.fixture
def mona(db):
    """Moderates."""
    return give_second_factor(_person("Mona", is_staff=True))


@pytest.fixture
def ed(db):
    """Edits."""
    return give_second_factor(_person("Ed", is_staff=True))


@pytest.fixture
def dana(db):
    """Donates."""
    return _person("Dana")


@pytest.fixture
def zed(db):
    """Is banned."""
    from broadsheet.accounts.models import Standing

    return _person("Zed", standing=Standing.BANNED)


def _person(name, **fields):
    from broadsheet.accounts.models import User

    return User.objects.create(name=name, joined_at=NOON, **fields)
