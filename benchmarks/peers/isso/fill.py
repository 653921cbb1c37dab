"""Fill Isso with the stories that come in as lines of JSON; runs in Isso's own environment."""

import json
import os
import sqlite3
import sys

from isso import config
from isso.db import SQLite3
from isso.utils import Bloomfilter

INSERT = (
    "INSERT INTO comments (id, tid, parent, created, mode, remote_addr, text, author, likes, dislikes, voters)"
    " VALUES (?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?)"
)


def main() -> None:
    settings = config.load(config.default_file(), os.environ["ISSO_SETTINGS"])
    path = settings.get("general", "dbpath")
    SQLite3(path, settings)  # makes its tables
    with sqlite3.connect(path) as database:
        for line in sys.stdin:
            story = json.loads(line)
            number = story["number"]
            database.execute(
                "INSERT INTO threads (id, uri, title) VALUES (?, ?, ?)",
                (number, f"/story/{number}/", story["headline"]),
            )
            database.executemany(INSERT, (row(comment) for comment in story["comments"]))
        database.execute("CREATE INDEX by_story ON comments (tid, parent)")
        database.execute("ANALYZE")


def row(comment: dict) -> tuple:
    address = f"10.{comment['author'] // 250}.{comment['author'] % 250}.0"
    is_reply = comment["parent"] is not None
    return (
        comment["id"],
        comment["story"],
        comment["first"] if is_reply else None,  # it keeps two levels
        comment["posted_at"],
        address,
        comment["text"],
        f"Reader {comment['author']}",
        comment["up"],
        comment["down"],
        Bloomfilter(iterable=[address]).array,
    )


if __name__ == "__main__":
    main()
