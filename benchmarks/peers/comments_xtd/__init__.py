"""django-comments-xtd: threaded comments for Django sites."""

import os
import re
import sqlite3
from urllib.parse import urlencode

from benchmarks.corpus import STORIES, TEN_THOUSAND, THOUSAND
from benchmarks.frame.connection import ask
from benchmarks.frame.load import Load
from benchmarks.frame.readers import WORDS, odd
from benchmarks.peers.peer import PATIENT, Peer

COUNTED = 50
HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)"')


class CommentsXtd(Peer):
    """The site its quick start describes: a page with a story and its tree of comments."""

    name = "django-comments-xtd 2.10"
    folder = "comments_xtd"
    packages = ("django-comments-xtd==2.10.13", "gunicorn==27.0.1")
    served = "django-comments-xtd is served by gunicorn with twice the cores and one workers, over SQLite."
    notes = (
        "It has no pages: it always sends the whole tree, as HTML, nothing compressed or kept.",
        "Posts are accepted without the confirmation by mail that it asks for by default.",
        "Only users with an account may vote, so votes are not measured.",
    )

    def settings(self) -> dict[str, str]:
        return {"DJANGO_SETTINGS_MODULE": "settings"}

    def command(self) -> list[str]:
        workers = 2 * (os.cpu_count() or 1) + 1
        return ["gunicorn", "-b", f"127.0.0.1:{self.port}", "-w", str(workers), *PATIENT, "wsgi"]

    def ready(self) -> str:
        return f"/form/{STORIES}/"

    def pages(self) -> dict[str, Load]:
        paths = {
            "R1 the whole tree": f"/story/{THOUSAND}/",
            "R2 the whole tree": f"/story/{TEN_THOUSAND}/",
            "R3 counts of 50 stories": f"/counts/{COUNTED}/",
        }
        return {name: Load(self.address, ((path,),)) for name, path in paths.items()}

    def posting(self, *, on_one: bool) -> Load:
        """Its forms bear a hash of their story and a token against forgery; each is fetched beforehand."""
        token = ""
        targets = []
        for story in [THOUSAND] if on_one else range(1, STORIES + 1):
            answer = ask(self.address, f"/form/{story}/", Cookie=token)
            token = next((c for c in answer.cookies if c.startswith("csrftoken=")), token)
            targets.append(("/comments/post/", self._form(answer.body.decode())))
        return Load(
            self.address,
            odd(targets),
            method="POST",
            headers={"Content-Type": "application/x-www-form-urlencoded"},
            clients=(("Cookie", token),),
            accepted=(302, 302),
        )

    def _form(self, page: str) -> str:
        fields = dict(HIDDEN.findall(page))
        written = {"name": "Ada", "email": "ada@example.org", "comment": f"{WORDS} (NUMBER)"}
        return urlencode({**fields, **written, "honeypot": ""}).replace("NUMBER", "{n}")

    def comment_rows(self) -> int:
        with sqlite3.connect(self.home / "site.db") as database:
            return database.execute("SELECT count(*) FROM django_comments").fetchone()[0]
