"""What can be done with the newspaper's money."""

from .write_audit import write_audit

__all__ = ["write_audit"]
