"""How a command reaches the database, whether or not Broadsheet runs."""

import contextlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet.serve.data_folder import held, is_held
from broadsheet.serve.trouble import Trouble
from broadsheet.web.options import DATABASE_URL, OptionValues

SETTINGS = "broadsheet.web.settings.production"


@dataclass(frozen=True)
class Database:
    """Where the database is, and whether it is Broadsheet's own."""

    url: str
    is_embedded: bool


@contextlib.contextmanager
def database_at_hand(values: OptionValues) -> Iterator[Database]:
    """The database, for as long as the block lasts.

    Broadsheet's own is started for it, unless Broadsheet runs: then its server is shared. Processes and
    settings within the block find the address in the environment.
    """
    with contextlib.ExitStack() as stack:
        database = _reach(values, stack)
        os.environ[DATABASE_URL.environment_name] = database.url
        yield database


def _reach(values: OptionValues, stack: contextlib.ExitStack) -> Database:
    url = str(values["database_url"])
    if url:
        return Database(url, is_embedded=False)
    from broadsheet.serve.postgres import EmbeddedPostgres

    data = Path(str(values["data"]))
    postgres = EmbeddedPostgres(
        data / "postgres", say=lambda sentence: print(sentence, file=sys.stderr)
    )
    if not is_held(data):
        stack.enter_context(held(data))
        postgres.start()
        stack.callback(postgres.stop)
    return Database(postgres.url, is_embedded=True)


@contextlib.contextmanager
def newspaper_at_hand(values: OptionValues) -> Iterator[None]:
    """Django over a prepared database, for as long as the block lasts. Raises `Trouble` if there is none."""
    data = Path(str(values["data"]))
    if not data.exists():
        raise Trouble(f"There is no newspaper in {data} yet: “broadsheet init” makes one.")
    with database_at_hand(values) as database:
        from broadsheet.serve.prepare import prepare

        prepare(
            data=data,
            url=database.url,
            is_embedded=database.is_embedded,
            with_sample=False,
        )
        os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
        import django

        django.setup()
        yield
