from django.apps import AppConfig


class NotifyConfig(AppConfig):
    """Who is told."""

    name = "broadsheet.notify"
    label = "broadsheet_notify"
    default_auto_field = "django.db.models.BigAutoField"
