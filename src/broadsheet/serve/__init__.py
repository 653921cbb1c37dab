"""How Broadsheet runs: its commands, its own PostgreSQL, its processes, its entry points.

It refuses to know what a newspaper is. Doors: the `broadsheet` command (`cli`), `asgi.application`.
"""
