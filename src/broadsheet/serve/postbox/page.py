"""What the postbox shows: one page, and the HTML of each letter in a frame of its own that can do nothing."""

import re
from collections.abc import Iterable, Iterator
from html import escape

from .letters import ShownLetter

OWN_ADDRESS = re.compile(r"https?://(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:/[^\s<>\"]*)?")
"""What on this machine is a link: the newspaper. Other addresses in a letter stay text."""

PAGE_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)
LETTER_POLICY = (
    "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
    "style-src 'unsafe-inline'; frame-ancestors 'self'"
)

_STYLE = """
:root { color-scheme: light dark; --line: light-dark(#ccc, #555); }
body { max-inline-size: 46rem; margin-inline: auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; }
article { border-block-start: 1px solid var(--line); padding-block: 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; margin-block: 0; overflow-wrap: anywhere; }
p { margin-block: 0.25rem; } article > p { opacity: 0.8; overflow-wrap: anywhere; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font: 0.9375rem/1.5 ui-monospace, monospace;
  border-inline-start: 3px solid var(--line); padding-inline-start: 0.75rem; }
summary { cursor: pointer; padding-block: 0.5rem; }
iframe { box-sizing: border-box; inline-size: 100%; block-size: 24rem; border: 1px solid var(--line); }
"""


def page(letters: Iterable[ShownLetter]) -> str:
    """Answer the page of all `letters`, in this order."""
    shown = "".join(_article(letter) for letter in letters)
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>Letters</title><style>{_STYLE}</style></head><body><h1>Letters</h1>"
        "<p>What the newspaper would have sent by mail, newest first. Nothing left this machine. "
        '<a href="/">Look again</a></p>'
        f"{shown or '<p>None yet.</p>'}</body></html>"
    )


def framed(letter: ShownLetter) -> str:
    """Answer the HTML of `letter`, whose links open beside it."""
    return f'<base target="_blank">{letter.html}'


def _article(letter: ShownLetter) -> str:
    frame = (
        "<details><summary>As HTML</summary>"
        f'<iframe sandbox="allow-popups allow-popups-to-escape-sandbox" title="Letter {letter.number}" '
        f'src="/letters/{letter.number}/" loading="lazy"></iframe></details>'
    )
    return (
        f'<article id="letter-{letter.number}"><h2 dir="auto">{escape(letter.subject)}</h2>'
        f"<p>To {escape(letter.to)} · from {escape(letter.sender)} · {escape(letter.date)}</p>"
        f'<pre dir="auto">{"".join(_with_links(letter.text))}</pre>'
        f"{frame if letter.html else ''}</article>"
    )


def _with_links(text: str) -> Iterator[str]:
    end = 0
    for found in OWN_ADDRESS.finditer(text):
        address = escape(found[0])
        yield escape(text[end : found.start()])
        yield f'<a href="{address}" target="_blank" rel="noopener">{address}</a>'
        end = found.end()
    yield escape(text[end:])
