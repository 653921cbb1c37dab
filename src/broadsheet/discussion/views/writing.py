"""Comments and votes come in. The same address serves the browser's form and our element."""

import hashlib
from contextlib import nullcontext
from urllib.parse import urlencode

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from broadsheet.accounts.commands import NameRefused, create_silent_guest
from broadsheet.accounts.guest_key import hand_over
from broadsheet.accounts.http import reader_of, writer_of
from broadsheet.accounts.models import User
from broadsheet.core.errors import NotFound, Refused
from broadsheet.core.http import origin_of, wants_fragment, wants_json
from broadsheet.core.statements import Statement
from broadsheet.discussion import commands, queries
from broadsheet.discussion.forms import CommentForm, EditForm, VoteForm
from broadsheet.discussion.furniture import comments_html
from broadsheet.discussion.models import Comment, Discussion
from broadsheet.discussion.pacing import pace_edit, pace_new_guest, pace_post, pace_vote

# How long the same words from the same place are taken for the same submission, where no script names it.
REPETITION_SECONDS = 600

KEPT_VOTE = _("Your vote is kept, and counts once you have confirmed your e-mail address.")

_WITH_AUTHOR = Statement(
    """
    SELECT {comment}, {author} FROM {Comment} comment
    JOIN {Author} author ON author.id = comment.author_id WHERE comment.id = %s
    """,
    comment=Comment,
    author=User,
)


@require_POST
def post_comment(request: HttpRequest, key: str) -> HttpResponse:
    """Take a comment or a reply, from a person with an account or a guest."""
    discussion = queries.discussion_named(key)
    form = CommentForm(request.POST)
    if not form.is_valid():
        return _form_again(request, discussion, form, status=422)
    reader = writer_of(request)
    now = timezone.now()
    try:
        key = _submission_key(request, discussion, form)
        pace_post(author=reader, address=origin_of(request), key=key, at=now)
        sent = {
            "discussion": discussion,
            "source": form.cleaned_data["body"],
            "submission_key": key,
            "parent": _parent(form),
            "at": now,
        }
        if reader is None or reader.is_guest:
            name, email = form.cleaned_data["name"], form.cleaned_data["email"]
            comment = commands.post_comment_as_guest(guest=reader, name=name, email=email, **sent)
        else:
            comment = commands.post_comment(author=reader, **sent)
    except Refused as refusal:
        if wants_fragment(request) or wants_json(request):
            raise
        return _form_again(request, discussion, form, refusal=refusal, status=refusal.status)

    response = _show(request, comment, status=201)
    if comment.author.is_guest and form.cleaned_data["email"] and not wants_fragment(request):
        response = _offer_to_confirm(response)
    if reader is None:
        pace_new_guest(guest=comment.author, key=key)
        hand_over(response, comment.author)
    return response


def _offer_to_confirm(response: HttpResponse) -> HttpResponse:
    """Ask a guest who gave an address whether it is theirs, on the way to where they are led."""
    return redirect(
        f"{reverse('accounts:claim')}?{urlencode({'next': response.headers['Location']})}"
    )


def _parent(form: CommentForm) -> Comment | None:
    parent_id = form.cleaned_data["parent"]
    if parent_id is None:
        return None
    found = _WITH_AUTHOR.first(parent_id)
    if found is None:
        raise commands.WrongDiscussion
    parent: Comment
    parent, parent.author = found
    return parent


def _submission_key(request: HttpRequest, discussion: Discussion, form: CommentForm) -> str:
    """The key our element made; without script, one made of what was sent, from where, in which ten minutes."""
    if form.cleaned_data["submission_key"]:
        return str(form.cleaned_data["submission_key"])
    reader = reader_of(request)
    parts = (
        origin_of(request),
        request.headers.get("User-Agent", ""),
        str(reader.pk if reader else form.cleaned_data["name"]),
        discussion.key,
        str(form.cleaned_data["parent"]),
        form.cleaned_data["body"],
        str(int(timezone.now().timestamp()) // REPETITION_SECONDS),
    )
    return hashlib.sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()


def _form_again(
    request: HttpRequest,
    discussion: Discussion,
    form: CommentForm,
    *,
    refusal: Refused | None = None,
    status: int,
) -> HttpResponse:
    """The form with what was written in it, and what to mend."""
    if isinstance(refusal, NameRefused):
        form.add_error("name", refusal.sentence)
        refusal = None
    page = queries.preview(discussion, str(form.data.get("body", "")))
    context = {"page": page, "form": form, "refusal": refusal}
    template = (
        "discussion/comment_form_errors.html"
        if wants_fragment(request)
        else "discussion/preview_page.html"
    )
    response = render(request, template, context, status=status)
    if refusal and refusal.retry_after:
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


@require_POST
def preview(request: HttpRequest, key: str) -> HttpResponse:
    """Show how the words would look. Writes nothing."""
    discussion = queries.discussion_named(key)
    form = CommentForm(request.POST)
    form.is_valid()
    page = queries.preview(discussion, str(form.data.get("body", "")))
    template = (
        "discussion/preview.html" if wants_fragment(request) else "discussion/preview_page.html"
    )
    return render(request, template, {"page": page, "form": form, "refusal": page.refusal})


@require_POST
def edit_comment(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Give one's own comment other words."""
    comment = _comment(comment_id)
    reader = reader_of(request)
    form = EditForm(request.POST)
    if reader is None or not form.is_valid():
        raise NotFound
    source, upon = form.cleaned_data["body"], form.cleaned_data["upon"]
    pace_edit(comment=comment, editor=reader, source=source)
    edited = commands.edit_comment(
        comment=comment, editor=reader, source=source, at=timezone.now(), upon=upon
    )
    return _show(request, edited, status=200)


@require_POST
def cast_vote(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Make the reader's vote on a comment what the form says; 0 takes it back."""
    form = VoteForm(request.POST)
    if not form.is_valid():
        raise commands.WrongVote
    known, now = writer_of(request), timezone.now()
    key = form.cleaned_data["submission_key"]
    pace_vote(voter=known, address=origin_of(request), comment_id=comment_id, key=key)
    # Who may not vote is not made a guest.
    with nullcontext() if known else transaction.atomic():
        voter = known or create_silent_guest(at=now)
        vote = commands.cast_vote(
            comment=Comment(pk=comment_id), voter=voter, at=now, **form.cleaned_data
        )
    voted = vote.comment
    response: HttpResponse
    if wants_json(request):
        response = JsonResponse(
            {
                "vote": vote.value,
                "up": voted.up_votes,
                "down": voted.down_votes,
                "score": voted.score,
                "note": "" if vote.is_counted or not vote.value else str(KEPT_VOTE),
            }
        )
    else:
        response = redirect("discussion:comment_actions", comment_id)
    if known is None:
        hand_over(response, voter)
    return response


def _comment(comment_id: int) -> Comment:
    comment = Comment.objects.filter(pk=comment_id).with_people().on_a_page().first()
    if comment is None:
        raise NotFound
    return comment


def _show(request: HttpRequest, comment: Comment, *, status: int) -> HttpResponse:
    """The comment as a fragment for our element; for a browser, the way to where it now stands."""
    if wants_fragment(request):
        view = queries.comment_view(comment, with_words=True)
        return HttpResponse(comments_html([view]), status=status)
    page = "comment_page" if comment.is_published else "comment_actions"
    return redirect(f"discussion:{page}", comment.pk)
