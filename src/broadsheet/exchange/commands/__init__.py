"""Everything that can be done with an archive."""

from .check_archive import check_archive
from .load_archive import ImportRunning, load_archive

__all__ = ["ImportRunning", "check_archive", "load_archive"]
