"""Every address of funding."""

from django.urls import URLPattern, path

from .views import hooks

app_name = "funding"

urlpatterns: list[URLPattern] = [
    path("funding/hooks/<slug:provider>/", hooks.hook, name="hook"),
]
