from dataclasses import dataclass

from broadsheet.core.errors import NotFound
from broadsheet.core.markup import render
from broadsheet.discussion.models import Comment
from broadsheet.discussion.quoting import quotation_markdown

from .comment_form_view import WithCommentForm, comment_form_fields
from .comment_view import CommentView, comment_view


@dataclass(frozen=True, kw_only=True)
class ReplyPage(WithCommentForm):
    """What `discussion/reply_page.html` is given: a comment and a form to answer it.

    `draft` is what stands in the form already: the quotation, if one was asked for.
    """

    key: str
    title: str
    page_url: str
    comment: CommentView
    draft: str


def reply_page(comment_id: int, *, quote: bool = False) -> ReplyPage:
    """The page on which a comment is answered without JavaScript, the same for everybody.

    With `quote` the form begins with the whole comment quoted. One query. Raises `NotFound`.
    """
    comment = Comment.objects.filter(pk=comment_id).published().with_people().on_a_page().first()
    if comment is None:
        raise NotFound
    key = comment.discussion.key
    draft = ""
    if quote:
        words = render(comment.source).own_words
        draft = quotation_markdown(name=comment.author.name, comment_id=comment.pk, words=words)
    return ReplyPage(
        key=key,
        title=comment.discussion.title,
        page_url=comment.discussion.url,
        comment=comment_view(comment),
        draft=draft,
        **comment_form_fields(key),
    )
