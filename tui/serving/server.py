"""A server for browsers on this machine: who may come in, and what a page may load.

textual-serve opens a process for whoever asks. The reader writes notes and
reads files, so here only those come in who know an address that nobody can
guess: no other user of the machine, and no page of another site.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import signal
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence

    Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

MOST = 16
"""Visitors at one time; each has a process."""
_LEAVING = 2.0  # seconds until whoever still reads is sent away

_HEADERS = {
    # Nothing is loaded from anywhere else, whatever a page should say.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
}


class ReaderServer(Server):
    """Serves the reader under an address with a key.

    Args:
        command: that opens the texts; a process for each visitor.
        host: the interface to listen on.
        port: 0 for any that is free.
    """

    def __init__(self, command: Sequence[str], host: str, port: int) -> None:
        super().__init__(
            shlex.join(command),
            host,
            port,
            title="ossetia-reader",
            templates_path=Path(__file__).parent,
        )
        self._key = secrets.token_urlsafe(16)
        self._visitors = 0

    async def run(self, ready: Callable[[str], None]) -> None:
        """Serve until a signal to leave comes; ``ready`` is told the address.

        Raises:
            OSError: the port is taken, or there is no such interface.
        """
        logging.getLogger("textual-serve").setLevel(logging.CRITICAL)
        logging.getLogger("aiohttp").setLevel(logging.CRITICAL)
        leaving = asyncio.Event()
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            asyncio.get_running_loop().add_signal_handler(number, leaving.set)
        runner = web.AppRunner(await self._make_app(), access_log=None, shutdown_timeout=_LEAVING)
        await runner.setup()
        try:
            await web.TCPSite(runner, self.host, self.port).start()
            ready(self._address(runner.addresses[0][1]))
            await leaving.wait()
        finally:
            await runner.cleanup()

    def _address(self, port: int) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{port}/{self._key}/"

    async def _make_app(self) -> web.Application:
        """All pages under the key; a file that is taken out has a key of its own."""
        outer = web.Application(middlewares=[self._guard])
        outer.add_routes([web.get("/download/{key}", self.handle_download)])
        outer.add_subapp(f"/{self._key}/", await super()._make_app())
        outer.on_response_prepare.append(_add_headers)
        return outer

    @web.middleware
    async def _guard(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Turn away pages of other sites, also those that call themselves by our address."""
        origin = request.headers.get("Origin")
        if not self._is_ours(request.host) or (origin and urlsplit(origin).netloc != request.host):
            raise web.HTTPForbidden(text="open the address that ossetia-reader serve printed")
        return await handler(request)

    def _is_ours(self, host: str) -> bool:
        """Whether a request came to an address: a name could have been given by anybody."""
        name = urlsplit(f"//{host}").hostname or ""
        if name in {"localhost", self.host}:
            return True
        try:
            ip_address(name)
        except ValueError:
            return False
        return True

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """A visitor, if there is room."""
        if self._visitors >= MOST:
            raise web.HTTPServiceUnavailable(text="too many readers at one time")
        self._visitors += 1
        try:
            return await super().handle_websocket(request)
        finally:
            self._visitors -= 1

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: ``ready`` says it."""


async def _add_headers(_: web.Request, response: web.StreamResponse) -> None:
    response.headers.extend(_HEADERS)


def serve(command: Sequence[str], host: str, port: int, ready: Callable[[str], None]) -> Any:
    """Serve until told to leave; OSError when the port cannot be had."""
    asyncio.run(ReaderServer(command, host, port).run(ready))
