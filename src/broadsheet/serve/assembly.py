"""What answers a request, put together: guard, live streams, edge, and Django behind them."""

import asyncio
import gc

from django.conf import settings

from broadsheet.core.addresses import TrustedProxies, read_networks
from broadsheet.core.events import Event, subscribe_to_all
from broadsheet.discussion.events import RightsChanged
from broadsheet.discussion.rights import forget_rights
from broadsheet.serve.bridge import Bridge
from broadsheet.serve.edge import Edge, Listener, Trust
from broadsheet.serve.guard import Guard
from broadsheet.serve.lifespan import Lifespan
from broadsheet.serve.live import Hub, Live, end_streams_when_asked_to_stop

MEGABYTE = 1024 * 1024


class Assembly:
    """One process's newspaper, as the options have it. Django must be set up."""

    def __init__(self) -> None:
        """Put it together; nothing runs before the server says so."""
        options = settings.BROADSHEET
        self.bridge = Bridge()
        self.hub = Hub(streams=int(str(options["live_streams"])))
        self.listener = Listener(
            str(options["database_url"]), hear=self._hear, believe=self._believe
        )
        # Most readers are answered by the edge, and so it stands before everything that can wait for it.
        live = Live(Lifespan(self.bridge, start=self._start, stop=self.listener.stop), self.hub)
        self.edge = Edge(live, most_bytes=int(str(options["edge_memory"])) * MEGABYTE)
        live.pages = self.edge
        self.application = Guard(
            self.edge,
            public_address=str(options["base_url"]),
            allowed_hosts=settings.ALLOWED_HOSTS,
            trusted_proxies=TrustedProxies(read_networks(str(options["trusted_proxies"]))),
        )

    async def _start(self) -> None:
        """Begin to listen: to all that happens anywhere, and at once to what this process does."""
        loop = asyncio.get_running_loop()

        @subscribe_to_all
        def forget(event: Event) -> None:
            loop.call_soon_threadsafe(self.edge.maker.hear, event)

        self.listener.start()
        # What was loaded stays: looking through it for garbage again and again costs readers a tenth.
        gc.collect()
        gc.freeze()
        end_streams_when_asked_to_stop(self.hub)

    def _hear(self, event: Event | None) -> None:
        """Forget what an event makes untrue, and only then tell all who watch.

        What this process did is forgotten here too: PostgreSQL may tell of it before the thread that
        committed does, and who begins to listen between the two would be shown what was before, and miss it.
        """
        if isinstance(event, RightsChanged):
            forget_rights()
        self.edge.maker.hear(event)
        if event is not None:
            self.hub.hear(event)

    def _believe(self, trust: Trust) -> None:
        """Follow the listener: what is not heard can neither be trusted nor told."""
        forget_rights()
        self.edge.maker.believe(trust)
        if trust is Trust.HEARING:
            self.mending = asyncio.ensure_future(self.bridge.mend())
            self.hub.found()
        else:
            self.hub.lost()
