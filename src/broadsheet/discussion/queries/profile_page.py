from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode

from django.db.models import Count
from django.utils import timezone

from broadsheet.accounts.faces import avatar_url, hue, initials, profile_path
from broadsheet.accounts.models import Strength, User, present_person
from broadsheet.core.errors import NotFound
from broadsheet.core.pages import read_cursor, write_cursor
from broadsheet.discussion.models import Comment, PageState

from .comment_rows import CommentRow
from .comment_view import CommentView, comment_views

COMMENTS_ON_A_PAGE: Final = 25


@dataclass(frozen=True, kw_only=True)
class ProfileComment:
    """One comment of theirs, and the title of the page under which it stands.

    Of the comment, the page shows nothing that others can change, such as votes: it is forgotten with the
    author's own words alone.
    """

    comment: CommentView
    title: str


@dataclass(frozen=True, kw_only=True)
class ProfilePage:
    """What `discussion/profile_page.html` is given: a person as everybody sees them, and what they have said.

    `comments` are the latest first. `is_listed` says whether search engines may list the page: not where the
    person or anybody's sense is against it, as on later pages, or where nothing has been said.
    """

    name: str
    url: str
    avatar_url: str
    initials: str
    hue: int
    since: date
    is_staff: bool
    is_supporter: bool
    has_account: bool
    links: list[str]
    is_listed: bool
    comment_count: int
    comments: list[ProfileComment]
    is_first_page: bool
    next_url: str | None


def person_with_profile(handle: str) -> User:
    """The person whose public page is at `handle`; another one, if the two were merged. One or two queries.

    Raises `NotFound` where there is nobody, nobody known, or nobody who wants to be seen: all the same.
    """
    person = User.objects.filter(handle=handle).first()
    if person is not None and not person.is_active:
        person = present_person(person)
    if person is None or not person.has_profile or not person.name:
        raise NotFound
    return person


def profile_page(person: User, *, after: str = "") -> ProfilePage:
    """The public page of `person`, the same for everybody, from the comment `after` which it goes on.

    Two queries; a later page costs what the first does. Raises `CursorNotUnderstood`.
    """
    said = Comment.objects.filter(author=person).published()
    said = said.exclude(discussion__page_state=PageState.GONE)
    shown = said
    if after:
        (last,) = read_cursor(after, int)
        shown = said.filter(pk__lt=last)
    found = list(
        shown.with_people().select_related("discussion").order_by("-pk")[: COMMENTS_ON_A_PAGE + 1]
    )
    counted = said.aggregate(Count("pk"))["pk__count"]
    is_last = len(found) <= COMMENTS_ON_A_PAGE
    found = found[:COMMENTS_ON_A_PAGE]
    url = profile_path(person.handle)
    return ProfilePage(
        name=person.name,
        url=url,
        avatar_url=avatar_url(person.avatar),
        initials=initials(person.name),
        hue=hue(person.pk),
        since=timezone.localdate(person.joined_at),
        is_staff=person.speaks_for_the_paper,
        is_supporter=person.is_supporter,
        has_account=person.strength == Strength.ACCOUNT,
        links=list(person.profile_links),
        is_listed=person.is_profile_listed and not after and counted > 0,
        comment_count=counted,
        comments=_with_titles(found),
        is_first_page=not after,
        next_url=None if is_last else f"{url}?{urlencode({'after': write_cursor(found[-1].pk)})}",
    )


def _with_titles(comments: list[Comment]) -> list[ProfileComment]:
    views = comment_views(map(CommentRow.of, comments))
    titles = [comment.discussion.title for comment in comments]
    return [
        ProfileComment(comment=view, title=title) for view, title in zip(views, titles, strict=True)
    ]
