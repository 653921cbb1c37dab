"""From a database's address to Django's settings for it."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

# As many as threads answer requests (serve.bridge): who has a thread waits for no connection.
POOL_SIZE = 8
# So nobody waits but for a database that is away, and not long: they are told to try again. No attempt goes
# on longer than that either, so that the first request after its return finds it.
POOL_PATIENCE_SECONDS = 2
RECONNECT_SECONDS = 1
IDLE_SECONDS = 60


def connection_settings(url: str) -> dict[str, Any]:
    """Answer Django's settings for the PostgreSQL at `url` (libpq's own form of address).

    Connections come from a small pool, which opens none before one is asked for.
    """
    parts = {name: value for name, value in conninfo_to_dict(url).items() if value is not None}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.pop("dbname", ""),
        "USER": parts.pop("user", ""),
        "PASSWORD": parts.pop("password", ""),
        "HOST": parts.pop("host", ""),
        "PORT": str(parts.pop("port", "")),
        "OPTIONS": {
            **parts,
            "pool": {
                "min_size": 0,
                "max_size": POOL_SIZE,
                "timeout": POOL_PATIENCE_SECONDS,
                "max_idle": IDLE_SECONDS,
                "reconnect_timeout": RECONNECT_SECONDS,
            },
        },
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }
