"""`broadsheet`: everything an operator does, by name.

Each command loads only what it needs, so that the one that stays (`run`) stays small.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from broadsheet.core.options import OptionRefused
from broadsheet.serve.trouble import TROUBLE_STATUS, Trouble
from broadsheet.web.options import OptionValues, read_option_values
from broadsheet.web.signing_key import NoSigningKey

Command = Callable[[argparse.Namespace, OptionValues], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what `arguments` say and answer the exit status: 0 done, 1 failed, 2 not as asked."""
    wanted = _parser().parse_args(arguments)
    if os.name == "nt":
        print(
            "broadsheet: Broadsheet runs on Linux and macOS; on Windows, use WSL.", file=sys.stderr
        )
        return TROUBLE_STATUS
    command: Command = wanted.command
    try:
        return command(wanted, read_option_values(os.environ))
    except (Trouble, OptionRefused, NoSigningKey) as trouble:
        print(f"broadsheet: {trouble}", file=sys.stderr)
        return TROUBLE_STATUS
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130  # as shells say it: 128 + SIGINT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="broadsheet",
        description="A newspaper page that its readers take part in and pay for.",
        epilog="Options of the newspaper are set by environment or file: see “broadsheet options”.",
    )
    commands = parser.add_subparsers(title="commands", metavar="", required=True)

    def add(name: str, command: Command, help_: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=help_, description=help_)
        added.set_defaults(command=command)
        return added

    add("init", _init, "Make the data folder: signing key, database, tables, static files.")
    run = add("run", _run, "Run the newspaper until Ctrl-C; makes whatever init would.")
    run.add_argument(
        "--sample", action="store_true", help="fill an empty newspaper with the sample"
    )
    add("check", _check, "Say in words whether configuration and database are sound.")
    link = add("desk-link", _desk_link, "Print a link that signs the first administrator in, once.")
    link.add_argument(
        "--lost-second-factor",
        action="store_true",
        help="forget their passkeys, app and recovery codes, which are lost",
    )
    counters = add("counters", _counters, "Say whether all counts are what counting says.")
    counters.add_argument("--mend", action="store_true", help="set right what is not")
    trial = add("try-mail", _try_mail, "Send a letter, and say whether the mail server took it.")
    trial.add_argument("address", help="to whom, such as ada@example.org")
    add("options", _options, "Print what can be set, and how.")
    add("limits", _limits, "Print how often what may be done, and how that is changed.")
    add("permissions", _permissions, "Print who may do what.")
    _add_funding_verbs(add("funding", _funding, "See to the newspaper's money."))
    imports = add("import", _import_wordpress, "Take over a newspaper from elsewhere.")
    imports.add_argument("format", choices=["wordpress"], help="what the file is")
    imports.add_argument("file", type=Path, help="the export")
    imports.add_argument(
        "--check", action="store_true", help="only report what would come, and what not"
    )
    imports.add_argument("--media", type=Path, metavar="FOLDER", help="where its pictures lie")
    return parser


def _add_funding_verbs(funding: argparse.ArgumentParser) -> None:
    verbs = funding.add_subparsers(title="verbs", metavar="", dest="verb", required=True)
    says = "Say whether ledger, meters, receipts and digests are what the transfers say, and the providers."
    check = verbs.add_parser("check", help=says, description=says)
    check.add_argument(
        "--since",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="from which day on providers are compared; usually the last 35 days",
    )
    check.add_argument(
        "--no-providers", action="store_true", help="ask no provider what it has taken"
    )
    says = "Ask providers for what no message has told us, post it, and print what was new."
    verbs.add_parser("reconcile", help=says, description=says)
    says = "Take over who gave elsewhere: gifts as history, and whom to invite. Sends no letters."
    imports = verbs.add_parser("import", help=says, description=says)
    imports.add_argument(
        "source",
        help="givewp-donations, givewp-subscriptions, patreon-members, stripe-payments or stripe-subscriptions",
    )
    imports.add_argument("file", type=Path, help="the export, a CSV file")
    imports.add_argument("--check", action="store_true", help="only report what would come")
    imports.add_argument(
        "--campaign", default="", metavar="SLUG", help="for which it counts, if not the one shown"
    )
    imports.add_argument(
        "--column",
        action="append",
        default=[],
        metavar="FIELD=NAME",
        help="which column holds what, such as amount=Betrag",
    )
    imports.add_argument(
        "--days", choices=["DAY", "MONTH"], default="", help="what comes first in 03/04/2025"
    )
    imports.add_argument("--decimal-mark", choices=[".", ","], default=".")
    imports.add_argument("--currency", default="", help="where no column says it")


def _init(_wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import database_at_hand
    from broadsheet.serve.data_folder import make_data_folder
    from broadsheet.serve.prepare import prepare

    data = Path(str(values["data"]))
    make_data_folder(data)
    with database_at_hand(values) as database:
        prepare(
            data=data,
            url=database.url,
            is_embedded=database.is_embedded,
            with_sample=False,
        )
    print(f"Ready in {data}; “broadsheet run” opens the newspaper.")
    return 0


def _run(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.supervisor import Supervisor

    return Supervisor(values, with_sample=wanted.sample).run()


def _check(_wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.check import check

    return check(values)


def _desk_link(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.serve.welcome import new_desk_link

        print(new_desk_link(forgets_second_factor=wanted.lost_second_factor))
    return 0


def _counters(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.serve.counters import say_what_differs

        return say_what_differs(mend=wanted.mend)


def _try_mail(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.serve.trial_letter import send_trial_letter

        return send_trial_letter(wanted.address)


def _options(_wanted: argparse.Namespace, _values: OptionValues) -> int:
    from broadsheet.serve.option_document import options_document

    print(options_document())
    return 0


def _limits(_wanted: argparse.Namespace, _values: OptionValues) -> int:
    from broadsheet.serve.limit_document import limits_document

    print(limits_document())
    return 0


def _permissions(_wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.serve.permission_document import permissions_document

        print(permissions_document())
    return 0


def _funding(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.funding import cli

        verbs: dict[str, Callable[[], int]] = {
            "check": lambda: cli.check(since=wanted.since, with_providers=not wanted.no_providers),
            "reconcile": cli.reconcile,
            "import": lambda: cli.import_export(
                wanted.source,
                wanted.file,
                campaign_slug=wanted.campaign,
                columns=wanted.column,
                days=wanted.days,
                decimal_mark=wanted.decimal_mark,
                currency=wanted.currency,
                check_only=wanted.check,
            ),
        }
        return verbs[wanted.verb]()


def _import_wordpress(wanted: argparse.Namespace, values: OptionValues) -> int:
    from broadsheet.serve.access import newspaper_at_hand

    with newspaper_at_hand(values):
        from broadsheet.exchange.cli import import_wordpress

        return import_wordpress(wanted.file, check=wanted.check, media=wanted.media)


if __name__ == "__main__":
    sys.exit(main())
