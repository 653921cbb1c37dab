"""The settings of the tests: every option at its default, whatever the environment says."""

import tempfile
from pathlib import Path

from broadsheet.web.options import default_values

from .base import *  # noqa: F403
from .base import settings_following

_DATA = Path(tempfile.gettempdir()) / "broadsheet-test-data"

# A test that is about limits asks for the fixture `limits_hold`; the others may do what they like, as often.
globals().update(settings_following({**default_values(), "limits": "off", "data": _DATA}))

SECRET_KEY = "known to everybody, and used by nobody but the tests"  # noqa: S105
DATABASES = {
    # The tests start a server of their own and fill in its socket (tests/conftest.py).
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "broadsheet",
        "USER": "broadsheet",
        "TEST": {"TEMPLATE": "broadsheet"},  # which has every migration
    },
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
