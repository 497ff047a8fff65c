"""Opening one stream: which protocols, which formats, which bounds (DESIGN 4).

FFmpeg ignores misspelt options without a word, so each security option here has a test that proves it.
Everything over HTTP is fetched by our own client, because FFmpeg's follows a redirect or a playlist to
any address.

RTSP over TLS is FFmpeg's own: `tls_verify` makes it check the chain, and the address's host against the
certificate's names, an IP address against its IP names (its name in the subject does not count). The library in the
wheel looks for the system's authorities in one distribution's place only, so they are always named to it;
it takes one file, so that an order's own authorities stand instead of the system's, not beside them.

No `nobuffer`: with that flag FFmpeg throws away what it reads while it looks at a stream, the first key picture
with it, and the tile waits for the next one. What it looks at is kept to the first packet instead; parameter sets
that come later, in band, are the decoder's affair.

FFmpeg follows an RTSP redirect to any host, with no option against it; the format and protocol lists hold there too.
"""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit, urlunsplit

import av
from av.container import InputContainer

from wallapp.decoder.causes import SourceError
from wallapp.decoder.http_source import (
    PLAYLIST_MAX_BYTES,
    SNAPSHOT,
    SNAPSHOT_EVERY_S,
    HttpClient,
    HttpStream,
    Readable,
    Snapshots,
    format_of,
    part_opener,
)
from wallapp.decoder.line import Line
from wallapp.domain.address import AddressFault, BadAddress, Scheme, StreamAddress, parse_address
from wallapp.domain.feed_state import Cause
from wallapp.frames.control import Bounds, FeedOrder

CODECS: Final = "h264,hevc,mjpeg,mpeg4,mpeg2video,mpeg1video,h263,vp8,libvpx-vp9,vp9,av1,libdav1d"
_FILE_FORMATS: Final = "mov,mp4,matroska,webm,mpegts,mpeg,avi,h264,hevc,mjpeg,flv"
_NO_PROTOCOL: Final = "none"
"""No protocol has this name: FFmpeg may open nothing by itself."""
_ANALYSE_US: Final = "1000000"
_USER_MAX: Final = 127
"""FFmpeg cuts off what is longer without a word."""


def ffmpeg_timeout_s(bounds: Bounds) -> float:
    """What FFmpeg is given to wait for the next bytes of an RTSP connection.

    It fires after up to twice its value and is there to free the thread; the session's watchdog is what counts.
    """
    return bounds.silent_s


@dataclass(frozen=True, slots=True)
class Source:
    """An opened stream.

    Attributes:
      container: FFmpeg's; closed with the context that gave it.
      paced: pictures are due at their timestamps (files, HLS), not when they arrive.
      endless: begin again at the end (files).
      rate_hz: pictures a second as far as it is known before any came; 0 where it is not.
    """

    container: InputContainer
    paced: bool = False
    endless: bool = False
    rate_hz: float = 0.0


@contextmanager
def open_source(order: FeedOrder, line: Line | None = None) -> Iterator[Source]:
    """Open what the order names; closes it again. Blocks up to the order's open bound.

    Args:
      line: to cut what is open over HTTP from another thread.

    Raises:
      SourceError: the address is of no kind that is allowed, or leads to one that is not.
      av.error.FFmpegError, OSError: it cannot be opened; `causes.cause_of` translates.

    Thread: the feed's own.
    """
    address = _checked(order)
    if address.scheme in (Scheme.RTSP, Scheme.RTSPS):
        opening = _open_rtsp(order, address.scheme)
    elif address.scheme in (Scheme.HTTP, Scheme.HTTPS):
        opening = _open_http(order, line or Line())
    elif address.scheme is Scheme.UDP:
        opening = _open_udp(order)
    else:
        opening = _open_file(order, address.path)
    with opening as source:
        yield source


def _checked(order: FeedOrder) -> StreamAddress:
    """The address, checked once more on this side: what is opened does not hang on who asked."""
    try:
        return parse_address(order.address)
    except BadAddress as error:
        is_kind = error.fault in (AddressFault.SCHEME_NOT_ALLOWED, AddressFault.NO_SCHEME)
        raise SourceError(Cause.FORMAT_NOT_ALLOWED if is_kind else Cause.ADDRESS_NOT_ALLOWED, str(error)) from None


def _options(order: FeedOrder, protocols: str, formats: str, **more: str) -> dict[str, str]:
    limits = {"max_pixels": str(order.bounds.pixels), "codec_whitelist": CODECS}
    return {"protocol_whitelist": protocols, "format_whitelist": formats, "fpsprobesize": "0", **limits, **more}


def _stated_hz(container: InputContainer) -> float:
    for stream in container.streams.video:
        return float(stream.average_rate or stream.guessed_rate or 0)
    return 0.0


@contextmanager
def _open_rtsp(order: FeedOrder, scheme: Scheme) -> Iterator[Source]:
    read_s = ffmpeg_timeout_s(order.bounds)
    options = _options(
        order,
        "rtsp,rtp,udp,tcp,tls" if scheme is Scheme.RTSPS else "rtsp,rtp,udp,tcp",
        "rtsp",
        rtsp_transport=order.transport.value,
        allowed_media_types="video",
        probesize="32",
        timeout=str(int(read_s * 1e6)),
    )
    if scheme is Scheme.RTSPS:
        options["tls_verify"] = "1"
        trusted = order.ca_file or ssl.get_default_verify_paths().cafile
        if trusted:
            options["ca_file"] = trusted
    timeout_s = (order.bounds.open_s, read_s)
    with av.open(_with_user(order), format="rtsp", options=options, timeout=timeout_s) as container:
        yield Source(container, rate_hz=_stated_hz(container))


def _with_user(order: FeedOrder) -> str:
    """The address with the credential in it: RTSP gives FFmpeg no other way. Never logged unredacted."""
    if not order.user:
        return order.address
    parts = urlsplit(order.address)
    user = f"{quote(order.user, safe='')}:{quote(order.password, safe='')}"
    if len(user) > _USER_MAX:
        raise SourceError(Cause.UNAUTHORISED, "the user and password are longer than FFmpeg takes: shorten them")
    return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc}"))


@contextmanager
def _open_http(order: FeedOrder, line: Line) -> Iterator[Source]:
    client = HttpClient(order, line)
    with closing(client.get(order.address)) as response:
        kind = format_of(response)
        stream: Readable
        options, extra = _options(order, _NO_PROTOCOL, kind), dict[str, Any]()
        if kind == SNAPSHOT:
            ask_again = lambda: client.get(order.address)  # noqa: E731  # a def would say no more
            stream = Snapshots(response, ask_again, line, max_bytes=order.bounds.bytes_per_s)
            kind = options["format_whitelist"] = "mpjpeg"
            known_hz: float | None = 1 / SNAPSHOT_EVERY_S
        elif kind == "hls":
            stream, known_hz = HttpStream(response, max_bytes=PLAYLIST_MAX_BYTES), None
            options["format_whitelist"] = "hls,mpegts,mov,mp4,aac"
            options |= {"allowed_extensions": "ALL", "extension_picky": "0"}
            # Connections kept open are for FFmpeg's own HTTP; with another's it aborts the process.
            options |= {"http_persistent": "0", "http_multiple": "0"}
            extra["io_open"] = part_opener(client, response.url, line)
        else:
            stream = HttpStream(response)
            known_hz = 0.0 if kind == "mpjpeg" else None  # multipart says nothing of its rate; FFmpeg makes up 25
        with av.open(stream, format=kind, options=options, buffer_size=65536, **extra) as container:
            rate_hz = _stated_hz(container) if known_hz is None else known_hz
            yield Source(container, paced=kind == "hls", rate_hz=rate_hz)


@contextmanager
def _open_udp(order: FeedOrder) -> Iterator[Source]:
    wait_us = int(order.bounds.silent_s * 1e6)  # reuse: an attempt that was given up may hold the port so long
    parts = urlsplit(order.address)
    query = f"fifo_size=50000&overrun_nonfatal=1&timeout={wait_us}&pkt_size=1316&reuse=1"
    address = urlunsplit(parts._replace(query=f"{parts.query}&{query}" if parts.query else query))
    options = _options(order, "udp", "mpegts", analyzeduration=_ANALYSE_US)
    timeout_s = (order.bounds.open_s, order.bounds.silent_s)
    with av.open(address, format="mpegts", options=options, timeout=timeout_s) as container:
        yield Source(container, rate_hz=_stated_hz(container))


@contextmanager
def _open_file(order: FeedOrder, path: str) -> Iterator[Source]:
    options = _options(order, "file", _FILE_FORMATS)
    with av.open(f"file:{path}", options=options) as container:
        yield Source(container, paced=True, endless=True, rate_hz=_stated_hz(container))
