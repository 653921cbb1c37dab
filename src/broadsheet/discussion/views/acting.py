"""Acts on a comment or a discussion that need no more than a click, and perhaps a reason."""

from collections.abc import Callable
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from broadsheet.accounts.http import reader_of
from broadsheet.accounts.models import User
from broadsheet.core.errors import NotAllowed, NotFound
from broadsheet.core.http import wants_fragment
from broadsheet.discussion import commands, queries
from broadsheet.discussion.forms import ActForm
from broadsheet.discussion.furniture import comments_html
from broadsheet.discussion.models import Comment, Discussion

StaffAct = Callable[..., Comment]

STAFF_ACTS: dict[str, StaffAct] = {
    "pin": commands.pin_thread,
    "unpin": commands.unpin_thread,
    "feature": commands.feature_comment,
    "unfeature": commands.unfeature_comment,
    "close-thread": commands.close_thread,
    "reopen-thread": commands.reopen_thread,
    "release": commands.release_comment,
    "restore": commands.restore_comment,
}
DISCUSSION_ACTS: dict[str, Callable[..., Discussion]] = {
    "close": commands.close_discussion,
    "reopen": commands.reopen_discussion,
}


@require_POST
def act_on_comment(request: HttpRequest, comment_id: int, act: str) -> HttpResponse:
    """Do what the address names: a mark, its removal, a withdrawal, a decision of staff."""
    comment = Comment.objects.filter(pk=comment_id).first()
    if comment is None or act not in {*STAFF_ACTS, "withdraw", "remove"}:
        raise NotFound
    actor = reader_of(request)
    if actor is None:
        raise NotAllowed
    acted = _act(request, comment, act, actor=actor, at=timezone.now())
    if not wants_fragment(request):
        return redirect(
            "discussion:comment_page" if acted.is_shown else "discussion:comment_actions", acted.pk
        )
    fresh = Comment.objects.with_people().get(pk=acted.pk)
    return HttpResponse(comments_html([queries.comment_view(fresh)]))


def _act(request: HttpRequest, comment: Comment, act: str, *, actor: User, at: datetime) -> Comment:
    if act == "withdraw":
        return commands.withdraw_comment(comment=comment, author=actor, at=at)
    form = ActForm(request.POST)
    if not form.is_valid():
        raise commands.DecidedMeanwhile
    reason, upon = form.cleaned_data["reason"], form.cleaned_data["upon"]
    if act == "remove":
        return commands.remove_comment(
            comment=comment, moderator=actor, reason=reason, at=at, upon=upon
        )
    return STAFF_ACTS[act](comment=comment, moderator=actor, at=at, upon=upon)


@require_POST
def act_on_discussion(request: HttpRequest, key: str, act: str) -> HttpResponse:
    """Close the discussion, or open it again."""
    if act not in DISCUSSION_ACTS:
        raise NotFound
    actor = reader_of(request)
    if actor is None:
        raise NotAllowed
    discussion = DISCUSSION_ACTS[act](
        discussion=queries.discussion_named(key), moderator=actor, at=timezone.now()
    )
    return redirect(discussion.url)
