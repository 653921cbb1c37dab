"""Compare the log of what was acknowledged with the database, and with what every process shows."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from .connection import Browser
from .history import History

TOKEN = re.compile(r"zz\d+s\w+?n\d+v\d+zz")
VERSIONLESS = re.compile(r"v\d+zz$")
CONNECTIONS_PER_PORT = 8

COMMENTS = """
    SELECT id, source, status, is_shown, up_votes, down_votes, reply_count, parent_id
    FROM broadsheet_discussion_comment
    WHERE discussion_id = (SELECT id FROM broadsheet_discussion_discussion WHERE key = %s)
"""
VOTES = """
    SELECT comment_id, voter_id, value FROM broadsheet_discussion_vote
    WHERE value <> 0 AND comment_id IN (SELECT id FROM broadsheet_discussion_comment WHERE discussion_id =
        (SELECT id FROM broadsheet_discussion_discussion WHERE key = %s))
"""
DECISIONS = """
    SELECT comment_id, kind, count(*) FROM broadsheet_discussion_intervention
    WHERE comment_id IS NOT NULL AND discussion_id =
        (SELECT id FROM broadsheet_discussion_discussion WHERE key = %s)
    GROUP BY comment_id, kind
"""
# Every counter of a discussion beside what it should be.
WRONG_COUNTERS = """
    WITH here AS (
        SELECT * FROM broadsheet_discussion_comment WHERE discussion_id =
            (SELECT id FROM broadsheet_discussion_discussion WHERE key = %(key)s)
    )
    SELECT 'up_votes', id, up_votes, imported_up + (SELECT count(*) FROM broadsheet_discussion_vote
        WHERE comment_id = here.id AND value = 1 AND is_counted) AS counted FROM here
    UNION ALL
    SELECT 'down_votes', id, down_votes, imported_down + (SELECT count(*) FROM broadsheet_discussion_vote
        WHERE comment_id = here.id AND value = -1 AND is_counted) FROM here
    UNION ALL
    SELECT 'reply_count', id, reply_count, (SELECT count(*) FROM here AS below
        WHERE below.thread_id = here.id AND below.is_shown) FROM here WHERE parent_id IS NULL
    UNION ALL
    SELECT 'comment_count', id, comment_count, (SELECT count(*) FROM here WHERE status = 'PUBLISHED')
        FROM broadsheet_discussion_discussion WHERE key = %(key)s
    UNION ALL
    SELECT 'thread_count', id, thread_count, (SELECT count(*) FROM here WHERE parent_id IS NULL AND is_shown)
        FROM broadsheet_discussion_discussion WHERE key = %(key)s
"""


@dataclass
class Verdict:
    """What the comparison found. Each list names what is wrong; a sound run leaves all of them empty."""

    operations: int = 0
    acknowledged: int = 0
    in_doubt: int = 0
    unresolved: list = field(default_factory=list)
    lost: list = field(default_factory=list)
    duplicated: list = field(default_factory=list)
    wrong_counters: list = field(default_factory=list)
    wrong_views: list = field(default_factory=list)

    @property
    def is_sound(self):
        return not (
            self.unresolved
            or self.lost
            or self.duplicated
            or self.wrong_counters
            or self.wrong_views
        )


def check_rows(broadsheet, key, history: History):
    """Compare the log with the tables, once nothing is under way any more."""
    verdict = Verdict(
        operations=len(history.operations),
        acknowledged=len(history.acknowledged()),
        in_doubt=sum(1 for one in history.operations if one.doubts),
        unresolved=[one for one in history.operations if one.outcome in ("unknown", "invoked")],
    )
    rows = {row[0]: row for row in broadsheet.ask_database(COMMENTS, [key])}
    _check_posts(verdict, history, rows)
    _check_words_and_states(verdict, history, rows)
    _check_votes(verdict, history, broadsheet.ask_database(VOTES, [key]))
    _check_decisions(verdict, history, broadsheet.ask_database(DECISIONS, [key]))
    verdict.wrong_counters += wrong_counters(broadsheet, key)
    return verdict


def wrong_counters(broadsheet, key):
    """Every counter that is not what counting the rows gives."""
    return [
        f"{name} of {owner} is {kept}, counted {counted}"
        for name, owner, kept, counted in broadsheet.ask_database(WRONG_COUNTERS, {"key": key})
        if kept != counted
    ]


def _check_posts(verdict, history, rows):
    """Every acknowledged comment is there, under its id, and no submission made two."""
    made = defaultdict(list)
    for number, source, *_rest in rows.values():
        if token := TOKEN.search(source):
            made[VERSIONLESS.sub("", token[0])].append(number)
    for operation in history.of("post", "reply"):
        ids = made[VERSIONLESS.sub("", operation.value)]
        if operation.was_done and operation.comment not in rows:
            verdict.lost.append(f"comment {operation.comment} ({operation.key})")
        if operation.was_done and operation.parent != rows.get(operation.comment, [None] * 8)[7]:
            verdict.lost.append(f"comment {operation.comment} does not answer {operation.parent}")
        if len(ids) > 1:
            verdict.duplicated.append(f"{operation.key} made {ids}")


def _check_words_and_states(verdict, history, rows):
    words, states = defaultdict(set), {}
    for operation in history.operations:
        number = operation.comment
        if operation.kind in ("post", "reply") and operation.was_done:
            words[number], states[number] = {operation.value}, {"PUBLISHED"}
    for operation in history.operations:
        outcome = {"edit": operation.value}.get(operation.kind)
        if outcome is not None:
            _take(words, operation, outcome)
        state = {"remove": "REMOVED", "restore": "PUBLISHED"}.get(operation.kind)
        if state is not None:
            _take(states, operation, state)
    for operation in history.of("withdraw"):
        _take(states, operation, "WITHDRAWN")
        _take(words, operation, "")
    for number, allowed in states.items():
        source, state = rows[number][1:3] if number in rows else ("", "")
        if number in rows and (state not in allowed or source not in words[number]):
            verdict.lost.append(
                f"comment {number} is {state} with {source!r}, not {allowed} with {words[number]}"
            )


def _take(known, operation, outcome):
    """Let an operation replace what was known, or stand beside it if nobody knows whether it was done."""
    if operation.was_done:
        known[operation.comment] = {outcome}
    elif operation.may_have_been_done:
        known[operation.comment] = known[operation.comment] | {outcome}


def _check_votes(verdict, history, rows):
    """Every comment's votes are the last ones of its voters; who a client is, the rows need not say."""
    last = defaultdict(lambda: {0})
    for operation in history.of("vote"):
        key = (operation.comment, operation.client)
        if operation.was_done:
            last[key] = {operation.value}
        elif operation.may_have_been_done:
            last[key] = last[key] | {operation.value}
    there = defaultdict(list)
    for comment, _voter, value in rows:
        there[comment].append(value)
    for comment in {comment for comment, _client in last}:
        wanted = [values for (about, _client), values in last.items() if about == comment]
        for sign in (-1, 1):
            least = sum(1 for values in wanted if values == {sign})
            most = sum(1 for values in wanted if sign in values)
            counted = there[comment].count(sign)
            if counted < least:
                verdict.lost.append(f"{least - counted} votes of {sign:+} on {comment}")
            if counted > most:
                verdict.duplicated.append(f"{counted - most} votes of {sign:+} on {comment}")


def _check_decisions(verdict, history, rows):
    """Every act of staff left exactly one row."""
    kept = {(comment, kind): count for comment, kind, count in rows}
    wanted = defaultdict(lambda: [0, 0])
    for operation in history.of("remove", "restore"):
        bounds = wanted[operation.comment, operation.kind.upper()]
        bounds[0] += operation.was_done
        bounds[1] += operation.was_done or operation.may_have_been_done
    for what, (least, most) in wanted.items():
        if kept.get(what, 0) < least:
            verdict.lost.append(f"a decision: {what}")
        if kept.get(what, 0) > most:
            verdict.duplicated.append(f"a decision: {what}")


async def check_views(broadsheet, key, ports):
    """Compare what each process shows of the whole discussion with the published rows; answer what is wrong.

    Workers of one node share its port, so it is asked over several connections.
    """
    wanted = {
        row[1]: row[0]
        for row in broadsheet.ask_database(COMMENTS, [key])
        if row[2] == "PUBLISHED" and TOKEN.fullmatch(row[1])
    }
    wrong = []
    for port in ports:
        for _connection in range(CONNECTIONS_PER_PORT):
            shown = await _tokens_shown(port, key)
            missing, surplus = set(wanted) - shown, shown - set(wanted)
            wrong += [f"port {port} does not show {token}" for token in sorted(missing)]
            wrong += [f"port {port} still shows {token}" for token in sorted(surplus)]
    return wrong


async def _tokens_shown(port, key):
    browser = Browser(port)
    shown, part = set(), 1
    while (answer := await browser.get(f"/discussions/{key}/all/?part={part}")).status == 200:
        shown |= set(TOKEN.findall(answer.text))
        part += 1
        if f"part={part}" not in answer.text:
            break
    browser.hang_up()
    assert answer.status == 200, answer.text
    return shown
