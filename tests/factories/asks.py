"""Asks around articles, and gifts that came of them."""

from factories.funding import promise_gift, receive
from factories.moments import NOON


def open_ask(campaign, *headings, is_on=True, most_views=12, in_days=30, name="Spring"):
    """An ask in as many wordings as there are `headings`; with one, unless they are named."""
    from broadsheet.funding import commands

    ask = commands.write_ask(
        campaign=campaign,
        name=name,
        wordings=[
            commands.Wording(
                heading=heading,
                words_above=f"{heading} Above.",
                words_below=f"{heading} Below.",
                button="Support us",
            )
            for heading in headings or ("We need you.",)
        ],
        most_views=most_views,
        in_days=in_days,
        actor=None,
        at=NOON,
    )
    if is_on:
        commands.switch_ask(ask=ask, is_on=True, actor=None, at=NOON)
    return ask


def see(variant, views, *, at=NOON, place="ABOVE"):
    """Let a wording have been seen on so many pages in the hour of `at`."""
    from broadsheet.funding.models import AskHour

    hour = at.replace(minute=0, second=0, microsecond=0)
    AskHour.objects.create(variant=variant, place=place, hour=hour, views=views)


def give_after(variant, amount, *, at=NOON, place="below", **fields):
    """A gift received from somebody who came by a wording."""
    gift = promise_gift(
        variant.ask.campaign, amount, source_ask=f"{variant.pk}-{place}", begun_at=at, **fields
    )
    receive(gift, at=at)
    return gift
