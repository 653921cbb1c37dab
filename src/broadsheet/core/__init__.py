"""The ground: small, without tables, knows no app.

What stands here is used by at least three apps. It refuses to know what an article, a comment or a
user is. Doors: every module; import the module and call it by name.
"""
