"""The settings of the job worker: those of production, without the desk, which it never shows."""

from .production import *  # noqa: F403
from .production import INSTALLED_APPS as _ALL_APPS

_FOR_THE_DESK = {
    "wagtail.admin",
    "wagtail.documents",
    "wagtail.sites",
    "wagtail.snippets",
    "wagtail.users",
    "django_filters",
    "django.contrib.messages",
    "django.contrib.staticfiles",
}
INSTALLED_APPS = [app for app in _ALL_APPS if app not in _FOR_THE_DESK]
