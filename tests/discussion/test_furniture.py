"""furniture: what is filled in is what the templates make, byte for byte."""

from dataclasses import replace
from datetime import UTC, datetime
from types import SimpleNamespace

import pytest
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import mark_safe
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.accounts.models import Strength, User
from broadsheet.core.text import normalise, normalise_name
from broadsheet.discussion import commands, furniture, queries
from broadsheet.discussion.models import Comment, CommentStatus
from broadsheet.discussion.moments import moment_writer
from broadsheet.discussion.queries.comment_rows import CommentRow, chosen_comments
from broadsheet.discussion.queries.comment_view import comment_views
from factories.discussion import fill, say
from factories.moments import NOON

MARKS = "\x02\x03"
LANGUAGES = ["en", "de", "fr", "ar", "bs", "ja"]
ZONES = ["UTC", "Europe/London", "Asia/Kathmandu", "America/St_Johns"]

names = st.one_of(
    st.text(max_size=20),
    st.sampled_from(
        [
            "",
            "Ada",
            "<b>",
            "\x020\x03",
            "\x02",
            "%s",
            "%(id)s",
            "{{ x }}",
            "{% x %}",
            'O\'Hara & "Co"',
        ]
    ),
)
ids = st.integers(1, 2**63 - 1)
votes = st.integers(0, 2**31 - 1)
moments = st.datetimes(datetime(1900, 1, 1), timezones=st.just(UTC))


@st.composite
def rows(draw):
    return CommentRow(
        id=draw(ids),
        thread_id=draw(st.none() | ids),
        parent_id=draw(st.none() | ids),
        depth=draw(st.integers(0, 10_000)),
        status=draw(st.sampled_from(CommentStatus.values)),
        reason=draw(names),
        html=draw(names),
        markup_version=1,
        author_id=draw(ids),
        author_name=draw(names),
        author_handle=draw(st.sampled_from(["", "0123456789abcdef0123"])),
        avatar=draw(st.sampled_from(["", "0123456789abcdef"])),
        is_staff=draw(st.booleans()),
        is_guest=draw(st.booleans()),
        is_supporter=draw(st.booleans()),
        answers_name=draw(names),
        posted_at=draw(moments),
        up_votes=draw(votes),
        down_votes=draw(votes),
        reply_count=draw(votes),
        is_edited=draw(st.booleans()),
        is_pinned=draw(st.booleans()),
        is_featured=draw(st.booleans()),
        is_thread_closed=draw(st.booleans()),
    )


def rendered(template, **context):
    return render_to_string(f"discussion/{template}.html", context)


@settings(deadline=None)
@given(rows(), st.booleans(), st.sampled_from(LANGUAGES), st.sampled_from(ZONES))
def test_fills_in_what_the_template_would_make(row, with_words, language, zone):
    with translation.override(language), timezone.override(zone):
        [view] = comment_views([row], with_words=with_words)
        assert furniture.comments_html([view]) == rendered("comment", comment=view)
        assert furniture.plain_comments_html([view]) == rendered("plain_comment", comment=view)


@settings(deadline=None)
@given(st.lists(rows(), min_size=1, max_size=4), st.integers(0, 10_000), names)
def test_fills_in_a_thread_as_its_templates_would_make_it(given_rows, count, url):
    first, *replies = comment_views(given_rows)
    thread = queries.ThreadView(first=first, replies=replies, more_replies=count, more_url=url)
    more = rendered("more_replies", more=furniture.MoreReplies(count, url)) if count else ""
    comments = "".join(rendered("comment", comment=view) for view in (first, *replies))
    lines = furniture.ThreadLines(first.id, mark_safe(comments), mark_safe(more))
    assert furniture.threads_html([thread]) == rendered("thread", thread=lines)


@settings(deadline=None)
@given(
    st.fixed_dictionaries(
        {
            "is_open": st.booleans(),
            "is_empty": st.booleans(),
            "guests_may_comment": st.booleans(),
            "max_length": st.integers(1, 10_000),
            "post_url": names,
            "preview_url": names,
            "overlay_url": names,
        }
    )
)
def test_fills_in_what_stands_on_the_page_once(fields):
    page = SimpleNamespace(**fields)
    assert furniture.join_html(page) == rendered("join", page=page)
    assert furniture.elements_html(page) == rendered("own_elements", page=page)


@settings(deadline=None)
@given(names, st.integers(0, 2**63 - 1), st.sampled_from(LANGUAGES))
def test_fills_in_what_keeps_a_page_up_to_date(src, version, language):
    part = furniture.LivePart(src, version)
    with translation.override(language):
        assert furniture.live_html(part) == rendered("live", live=part)


@settings(deadline=None)
@given(st.text())
@example(MARKS)
def test_no_words_or_names_that_are_kept_hold_a_mark(text):
    assert not set(MARKS) & set(normalise(text) + normalise_name(text))


@settings(deadline=None)
@given(moments, st.sampled_from(LANGUAGES), st.sampled_from(ZONES))
def test_writes_moments_as_templates_do(moment, language, zone):
    from django.template import engines

    template = engines["django"].from_string('{{ at|date:"c" }} {{ at|date:"DATETIME_FORMAT" }}')
    with translation.override(language), timezone.override(zone):
        written = moment_writer()(moment)
        assert f"{written.iso} {written.text}" == template.render({"at": moment})


def test_refuses_a_template_that_reads_more_than_is_listed():
    from broadsheet.discussion.shapes import Shapes

    shapes = Shapes("discussion/comment.html", called="comment", branches=(), blanks={"id": str})
    with pytest.raises(LookupError):
        shapes.fill(SimpleNamespace(id=1))


def test_shows_a_new_name_at_once(discussion, ada):
    comment = say(discussion, ada)
    page_with = lambda: furniture.threads_html(queries.discussion_page(discussion, at=NOON).threads)  # noqa: E731
    assert "Ada" in page_with()
    User.objects.filter(pk=ada.pk).update(name="Ada & Co")
    assert "<bdi>Ada &amp; Co</bdi>" in page_with()
    assert f'id="comment-{comment.pk}"' in page_with()


def test_reads_of_a_row_what_a_comment_says(discussion, ada, ben, mona, settings):
    """The two ways to a view, by one statement and by models, see the same."""
    guest = User.objects.create(name="Guest", strength=Strength.GUEST, joined_at=NOON)
    gone = User.objects.create(name="Left", is_staff=True, joined_at=NOON)
    voice = User.objects.create(name="Voice", is_newsroom=True, joined_at=NOON)
    first = say(discussion, ada)
    for author in (ben, mona, guest, gone, voice):
        say(discussion, author, to=first)
    User.objects.filter(pk=gone.pk).update(is_active=False)
    removed = say(discussion, ben, to=first)
    say(discussion, ada, to=removed)
    commands.remove_comment(comment=removed, moderator=mona, reason="Abuse.", at=NOON)
    commands.pin_thread(comment=first, moderator=mona, at=NOON)
    commands.feature_comment(comment=first, moderator=mona, at=NOON)
    commands.close_thread(comment=first, moderator=mona, at=NOON)
    commands.edit_comment(comment=first, editor=ada, source="Other words.", at=NOON)
    settings.DISCUSSION_SCREENER = "factories.screeners.hold_everything"
    say(discussion, ada)
    commands.withdraw_comment(
        comment=Comment.objects.filter(author=ben).first(), author=ben, at=NOON
    )

    comments = list(Comment.objects.with_people().order_by("id"))
    read = chosen_comments(
        "SELECT unnest(%(ids)s::bigint[])", {"ids": [one.pk for one in comments]}
    )
    assert read == [CommentRow.of(one) for one in comments]
    assert len(read) == 9


def test_costs_no_template_for_comments_that_look_alike(discussion, ada):
    """Once a shape is known, a template is not rendered again, however many comments have it."""
    from django.test.signals import template_rendered

    fill(discussion, ada, threads=20, replies=4)
    page = queries.discussion_page(discussion, at=NOON)
    furniture.threads_html(page.threads)
    seen = []
    template_rendered.connect(
        lambda **told: seen.append(told["template"].name), weak=False, dispatch_uid="shapes"
    )
    try:
        furniture.threads_html([replace(one, more_url="/elsewhere/") for one in page.threads])
    finally:
        template_rendered.disconnect(dispatch_uid="shapes")
    assert seen == []
