from dataclasses import dataclass

from broadsheet.publishing.models import Article, FrontPage

from .teaser import Teaser, TeaserPage, teaser_page

BESIDE_THE_LEAD = 3


@dataclass(frozen=True, kw_only=True)
class FrontPageView:
    """What `publishing/front_page.html` is given: the lead, what stands beside it, and everything else.

    A later page has neither lead nor anything beside it.
    """

    listing: TeaserPage
    lead: Teaser | None
    beside: list[Teaser]
    others: list[Teaser]


def front_page(front: FrontPage, *, after: str = "") -> FrontPageView:
    """The newest articles of the whole newspaper, 20 on a page, from the cursor `after`. Six queries.

    Raises `CursorNotUnderstood`.
    """
    listing = teaser_page(Article.objects.descendant_of(front), after=after)
    leading = listing.teasers[: 1 + BESIDE_THE_LEAD] if listing.is_first_page else []
    return FrontPageView(
        listing=listing,
        lead=leading[0] if leading else None,
        beside=leading[1:],
        others=listing.teasers[len(leading) :],
    )
