"""The live page: what happens in a discussion, told to the browsers that show it.

It knows streams of Server-Sent Events, who listens to which discussion, and when to let go of one who does
not keep up. It refuses to know words: messages hold ids and counts, and whoever wants words asks the
pages, so that nothing removed can wait in a queue. Doors: `Live`, an ASGI application in front of
another, and `Hub`, which is told what happened. Import it once Django is set up.
"""

from .ending import end_streams_when_asked_to_stop
from .hub import Hub
from .stream import Live

__all__ = ["Hub", "Live", "end_streams_when_asked_to_stop"]
