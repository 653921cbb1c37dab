"""By which names pages say that they show something of funding."""

METERS = "meters"
"""A meter, and what else is read from the ledger as it is now."""
CAMPAIGNS = "campaigns"
"""What the newsroom has said about its campaigns: titles, goals, asks."""
ACCOUNTS = "accounts"
"""What the newsroom accounts for, month by month: what came in, and what it was spent on."""
