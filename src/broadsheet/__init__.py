"""Broadsheet: a newspaper page that its readers take part in and pay for.

Read ARCHITECTURE.md for the layers, and each app's charter (its `__init__`) for what it knows.
"""

__version__ = "0.1.0"
