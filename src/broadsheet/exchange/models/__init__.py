"""The tables of exchange."""

from .imported_record import ImportedKind, ImportedRecord

__all__ = ["ImportedKind", "ImportedRecord"]
