"""What there is to act upon at the money's desk."""

from datetime import timedelta
from functools import cached_property

from broadsheet.funding import commands
from broadsheet.funding.models import BankEntry, InboundEvent, RefundRequest, Spending
from factories.asks import open_ask
from factories.bank import bank_says, open_bank_account
from factories.donors import give, know_donor
from factories.exports import givewp_donations
from factories.funding import open_campaign, promise_gift
from factories.moments import NOON
from factories.statements import Line

LINE = Line(amount=2_500, text="for you")


class Desk:
    """Each thing is made when it is asked for, by `boss`, who may do all; `asker` asks for refunds."""

    def __init__(self, boss, asker):
        self.boss, self.asker = boss, asker

    @cached_property
    def campaign(self):
        return open_campaign()

    @cached_property
    def gift(self):
        words = {"is_public": True, "public_name": "Dana"}
        gift = give(know_donor(), 10_000, campaign=self.campaign, **words)
        commands.issue_receipt(donation=gift, at=NOON)
        return gift

    @cached_property
    def promised(self):
        return promise_gift(self.campaign, state="PROMISED")

    @cached_property
    def account(self):
        return open_bank_account()

    @cached_property
    def coming(self):
        return open_bank_account(shown_from=NOON + timedelta(days=1))

    @cached_property
    def entry(self):
        bank_says(LINE, account=self.account, importer=self.boss)
        return BankEntry.objects.get()

    @cached_property
    def aside(self):
        commands.set_entry_aside(entry=self.entry, reason="Rent.", actor=self.boss, at=NOON)
        return self.entry

    @cached_property
    def match(self):
        share = commands.Share(gift=self.promised, amount=2_500)
        [match] = commands.match_entry(entry=self.entry, shares=[share], actor=self.boss, at=NOON)
        return match

    def refund(self, state):
        return RefundRequest.objects.create(
            donation=self.gift, amount=500, reason="Why.", state=state, asked_by=self.asker,
            asked_at=NOON,
        )  # fmt: skip

    @cached_property
    def spending(self):
        return Spending.objects.create(
            month=NOON.date().replace(day=1), category="Wages", amount=5, currency="EUR",
            recorded_by=self.boss, recorded_at=NOON,
        )  # fmt: skip

    @cached_property
    def event(self):
        return InboundEvent.objects.create(
            provider="stripe", event_id="evt_1", kind="x", body="{}", received_at=NOON
        )

    @cached_property
    def ask(self):
        return open_ask(self.campaign)

    @cached_property
    def file(self):
        return commands.upload_import(
            source_code="givewp-donations",
            name="donations.csv",
            content=givewp_donations().encode(),
            campaign=self.campaign,
            actor=self.boss,
            at=NOON,
        )
