"""Streams over HTTP, fetched by Python's own client: verified TLS, digest, and no strange addresses.

A redirect or a playlist may lead to the host that the registry names and to no other: else a camera could
make the decoder fetch an address inside the centre's own network.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from http.client import HTTPMessage, HTTPResponse
from typing import IO, Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    build_opener,
)

from wallapp.decoder.causes import SourceError
from wallapp.domain.feed_state import Cause
from wallapp.frames.control import FeedOrder

_FORMATS: Final = {
    "multipart/x-mixed-replace": "mpjpeg",
    "multipart/mixed": "mpjpeg",
    "image/jpeg": "jpeg_pipe",
    "video/mp2t": "mpegts",
    "video/mpeg": "mpegts",
    "application/vnd.apple.mpegurl": "hls",
    "application/x-mpegurl": "hls",
    "audio/mpegurl": "hls",
    "audio/x-mpegurl": "hls",
}
_BY_ENDING: Final = {".m3u8": "hls", ".ts": "mpegts", ".mjpg": "mpjpeg", ".mjpeg": "mpjpeg", ".jpg": "jpeg_pipe"}
_STATUS: Final = {401: Cause.UNAUTHORISED, 403: Cause.FORBIDDEN, 404: Cause.NOT_FOUND, 410: Cause.NOT_FOUND}


class _SameHost(HTTPRedirectHandler):
    """Follows a redirect only to the host and scheme that were asked for."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        check_same_host(req.full_url, newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def check_same_host(first: str, then: str) -> None:
    """Raises SourceError where `then` is not over HTTP on the host and port of `first`, or steps down from TLS."""
    one, two = urlsplit(first), urlsplit(then)
    steps_down = one.scheme == "https" and two.scheme != "https"
    if two.scheme not in ("http", "https") or (one.hostname, one.port) != (two.hostname, two.port) or steps_down:
        raise SourceError(Cause.ADDRESS_NOT_ALLOWED, f"leads away from its own host, to {two.scheme}://{two.hostname}")


def opener_for(order: FeedOrder) -> OpenerDirector:
    """An HTTP client with the order's credential, its certificates and no proxy."""
    context = ssl.create_default_context(cafile=order.ca_file or None)
    if order.ca_file:
        context.load_default_certs()
    passwords = HTTPPasswordMgrWithDefaultRealm()
    if order.user:
        passwords.add_password(None, order.address, order.user, order.password)
    digest, basic = HTTPDigestAuthHandler(passwords), HTTPBasicAuthHandler(passwords)
    return build_opener(ProxyHandler({}), HTTPSHandler(context=context), _SameHost(), digest, basic)


def fetch(opener: OpenerDirector, address: str, timeout_s: float) -> HTTPResponse:
    """GET; the response is the caller's to close.

    Raises:
      SourceError: refused, not found, not reachable or not verified.
    """
    try:
        response = opener.open(Request(address, headers={"User-Agent": "wallapp"}), timeout=timeout_s)
    except HTTPError as error:
        with error:
            raise SourceError(_STATUS.get(error.code, Cause.UNREADABLE), f"HTTP {error.code}") from None
    except URLError as error:
        raise SourceError(_cause_of_reason(error.reason), str(error.reason)) from None
    except TimeoutError as error:
        raise SourceError(Cause.NO_ANSWER, str(error)) from None
    if not isinstance(response, HTTPResponse):
        raise SourceError(Cause.FORMAT_NOT_ALLOWED, "not an HTTP answer")
    return response


def _cause_of_reason(reason: str | BaseException) -> Cause:
    if isinstance(reason, ssl.SSLError):
        return Cause.TLS
    if isinstance(reason, ConnectionRefusedError):
        return Cause.CONNECTION_REFUSED
    if isinstance(reason, (socket.gaierror, OSError)) and not isinstance(reason, TimeoutError):
        return Cause.UNREACHABLE
    return Cause.NO_ANSWER


class HttpStream:
    """One HTTP answer, read like a file by FFmpeg; a context manager.

    `read` never blocks longer than the order's silent bound.
    """

    def __init__(self, order: FeedOrder) -> None:
        self._address = order.address
        self.opener = opener_for(order)
        self._response = fetch(self.opener, order.address, order.bounds.silent_s)

    def __enter__(self) -> HttpStream:
        return self

    def __exit__(self, *_: object) -> None:
        self._response.close()

    @property
    def name(self) -> str:
        """The address, so that FFmpeg can resolve a playlist's relative lines."""
        return self._address

    def format_name(self) -> str:
        """FFmpeg's name of the container, by content type and else by the path's ending.

        Raises:
          SourceError: neither is one of ours.
        """
        content_type = self._response.headers.get_content_type().lower()
        path = urlsplit(self._address).path.lower()
        by_ending = next((name for ending, name in _BY_ENDING.items() if path.endswith(ending)), None)
        name = _FORMATS.get(content_type) or by_ending
        if name is None:
            raise SourceError(Cause.FORMAT_NOT_ALLOWED, f"content type {content_type} is not video that is opened")
        return name

    def read(self, size_bytes: int) -> bytes:
        """At most `size_bytes`, as soon as anything is there; empty at the end."""
        return self._response.read1(size_bytes)


class _Nested:
    """A segment or a playlist within a playlist."""

    def __init__(self, response: HTTPResponse) -> None:
        self._response = response

    def read(self, size_bytes: int) -> bytes:
        """At most `size_bytes`; empty at the end."""
        return self._response.read1(size_bytes)

    def close(self) -> None:
        """Let the connection go."""
        self._response.close()


def open_nested(order: FeedOrder, stream: HttpStream) -> Callable[[str, int, dict[str, str]], Any]:
    """What FFmpeg calls for every segment and playlist: same host only."""

    def open_one(url: str, _flags: int, _options: dict[str, str]) -> _Nested:
        address = urljoin(order.address, url)
        check_same_host(order.address, address)
        return _Nested(fetch(stream.opener, address, order.bounds.silent_s))

    return open_one
