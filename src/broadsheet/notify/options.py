"""How letters leave."""

from broadsheet.core.options import AnyOption, Option

SMTP_URL = Option(
    name="smtp_url",
    kind=str,
    default="",
    secret=True,
    help=(
        "The server that takes our letters, such as smtp://user:password@mail.example:587 (STARTTLS) or "
        "smtps://user:password@mail.example:465 (TLS). Empty: letters wait until it is set; while base_url is "
        "empty too, “broadsheet run” shows them on a page of its own instead. More stands in "
        "docs/operating/mail.md."
    ),
)
MAIL_FROM = Option(
    name="mail_from",
    kind=str,
    default="",
    help="Whom our letters are from, such as The Courier <courier@news.example>. Needed with smtp_url.",
)

OPTIONS: tuple[AnyOption, ...] = (SMTP_URL, MAIL_FROM)
