"""The reader's end of the line to a browser: one session, whichever texts are opened in it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from textual.drivers.web_driver import WebDriver
from textual.messages import ExitApp

from tui.messages import TextsWanted

if TYPE_CHECKING:
    from textual.app import App

_AGAIN = "OSSETIA_READER_AGAIN"
_GREETING = b"__GANGLION__\n"


class BrowserDriver(WebDriver):
    """Greets the server once, though the reader starts an app for each pair of texts.

    Without it opening other texts would end the session, and a server that
    is killed would leave a reader behind that nobody sees.
    """

    def __init__(self, app: App[Any], **given: Any) -> None:
        super().__init__(app, **given)
        self._reader: App[Any] = app
        self._send = self._write
        self._write = self._written  # type: ignore[assignment]

    def _written(self, data: bytes) -> int:
        """Everything but a second greeting; whole, also where the pipe takes it in parts."""
        if data == _GREETING:
            if os.environ.get(_AGAIN):
                return len(data)
            os.environ[_AGAIN] = "1"
        at = 0
        while at < len(data):
            at += self._send(data[at:])
        return len(data)

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Keep the size for the next app."""
        if packet_type == "resize":
            os.environ["COLUMNS"], os.environ["ROWS"] = (
                str(payload[name]) for name in ("width", "height")
            )
        super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Leave when the server is gone."""
        super().run_input_thread()
        if not self.exit_event.is_set():
            self._reader.post_message(ExitApp())

    def stop_application_mode(self) -> None:
        """End the session, unless other texts are to be opened in it."""
        if not isinstance(self._reader.return_value, TextsWanted):
            super().stop_application_mode()
            return
        self.exit_event.set()
        self._input_reader.close()
        self._key_thread.join()  # or it would take keys from the next app
