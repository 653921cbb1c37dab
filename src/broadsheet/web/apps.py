from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "broadsheet.web"
    label = "broadsheet_web"

    def ready(self) -> None:
        from . import wiring  # noqa: F401 - subscribes on import
