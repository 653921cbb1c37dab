"""`broadsheet check`: what an operator would want to know before the readers do."""

import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from broadsheet.notify.smtp_server import read_smtp_url
from broadsheet.serve.access import database_at_hand
from broadsheet.serve.data_folder import is_held
from broadsheet.serve.stamp import read_stamp, state_of_code
from broadsheet.serve.trouble import Trouble
from broadsheet.web.options import OptionValues
from broadsheet.web.signing_key import FILE as KEY_FILE
from broadsheet.web.signing_key import NoSigningKey, read_signing_key

PATIENCE_SECONDS = 5


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at, and whether it is as it should be."""

    is_sound: bool
    sentence: str


def check(values: OptionValues) -> int:
    """Print what was found, and answer the exit status: 0 if all is sound."""
    findings = [*_configuration(values), *_database(values)]
    for finding in findings:
        print(f"{'ok ' if finding.is_sound else 'BAD'}  {finding.sentence}")
    return 0 if all(finding.is_sound for finding in findings) else 1


def _configuration(values: OptionValues) -> Iterator[Finding]:
    data = Path(str(values["data"]))
    base_url = str(values["base_url"])
    if not base_url:
        yield Finding(
            is_sound=True, sentence="base_url is not set: only this machine can read the newspaper."
        )
    elif base_url.startswith("https://"):
        yield Finding(is_sound=True, sentence=f"Readers come to {base_url}.")
    else:
        yield Finding(
            is_sound=False,
            sentence=f"{base_url} is not https: what readers send can be read on its way.",
        )
    yield _way_of_letters(values)
    try:
        read_signing_key(data)
    except NoSigningKey as trouble:
        yield Finding(is_sound=False, sentence=str(trouble))
        return
    mode = stat.S_IMODE((data / KEY_FILE).stat().st_mode)
    if mode & 0o077:
        yield Finding(
            is_sound=False,
            sentence=f"{data / KEY_FILE} can be read by others (mode {mode:o}): chmod 600.",
        )
    else:
        yield Finding(
            is_sound=True, sentence=f"The signing key in {data} is there, and closed to others."
        )
    yield Finding(
        is_sound=True, sentence="Broadsheet runs." if is_held(data) else "Broadsheet does not run."
    )


def _way_of_letters(values: OptionValues) -> Finding:
    server = read_smtp_url(str(values["smtp_url"]))
    if server:
        sentence = f"Letters leave by {server.host}, from {values['mail_from']}."
    elif values["base_url"]:
        sentence = "smtp_url is not set: letters wait, so nobody can sign in by mail."
    else:
        sentence = "smtp_url is not set: “broadsheet run” shows letters on a page of its own."
    return Finding(is_sound=bool(server or not values["base_url"]), sentence=sentence)


def _database(values: OptionValues) -> Iterator[Finding]:
    data = Path(str(values["data"]))
    if not values["database_url"] and not (data / "postgres").exists():
        yield Finding(
            is_sound=False, sentence="There is no database yet: “broadsheet init” makes one."
        )
        return
    warnings: list[str] = []
    try:
        with database_at_hand(values) as database_:
            from broadsheet.serve import database

            database.wait_for(database_.url, say=lambda _sentence: None, patience=PATIENCE_SECONDS)
            database.refuse_unsafe(database_.url, say=warnings.append)
            applied = database.migrations_applied(database_.url)
    except Trouble as trouble:
        yield Finding(is_sound=False, sentence=str(trouble))
        return
    yield from (Finding(is_sound=False, sentence=warning) for warning in warnings)
    if not applied:
        yield Finding(
            is_sound=False, sentence="The database is empty: “broadsheet init” makes the tables."
        )
    elif read_stamp(data).get("code") != state_of_code():
        yield Finding(
            is_sound=True,
            sentence="The database answers; the next start brings it up to this version.",
        )
    else:
        yield Finding(is_sound=True, sentence="The database answers, and has every table.")
