"""Opening one stream: which protocols, which formats, which bounds (DESIGN 4).

FFmpeg ignores misspelt options without a word, so each security option here has a test that proves it.
Everything over HTTP is fetched by our own client, because FFmpeg's follows a redirect or a playlist to
any address.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote, urlsplit, urlunsplit

import av
from av.container import InputContainer

from wallapp.decoder.causes import SourceError
from wallapp.decoder.http_source import HttpStream, open_nested
from wallapp.domain.feed_state import Cause
from wallapp.frames.control import Bounds, FeedOrder

CODECS: Final = "h264,hevc,mjpeg,mpeg4,mpeg2video,mpeg1video,h263,vp8,libvpx-vp9,vp9,av1,libdav1d"
_FILE_FORMATS: Final = "mov,mp4,matroska,webm,mpegts,mpeg,avi,h264,hevc,mjpeg,flv"
_READ_TIMEOUT_SHARE: Final = 0.5
"""FFmpeg's own time-out fires after up to twice its value; the session's watchdog is the one that counts."""


def ffmpeg_timeout_s(bounds: Bounds) -> float:
    """What FFmpeg is given to wait for the next bytes of an RTSP connection."""
    return bounds.silent_s * _READ_TIMEOUT_SHARE


@dataclass(frozen=True, slots=True)
class Source:
    """An opened stream.

    Attributes:
      container: FFmpeg's; closed with the context that gave it.
      paced: pictures are due at their timestamps (files, HLS), not when they arrive.
      endless: begin again at the end (files).
    """

    container: InputContainer
    paced: bool = False
    endless: bool = False


@contextmanager
def open_source(order: FeedOrder) -> Iterator[Source]:
    """Open what the order names; closes it again. Blocks up to the order's open bound.

    Raises:
      SourceError: the address is of no kind that is allowed.
      av.error.FFmpegError, OSError: it cannot be opened; `causes.cause_of` translates.

    Thread: the feed's own.
    """
    scheme = urlsplit(order.address).scheme.lower()
    if scheme in ("rtsp", "rtsps"):
        with _open_rtsp(order, scheme) as source:
            yield source
    elif scheme in ("http", "https"):
        with _open_http(order) as source:
            yield source
    elif scheme == "udp":
        with _open_udp(order) as source:
            yield source
    elif scheme in ("", "file") or len(scheme) == 1:  # a single letter is a Windows drive
        with _open_file(order) as source:
            yield source
    else:
        raise SourceError(Cause.FORMAT_NOT_ALLOWED, f"addresses of kind {scheme}: are not opened")


def _options(order: FeedOrder, protocols: str, formats: str, **more: str) -> dict[str, str]:
    limits = {"max_pixels": str(order.bounds.pixels), "codec_whitelist": CODECS}
    return {"protocol_whitelist": protocols, "format_whitelist": formats, **limits, **more}


@contextmanager
def _open_rtsp(order: FeedOrder, scheme: str) -> Iterator[Source]:
    read_s = ffmpeg_timeout_s(order.bounds)
    options = _options(
        order,
        "rtsp,rtp,udp,tcp,tls" if scheme == "rtsps" else "rtsp,rtp,udp,tcp",
        "rtsp",
        rtsp_transport=order.transport.value,
        allowed_media_types="video",
        fflags="nobuffer",
        fpsprobesize="0",
        timeout=str(int(read_s * 1e6)),
    )
    if scheme == "rtsps":
        options["tls_verify"] = "1"
        if order.ca_file:
            options["ca_file"] = order.ca_file
    timeout_s = (order.bounds.open_s, read_s)
    with av.open(_with_user(order), format="rtsp", options=options, timeout=timeout_s) as container:
        yield Source(container)


def _with_user(order: FeedOrder) -> str:
    """The address with the credential in it: RTSP gives FFmpeg no other way. Never logged unredacted."""
    if not order.user:
        return order.address
    parts = urlsplit(order.address)
    user = f"{quote(order.user, safe='')}:{quote(order.password, safe='')}"
    return urlunsplit(parts._replace(netloc=f"{user}@{parts.netloc.rpartition('@')[2]}"))


@contextmanager
def _open_http(order: FeedOrder) -> Iterator[Source]:
    with HttpStream(order) as stream:
        formats = stream.format_name()
        options = _options(
            order, "http,https,tcp,tls", f"{formats},mpegts,mov,mp4,aac" if formats == "hls" else formats
        )
        options["fpsprobesize"] = "0"
        extra: dict[str, Any] = {}
        if formats == "hls":
            extra["io_open"] = open_nested(order, stream)
            options["allowed_extensions"] = "ALL"
            options["extension_picky"] = "0"
        with av.open(stream, format=formats, options=options, buffer_size=65536, **extra) as container:
            yield Source(container, paced=formats == "hls")


@contextmanager
def _open_udp(order: FeedOrder) -> Iterator[Source]:
    wait_us = int(order.bounds.silent_s * 1e6)  # reuse: an attempt that was given up may hold the port so long
    parts = urlsplit(order.address)
    query = f"fifo_size=50000&overrun_nonfatal=1&timeout={wait_us}&pkt_size=1316&reuse=1"
    address = urlunsplit(parts._replace(query=f"{parts.query}&{query}" if parts.query else query))
    options = _options(order, "udp", "mpegts", fflags="nobuffer", fpsprobesize="0")
    timeout_s = (order.bounds.open_s, order.bounds.silent_s)
    with av.open(address, format="mpegts", options=options, timeout=timeout_s) as container:
        yield Source(container)


@contextmanager
def _open_file(order: FeedOrder) -> Iterator[Source]:
    path = order.address.removeprefix("file://")
    options = _options(order, "file", _FILE_FORMATS)
    with av.open(f"file:{path}", options=options) as container:
        yield Source(container, paced=True, endless=True)
