"""From FFmpeg's and the socket's errors to the closed list of causes, in one table with a reason a row."""

from __future__ import annotations

import errno
import socket
import ssl
from http.client import HTTPException
from typing import Final

import av.error

from wallapp.base.log import redact
from wallapp.domain.feed_state import Cause


class SourceError(Exception):
    """An attempt failed: `cause` for the tile, the text for the log (already redacted)."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(redact(detail))
        self.cause = cause


_BY_TYPE: Final[tuple[tuple[type[BaseException], Cause], ...]] = (
    (av.error.HTTPUnauthorizedError, Cause.UNAUTHORISED),  # RTSP answers are mapped to these as well
    (av.error.HTTPForbiddenError, Cause.FORBIDDEN),
    (av.error.HTTPNotFoundError, Cause.NOT_FOUND),
    (av.error.FileNotFoundError, Cause.NOT_FOUND),
    (av.error.ConnectionRefusedError, Cause.CONNECTION_REFUSED),
    (ConnectionRefusedError, Cause.CONNECTION_REFUSED),
    (FileNotFoundError, Cause.NOT_FOUND),
    (ssl.SSLError, Cause.TLS),
    (socket.gaierror, Cause.UNREACHABLE),  # the name does not resolve
    (av.error.ExitError, Cause.SILENT),  # our own time-out interrupted the library
    (av.error.TimeoutError, Cause.SILENT),
    (TimeoutError, Cause.SILENT),
    (av.error.ProtocolNotFoundError, Cause.FORMAT_NOT_ALLOWED),
    (av.error.DemuxerNotFoundError, Cause.FORMAT_NOT_ALLOWED),
    (av.error.DecoderNotFoundError, Cause.FORMAT_NOT_ALLOWED),
    (av.error.EOFError, Cause.CLOSED_BY_CAMERA),
    (ConnectionError, Cause.CLOSED_BY_CAMERA),
    (UnicodeDecodeError, Cause.UNREADABLE),  # PyAV, of broken names in a file
    (HTTPException, Cause.UNREADABLE),  # after ConnectionError: a server that hangs up is both
    (av.error.InvalidDataError, Cause.UNREADABLE),
    (av.error.HTTPError, Cause.UNREADABLE),
)
_BY_ERRNO: Final = {
    errno.EHOSTUNREACH: Cause.UNREACHABLE,
    errno.ENETUNREACH: Cause.UNREACHABLE,
    errno.EADDRNOTAVAIL: Cause.UNREACHABLE,
    errno.ECONNRESET: Cause.CLOSED_BY_CAMERA,
    errno.EPIPE: Cause.CLOSED_BY_CAMERA,
    errno.ETIMEDOUT: Cause.NO_ANSWER,
}


def cause_of(error: BaseException, *, opening: bool, tls: bool) -> Cause:
    """The cause that an exception of FFmpeg, of a socket or of ours stands for.

    Args:
      opening: whether the first frame was still to come; a time-out then is NO_ANSWER, not SILENT.
      tls: whether the connection was to be encrypted: FFmpeg reports a certificate that does not verify as
        a plain input/output error, and only while opening.
    """
    if isinstance(error, SourceError):
        return error.cause
    for kind, cause in _BY_TYPE:
        if isinstance(error, kind):
            return Cause.NO_ANSWER if opening and cause is Cause.SILENT else cause
    number = getattr(error, "errno", None)
    if tls and opening and number == errno.EIO:
        return Cause.TLS
    if opening and number == errno.EINVAL:
        return Cause.FORMAT_NOT_ALLOWED  # what FFmpeg says of a format that is not on our list
    if number == errno.EIO:  # FFmpeg's word for a name that does not resolve, or a link cut while reading
        return Cause.UNREACHABLE if opening else Cause.CLOSED_BY_CAMERA
    return _BY_ERRNO.get(number or 0, Cause.UNCLEAR)
