"""Pages about oneself: who sees them, and what everybody else is told instead."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from .http import reader_of
from .models import User

Arguments = ParamSpec("Arguments")
OwnView = Callable[Concatenate[HttpRequest, User, Arguments], HttpResponse]


def own_page(
    *, for_guests: bool = True
) -> Callable[[OwnView[Arguments]], Callable[Concatenate[HttpRequest, Arguments], HttpResponse]]:
    """Give the view the reader it is about, and let nobody keep its answer.

    Who is nobody is asked to sign in and led back; a guest, where it is not `for_guests`, is told how to become
    a reader. Both are answered with 403.
    """

    def decorate(
        view: OwnView[Arguments],
    ) -> Callable[Concatenate[HttpRequest, Arguments], HttpResponse]:
        @never_cache
        @wraps(view)
        def answer(
            request: HttpRequest, /, *args: Arguments.args, **kwargs: Arguments.kwargs
        ) -> HttpResponse:
            reader = reader_of(request)
            if reader is None or (reader.is_guest and not for_guests):
                return ask_to_sign_in(request, reader)
            return view(request, reader, *args, **kwargs)

        return answer

    return decorate


def ask_to_sign_in(request: HttpRequest, reader: User | None) -> HttpResponse:
    """Say kindly what is missing for a page about oneself, and the way to it and back."""
    here = request.get_full_path() if request.method in ("GET", "HEAD") else request.path
    context: dict[str, Any] = {"reader": reader, "here": here}
    return render(request, "accounts/who_are_you.html", context, status=403)
