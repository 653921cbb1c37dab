"""The people of a history: guests who read, write and vote at random, and a moderator who decides at random.

Each does one thing after another, and asks again until it knows what became of it; a submission keeps its key. What
they do follows from the seed; in which order it happens, and what is hit by a fault, does not.
"""

import asyncio
import random
import re
import time
from dataclasses import dataclass, field

from .connection import Browser, Unanswered
from .history import History, Operation

GIVE_UP_AFTER_SECONDS = 60
CREATED = re.compile(r"/comments/(\d+)/")
UPON = re.compile(r"name=\"upon\" value=\"(\d+)\"")

# What a guest does next, and how often.
HABITS = {"post": 12, "reply": 14, "edit": 10, "withdraw": 3, "vote": 35, "read": 26}
DECISIONS = {"remove": 50, "restore": 42, "close": 4, "reopen": 4}


@dataclass
class Stage:
    """Where a history plays: a discussion, what has been said in it so far, and the log of it all."""

    port: int
    key: str
    history: History
    seed: int = 1
    paths: list[str] = field(default_factory=list)
    said: list[int] = field(default_factory=list)
    is_closed: bool = False
    is_over: bool = False


async def carry_out(stage: Stage, operation: Operation, browser: Browser, path, form):
    """Send it until the outcome is known; write down what it is."""
    give_up_at = asyncio.get_running_loop().time() + GIVE_UP_AFTER_SECONDS
    answer = None
    while operation.outcome == "invoked":
        operation.attempts += 1
        try:
            answer = await browser.post(path, form)
        except Unanswered:
            answer = None
            operation.doubts += 1
            stage.history.count_status(0)
        else:
            stage.history.count_status(answer.status)
            operation.status = answer.status
            if answer.status < 500:
                operation.outcome = "ok" if answer.status < 400 else "refused"
            elif answer.status != 503:
                operation.doubts += 1
        if operation.outcome == "invoked":
            browser.hang_up()
            if asyncio.get_running_loop().time() > give_up_at:
                operation.outcome = "unknown"
            await asyncio.sleep(0.1 + 0.05 * min(operation.attempts, 8))
    operation.ended = asyncio.get_running_loop().time()
    return answer


class Guest:
    """A reader with a key in the browser, who remembers what they said and how they voted."""

    def __init__(self, stage: Stage, name: str):
        self.stage = stage
        self.name = name
        self.random = random.Random(f"{stage.seed} {name}")
        self.browser = Browser(stage.port)
        self.own: dict[int, tuple[int, int]] = {}
        self.spoken = 0

    async def live(self):
        """Introduce oneself with a comment, then do what comes to mind until the stage is over."""
        while not self.own and not self.stage.is_over:
            await self.post()
        while not self.stage.is_over:
            await getattr(self, self._next_habit())()
            if self.random.random() < 0.2:
                self.browser.hang_up()
        self.browser.hang_up()

    def _next_habit(self):
        return self.random.choices(list(HABITS), weights=list(HABITS.values()))[0]

    def token(self, number, version):
        """A word that no other comment and no other version of it holds."""
        return f"zz{self.stage.seed}s{self.name}n{number}v{version}zz"

    async def post(self, parent=None):
        """Say something new."""
        self.spoken += 1
        words = self.token(self.spoken, 0)
        key = f"faults-{words}"
        operation = self.stage.history.begin(
            self.name, "reply" if parent else "post", value=words, parent=parent, key=key
        )
        form = {"body": words, "name": self.name, "submission_key": key}
        if parent:
            form["parent"] = parent
        path = f"/discussions/{self.stage.key}/comments/"
        answer = await carry_out(self.stage, operation, self.browser, path, form)
        if operation.was_done:
            operation.comment = int(CREATED.search(answer.header("location"))[1])
            self.own[operation.comment] = (self.spoken, 0)
            self.stage.said.append(operation.comment)

    async def reply(self):
        await self.post(parent=self.random.choice(self.stage.said[-40:]))

    async def edit(self):
        """Say it differently."""
        comment = self._one_of_my_own()
        if comment is None:
            return
        number, version = self.own[comment]
        self.own[comment] = (number, version + 1)
        words = self.token(number, version + 1)
        form = {"body": words, **await known_to(self.browser, comment)}
        operation = self.stage.history.begin(self.name, "edit", value=words, comment=comment)
        await carry_out(self.stage, operation, self.browser, f"/comments/{comment}/edit/", form)

    async def withdraw(self):
        """Take it back."""
        comment = self._one_of_my_own()
        if comment is None or len(self.own) < 3:
            return
        operation = self.stage.history.begin(self.name, "withdraw", value="", comment=comment)
        await carry_out(self.stage, operation, self.browser, f"/comments/{comment}/withdraw/", {})
        if operation.was_done:
            del self.own[comment]

    async def vote(self):
        """Vote up, down, or take the vote back."""
        comment = self.random.choice(self.stage.said)
        if comment in self.own:
            return
        value = self.random.choice((-1, 0, 1))
        await cast(self.stage, self.browser, self.name, comment, value)

    async def read(self):
        """Look at a page; only that there is an answer counts."""
        paths = [*self.stage.paths, f"/comments/{self.random.choice(self.stage.said)}/"]
        try:
            answer = await self.browser.get(self.random.choice(paths))
        except Unanswered:
            self.browser.hang_up()
            self.stage.history.count_status(0)
            await asyncio.sleep(0.1)
        else:
            self.stage.history.count_status(answer.status)

    def _one_of_my_own(self):
        return self.random.choice(list(self.own)) if self.own else None


async def cast(stage, browser, name, comment, value):
    """Make `value` the one vote of `browser`'s guest on `comment`."""
    operation = stage.history.begin(name, "vote", value=value, comment=comment)
    operation.key = vote_key(time.time(), operation.number)
    form = {"value": value, "submission_key": operation.key}
    await carry_out(stage, operation, browser, f"/comments/{comment}/vote/", form)
    return operation


async def known_to(browser, comment):
    """What a form of theirs says they have seen of a comment, as its page gives it to them."""
    while True:
        try:
            page = await browser.get(f"/comments/{comment}/actions/")
        except Unanswered:
            browser.hang_up()
        else:
            if page.status < 500:
                upon = UPON.search(page.text)
                return {"upon": upon[1]} if upon else {}
        await asyncio.sleep(0.1)


def vote_key(decided_at, number):
    """When the reader decided, as the page's script says it: milliseconds to base 36, and something by chance."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    left, written = int(decided_at * 1000), ""
    while left:
        left, digit = divmod(left, 36)
        written = digits[digit] + written
    return f"{written:0>8}-{number:x}"


class Moderator:
    """Somebody of staff, signed in, who removes, restores, closes and opens."""

    def __init__(self, stage: Stage, browser: Browser):
        self.stage = stage
        self.browser = browser
        self.random = random.Random(f"{stage.seed} moderator")
        self.removed: set[int] = set()

    async def live(self):
        """Decide now and then, until the stage is over; leave the discussion open."""
        while not self.stage.is_over:
            await asyncio.sleep(self.random.random() * 0.3)
            if self.stage.said:
                await self._decide()
        if self.stage.is_closed:
            await self.decide_on_discussion("reopen")
        self.browser.hang_up()

    async def _decide(self):
        act = self.random.choices(list(DECISIONS), weights=list(DECISIONS.values()))[0]
        if self.stage.is_closed:
            await self.decide_on_discussion("reopen")
        elif act in ("close", "reopen"):
            await self.decide_on_discussion(act)
        elif act == "restore" and self.removed:
            await self.decide_on_comment("restore", self.random.choice(sorted(self.removed)))
        else:
            await self.decide_on_comment("remove", self.random.choice(self.stage.said))

    async def decide_on_comment(self, act, comment):
        """Remove a comment, or restore it."""
        operation = self.stage.history.begin("moderator", act, value="", comment=comment)
        form = await known_to(self.browser, comment)
        if act == "remove":
            form["reason"] = f"Removed by {self.stage.seed}."
        await carry_out(self.stage, operation, self.browser, f"/comments/{comment}/{act}/", form)
        if operation.was_done:
            (self.removed.add if act == "remove" else self.removed.discard)(comment)
        return operation

    async def decide_on_discussion(self, act):
        """Close the discussion, or open it again."""
        operation = self.stage.history.begin("moderator", act, value="")
        path = f"/discussions/{self.stage.key}/{act}/"
        await carry_out(self.stage, operation, self.browser, path, {})
        if operation.was_done:
            self.stage.is_closed = act == "close"
