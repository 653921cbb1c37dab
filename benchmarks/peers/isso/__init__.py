"""Isso: comments in Python over SQLite, for static sites."""

import json
import sqlite3

from benchmarks.corpus import STORIES, TEN_THOUSAND, THOUSAND
from benchmarks.frame.load import READERS, Load
from benchmarks.frame.readers import WORDS, odd
from benchmarks.peers.peer import PATIENT, Peer

CLIENTS = 16
VOTED_ON = 4_001
COUNTED = 50


class Isso(Peer):
    """As its documents have it served; for every page, an index its own tables lack."""

    name = "Isso 0.14"
    folder = "isso"
    packages = ("isso==0.14.0", "gunicorn==27.0.1")
    served = "Isso is served by gunicorn with four workers, preloaded, as its documents say."
    notes = (
        "Its comments got an index on story and parent, which it does not make; without it it is slower.",
        "“Like ours” asks for 20 threads of 4 replies; “as its script asks” for all threads, 5 replies each.",
        "It answers JSON that the browser must render, and two levels of replies; nothing is compressed.",
    )

    def settings(self) -> dict[str, str]:
        self.home.mkdir(exist_ok=True)
        file = self.home / "isso.cfg"
        file.write_text(
            f"[general]\ndbpath = {self.home}/comments.db\nhost = {self.address}\n"
            "[guard]\nenabled = false\n[server]\ntrusted-proxies = 127.0.0.1\n"
        )
        return {"ISSO_SETTINGS": str(file)}

    def command(self) -> list[str]:
        return [
            "gunicorn",
            "-b",
            f"127.0.0.1:{self.port}",
            "-w",
            "4",
            "--preload",
            *PATIENT,
            "isso.run",
        ]

    def ready(self) -> str:
        return f"/?uri=/story/{STORIES}/&limit=1"

    def pages(self) -> dict[str, Load]:
        def page(story: int, how: str) -> Load:
            return Load(self.address, ((f"/?uri=/story/{story}/&{how}",),))

        keys = json.dumps([f"/story/{number}/" for number in range(1, COUNTED + 1)])
        return {
            "R1 like ours": page(THOUSAND, "limit=20&nested_limit=4"),
            "R2 like ours": page(TEN_THOUSAND, "limit=20&nested_limit=4"),
            "R1 as its script asks": page(THOUSAND, "nested_limit=5"),
            "R2 as its script asks": page(TEN_THOUSAND, "nested_limit=5"),
            "R3 counts of 50 stories": Load(
                self.address,
                (("/count", keys),),
                method="POST",
                headers={**READERS, "Content-Type": "application/json"},
            ),
        }

    def posting(self, *, on_one: bool) -> Load:
        stories = [THOUSAND] if on_one else list(range(1, STORIES + 1))
        parents = self._first_comments()
        targets = [
            (
                f"/new?uri=/story/{story}/",
                json.dumps({"author": "Ada", "text": f"{WORDS} ({{n}})", "parent": parent}),
            )
            for story in stories
            for parent in {None, parents.get(story)}
        ]
        return self._writing(targets)

    def voting(self) -> Load:
        return self._writing([(f"/id/{number}/like", "{}") for number in range(1, VOTED_ON + 1)])

    def _writing(self, targets: list[tuple[str, ...]]) -> Load:
        """Readers are told apart by their addresses, of which it forgets the last number."""
        return Load(
            self.address,
            odd(targets),
            method="POST",
            headers={"Content-Type": "application/json"},
            clients=tuple(("X-Forwarded-For", f"198.51.{n}.7") for n in range(CLIENTS)),
        )

    def comment_rows(self) -> int:
        return int(self._ask("SELECT count(*) FROM comments")[0][0])

    def _first_comments(self) -> dict[int, int]:
        return dict(self._ask("SELECT tid, min(id) FROM comments GROUP BY tid"))

    def _ask(self, statement: str) -> list[tuple]:
        with sqlite3.connect(self.home / "comments.db") as database:
            return database.execute(statement).fetchall()
