"""The sample newspaper: a small invented weekly that fills an empty database.

Knows: its own content files (`newspaper.toml`, `campaign.toml`, `articles/`, `discussions/`, `photos/`), which are
made to be read and edited by a person, and how they become the neutral records of the archive.
Refuses to know: our tables, and the time: every moment is relative to the `now` it is given.
Doors: `read_sample`, `PHOTOS`, `read_campaign`.

Everyone and everything in it is invented. The pictures are drawn by ``tools/draw_sample_photos.py``.
"""

from .campaign import SampleCampaign, read_campaign
from .reader import PHOTOS, read_sample

__all__ = ["PHOTOS", "SampleCampaign", "read_campaign", "read_sample"]
