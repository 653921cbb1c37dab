"""Pages that are the same for everybody: no cookie is read here, and none set (design, decision 3).

Each declares what it shows, before it asks: also "there is no such comment" is forgotten when there is one.
"""

from dataclasses import asdict

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from broadsheet.accounts.faces import profile_path
from broadsheet.core.errors import NotFound
from broadsheet.core.http import wants_fragment
from broadsheet.core.shared import can_include, declare, leave_out
from broadsheet.discussion import queries, shows
from broadsheet.discussion.forms import CountsForm, PartForm, SinceForm
from broadsheet.discussion.models import Discussion


@require_safe
def discussion_page(request: HttpRequest, key: str) -> HttpResponse:
    """The discussion by itself; for an element, the next page of threads alone."""
    declare(request, shows.discussion(key))
    discussion = queries.discussion_named(key)
    if can_include(request) and not wants_fragment(request):
        frame = {"title": discussion.title, "page_url": discussion.url}
        part = leave_out(request, reverse("discussion:discussion_part", args=[key]))
        return render(
            request,
            "discussion/discussion_page.html",
            {"page": frame, "part_url": f"{part}&alone=1"},
        )
    declare(request, shows.threads(key), shows.count(key))
    page = _discussion_page(request, discussion)
    template = (
        "discussion/threads.html" if wants_fragment(request) else "discussion/discussion_page.html"
    )
    return render(request, template, {"page": page})


@require_safe
def discussion_part(request: HttpRequest, key: str) -> HttpResponse:
    """The discussion as it stands under its page, or `alone`, for who puts the page together."""
    declare(request, shows.discussion(key), shows.threads(key), shows.count(key))
    discussion = queries.discussion_named(key)
    here = "" if "alone" in request.GET else discussion.url
    page = _discussion_page(request, discussion, here=here)
    return render(request, "discussion/discussion.html", {"page": page})


def _discussion_page(
    request: HttpRequest, discussion: Discussion, *, here: str = ""
) -> queries.DiscussionPage:
    return queries.discussion_page(
        discussion,
        sort=request.GET.get("sort", ""),
        after=request.GET.get("after", ""),
        here=here,
        at=timezone.now(),
    )


@require_safe
def comment_counts(request: HttpRequest) -> HttpResponse:
    """How many comments there are about each `key` of the query, of those that have a discussion."""
    form = CountsForm(request.GET)
    if not form.is_valid():
        raise NotFound
    keys = form.keys()
    declare(request, *map(shows.count, keys))
    return JsonResponse(queries.comment_counts(keys))


@require_safe
def whole_discussion(request: HttpRequest, key: str) -> HttpResponse:
    """Everything that was said, plain and printable."""
    declare(request, shows.discussion(key), shows.threads(key), shows.count(key))
    form = PartForm(request.GET)
    if not form.is_valid():
        raise NotFound
    page = queries.whole_discussion(
        queries.discussion_named(key), part=form.cleaned_data["part"] or 1
    )
    return render(request, "discussion/whole_discussion.html", {"page": page})


@require_safe
def changes(request: HttpRequest, key: str) -> HttpResponse:
    """What has happened since a version, for pages that stay open."""
    declare(request, shows.discussion(key), shows.threads(key), shows.count(key))
    form = SinceForm(request.GET)
    if not form.is_valid():
        raise NotFound
    found = queries.changes(
        queries.discussion_named(key), since=form.cleaned_data["since"], at=timezone.now()
    )
    heading = render_to_string("discussion/count.html", {"count": found.comment_count})
    return JsonResponse({**asdict(found), "heading": heading})


@require_safe
def hottest_thread(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the thread with the most replies."""
    declare(request, shows.discussion(key), shows.threads(key))
    return redirect("discussion:thread_page", queries.hottest_thread(queries.discussion_named(key)))


@require_safe
def most_reacted_thread(request: HttpRequest, key: str) -> HttpResponse:
    """Lead to the thread with the comment most voted on, up and down together."""
    declare(request, shows.discussion(key), shows.threads(key))
    return redirect(
        "discussion:thread_page", queries.most_reacted_thread(queries.discussion_named(key))
    )


@require_safe
def thread_page(request: HttpRequest, comment_id: int) -> HttpResponse:
    """One thread; for an element, its further replies alone."""
    declare(request, shows.comment(comment_id), shows.thread(comment_id))
    page = queries.thread_page(comment_id, after=request.GET.get("after", ""), at=timezone.now())
    declare(request, shows.discussion(page.key))
    template = (
        "discussion/replies.html" if wants_fragment(request) else "discussion/thread_page.html"
    )
    return render(request, template, {"page": page})


@require_safe
def comment_page(request: HttpRequest, comment_id: int) -> HttpResponse:
    """A comment's permanent address; for an element, the comment alone, as it now stands."""
    declare(request, shows.comment(comment_id))
    page = queries.comment_page(comment_id, at=timezone.now())
    declare(request, shows.thread(page.comment.thread_id), shows.discussion(page.key))
    if wants_fragment(request):
        return render(request, "discussion/comment.html", {"comment": page.comment})
    return render(request, "discussion/comment_page.html", {"page": page})


@require_safe
def comment_history(request: HttpRequest, comment_id: int) -> HttpResponse:
    """What a comment said before."""
    declare(request, shows.comment(comment_id))
    page = queries.comment_history(comment_id)
    declare(request, shows.thread(page.comment.thread_id), shows.discussion(page.key))
    return render(request, "discussion/comment_history.html", {"page": page})


@require_safe
def reply_page(request: HttpRequest, comment_id: int) -> HttpResponse:
    """A form to answer a comment, perhaps with its words quoted."""
    declare(request, shows.comment(comment_id))
    page = queries.reply_page(comment_id, quote="quote" in request.GET)
    declare(request, shows.thread(page.comment.thread_id), shows.discussion(page.key))
    return render(request, "discussion/reply_page.html", {"page": page})


@require_safe
def profile_page(request: HttpRequest, handle: str) -> HttpResponse:
    """A person's public page; the address of one who became another leads to that one's."""
    declare(request, shows.PROFILES)
    person = queries.person_with_profile(handle)
    declare(request, shows.said_by(person.pk))
    if person.handle != handle:
        return redirect(profile_path(person.handle), permanent=True)
    page = queries.profile_page(person, after=request.GET.get("after", ""))
    return render(request, "discussion/profile_page.html", {"page": page})
