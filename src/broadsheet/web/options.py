"""Every option there is, and where their values are read from.

An option comes from the environment (`BROADSHEET_<NAME>`), else from one TOML file, else it has its
default. The file is the one `BROADSHEET_CONFIG` names, else `broadsheet.toml` in the data folder. This
module is read before Django is there, and by processes that never load Django.
"""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from broadsheet.accounts import limits as accounts_limits
from broadsheet.accounts import options as accounts_options
from broadsheet.core.addresses import read_networks
from broadsheet.core.options import AnyOption, Option, OptionRefused, OptionValue, read_options
from broadsheet.core.pace import Limit, LimitsRefused, read_limits, refuse_unknown
from broadsheet.discussion import limits as discussion_limits
from broadsheet.discussion import options as discussion_options
from broadsheet.funding import limits as funding_limits
from broadsheet.funding import options as funding_options
from broadsheet.notify import options as notify_options
from broadsheet.notify.smtp_server import refuse_no_way_out

CONFIG_VARIABLE = "BROADSHEET_CONFIG"
CONFIG_FILE = "broadsheet.toml"

DATA = Option(
    name="data",
    kind=Path,
    default=Path("data"),
    help="The folder for the database, photos, the signing key and logs. Made if it is not there.",
)
HOST = Option(
    name="host",
    kind=str,
    default="127.0.0.1",
    help="The network address to listen on; 0.0.0.0 for every one this machine has.",
)
PORT = Option(
    name="port", kind=int, default=8000, minimum=1, maximum=65_535, help="The port to listen on."
)
BASE_URL = Option(
    name="base_url",
    kind=str,
    default="",
    help=(
        "The address readers know the newspaper by, such as https://news.example. With https, cookies "
        "travel only over TLS, which a proxy in front of Broadsheet provides. Empty for trying things "
        "out: then it answers only to localhost and to the address it listens on."
    ),
)
TRUSTED_PROXIES = Option(
    name="trusted_proxies",
    kind=str,
    default="",
    help=(
        "The proxies in front of Broadsheet, as networks separated by commas, such as 127.0.0.1, "
        "10.0.0.0/8. From them, and nobody else, X-Forwarded-For is believed for where a reader comes from."
    ),
)
SITE_NAME = Option(
    name="site_name",
    kind=str,
    default="Broadsheet",
    help="The newspaper's name, until it is set at the desk.",
)
LANGUAGE = Option(
    name="language",
    kind=str,
    default="en-gb",
    help="The newspaper's language, such as en-gb, de or ar.",
)
TIME_ZONE = Option(
    name="time_zone",
    kind=str,
    default="UTC",
    help="The newspaper's time zone, such as Europe/London.",
)
DATABASE_URL = Option(
    name="database_url",
    kind=str,
    default="",
    secret=True,
    help=(
        "A PostgreSQL 15 or later, as postgresql://user:password@host:5432/name; also read from "
        "DATABASE_URL. Empty for Broadsheet's own, kept in the data folder."
    ),
)
WORKERS = Option(
    name="workers",
    kind=int,
    default=1,
    minimum=1,
    maximum=64,
    help="How many processes answer requests. Each needs some 100 MB.",
)
EDGE_MEMORY = Option(
    name="edge_memory",
    kind=int,
    default=64,
    minimum=1,
    maximum=65_536,
    help=(
        "How many megabytes of pages each of these processes keeps in memory to answer readers from. "
        "The longest unread are forgotten first."
    ),
)
LIVE_STREAMS = Option(
    name="live_streams",
    kind=int,
    default=2_000,
    minimum=0,
    maximum=20_000,
    help=(
        "How many readers each of these processes tells at once what happens in a discussion. More are asked "
        "to look for themselves now and then; 0 asks all of them."
    ),
)
PURGE_URL = Option(
    name="purge_url",
    kind=str,
    default="",
    help=(
        "Where a cache in front of Broadsheet, such as a CDN's, is told what to forget, such as "
        "https://cache.example/purge. Empty for nowhere. What is told stands in docs/operating/caching.md."
    ),
)
PURGE_TOKEN = Option(
    name="purge_token",
    kind=str,
    default="",
    secret=True,
    help="By which that cache knows Broadsheet: sent as “Authorization: Bearer …”. Empty for none.",
)
LIMITS = Option(
    name="limits",
    kind=str,
    default="",
    help=(
        "Other limits than the usual ones on how often something may be done, such as post-guest=5/1h, "
        "vote-pace=2/1s burst 10, edit=off; off alone for none at all. docs/operating/limits.md lists them."
    ),
)

OPTIONS: tuple[AnyOption, ...] = (
    DATA,
    HOST,
    PORT,
    BASE_URL,
    TRUSTED_PROXIES,
    SITE_NAME,
    LANGUAGE,
    TIME_ZONE,
    DATABASE_URL,
    WORKERS,
    EDGE_MEMORY,
    LIVE_STREAMS,
    PURGE_URL,
    PURGE_TOKEN,
    LIMITS,
    *notify_options.OPTIONS,
    *accounts_options.OPTIONS,
    *discussion_options.OPTIONS,
    *funding_options.OPTIONS,
)

ALL_LIMITS: tuple[Limit, ...] = (
    *accounts_limits.LIMITS,
    *discussion_limits.LIMITS,
    *funding_limits.LIMITS,
)

OptionValues = dict[str, OptionValue]


def read_option_values(environment: Mapping[str, str]) -> OptionValues:
    """Answer every option's value by name, as `environment` and the TOML file it points to set them.

    Raises `OptionRefused` with a sentence for the operator.
    """
    environment = dict(environment)
    config = environment.pop(CONFIG_VARIABLE, None)
    if environment.get("DATABASE_URL"):
        environment.setdefault(DATABASE_URL.environment_name, environment["DATABASE_URL"])

    file = Path(config).expanduser() if config else _data_folder(environment) / CONFIG_FILE
    table = _read_table(file, must_exist=config is not None)
    values = read_options(OPTIONS, environment=environment, table=table, table_name=str(file))
    values[DATA.name] = Path(str(values[DATA.name])).absolute()
    _refuse_what_fits_nowhere(values)
    return values


def default_values() -> OptionValues:
    """Answer every option at its default, whatever the environment says."""
    return {option.name: option.default for option in OPTIONS}


def _data_folder(environment: Mapping[str, str]) -> Path:
    raw = environment.get(DATA.environment_name)
    return DATA.read(raw, where=DATA.environment_name) if raw else DATA.default


def _read_table(file: Path, *, must_exist: bool) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        if not must_exist:
            return {}
        raise OptionRefused(f"{file} cannot be read: {error.strerror}.") from None
    except OSError as error:
        raise OptionRefused(f"{file} cannot be read: {error.strerror}.") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise OptionRefused(f"{file} is not a TOML file: {error}.") from None


def _refuse_what_fits_nowhere(values: OptionValues) -> None:
    base_url = str(values[BASE_URL.name])
    address = urlsplit(base_url)
    if base_url and (
        address.scheme not in ("http", "https") or not address.hostname or address.path.strip("/")
    ):
        raise OptionRefused(
            f"base_url must be a scheme and a host, such as https://news.example, not {base_url!r}."
        )
    _refuse_no_webhook(str(values[PURGE_URL.name]), token=str(values[PURGE_TOKEN.name]))
    refuse_no_way_out(
        smtp_url=str(values[notify_options.SMTP_URL.name]),
        mail_from=str(values[notify_options.MAIL_FROM.name]),
    )
    try:
        read_networks(str(values[TRUSTED_PROXIES.name]))
    except ValueError as error:
        raise OptionRefused(f"trusted_proxies: {error}") from None
    try:
        refuse_unknown(read_limits(str(values[LIMITS.name])), known=ALL_LIMITS)
    except LimitsRefused as error:
        raise OptionRefused(f"limits: {error}") from None
    try:
        ZoneInfo(str(values[TIME_ZONE.name]))
    except (KeyError, ValueError, OSError):
        raise OptionRefused(
            f"time_zone must be a name such as Europe/London, not {values[TIME_ZONE.name]!r}."
        ) from None


def _refuse_no_webhook(address: str, *, token: str) -> None:
    """The address may hold a secret, so the sentence does not repeat it."""
    if address and not _is_web_address(address):
        raise OptionRefused(
            "purge_url must be an address of http or https, such as https://cache.example/purge, without a "
            "name or password, which purge_token is for."
        )
    if not all("!" <= letter <= "~" for letter in token):
        raise OptionRefused(
            "purge_token must be of letters, digits and signs of ASCII, without spaces."
        )


def _is_web_address(address: str) -> bool:
    if not all("!" <= letter <= "~" for letter in address):
        return False
    try:
        place = urlsplit(address)
        is_somewhere = bool(place.hostname) and place.port != 0
    except ValueError:
        return False
    return place.scheme in ("http", "https") and is_somewhere and "@" not in place.netloc
