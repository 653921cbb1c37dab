"""From a letter's templates and context to its words."""

from dataclasses import dataclass

from django.conf import settings
from django.template import Context, Engine
from django.utils import translation

from broadsheet.core.mail import Letter
from broadsheet.core.text import normalise
from broadsheet.publishing.queries import masthead

SUBJECT_MARK = "Subject:"
SUBJECT_LENGTH = 200
JOINERS = "\u200c\u200d"
"""Draw nothing, and are letters' business in Persian, in Hindi and between the parts of an emoji."""


class NoSubject(Exception):
    """The template of a letter does not begin with a line `Subject: …`: a mistake of ours."""


@dataclass(frozen=True, kw_only=True)
class Words:
    """What a letter says; `subject` is one line."""

    subject: str
    text: str
    html: str


def words_of(letter: Letter) -> Words:
    """Answer what `letter` says in its language. Three queries, for the newspaper's name."""
    language = letter.language or settings.LANGUAGE_CODE
    paper = masthead()
    with translation.override(language):
        given = {
            "site_name": paper.name,
            "site_url": paper.address,
            "language": language,
            "direction": "rtl" if translation.get_language_bidi() else "ltr",
            **letter.context,
        }
        plain = _filled(f"{letter.template}.txt", given, is_html=False)
        subject, text = _parted(plain, template=letter.template)
        html = _filled(f"{letter.template}.html", {**given, "subject": subject}, is_html=True)
    return Words(subject=subject, text=text, html=normalise(html))


def _filled(template: str, context: dict[str, object], *, is_html: bool) -> str:
    """Plain text is written as it is: an apostrophe in a name stays one."""
    return Engine.get_default().get_template(template).render(Context(context, autoescape=is_html))


def _parted(plain: str, *, template: str) -> tuple[str, str]:
    """Whatever was filled into the first line, only it is the subject, and it is one line for every program."""
    first, _, rest = plain.lstrip().partition("\n")
    if not first.startswith(SUBJECT_MARK):
        raise NoSubject(template)
    subject = " ".join("".join(_as_space(sign) for sign in first).split())
    return subject.removeprefix(SUBJECT_MARK).strip()[
        :SUBJECT_LENGTH
    ], f"{normalise(rest.strip())}\n"


def _as_space(sign: str) -> str:
    return sign if sign.isprintable() or sign in JOINERS else " "
