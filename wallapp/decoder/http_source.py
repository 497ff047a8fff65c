"""Streams over HTTP, fetched by Python's own client: verified TLS, digest, and no strange addresses.

A redirect or a playlist may lead to the host that the registry names and to no other: else a camera could
make the decoder fetch an address inside the centre's own network. A host is compared by name and port, not by
what the name resolves to: the name is the registry's, and a camera's own address is private as a rule.
Certificates are verified against the system's and the order's, and an IP address against the certificate's
IP names.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from functools import partial
from http.client import HTTPConnection, HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection
from typing import IO, Any, Final, Protocol
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urljoin, urlsplit
from urllib.request import (
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from wallapp.decoder.causes import SourceError, cause_of
from wallapp.decoder.http_login import LoginOnce
from wallapp.decoder.line import Line
from wallapp.domain.feed_state import Cause
from wallapp.frames.control import FeedOrder

SNAPSHOT = "snapshot"
"""Our own name of a format: one JPEG an answer."""
SNAPSHOT_EVERY_S: Final = 2.0
PLAYLIST_MAX_BYTES: Final = 1 << 20
_PART_MAX_BYTES: Final = 64 << 20
_BOUNDARY: Final = "wallapp-snapshot"
_FORMATS: Final = {
    "multipart/x-mixed-replace": "mpjpeg",
    "multipart/mixed": "mpjpeg",
    "image/jpeg": SNAPSHOT,
    "image/jpg": SNAPSHOT,
    "video/mp2t": "mpegts",
    "video/mpeg": "mpegts",
    "application/vnd.apple.mpegurl": "hls",
    "application/x-mpegurl": "hls",
    "audio/mpegurl": "hls",
    "audio/x-mpegurl": "hls",
}
_BY_ENDING: Final = {".m3u8": "hls", ".ts": "mpegts", ".mjpg": "mpjpeg", ".mjpeg": "mpjpeg", ".jpg": SNAPSHOT}
_STATUS: Final = {401: Cause.UNAUTHORISED, 403: Cause.FORBIDDEN, 404: Cause.NOT_FOUND, 410: Cause.NOT_FOUND}
_PORTS: Final = {"http": 80, "https": 443}
_FOR_GOOD: Final = frozenset(
    {Cause.ADDRESS_NOT_ALLOWED, Cause.UNAUTHORISED, Cause.FORBIDDEN, Cause.TLS, Cause.TOO_MUCH_DATA}
)
"""What ends a playlist's stream; a part that is merely missing or late does not."""


class Readable(Protocol):
    """What FFmpeg is given to read from. `name` is the address that a playlist's relative lines start from."""

    name: str

    def read(self, size_bytes: int) -> bytes:
        """At most `size_bytes`, as soon as anything is there; empty at the end."""


class _Plain(HTTPConnection):
    def __init__(self, line: Line, host: str, **options: Any) -> None:
        super().__init__(host, **options)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.hold(self.sock)


class _Secret(HTTPSConnection):
    def __init__(self, line: Line, host: str, **options: Any) -> None:
        super().__init__(host, **options)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.hold(self.sock)


class _OpenPlain(HTTPHandler):
    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Plain, self._line), req)


class _OpenSecret(HTTPSHandler):
    def __init__(self, line: Line, context: ssl.SSLContext) -> None:
        super().__init__(context=context)
        self._line = line
        self._trusted = context

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_Secret, self._line), req, context=self._trusted)


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect only to the host and scheme that were asked for."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        check_same_host(req.full_url, newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_same_host(first: str, then: str) -> None:
    """Raises SourceError where `then` is not over HTTP on the host and port of `first`, or steps down from TLS."""
    try:
        one, two = urlsplit(first), urlsplit(then)
        same = two.scheme in _PORTS and _place(one) == _place(two)
    except ValueError:
        raise SourceError(Cause.ADDRESS_NOT_ALLOWED, "leads to something that is no address") from None
    if not same:
        raise SourceError(Cause.ADDRESS_NOT_ALLOWED, f"leads away from its own host, to {two.scheme}://{two.hostname}")


def _place(parts: SplitResult) -> tuple[str, str | None, int | None]:
    return parts.scheme, parts.hostname, parts.port or _PORTS.get(parts.scheme)


class HttpClient:
    """Asks for an order's addresses with its credential and its certificates, and without a proxy."""

    def __init__(self, order: FeedOrder, line: Line) -> None:
        self._timeout_s = order.bounds.silent_s
        context = ssl.create_default_context(cafile=order.ca_file or None)
        if order.ca_file:
            context.load_default_certs()
        self._opener: OpenerDirector = build_opener(
            ProxyHandler({}),
            _OpenPlain(line),
            _OpenSecret(line, context),
            _SameHost(),
            LoginOnce(order.user, order.password),
        )

    def get(self, address: str) -> HTTPResponse:
        """GET; the response is the caller's to close.

        Raises:
          SourceError: refused, not found, not reachable, not verified, or no HTTP.
        """
        try:
            response = self._opener.open(Request(address, headers={"User-Agent": "wallapp"}), timeout=self._timeout_s)
        except HTTPError as error:
            with error:
                raise SourceError(_STATUS.get(error.code, Cause.UNREADABLE), f"HTTP {error.code}") from None
        except URLError as error:
            raise SourceError(_cause_of_reason(error.reason), str(error.reason)) from None
        except (OSError, HTTPException, ValueError) as error:
            raise SourceError(cause_of(error, opening=True, tls=False), f"{type(error).__name__}: {error}") from None
        if not isinstance(response, HTTPResponse):
            raise SourceError(Cause.FORMAT_NOT_ALLOWED, "not an HTTP answer")
        return response


def _cause_of_reason(reason: str | BaseException) -> Cause:
    if isinstance(reason, ssl.SSLError):
        return Cause.TLS
    if isinstance(reason, ConnectionRefusedError):
        return Cause.CONNECTION_REFUSED
    if isinstance(reason, ConnectionError):
        return Cause.CLOSED_BY_CAMERA
    if isinstance(reason, (socket.gaierror, OSError)) and not isinstance(reason, TimeoutError):
        return Cause.UNREACHABLE
    return Cause.NO_ANSWER


def format_of(response: HTTPResponse) -> str:
    """FFmpeg's name of an answer's container, or SNAPSHOT: by content type and else by the path's ending.

    Raises:
      SourceError: neither is one of ours.
    """
    content_type = response.headers.get_content_type().lower()
    path = urlsplit(response.url).path.lower()
    by_ending = next((name for ending, name in _BY_ENDING.items() if path.endswith(ending)), None)
    name = _FORMATS.get(content_type) or by_ending
    if name is None:
        raise SourceError(Cause.FORMAT_NOT_ALLOWED, f"content type {content_type} is not video that is opened")
    return name


class HttpStream:
    """One HTTP answer, read like a file by FFmpeg. Reading never blocks longer than the order's silent bound."""

    def __init__(self, response: HTTPResponse, *, max_bytes: int | None = None) -> None:
        self.name = response.url
        self._response = response
        self._left_bytes = max_bytes

    def read(self, size_bytes: int) -> bytes:
        """See `Readable`. Raises SourceError where the answer is longer than its bound."""
        data = self._response.read1(size_bytes)
        if self._left_bytes is not None:
            self._left_bytes -= len(data)
            if self._left_bytes < 0:
                raise SourceError(Cause.TOO_MUCH_DATA, "a playlist or a part of it has no end")
        return data

    def close(self) -> None:
        """Let the connection go."""
        self._response.close()


class Snapshots:
    """A camera that gives one picture an answer, asked every two seconds, as a stream of FFmpeg's `mpjpeg`.

    In that dress each picture carries its length and is decoded at once; as bare JPEG one after another it would
    wait for the next.
    """

    def __init__(self, first: HTTPResponse, ask: Callable[[], HTTPResponse], line: Line, *, max_bytes: int) -> None:
        self.name = first.url
        self._response: HTTPResponse | None = first
        self._ask = ask
        self._line = line
        self._max_bytes = max_bytes
        self._unread = b""

    def read(self, size_bytes: int) -> bytes:
        """See `Readable`; waits until the next picture is due."""
        if not self._unread:
            self._unread = self._next()
        data, self._unread = self._unread[:size_bytes], self._unread[size_bytes:]
        return data

    def _next(self) -> bytes:
        if self._response is None and self._line.wait(SNAPSHOT_EVERY_S):
            return b""
        response, self._response = self._response or self._ask(), None
        with response:
            picture = response.read(self._max_bytes + 1)
        if len(picture) > self._max_bytes:
            raise SourceError(Cause.TOO_MUCH_DATA, f"one picture of over {self._max_bytes / 1e6:g} MB")
        head = f"--{_BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(picture)}\r\n\r\n"
        return head.encode() + picture + b"\r\n"


class _Part:
    """A playlist or a segment that a playlist names; empty where it may not or cannot be had.

    It never raises: FFmpeg asks for several before it returns, and PyAV prints every exception but the last.
    """

    def __init__(self, stream: HttpStream | None, line: Line) -> None:
        self._stream = stream
        self._line = line

    def read(self, size_bytes: int) -> bytes:
        """At most `size_bytes`; empty at the end."""
        try:
            return self._stream.read(size_bytes) if self._stream else b""
        except SourceError as error:
            self._line.refusal = error
        except (OSError, HTTPException):
            pass  # cut off: FFmpeg goes on with the next, and silence is the watchdog's affair
        return b""

    def close(self) -> None:
        """Let the connection go."""
        if self._stream:
            self._stream.close()


def part_opener(client: HttpClient, base: str, line: Line) -> Callable[[str, int, dict[str, str]], Any]:
    """What FFmpeg calls for every segment and playlist: same host only. What is refused stands in the line."""

    def open_part(url: str, _flags: int, _options: dict[str, str]) -> _Part:
        if line.refusal is not None:
            return _Part(None, line)
        try:
            address = urljoin(base, url)
            check_same_host(base, address)
            response = client.get(address)
        except SourceError as error:
            if error.cause in _FOR_GOOD:
                line.refusal = error
            return _Part(None, line)
        return _Part(HttpStream(response, max_bytes=_bound_of(response)), line)

    return open_part


def _bound_of(response: HTTPResponse) -> int:
    try:
        return PLAYLIST_MAX_BYTES if format_of(response) == "hls" else _PART_MAX_BYTES
    except SourceError:
        return _PART_MAX_BYTES
