"""MPEG-TS over UDP to this machine, as an encoder's box sends it: whether somebody listens or not."""

from __future__ import annotations

import socket
import threading
from pathlib import Path

from tests.servers.pace import LoopedClip


class UdpSender:
    """Sends a clip for ever to a free port of 127.0.0.1. A context manager."""

    def __init__(self, file: Path) -> None:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = probe.getsockname()[1]
        self._clip = LoopedClip(file)
        self._ended = threading.Event()
        self._thread: threading.Thread | None = None

    def __enter__(self) -> UdpSender:
        self.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.stop()

    def start(self) -> None:
        """Send; also again after `stop`."""
        self._ended.clear()
        self._thread = threading.Thread(target=self._send, name="udp-sender", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Fall silent, as a box whose plug was pulled."""
        self._ended.set()
        if self._thread is not None:
            self._thread.join(10)

    @property
    def url(self) -> str:
        """What a reader opens."""
        return f"udp://127.0.0.1:{self._port}"

    def _send(self) -> None:
        self._clip.remux(f"{self.url}?pkt_size=1316", self._ended, form="mpegts", options={"flush_packets": "1"})
