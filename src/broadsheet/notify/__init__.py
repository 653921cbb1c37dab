"""Who is told, and how: every letter that Broadsheet sends goes through here.

It knows letters, their words and whether they have been sent. It refuses to know why somebody is told: the
apps below say that, through `core.mail`. Doors: `commands`, `queries`. Nothing else speaks SMTP.
"""
