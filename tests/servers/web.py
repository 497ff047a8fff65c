"""An HTTP or HTTPS server whose every answer a test writes itself, and which counts who asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from tests.servers.pace import LoopedClip
from wallapp.base.clock import SystemClock


@dataclass(frozen=True, slots=True)
class Asked:
    """One request that came in."""

    path: str
    authorization: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is sent back. `body` may go on for ever; it ends when the client leaves or the server does."""

    kind: str = "text/plain"
    body: bytes | Iterator[bytes] = b""
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()


class Web:
    """Serves `answers`, by path, on a port of its own. A context manager.

    Attributes:
      answers: path → what makes its answer; another path is 404.
      asked: every request, in order.
      ended: set when the server ends; bodies that go on for ever look at it.
    """

    def __init__(self, *, certificate: Path | None = None) -> None:
        """`certificate` holds the certificate and its key, and makes it HTTPS."""
        self.answers: dict[str, Callable[[Asked], Answer]] = {}
        self.asked: list[Asked] = []
        self.ended = threading.Event()
        self._server = _Server(self)
        self._scheme = "http"
        if certificate is not None:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            # Not at accept: one client that never speaks would hold up all others.
            self._server.socket = context.wrap_socket(
                self._server.socket, server_side=True, do_handshake_on_connect=False
            )
            self._scheme = "https"
        self._thread = threading.Thread(target=self._server.serve_forever, name="web", daemon=True)

    def __enter__(self) -> Web:
        self._thread.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.ended.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(10)

    @property
    def port(self) -> int:
        """Where it listens, on 127.0.0.1."""
        return int(self._server.server_address[1])

    def url(self, path: str, *, host: str = "127.0.0.1") -> str:
        """The address of a path that begins with a slash."""
        return f"{self._scheme}://{host}:{self.port}{path}"

    def put(self, path: str, kind: str, body: bytes) -> None:
        """Answer this path with these bytes."""
        self.answers[path] = lambda _asked: Answer(kind, body)

    def paced(self, parts: Iterator[bytes], hz: float) -> Iterator[bytes]:
        """The parts, so many a second, until the server ends."""
        clock = SystemClock()
        begin_mono_s = clock.mono_s()
        for number, part in enumerate(parts):
            if self.ended.wait(max(0.0, begin_mono_s + number / hz - clock.mono_s())):
                return
            yield part

    def put_mjpeg(self, path: str, clip: LoopedClip) -> None:
        """Answer this path with a clip's JPEGs for ever, as multipart."""

        def parts() -> Iterator[bytes]:
            for data, _is_key, _number in clip.packets(self.ended):
                head = f"--x\r\nContent-Type: image/jpeg\r\nContent-Length: {len(data)}\r\n\r\n"
                yield head.encode() + data + b"\r\n"

        self.answers[path] = lambda _asked: Answer("multipart/x-mixed-replace; boundary=x", parts())


class _Server(ThreadingHTTPServer):
    daemon_threads = False  # server_close waits for them

    def __init__(self, web: Web) -> None:
        self.web = web
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Silent: a client that does not trust us hangs up in the handshake, and that is what tests are about."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    timeout = 30

    def do_GET(self) -> None:
        web = self.server.web
        asked = Asked(self.path, self.headers.get("Authorization", ""))
        web.asked.append(asked)
        make = web.answers.get(self.path)
        answer = make(asked) if make else Answer(status=404)
        try:
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.kind)
            for name, value in answer.headers:
                self.send_header(name, value)
            if isinstance(answer.body, bytes):
                self.send_header("Content-Length", str(len(answer.body)))
            self.end_headers()
            for part in [answer.body] if isinstance(answer.body, bytes) else answer.body:
                self.wfile.write(part)
        except OSError:
            self.close_connection = True  # the client left

    def log_message(self, format: str, *args: object) -> None:
        """Silent: the tests look at `asked`."""
