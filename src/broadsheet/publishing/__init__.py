"""What the newsroom says: articles, sections, bylines and photos, kept and edited with Wagtail.

It refuses to know that anybody answers or pays: an article has a `key`, and whoever keeps a discussion
about that key does so elsewhere. Doors: `models`, `commands`, `queries`, `events`.
"""
