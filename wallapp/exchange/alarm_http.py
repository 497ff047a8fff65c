"""One connection of the alarm input: one POST, read within bounds, and one answer. HTTP itself is h11's affair.

Who knocks is known before anything of the body is read: a stranger's body is never taken.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

import h11
import msgspec

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, Unavailable
from wallapp.exchange.alarm_json import NoJson, read_alarm
from wallapp.services.alarm_input import AlarmInput
from wallapp.services.alarm_input_partners import Partner, PartnerDesk
from wallapp.services.alarm_input_rates import Rates

LOG = logging.getLogger("wallapp.exchange.alarm_input")

PATH: Final = b"/alarms"
HEAD_BYTES_MAX: Final = 8 * 1024
BODY_BYTES_MAX: Final = 16 * 1024
LATER_S: Final = 10
_CHUNK_BYTES: Final = 4096
_LEFT_BYTES_MAX: Final = 64 * 1024
_LEFT_WITHIN_S: Final = 1.0

Headers = Sequence[tuple[str, str]]


class Strangers:
    """Writes down what is refused to those without a token; of one that goes on and on the count. Any thread."""

    def __init__(self, rates: Rates) -> None:
        self._rates = rates
        self._lock = threading.Lock()
        self._unwritten = 0

    def tell(self, remote: str, text: str) -> None:
        """Write it, unless this address has filled enough lines of late: a log that is flooded keeps nothing."""
        is_written = self._rates.wait_s(remote) == 0
        with self._lock:
            more = self._unwritten
            self._unwritten = 0 if is_written else more + 1
        if is_written:
            LOG.info("alarm input: %s%s", text, f" ({more} more were refused before)" if more else "")


@dataclass(frozen=True, slots=True)
class Desks:
    """What a connection needs of the hall.

    Attributes:
      rates: how often a partner may raise alarms.
    """

    partners: PartnerDesk
    alarms: AlarmInput
    rates: Rates
    strangers: Strangers
    clock: Clock


class _Refused(Exception):
    """The answer to what is not taken."""

    def __init__(self, status: HTTPStatus, text: str, headers: Headers = ()) -> None:
        super().__init__(text)
        self.status = status
        self.headers = headers


class Visit:
    """One connection, from its first byte to its answer. One thread.

    Args:
      connection: encrypted already; its owner closes it.
      end_mono_s: when it is over, whatever the other side does.
    """

    def __init__(self, connection: socket.socket, desks: Desks, *, remote: str, end_mono_s: float) -> None:
        self._connection = connection
        self._desks = desks
        self._remote = remote
        self._end_mono_s = end_mono_s
        self._http = h11.Connection(h11.SERVER, max_incomplete_event_size=HEAD_BYTES_MAX)
        self._who, self._is_partner = "a stranger", False

    def serve(self) -> None:
        """Read one request and answer it. Errors of the line end it silently, all else is answered and logged."""
        try:
            status, said, headers = self._taken()
        except _Refused as refused:
            status, said, headers = refused.status, {"error": str(refused)}, refused.headers
        except h11.RemoteProtocolError as error:
            hint = getattr(error, "error_status_hint", HTTPStatus.BAD_REQUEST)
            # Not the error's own words: they repeat a broken line, which may be the one with the token.
            status, said, headers = HTTPStatus(hint), {"error": "this is no HTTP/1.1 request"}, ()
        except TimeoutError:
            status, said, headers = HTTPStatus.REQUEST_TIMEOUT, {"error": "the request took too long"}, ()
        except OSError as error:
            self._desks.strangers.tell(self._remote, f"{self._remote} hung up ({type(error).__name__})")
            return
        except Exception:
            LOG.critical("alarm input: internal error", exc_info=True)
            status, said, headers = HTTPStatus.INTERNAL_SERVER_ERROR, {"error": "internal error; report it"}, ()
        self._log(status, said)
        self._answer(status, said, headers)

    def _taken(self) -> tuple[HTTPStatus, dict[str, object], Headers]:
        request = self._request()
        partner = self._partner(request)
        self._check(request)
        try:
            form = read_alarm(self._body())
            taken = self._desks.alarms.take(form, source=partner.name)
        except NoJson as error:
            raise _Refused(HTTPStatus.BAD_REQUEST, str(error)) from None
        except BadInput as error:
            raise _Refused(HTTPStatus.UNPROCESSABLE_ENTITY, str(error)) from None
        except Unavailable as error:
            raise _later(HTTPStatus.SERVICE_UNAVAILABLE, str(error), LATER_S) from None
        said: dict[str, object] = {"alarm": taken.alarm, "count": taken.count}
        if taken.is_waiting:
            return HTTPStatus.ACCEPTED, {**said, "waiting": True}, ()
        return HTTPStatus.CREATED if taken.count == 1 else HTTPStatus.OK, said, ()

    def _request(self) -> h11.Request:
        event = self._next()
        if not isinstance(event, h11.Request):
            raise ConnectionResetError("nothing was asked")
        return event

    def _partner(self, request: h11.Request) -> Partner:
        found = None
        given = [value for name, value in request.headers if name == b"authorization"]
        scheme, _, token = given[0].partition(b" ") if len(given) == 1 else (b"", b"", b"")
        try:
            if scheme.lower() == b"bearer":
                found = self._desks.partners.of_token(token.strip().decode("latin-1"))
        except Unavailable as error:
            raise _later(HTTPStatus.SERVICE_UNAVAILABLE, str(error), LATER_S) from None
        if found is None:
            text = "send the token that you were given, as: Authorization: Bearer TOKEN"
            raise _Refused(HTTPStatus.UNAUTHORIZED, text, [("WWW-Authenticate", 'Bearer realm="wallapp alarms"')])
        self._who, self._is_partner = found.name, True
        wait_s = self._desks.rates.wait_s(found.name)
        if wait_s > 0:
            raise _later(HTTPStatus.TOO_MANY_REQUESTS, "too many alarms in a short time", int(wait_s) + 1)
        return found

    def _check(self, request: h11.Request) -> None:
        headers = dict(request.headers)
        if request.target != PATH:
            raise _Refused(HTTPStatus.NOT_FOUND, f"alarms are posted to {PATH.decode()}")
        if request.method != b"POST":
            raise _Refused(HTTPStatus.METHOD_NOT_ALLOWED, "alarms are posted", [("Allow", "POST")])
        kind = headers.get(b"content-type", b"").partition(b";")[0].strip().lower()
        if kind != b"application/json":
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "send Content-Type: application/json")
        length = headers.get(b"content-length", b"0")  # h11 has seen to it that it is a number
        if int(length) > BODY_BYTES_MAX:
            raise _too_large()

    def _body(self) -> bytes:
        if self._http.they_are_waiting_for_100_continue:
            self._send(h11.InformationalResponse(status_code=100, headers=[]))
        body = b""
        while True:
            event = self._next()
            if isinstance(event, h11.Data):
                body += event.data
                if len(body) > BODY_BYTES_MAX:
                    raise _too_large()
            elif isinstance(event, h11.EndOfMessage):
                return body
            else:
                raise ConnectionResetError("the body ended too early")

    def _next(self) -> object:
        """The next of h11's events. Raises TimeoutError when the visit is over, OSError where the line is gone."""
        while True:
            event = self._http.next_event()
            if event is not h11.NEED_DATA:
                return event
            left_s = self._end_mono_s - self._desks.clock.mono_s()
            if left_s <= 0:
                raise TimeoutError
            self._connection.settimeout(left_s)
            self._http.receive_data(self._connection.recv(_CHUNK_BYTES))

    def _send(self, event: h11.Event) -> None:
        data = self._http.send(event)
        if data:
            self._connection.settimeout(max(_LEFT_WITHIN_S, self._end_mono_s - self._desks.clock.mono_s()))
            self._connection.sendall(data)

    def _answer(self, status: HTTPStatus, said: dict[str, object], headers: Headers) -> None:
        body = msgspec.json.encode(said) + b"\n"
        head = [
            ("Content-Type", "application/json"),
            ("Content-Length", str(len(body))),
            ("Cache-Control", "no-store"),
            ("Connection", "close"),
            *headers,
        ]
        with contextlib.suppress(OSError, h11.LocalProtocolError):
            self._send(h11.Response(status_code=status, headers=head, reason=status.phrase.encode()))
            self._send(h11.Data(data=body))
            self._send(h11.EndOfMessage())

    def _log(self, status: HTTPStatus, said: dict[str, object]) -> None:
        """One line for each POST; never the token."""
        text = f"{self._who} from {self._remote}: {status.value} {msgspec.json.encode(said).decode()}"
        if self._is_partner:
            LOG.info("alarm input: %s", text)
        else:
            self._desks.strangers.tell(self._remote, text)


def linger(connection: socket.socket) -> None:
    """Take in what was still on its way, so that the answer is not lost with it; at most for a second."""
    with contextlib.suppress(OSError):
        connection.settimeout(_LEFT_WITHIN_S)
        connection.shutdown(socket.SHUT_WR)
        taken = 0
        while taken < _LEFT_BYTES_MAX and (more := connection.recv(_CHUNK_BYTES)):
            taken += len(more)


def _later(status: HTTPStatus, text: str, wait_s: int) -> _Refused:
    return _Refused(status, f"{text}; try again later", [("Retry-After", str(wait_s))])


def _too_large() -> _Refused:
    return _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"an alarm has at most {BODY_BYTES_MAX} bytes")
