"""Pages about what the one who asks has said, thinks, follows and does not want to see; and their forms."""

from contextlib import AbstractContextManager, nullcontext
from typing import TypedDict

from django.db import transaction
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from broadsheet.accounts.commands import create_silent_guest
from broadsheet.accounts.guest_key import hand_over
from broadsheet.accounts.http import reader_of, writer_of
from broadsheet.accounts.models import User
from broadsheet.accounts.own_pages import own_page
from broadsheet.core.errors import NotFound
from broadsheet.core.http import origin_of, wants_json
from broadsheet.discussion import commands, queries
from broadsheet.discussion.forms import DecisionForm
from broadsheet.discussion.models import Comment, Discussion, Follow
from broadsheet.discussion.pacing import pace_decision


@require_safe
@own_page()
def own_comments(request: HttpRequest, reader: User) -> HttpResponse:
    """What the reader has said, and what became of it."""
    page = queries.own_comments(
        reader,
        state=request.GET.get("state", ""),
        after=request.GET.get("after", ""),
        here=request.path,
    )
    return render(request, "discussion/own_comments.html", {"page": page, "reader": reader})


@require_safe
@own_page()
def own_votes(request: HttpRequest, reader: User) -> HttpResponse:
    """What the reader has voted on."""
    after = request.GET.get("after", "")
    page = queries.own_votes(reader, after=after, here=request.path, at=timezone.now())
    return render(request, "discussion/own_votes.html", {"page": page, "reader": reader})


@require_POST
@own_page()
def take_back_vote(request: HttpRequest, reader: User, comment_id: int) -> HttpResponse:
    """Take the vote on a comment back, and show the others again."""
    commands.cast_vote(comment=Comment(pk=comment_id), voter=reader, value=0, at=timezone.now())
    return redirect("discussion:own_votes")


@require_safe
@own_page()
def drafts(request: HttpRequest, reader: User) -> HttpResponse:
    """What was typed and not posted; only the reader's device knows it, and its script lists it."""
    return render(request, "discussion/drafts.html", {"reader": reader})


@require_safe
@own_page()
def followed(request: HttpRequest, reader: User) -> HttpResponse:
    """What the reader follows, with what is new there."""
    page = queries.followed(reader, after=request.GET.get("after", ""), here=request.path)
    return render(request, "discussion/followed.html", {"page": page, "reader": reader})


@require_POST
@own_page()
def visit_followed(request: HttpRequest, reader: User, follow_id: int) -> HttpResponse:
    """Lead to what is followed, which is then seen."""
    follow = Follow.objects.filter(pk=follow_id, reader=reader).select_related("discussion").first()
    if follow is None:
        raise NotFound
    commands.mark_seen(discussion=follow.discussion, reader=reader, thread_id=follow.thread_id)
    if follow.thread_id:
        return redirect("discussion:thread_page", follow.thread_id)
    return redirect(f"{follow.discussion.url}#discussion")


@require_POST
def follow_discussion(request: HttpRequest, key: str) -> HttpResponse:
    """Follow a discussion, or follow it no more, as the form says."""
    decision = _decision(request)
    discussion = queries.discussion_named(key)
    known = _paced(request)
    with _whole(known):
        reader = known or create_silent_guest(at=timezone.now())
        is_on = commands.follow_discussion(
            discussion=discussion, reader=reader, at=timezone.now(), **decision
        )
    return _decided(request, is_on=is_on, page="followed", new=None if known else reader)


@require_POST
def follow_thread(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Follow the thread a comment stands in, or follow it no more, as the form says."""
    decision = _decision(request)
    known = _paced(request)
    with _whole(known):
        reader = known or create_silent_guest(at=timezone.now())
        is_on = commands.follow_thread(
            comment_id=comment_id, reader=reader, at=timezone.now(), **decision
        )
    return _decided(request, is_on=is_on, page="followed", new=None if known else reader)


@require_POST
def mark_discussion_seen(request: HttpRequest, key: str) -> HttpResponse:
    """Remember that the reader has seen the discussion; for nobody there is nothing to remember."""
    return _seen(request, queries.discussion_named(key), None)


@require_POST
def mark_thread_seen(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Remember that the reader has seen the thread that begins with the comment."""
    first = Comment.objects.filter(pk=comment_id).on_a_page().first()
    if first is None:
        raise NotFound
    return _seen(request, first.discussion, comment_id)


def _seen(request: HttpRequest, discussion: Discussion, thread_id: int | None) -> HttpResponse:
    reader = reader_of(request)
    if reader:
        commands.mark_seen(discussion=discussion, reader=reader, thread_id=thread_id)
    return HttpResponse(status=204)


@require_safe
@own_page()
def ignored_people(request: HttpRequest, reader: User) -> HttpResponse:
    """Whose comments are folded for the reader."""
    page = queries.ignored_people(reader, after=request.GET.get("after", ""), here=request.path)
    return render(request, "discussion/ignored_people.html", {"page": page, "reader": reader})


@require_POST
def ignore_author(request: HttpRequest, comment_id: int) -> HttpResponse:
    """Ignore who wrote a comment, or ignore them no more, as the form says."""
    comment = Comment.objects.filter(pk=comment_id).published().with_people().on_a_page().first()
    return _ignore(request, comment.author if comment else None)


@require_POST
def ignore_person(request: HttpRequest, handle: str) -> HttpResponse:
    """Ignore the person known by the handle, or ignore them no more, as the form says."""
    return _ignore(request, User.objects.filter(handle=handle).first())


def _ignore(request: HttpRequest, person: User | None) -> HttpResponse:
    is_on = _decision(request)["is_on"]
    if person is None:
        raise NotFound
    known = _paced(request)
    with _whole(known):
        reader = known or create_silent_guest(at=timezone.now())
        if is_on:
            commands.ignore_person(person=person, reader=reader, at=timezone.now())
        else:
            commands.stop_ignoring_person(person=person, reader=reader)
    return _decided(request, is_on=is_on, page="ignored_people", new=None if known else reader)


class _Decision(TypedDict):
    is_on: bool
    submission_key: str


def _decision(request: HttpRequest) -> _Decision:
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise NotFound
    return {
        "is_on": form.cleaned_data["value"] == 1,
        "submission_key": form.cleaned_data["submission_key"],
    }


def _paced(request: HttpRequest) -> User | None:
    """Who decides, None for somebody new. Raises `TooOften`, and `SignInHere` for who is a reader elsewhere."""
    reader = writer_of(request)
    pace_decision(reader=reader, address=origin_of(request))
    return reader


def _whole(known: User | None) -> AbstractContextManager[object]:
    """Who is refused is not made a guest."""
    return nullcontext() if known else transaction.atomic()


def _decided(request: HttpRequest, *, is_on: bool, page: str, new: User | None) -> HttpResponse:
    """What now is, for our element; for a browser, the page that lists it. A `new` guest gets their key."""
    response: HttpResponse = redirect(f"discussion:{page}")
    if wants_json(request):
        response = JsonResponse({"is_on": is_on})
    if new:
        hand_over(response, new)
    return response
