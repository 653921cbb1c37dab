from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotifyConfig(AppConfig):
    """Who is told."""

    name = "broadsheet.notify"
    label = "broadsheet_notify"
    verbose_name = _("Letters")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from broadsheet.accounts.belongings import register

        from . import receivers  # noqa: F401 - connects on import
        from .belongings import Letters

        register(Letters())
