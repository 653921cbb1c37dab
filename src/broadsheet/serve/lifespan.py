"""What a server does before the first request and after the last (ASGI, lifespan protocol 2.0)."""

from collections.abc import Awaitable, Callable

from broadsheet.serve.guard import Application, Receive, Scope, Send

Act = Callable[[], Awaitable[None]]


class Lifespan:
    """Calls `start` and `stop` when the server says so; every request goes to `application`."""

    def __init__(self, application: Application, *, start: Act, stop: Act) -> None:
        """Stand before `application`."""
        self.application = application
        self.start = start
        self.stop = stop

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request, or see the server through its life."""
        if scope["type"] != "lifespan":
            await self.application(scope, receive, send)
            return
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                await self.start()
                await send({"type": "lifespan.startup.complete"})
            else:
                await self.stop()
                await send({"type": "lifespan.shutdown.complete"})
                return
