"""A Broadsheet of the faults' own: two workers, its own folder, port and database, and perhaps a second node."""

import asyncio
import base64
import contextlib
import hmac
import json
import os
import re
import struct
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import psutil
import psycopg

from broadsheet.serve.postgres import EmbeddedPostgres
from serve.serving import START_WITHIN_SECONDS, Installation, free_port, wait_for

from .connection import Browser

TESTS = Path(__file__).parent.parent
WORKERS = 2
# The first articles are large, or stand beside the large ones to be compared (`sizes`).
SPOKEN_FOR = 4
FURNISH_WITHIN_SECONDS = 900
DESK_LINK = re.compile(r"/sign-in/\S+")
ADD_APP = "/account/security/app/"
SECRET = re.compile(r"<code>([A-Z2-7 ]+)</code>")


class Broadsheet(Installation):
    """A newspaper with articles that can be broken."""

    def __init__(self, data):
        super().__init__(data)
        self.extra = {
            "BROADSHEET_WORKERS": str(WORKERS),
            "BROADSHEET_LIMITS": "off",  # the crowd has one address, and is in a hurry
            "PYTHONPATH": os.pathsep.join([str(TESTS), os.environ.get("PYTHONPATH", "")]),
        }
        self.articles = []
        self.unread = []
        self.nodes = []
        self.signed_in = {}

    def furnish(self, articles, *more):
        """Prepare the data folder and publish so many articles; `more` are options of `furnish`."""
        made = subprocess.run(
            [self.python, "-m", "faults.furnish", str(articles), *more],
            env=self.environment,
            check=False,
            capture_output=True,
            text=True,
            timeout=FURNISH_WITHIN_SECONDS,
            cwd="/",
        )
        assert made.returncode == 0, made.stderr
        self.articles = json.loads(made.stdout.splitlines()[-1])
        self.unread = self.articles[SPOKEN_FOR:]

    def copied_to(self, data):
        """The same newspaper in another folder, not running."""
        subprocess.run(["cp", "-aT", self.data, data], check=True)
        copied = Broadsheet(data)
        copied.articles, copied.unread = self.articles, self.articles[SPOKEN_FOR:]
        return copied

    @property
    def url(self):
        """Where its database is."""
        return EmbeddedPostgres(self.data / "postgres").url

    def ask_database(self, statement, arguments=()):
        """The rows that a statement answers; the connection is its own and short."""
        with psycopg.connect(self.url, autocommit=True, connect_timeout=5) as connection:
            return connection.execute(statement, arguments).fetchall()

    def supervisor(self):
        return psutil.Process(self.running.pid)

    def web_master(self):
        """The process that keeps the workers."""
        return self._child("broadsheet.serve.web")

    def job_worker(self):
        return self._child("broadsheet.serve.jobs")

    def postmaster(self):
        return self._child("bin/postgres")

    def workers(self):
        """The processes that answer requests."""
        master = self.web_master()
        return [] if master is None else [one for one in master.children() if is_alive(one)]

    def workers_ready(self):
        """How many workers listen, and so have loaded all they need."""
        return sum(1 for worker in self.workers() if listens(worker))

    def is_whole(self):
        """Whether everything runs that should, every worker is ready, and every node has its database."""
        return (
            self.postmaster() is not None
            and self.workers_ready() == WORKERS
            and self.job_worker() is not None
            and all(port_answers(port, "/readyz") for port in self.ports)
        )

    @property
    def ports(self):
        """Where its nodes listen."""
        return [self.port, *(port for _node, port in self.nodes)]

    def _child(self, word):
        for child in self.supervisor().children():
            with contextlib.suppress(psutil.Error):
                if word in " ".join(child.cmdline()) and is_alive(child):
                    return child
        return None

    def start_node(self):
        """Start another web process over the same database, as on another machine; answer its port."""
        port = free_port()
        environment = {
            **self.environment,
            "BROADSHEET_PORT": str(port),
            "BROADSHEET_DATABASE_URL": self.url,
            "BROADSHEET_WORKERS": "1",
            "_BROADSHEET_PARENT": str(os.getpid()),
        }
        with self.output.open("ab") as output:
            node = subprocess.Popen(
                [sys.executable, "-m", "broadsheet.serve.web"],
                env=environment,
                stdout=output,
                stderr=output,
                cwd="/",
                start_new_session=True,
            )
        self.nodes.append((node, port))
        return port

    def wait_for_nodes(self):
        """Return once every other node answers."""
        for _node, port in self.nodes:
            wait_for(lambda port=port: port_answers(port), START_WITHIN_SECONDS)
            assert port_answers(port), self.said()

    def clear_away(self):
        for node, _port in self.nodes:
            node.terminate()
        super().clear_away()
        for node, _port in self.nodes:
            node.wait(10)

    async def moderator(self, port=None):
        """The browser of the first administrator, signed in with a second factor; the link for it works once."""
        browser = Browser(port or self.port, cookies=dict(self.signed_in))
        if not self.signed_in:
            wait_for(lambda: DESK_LINK.search(self.said()), 30)
            answer = await browser.post(DESK_LINK.findall(self.said())[-1])
            assert answer.status == 302, answer.text
            await set_up_second_factor(browser)
            self.signed_in = dict(browser.cookies)
        return browser


async def set_up_second_factor(browser):
    """Add an authenticator app to the account of who is signed in, and use it."""
    await browser.post(ADD_APP)
    secret = SECRET.search((await browser.get(ADD_APP)).text)[1]
    answer = await browser.post(ADD_APP, {"code": code_of(secret.replace(" ", ""))})
    assert answer.status == 302, answer.text


def code_of(secret):
    """What an authenticator app with this `secret` shows now (TOTP, RFC 6238: SHA-1, 30 seconds, six digits)."""
    step = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret), step, "sha1")
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFFFFFF
    return f"{number % 10**6:06}"


def port_answers(port, path="/healthz"):
    """Whether a web process behind that port answers, and well."""
    address = f"http://127.0.0.1:{port}{path}"
    with contextlib.suppress(OSError), urlopen(address, timeout=5) as got:
        return got.status == 200
    return False


def is_alive(process):
    with contextlib.suppress(psutil.Error):
        return process.status() != psutil.STATUS_ZOMBIE
    return False


def listens(process):
    with contextlib.suppress(psutil.Error):
        return any(one.status == psutil.CONN_LISTEN for one in process.net_connections("tcp"))
    return False


def until_whole(broadsheet, seconds=60):
    """Wait until `broadsheet` is whole; answer whether it became so in time."""
    wait_for(broadsheet.is_whole, seconds)
    return broadsheet.is_whole()


async def until(happens, seconds, every=0.02):
    """Wait until `happens()` is true (asked in a thread); answer whether it became so in time."""
    loop = asyncio.get_running_loop()
    give_up_at = loop.time() + seconds
    while loop.time() < give_up_at:
        if await asyncio.to_thread(happens):
            return True
        await asyncio.sleep(every)
    return False
