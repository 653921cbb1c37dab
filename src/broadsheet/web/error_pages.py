"""The pages for what went wrong. Django's own would read the desk's token from its cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page."""
    return render(request, "404.html", status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """Something broke, and it is ours to mend."""
    return render(request, "500.html", status=500)
