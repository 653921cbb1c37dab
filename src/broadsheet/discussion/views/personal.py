"""What concerns the one who asks. Never stored by anybody on the way."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from broadsheet.accounts.http import reader_of
from broadsheet.core.errors import NotFound
from broadsheet.core.http import wants_fragment
from broadsheet.discussion import queries
from broadsheet.discussion.forms import OverlayForm
from broadsheet.discussion.furniture import comments_html


@never_cache
@require_safe
def overlay(request: HttpRequest, key: str) -> HttpResponse:
    """What the viewer adds to the page: own votes, own comments that wait, what they may do."""
    form = OverlayForm(request.GET)
    if not form.is_valid():
        raise NotFound
    viewer = reader_of(request)
    if viewer is None:
        return JsonResponse({"viewer": None})
    answer = queries.overlay(
        queries.discussion_named(key),
        comment_ids=form.comment_ids(),
        viewer=viewer,
        at=timezone.now(),
    )
    about_comments = ("votes", "acts", "held", "follows", "ignored")
    fields = {name: value for name, value in vars(answer).items() if name not in about_comments}
    held = [
        {"id": comment.id, "parent": comment.parent_id, "html": comments_html([comment])}
        for comment in answer.held
    ]
    told = {name: getattr(answer, name) for name in about_comments}
    return JsonResponse({"viewer": fields, **told, "held": held})


@never_cache
@require_safe
def comment_actions(request: HttpRequest, comment_id: int) -> HttpResponse:
    """All that the viewer may do to one comment, as forms; for an element, the forms alone."""
    page = queries.comment_actions(comment_id, viewer=reader_of(request), at=timezone.now())
    template = (
        "discussion/comment_acts.html"
        if wants_fragment(request)
        else "discussion/comment_actions.html"
    )
    return render(request, template, {"page": page})


@never_cache
@require_safe
def held_comments(request: HttpRequest, key: str) -> HttpResponse:
    """What waits for approval, for staff."""
    page = queries.held_comments(
        queries.discussion_named(key), viewer=reader_of(request), at=timezone.now()
    )
    return render(request, "discussion/held_comments.html", {"page": page})
