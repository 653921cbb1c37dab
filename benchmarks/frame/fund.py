"""Give the newspaper the environment names a campaign, gifts, and two articles that differ by its meter alone.

`python -m benchmarks.frame.fund GIFTS` prints the articles' paths, with the meter and without; then it records one
more gift for each line it reads, and prints a line once it is received.
"""

import os
import sys

from broadsheet.exchange.sample import read_campaign
from broadsheet.serve.access import newspaper_at_hand
from broadsheet.web.options import read_option_values

PARAGRAPHS = 12


def main(gifts: int) -> None:
    with newspaper_at_hand(read_option_values(os.environ)):
        from django.utils import timezone

        from broadsheet.exchange.commands import open_sample_campaign

        open_sample_campaign(sample=read_campaign(), at=timezone.now())
        for number in range(gifts):
            give(number)
        print(article("With the meter", is_sensitive=False), flush=True)
        print(article("Without it", is_sensitive=True), flush=True)
        for number, _line in enumerate(sys.stdin, start=gifts):
            give(number)
            print("received", flush=True)


def give(number: int) -> None:
    """Record one gift that came today."""
    from django.utils import timezone

    from broadsheet.funding import commands
    from broadsheet.funding.models import ByHand, Campaign
    from broadsheet.funding.money import Money

    at = timezone.now()
    commands.record_gift(
        campaign=Campaign.objects.get(),
        given=Money(100, "USD"),
        way=ByHand.CASH,
        day=timezone.localdate(at),
        note="",
        submission_key=f"benchmark-{number}",
        recorder=None,
        at=at,
    )


def article(headline: str, *, is_sensitive: bool) -> str:
    """Publish an article; answer its path."""
    from broadsheet.publishing.models import Article, FrontPage

    body = [("paragraph", f"<p>{'The ferry was late again. ' * 20}</p>")] * PARAGRAPHS
    page = Article(title=headline, body=body, is_sensitive=is_sensitive)
    FrontPage.objects.get().add_child(instance=page)
    page.save_revision().publish()
    return str(page.url)


if __name__ == "__main__":
    main(int(sys.argv[1]))
