"""The newspaper as an ASGI application, for granian or any other server."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.web.settings.production")

import django

from broadsheet.serve.guard import Application


def _loaded() -> Application:
    django.setup()
    from broadsheet.serve.assembly import Assembly

    return Assembly().application


application = _loaded()
