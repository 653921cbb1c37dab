"""A newspaper with a bank account, and what its bank says."""

from factories.moments import NOON
from factories.statements import IBAN, camt053


def open_bank_account(*, currency="EUR", iban=IBAN, at=NOON, **fields):
    """The account that supporters are shown; the first of all, so at once."""
    from broadsheet.funding.models import BankAccount

    return BankAccount.objects.create(
        **{
            "currency": currency,
            "holder": "The Paper",
            "iban": iban,
            "entered_at": at,
            "shown_from": at,
            **fields,
        }
    )


def bank_says(*lines, account, importer, at=NOON, match=True, **options):
    """Import a statement of these lines, and have its gifts found as the job does; answer the statement."""
    from broadsheet.funding import commands

    content = options.pop("content", None) or camt053(*lines, **options)
    statement = commands.import_statement(
        content=content, file_name="march.xml", account=account, importer=importer, at=at
    )
    if match:
        commands.match_entries(at=at)
    return statement


def balance(code):
    """What the ledger's account `code` holds, in minor units of all currencies."""
    from django.db.models import Q, Sum

    from broadsheet.funding.models import Transfer

    found = Transfer.objects.aggregate(
        debit=Sum("amount", filter=Q(debit__code=code), default=0),
        credit=Sum("amount", filter=Q(credit__code=code), default=0),
    )
    return found["debit"] - found["credit"]


def told():
    """What the ledger says, which is sound: how much is at the bank, of nobody yet, and counted."""
    from django.db.models import Sum

    from broadsheet.funding import commands
    from broadsheet.funding.models import DayTotal

    assert commands.check_ledger() == ()
    counted = DayTotal.objects.aggregate(sum=Sum("counted", default=0))["sum"]
    return balance("asset:bank"), -balance("liability:unmatched"), counted


def waiting():
    """The one entry that waits."""
    from broadsheet.funding.models import BankEntry, EntryState

    return BankEntry.objects.get(state=EntryState.WAITING)
