"""The alarm input's ear: TLS on one port, a bounded number of connections, each for a bounded time.

Plain threads and blocking sockets: a connection is a thread's, its end is a time, and nothing else is shared.
Threads: one that accepts, one for each connection; `start` and `close` on the owner's.
"""

from __future__ import annotations

import contextlib
import logging
import socket
import ssl
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from wallapp.base.errors import BadInput, Unavailable
from wallapp.exchange.alarm_http import Desks, Visit, linger

LOG = logging.getLogger("wallapp.exchange.alarm_input")

_LOOK_S: Final = 0.25
_JOIN_S: Final = 10.0
_TLS_HANDSHAKE: Final = b"\x16"
"""The first byte of every TLS connection (RFC 8446, 5.1); of HTTP's it is a letter."""
_USE_TLS: Final = (
    b"HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 47\r\n\r\n"
    b'{"error":"this port speaks TLS; use https://"}\n'
)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What strangers can take up.

    Attributes:
      connections: open at once; more are closed unheard.
      of_one_address: of them.
      visit_s: how long a connection lasts at most, from its acceptance to its answer.
    """

    connections: int = 32
    of_one_address: int = 8
    visit_s: float = 10.0


class AlarmServer:
    """Listens until it is closed.

    Args:
      context: of a server, with its certificate (`server_context`).
      host: a name or an address of this machine.
      port: 0 lets the system choose.

    Raises:
      BadInput: there is no such address on this machine.
      Unavailable: the port is taken or may not be used.
    """

    def __init__(
        self, context: ssl.SSLContext, desks: Desks, *, host: str, port: int, bounds: Bounds | None = None
    ) -> None:
        self._context = context
        self._desks = desks
        self._bounds = bounds or Bounds()
        self._listener = _listener(host, port)
        self._stopping = threading.Event()
        self._lock = threading.Lock()
        self._open: dict[socket.socket, threading.Thread] = {}
        self._of_address: Counter[str] = Counter()
        self._thread = threading.Thread(target=self._accept, name="wallapp-alarms-accept", daemon=True)

    @property
    def address(self) -> tuple[str, int]:
        """Where it listens: IP address and port."""
        host, port = self._listener.getsockname()[:2]
        return str(host), int(port)

    def start(self) -> None:
        """Begin. Once only."""
        self._thread.start()

    def close(self) -> None:
        """End: no new connections, those that are open are cut, all threads are gone when this returns."""
        self._stopping.set()
        if self._thread.is_alive():
            self._thread.join(_JOIN_S)
        self._listener.close()
        with self._lock:
            there = dict(self._open)
        for connection, thread in there.items():
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            thread.join(_JOIN_S)

    def _accept(self) -> None:
        self._listener.settimeout(_LOOK_S)
        while not self._stopping.is_set():
            try:
                connection, address = self._listener.accept()
            except TimeoutError:
                continue
            except OSError as error:  # out of descriptors, or the peer was gone at once
                LOG.warning("alarm input: a connection could not be taken (%s)", error.strerror)
                self._stopping.wait(_LOOK_S)
                continue
            self._begin(connection, str(address[0]))

    def _begin(self, connection: socket.socket, remote: str) -> None:
        with self._lock:
            is_free = len(self._open) < self._bounds.connections
            if not (is_free and self._of_address[remote] < self._bounds.of_one_address):
                self._desks.strangers.tell(remote, f"too many connections, one of {remote} was closed")
                connection.close()
                return
            self._of_address[remote] += 1
            name = "wallapp-alarms-visit"
            thread = threading.Thread(target=self._serve, args=(connection, remote), name=name, daemon=True)
            self._open[connection] = thread
        try:
            thread.start()
        except RuntimeError:
            LOG.warning("alarm input: this machine gives no more threads; one connection was closed")
            self._forget(connection, remote)

    def _serve(self, connection: socket.socket, remote: str) -> None:
        end_mono_s = self._desks.clock.mono_s() + self._bounds.visit_s
        try:
            self._talk(connection, remote, end_mono_s)
        except OSError as error:
            # Of the handshake: ssl's words name the reason and nothing that was sent.
            reason = error.reason if isinstance(error, ssl.SSLError) else type(error).__name__
            self._desks.strangers.tell(remote, f"no encrypted connection with {remote} ({reason})")
        finally:
            self._forget(connection, remote)

    def _forget(self, connection: socket.socket, remote: str) -> None:
        connection.close()
        with self._lock:
            del self._open[connection]
            self._of_address[remote] -= 1
            self._of_address += Counter()  # drops those at nought

    def _talk(self, connection: socket.socket, remote: str, end_mono_s: float) -> None:
        connection.settimeout(self._bounds.visit_s)
        if connection.recv(1, socket.MSG_PEEK) not in (_TLS_HANDSHAKE, b""):
            self._desks.strangers.tell(remote, f"{remote} did not speak TLS")
            connection.sendall(_USE_TLS)
            linger(connection)
            return
        connection.settimeout(max(_LOOK_S, end_mono_s - self._desks.clock.mono_s()))
        # A copy of the descriptor: `close` cuts the connection by the one that it knows.
        with self._context.wrap_socket(connection.dup(), server_side=True, do_handshake_on_connect=False) as encrypted:
            encrypted.settimeout(connection.gettimeout())
            encrypted.do_handshake()
            Visit(encrypted, self._desks, remote=remote, end_mono_s=end_mono_s).serve()
            encrypted.settimeout(_LOOK_S)
            with contextlib.suppress(OSError):
                encrypted.unwrap()  # says that the answer was whole
            linger(connection)


def server_context(certificate: Path, key: Path) -> ssl.SSLContext:
    """For a server that proves itself by this certificate: TLS 1.2 or newer, as Python's own defaults have it.

    Args:
      certificate: PEM, its chain after it.
      key: PEM, without a passphrase.

    Raises:
      BadInput: they cannot be read, or the key is not the certificate's.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        context.load_cert_chain(certificate, key, password=_no_passphrase)
    except ssl.SSLError as error:
        raise BadInput(
            f"{certificate} and {key} are no certificate with its key ({error.reason}); give PEM files that belong "
            "together, the key without a passphrase"
        ) from None
    except OSError as error:
        raise BadInput(
            f"the certificate or its key cannot be read ({error.strerror}); mend the name or the rights"
        ) from None
    return context


def _no_passphrase() -> str:
    """Asked for a sealed key only; without it OpenSSL would ask at the terminal."""
    return ""


def _listener(host: str, port: int) -> socket.socket:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise BadInput(f"there is no address {host}; give one of this machine's, such as 127.0.0.1") from None
    family, address = found[0][0], found[0][4]
    try:
        return socket.create_server((str(address[0]), port), family=family)
    except PermissionError:
        raise Unavailable(f"port {port} may not be used by this account; choose one over 1023") from None
    except OSError as error:
        raise Unavailable(f"{host}:{port} cannot be listened at ({error.strerror}); choose another port") from None
