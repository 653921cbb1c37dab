"""What readers say: discussions, threads, comments, votes, quotations.

A discussion is kept under a key, a string ("article:123"); what stands behind the key it refuses to know,
and so it serves any page, ours or another's. It does not judge either: `screening` asks whoever is
configured. Doors: `models`, `commands`, `queries`, `events`, `screening`, and the template tag.
"""
