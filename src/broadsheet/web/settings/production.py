"""The settings of everything that runs; only the tests have others."""

import os
from pathlib import Path

from broadsheet.web.database import connection_settings
from broadsheet.web.options import read_option_values
from broadsheet.web.signing_key import read_signing_key

from .base import *  # noqa: F403
from .base import settings_following

_values = read_option_values(os.environ)

globals().update(settings_following(_values))

SECRET_KEY = read_signing_key(Path(str(_values["data"])))
DATABASES = {"default": connection_settings(str(_values["database_url"]))}
