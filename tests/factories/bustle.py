"""Many people doing all that can be done in a discussion, in an order that a seed decides."""

import random
from contextlib import suppress
from functools import partial

from broadsheet.core.errors import Refused
from broadsheet.discussion import commands
from broadsheet.discussion.models import Comment
from factories.together import together

from .discussion import say
from .moments import NOON


class Bustle:
    """What `people` and a `moderator` do in `discussion`; `act` does one thing that chance chooses.

    What is refused is part of life. Where the screener is `screeners.hold_what_asks_for_it`, a third of all
    words are held.
    """

    def __init__(self, discussion, people, *, moderator, seed):
        self.discussion = discussion
        self.people = people
        self.moderator = moderator
        self.chance = random.Random(seed)

    def act(self):
        """Do one thing."""
        acts = [self.post, self.answer, self.vote, self.edit, self.withdraw, self.decide, self.mark]
        with suppress(Refused):
            self.chance.choices(acts, weights=[3, 6, 6, 3, 1, 5, 2])[0]()

    def post(self):
        say(self.discussion, self._somebody(), self._words())

    def answer(self):
        say(self.discussion, self._somebody(), self._words(), to=self._comment())

    def vote(self):
        value = self.chance.choice([-1, 0, 1])
        commands.cast_vote(comment=self._comment(), voter=self._somebody(), value=value, at=NOON)

    def edit(self):
        comment = self._comment()
        commands.edit_comment(comment=comment, editor=comment.author, source=self._words(), at=NOON)

    def withdraw(self):
        comment = self._comment()
        commands.withdraw_comment(comment=comment, author=comment.author, at=NOON)

    def decide(self):
        decisions = [commands.release_comment, commands.restore_comment, self._remove]
        self.chance.choice(decisions)(comment=self._comment(), moderator=self.moderator, at=NOON)

    def mark(self):
        marks = [
            commands.pin_thread,
            commands.unpin_thread,
            commands.feature_comment,
            commands.unfeature_comment,
        ]
        self.chance.choice(marks)(comment=self._comment(), moderator=self.moderator, at=NOON)

    def _remove(self, **by_whom):
        commands.remove_comment(reason="Abuse.", **by_whom)

    def _somebody(self):
        return self.chance.choice(self.people)

    def _words(self):
        waits = self.chance.random() < 1 / 3
        return f"{'Please hold this' if waits else 'Hello'} {self.chance.random()}"

    def _comment(self):
        comments = Comment.objects.filter(discussion=self.discussion).order_by("-pk")[:20]
        found = list(comments.select_related("discussion", "author", "parent", "thread"))
        if not found:
            raise commands.WrongDiscussion
        return self.chance.choice(found)


def all_at_once(*bustles, acts):
    """Let each bustle do so many `acts` in its own thread; answer what failed otherwise than by a refusal."""
    failures = []

    def run(bustle):
        try:
            for _ in range(acts):
                bustle.act()
        except Exception as failure:  # noqa: BLE001 - any failure of a thread is the test's
            failures.append(failure)

    together(*(partial(run, bustle) for bustle in bustles))
    return failures
