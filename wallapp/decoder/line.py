"""What one attempt holds open over HTTP, so that another thread can cut it.

A server that sends a byte a second never lets a time-out fire; without this each attempt at it would leave
a thread behind.
"""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from weakref import WeakSet

from wallapp.decoder.causes import SourceError


class Line:
    """The sockets of one attempt. Any thread.

    Attributes:
      refusal: why something that the stream asked for was not fetched; the attempt is to end with it.
    """

    def __init__(self) -> None:
        self.refusal: SourceError | None = None
        self._lock = threading.Lock()
        self._is_cut = threading.Event()
        self._sockets: WeakSet[socket.socket] = WeakSet()

    def hold(self, connected: socket.socket) -> None:
        """Take a socket under it; one that comes after the cut is shut at once."""
        with self._lock:
            self._sockets.add(connected)
            if self._is_cut.is_set():
                _shut(connected)

    def cut(self) -> None:
        """Let every read on these sockets end now, and every wait."""
        with self._lock:
            self._is_cut.set()
            for connected in self._sockets:
                _shut(connected)

    def wait(self, seconds: float) -> bool:
        """Wait; True where the line was cut before or meanwhile."""
        return self._is_cut.wait(seconds)


def _shut(connected: socket.socket) -> None:
    with suppress(OSError):
        # The plain socket's own: TLS's would take its state away under the thread that reads.
        socket.socket.shutdown(connected, socket.SHUT_RDWR)
