"""Who pays for the newspaper: campaigns and their meter, gifts, pledges, and the ledger that holds every cent.

Money is kept as integer minor units in an append-only double-entry ledger; the meter is a sum of it. What a
provider of payments says is a hint: what counts is what it answers when asked, and each fact of it is posted
once. It refuses to know what stands on the pages that show it, and who else is told.
Doors: `models`, `commands`, `queries`, `events`, `providers`, and the template tags.
"""
