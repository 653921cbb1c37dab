"""From a database's address to Django's settings for it."""

from typing import Any

from psycopg.conninfo import conninfo_to_dict

# One process answers few requests at once that need the database; what is more waits for its turn.
POOL_SIZE = 8
POOL_PATIENCE_SECONDS = 10
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
            },
        },
        "DISABLE_SERVER_SIDE_CURSORS": False,
    }
