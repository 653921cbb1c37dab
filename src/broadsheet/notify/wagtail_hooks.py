"""Letters at the desk: a word on its home page when they do not leave."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail import hooks
from wagtail.admin.ui.components import Component

from . import queries


class LettersPanel(Component):
    """Says that letters wait, since when, and why. Nothing where none is late."""

    order = 50
    template_name = "notify/letters_panel.html"

    def get_context_data(
        self,
        parent_context: Any = None,  # noqa: ARG002 - the library's signature
    ) -> dict[str, Any]:
        """How many wait."""
        return {"letters": queries.letters_waiting(at=timezone.now())}


@hooks.register("construct_homepage_panels")
def show_letters_that_wait(request: HttpRequest, panels: list[Component]) -> None:
    """Above all else: without letters nobody can sign in."""
    panels.append(LettersPanel())
