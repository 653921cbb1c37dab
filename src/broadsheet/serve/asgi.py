"""The newspaper as an ASGI application, for granian or any other server."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.web.settings.production")

from django.conf import settings
from django.core.asgi import get_asgi_application

from broadsheet.serve.guard import Guard

application = Guard(get_asgi_application(), public_address=str(settings.BROADSHEET["base_url"]))
