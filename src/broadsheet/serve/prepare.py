"""Make database and static files fit the code, then end: `python -m broadsheet.serve.prepare`.

A process of its own, so that what it loads is gone before the newspaper is served. Django is loaded only
when something has changed since the last time.
"""

import argparse
import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from broadsheet.core.options import OptionRefused
from broadsheet.serve import database
from broadsheet.serve.lifeline import end_with_parent
from broadsheet.serve.stamp import read_stamp, state_of_code, write_stamp
from broadsheet.serve.trouble import TROUBLE_STATUS, Trouble
from broadsheet.web.options import read_option_values

SETTINGS = "broadsheet.web.settings.production"


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare, and answer the exit status."""
    parser = argparse.ArgumentParser(prog="broadsheet.serve.prepare")
    parser.add_argument("--embedded", action="store_true", help="the database is Broadsheet's own")
    parser.add_argument(
        "--sample", action="store_true", help="fill an empty newspaper with the sample"
    )
    wanted = parser.parse_args(arguments)
    end_with_parent()
    try:
        values = read_option_values(os.environ)
        prepare(
            data=Path(str(values["data"])),
            url=str(values["database_url"]),
            is_embedded=wanted.embedded,
            with_sample=wanted.sample,
        )
    except (Trouble, OptionRefused) as trouble:
        print(f"broadsheet: {trouble}", file=sys.stderr)
        return TROUBLE_STATUS
    return 0


def prepare(*, data: Path, url: str, is_embedded: bool, with_sample: bool) -> None:
    """Wait for the database, check it, and bring it and the static files up to this code."""
    if is_embedded:
        database.make_database(url)
    database.wait_for(url, say=_say)
    database.refuse_unsafe(url, say=_say)

    code = state_of_code()
    stamp = read_stamp(data)
    is_prepared = stamp.get("code") == code and stamp.get("migrations") == _state_of(url)
    wants_sample = with_sample and not stamp.get("sample")
    if is_prepared and not wants_sample:
        return

    _load_django()
    if not is_prepared:
        _migrate(url)
        _fill_name_skeletons()
        _refresh_markup()
        _open_front_page()
        _collect_static_files()
    if wants_sample:
        _fill_with_sample()
    write_stamp(
        data,
        {
            **stamp,
            "code": code,
            "migrations": _state_of(url),
            "sample": bool(stamp.get("sample")) or with_sample,
        },
    )


def _load_django() -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS
    import django

    django.setup()


def _migrate(url: str) -> None:
    from broadsheet.serve.first_tables import make_tables

    is_new = not database.migrations_applied(url)
    _say("Making the tables." if is_new else "Updating the tables.")
    with database.migration_lock(url, say=_say):
        make_tables(url)


def _fill_name_skeletons() -> None:
    from broadsheet.accounts.commands import fill_name_skeletons

    fill_name_skeletons()


def _refresh_markup() -> None:
    from broadsheet.discussion.tasks import refresh_markup_if_old

    refresh_markup_if_old()


def _open_front_page() -> None:
    from django.conf import settings

    from broadsheet.publishing.commands import open_front_page
    from broadsheet.publishing.models import FrontPage

    if not FrontPage.objects.exists():
        open_front_page(name=str(settings.BROADSHEET["site_name"]))


def _collect_static_files() -> None:
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0, clear=True)


def _fill_with_sample() -> None:
    from broadsheet.publishing.models import Article

    if Article.objects.exists():
        return
    from datetime import UTC, datetime

    from broadsheet.exchange.commands import load_archive, open_sample_campaign
    from broadsheet.exchange.sample import PHOTOS, read_campaign, read_sample

    _say("Filling the empty newspaper with the sample.")
    now = datetime.now(UTC)
    with load_archive(read_sample(now=now), media=PHOTOS, at=now):
        pass  # the report says what was lost, and nothing of our own is
    open_sample_campaign(sample=read_campaign(), at=now)


def _state_of(url: str) -> str:
    return hashlib.sha256("\n".join(database.migrations_applied(url)).encode()).hexdigest()


def _say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
