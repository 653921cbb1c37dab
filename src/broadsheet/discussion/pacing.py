"""Which limits a write is counted for. Asked before it is tried: who is too early costs nobody any work.

`address` is the pseudonym of where the writer asks from. What is sent again, by whoever got no answer, is
neither counted again nor refused for it.
"""

import hashlib
from contextlib import suppress
from datetime import datetime

from broadsheet.accounts.models import User
from broadsheet.core.limits import Limit, TooOften, holds, take

from . import limits
from .models import Comment
from .newcomers import is_new

OF_GUEST = (limits.POST_GUEST_PAUSE, limits.POST_GUEST)

Asked = list[tuple[Limit, str]]


def pace_post(*, author: User | None, address: str, key: str, at: datetime) -> None:
    """Count a comment by `author`, None who has no key yet; `key` is the submission's. Raises `TooOften`."""
    take(*_of_post(author, address, at), once=f"post {key}")


def pace_new_guest(*, guest: User, key: str) -> None:
    """Count the first comment of `guest`, who had no key yet when it came, so that the second has to wait."""
    with suppress(TooOften):
        take(*((limit, _person(guest)) for limit in OF_GUEST), once=f"first {key}")


def pace_vote(*, voter: User | None, address: str, comment_id: int, key: str) -> None:
    """Count a vote, or one taken back. `key` is the vote's, "" where no script made one. Raises `TooOften`."""
    asked: Asked = []
    if voter:
        asked.append((limits.VOTE_PACE, _person(voter)))
        asked.append((limits.VOTE_GUEST if voter.is_guest else limits.VOTE, _person(voter)))
    if voter is None or voter.is_guest:
        asked.append((limits.VOTE_ADDRESS, f"address:{address}"))
    take(*asked, once=f"vote {voter.pk} {comment_id} {key}" if voter and key else "")


def pace_edit(*, comment: Comment, editor: User, source: str) -> None:
    """Count an edit of `comment`; the same words again are the same edit. Raises `TooOften`."""
    digest = hashlib.sha256(source.encode(errors="surrogatepass")).hexdigest()
    take((limits.EDIT, _person(editor)), once=f"edit {comment.pk} {digest}")


def pace_decision(*, reader: User | None, address: str) -> None:
    """Count that somebody begins or ends to follow or to ignore. Raises `TooOften`."""
    asked: Asked = [(limits.DECISION, _person(reader))] if reader else []
    if reader is None or reader.is_guest:
        asked.append((limits.DECISION_ADDRESS, f"address:{address}"))
    take(*asked)


def _of_post(author: User | None, address: str, at: datetime) -> Asked:
    if author is None:
        return [(limits.POST_ADDRESS, f"address:{address}")]
    if author.is_guest:
        of_guest = [(limit, _person(author)) for limit in OF_GUEST]
        return [*of_guest, (limits.POST_ADDRESS, f"address:{address}")]
    for_new = (limits.POST_NEW_PAUSE, limits.POST_NEW)
    usual = (limits.POST_PAUSE, limits.POST)
    is_tighter = any(map(holds, for_new)) and is_new(author, at=at)
    return [(limit, _person(author)) for limit in (for_new if is_tighter else usual)]


def _person(person: User) -> str:
    return f"person:{person.pk}"
