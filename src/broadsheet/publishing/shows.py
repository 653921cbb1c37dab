"""The names under which a view declares what of the newspaper it shows (`core.shared.declare`).

An article is named by its own key. What stands around every page needs no name: when the sections change,
everything is shown anew.
"""

PAPER = "paper"
"""Nothing but what stands around every page."""

LISTINGS = "listings"
"""Which articles there are, and how they are announced."""
