"""What a stream says: each event of a discussion as a few bytes, the same for every reader.

The form is that of Server-Sent Events (HTML Standard, 9.2). `id:` is the discussion's version, so that a
browser that comes back says how much it has seen; votes have none, for they raise no version.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from broadsheet.core.events import Event
from broadsheet.discussion.events import (
    CommentEdited,
    CommentEvent,
    CommentMarked,
    CommentPosted,
    CommentRemoved,
    CommentWithdrawn,
    DiscussionClosed,
    DiscussionOpened,
    VoteCast,
)

# What makes a comment another than it was, and what is certain of it then.
CHANGES: dict[type[CommentEvent], dict[str, str]] = {
    CommentEdited: {},
    CommentMarked: {},
    CommentRemoved: {"state": "removed"},
    CommentWithdrawn: {"state": "withdrawn"},
}


@dataclass(frozen=True, slots=True)
class Message:
    """One message as it is sent.

    `version` is that of the discussion after what happened, 0 where nothing but votes changed. A waiting
    message is replaced by a later one with the same `replaces`.
    """

    written: bytes
    version: int = 0
    replaces: object = None


class Batch:
    """Messages that are sent as one."""

    __slots__ = ("_messages", "newest", "oldest", "written")

    def __init__(self, messages: Iterable[Message]) -> None:
        """Put `messages` together, in their order."""
        self._messages = tuple(messages)
        versions = [message.version for message in self._messages if message.version]
        self.oldest = min(versions, default=0)
        self.newest = max(versions, default=0)
        self.written = b"".join(message.written for message in self._messages)

    def after(self, version: int) -> bytes:
        """What a reader has not seen who knows `version`."""
        if not self.oldest or self.oldest > version:
            return self.written
        return b"".join(
            message.written
            for message in self._messages
            if not message.version or message.version > version
        )


def message_about(event: Event) -> Message | None:
    """How readers are told of `event`; None if it is not for everybody."""
    match event:
        case VoteCast():
            return voted(event.comment_id, up=event.up, down=event.down)
        case CommentPosted():
            return _posted(event)
        case CommentEvent() if type(event) in CHANGES:
            return _changed(event)
        case DiscussionOpened() | DiscussionClosed():
            said = {"is_open": isinstance(event, DiscussionOpened), "version": event.version}
            return _told("state", said, event.version)
    return None


def voted(comment_id: int, *, up: int, down: int) -> Message:
    """Say how many votes the comment has now."""
    said = {"comment": comment_id, "up": up, "down": down}
    return Message(_written("voted", said), replaces=("voted", comment_id))


def missed(changes: dict[str, Any], *, since: int) -> bytes:
    """What a reader who knows version `since` has not seen, as `changes` (the query of that name) lists it.

    Only the last message has an id: a browser that is cut off before it asks for all of them again.
    """
    version = changes["version"]
    if not changes["is_complete"]:
        return _written("reload", {"version": version}, version=version)
    if version <= since:  # since then there were only votes
        return b"".join(
            voted(one["comment"], up=one["up"], down=one["down"]).written
            for one in changes["changed"]
        )
    return b"".join(
        (
            *(_written("posted", {**one, "version": version}) for one in changes["added"]),
            *(_written("changed", {**one, "version": version}) for one in changes["changed"]),
            _written("state", {"is_open": changes["is_open"], "version": version}, version=version),
        )
    )


def _posted(event: CommentPosted) -> Message:
    said = {"comment": event.comment_id, "thread": event.thread_id, "parent": event.parent_id}
    return _told("posted", {**said, "version": event.version}, event.version)


def _changed(event: CommentEvent) -> Message:
    said = {"comment": event.comment_id, **CHANGES[type(event)], "version": event.version}
    return _told("changed", said, event.version)


def _told(name: str, said: dict[str, Any], version: int) -> Message:
    return Message(_written(name, said, version=version), version=version)


def _written(name: str, said: dict[str, Any], *, version: int = 0) -> bytes:
    number = f"id: {version}\n" if version else ""
    return f"event: {name}\n{number}data: {json.dumps(said, separators=(',', ':'))}\n\n".encode()
