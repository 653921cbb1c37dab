"""Everything that can be done with an archive, and with the sample newspaper."""

from .check_archive import check_archive
from .load_archive import ImportRunning, load_archive
from .open_sample_campaign import open_sample_campaign

__all__ = ["ImportRunning", "check_archive", "load_archive", "open_sample_campaign"]
