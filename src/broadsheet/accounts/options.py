"""What an operator may set about people and their ways in."""

from broadsheet.core.options import AnyOption, Option

PASSWORDS = Option(
    name="passwords",
    kind=bool,
    default=False,
    help=(
        "Whether readers may set a password and sign in with it. Without, they come in by a code or link sent to "
        "their e-mail address, by a passkey, or by a provider the newsroom has chosen; so nobody has one to lose."
    ),
)

OPTIONS: tuple[AnyOption, ...] = (PASSWORDS,)
