"""The newspaper as an ASGI application, for granian or any other server."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "broadsheet.web.settings.production")

from django.conf import settings
from django.core.asgi import get_asgi_application

from broadsheet.core.addresses import TrustedProxies, read_networks
from broadsheet.serve.guard import Guard

application = Guard(
    get_asgi_application(),
    public_address=str(settings.BROADSHEET["base_url"]),
    allowed_hosts=settings.ALLOWED_HOSTS,
    trusted_proxies=TrustedProxies(read_networks(str(settings.BROADSHEET["trusted_proxies"]))),
)
