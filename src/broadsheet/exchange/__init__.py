"""What comes from elsewhere, and goes there.

Knows: the neutral archive of a publication (`archive`), the formats it is read from (`formats`),
and how an archive becomes articles, photos, people and comments of ours, silently and as often as
asked (`commands`).
Refuses to know: how anything is shown, judged or announced. A format knows no table; a command
knows no format.
Doors: `archive`, `formats`, `commands`, `cli`.
"""
