"""An RTSP and RTSPS server for simulated cameras and for tests, with faults on command.

It serves RTP interleaved in the RTSP connection (RFC 2326, 10.12); UDP is answered with 461.
Threads: the public methods from any one thread; the serving runs on one thread of its own, whatever the
number of clients, and each live source encodes on one more.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import ssl
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput, Bug, NotFound, Unavailable
from wallapp.simulation.faults import BEFORE_PLAY, Fault, FaultPlan
from wallapp.simulation.rtsp_connection import MAX_HEAD_BYTES, Connection
from wallapp.simulation.rtsp_feed import Feed, FileFeed, LiveFeed, LiveSource
from wallapp.simulation.rtsp_media import Clip, read_clip
from wallapp.simulation.rtsp_messages import Credentials
from wallapp.simulation.rtsp_player import ServedPath
from wallapp.simulation.rtsp_variants import VARIANTS, make_variant

MAX_CONNECTIONS = 512
_STOP_WAIT_S = 10.0
_log = logging.getLogger("wallapp.simulation.rtsp")


@dataclass(frozen=True, slots=True)
class TlsFiles:
    """PEM files that make the server speak RTSPS."""

    certificate: Path
    key: Path


class RtspServer:
    """Serves video under `rtsp://host:port/name`. Use as a context manager, or `start` and `stop`."""

    def __init__(
        self,
        host: str = "127.0.0.1",
        port: int = 0,
        *,
        clock: Clock,
        credentials: Credentials | None = None,
        tls: TlsFiles | None = None,
    ) -> None:
        """Nothing is opened yet.

        Args:
          port: 0 takes a free one at `start`; it is kept over `stop` and `start`.
          credentials: asked for by digest authentication; None serves everybody.
          tls: None serves rtsp, else rtsps.
        """
        self._host = host
        self._port = port
        self._clock = clock
        self._credentials = credentials
        self._tls = tls
        self._epoch_mono_s = clock.mono_s()
        self._paths: dict[str, ServedPath] = {}
        self._files: dict[str, Path] = {}
        self._clips: dict[Path, Clip] = {}
        self._connections: dict[asyncio.Task[Any], Connection] = {}
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread | None = None
        self._ended: asyncio.Event | None = None

    def __enter__(self) -> RtspServer:
        self.start()
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.stop()

    def add_file(self, path_name: str, file: Path) -> None:
        """Serve a file in an endless loop. A file under several names is read once.

        Raises:
          BadInput: the file cannot be served; see `read_clip`.
        """
        if file not in self._clips:
            self._clips[file] = read_clip(file)
        self._files[path_name] = file
        self._add(path_name, FileFeed(self._clips[file], self._clock, epoch_mono_s=self._epoch_mono_s))

    def add_source(self, path_name: str, source: LiveSource) -> None:
        """Serve pictures that are made while somebody looks. Takes the first picture from the source at once."""
        feed = LiveFeed(source, self._clock, name=path_name)
        self._add(path_name, feed)
        if self._loop is not None:
            feed.start()

    def _add(self, path_name: str, feed: Feed) -> None:
        if not path_name or "/" in path_name:
            raise BadInput(f"'{path_name}' cannot be a path of the RTSP server; give a name without a slash.")
        self._paths[path_name] = ServedPath(path_name, feed)

    def url(self, path_name: str) -> str:
        """The address of a path, without credentials. Valid once the server was started."""
        scheme = "rtsps" if self._tls else "rtsp"
        return f"{scheme}://{self._host}:{self._port}/{quote(path_name)}"

    @property
    def port(self) -> int:
        """The port served; 0 before the first start where none was given."""
        return self._port

    def openings(self, path_name: str) -> int:
        """How many times a path was described to a client since the begin."""
        return self._path(path_name).openings

    def playing(self, path_name: str) -> int:
        """How many clients a path is being sent to."""
        return self._path(path_name).playing

    def set_fault(self, path_name: str, fault: Fault | None, *, after_s: float = 0.0) -> None:
        """Let a path misbehave from now on, or None: behave again. Holds for playing clients too.

        Args:
          after_s: of good video before the fault shows, on each connection.

        Raises:
          NotFound: there is no such path.
          BadInput: the fault needs a file of H.264 and the path has none.
        """
        path = self._path(path_name)
        if fault in VARIANTS and fault not in path.variants:
            path.variants[fault] = self._variant(path_name, fault)
        path.plan = None if fault is None else FaultPlan(fault, after_s, self._clock.mono_s())
        if fault in BEFORE_PLAY and self._loop is not None:
            self._loop.call_soon_threadsafe(self._hang_up, path_name)

    def start(self) -> None:
        """Listen and serve.

        Raises:
          Unavailable: the port is taken, or the host is not this machine's.
          BadInput: the certificate or its key cannot be used.
        """
        if self._thread is not None:
            raise Bug("the RTSP server was started twice.")
        context = self._tls_context()
        listener = self._listen()
        self._loop = asyncio.new_event_loop()
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._run, args=(listener, context), name="rtsp-server", daemon=True)
        for path in self._paths.values():
            if isinstance(path.feed, LiveFeed):
                path.feed.start()
        self._thread.start()

    def stop(self) -> None:
        """Hang up on everybody and end all threads; does nothing where the server is not running."""
        if self._thread is None or self._loop is None or self._ended is None:
            return
        for path in self._paths.values():
            if isinstance(path.feed, LiveFeed):
                path.feed.stop()
        self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join(_STOP_WAIT_S)
        if self._thread.is_alive():
            raise Bug("the RTSP server did not stop.")
        self._thread = self._loop = self._ended = None

    def _variant(self, path_name: str, fault: Fault) -> Feed:
        file = self._files.get(path_name)
        if file is None:
            raise BadInput(f"'{path_name}' is no file; {fault} can only be shown by one.")
        return FileFeed(make_variant(file, fault), self._clock, epoch_mono_s=self._epoch_mono_s)

    def _path(self, path_name: str) -> ServedPath:
        path = self._paths.get(path_name)
        if path is None:
            raise NotFound(f"the RTSP server has no path '{path_name}'; it has {', '.join(self._paths) or 'none'}.")
        return path

    def _tls_context(self) -> ssl.SSLContext | None:
        if self._tls is None:
            return None
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        try:
            context.load_cert_chain(self._tls.certificate, self._tls.key)
        except OSError as error:  # ssl.SSLError is one
            raise BadInput(f"{self._tls.certificate} and its key cannot be used; give two PEM files.") from error
        return context

    def _listen(self) -> socket.socket:
        listener = socket.socket(socket.AF_INET6 if ":" in self._host else socket.AF_INET, socket.SOCK_STREAM)
        try:
            if os.name == "posix":  # elsewhere the option would share a port that is in use
                listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind((self._host, self._port))
            listener.listen(128)
        except OSError as error:
            listener.close()
            where = f"port {self._port} on {self._host}"
            raise Unavailable(f"{where} cannot be served ({error.strerror}); choose another port.") from error
        self._port = listener.getsockname()[1]
        return listener

    def _run(self, listener: socket.socket, context: ssl.SSLContext | None) -> None:
        assert self._loop is not None
        self._loop.set_exception_handler(_report_to_log)
        try:
            self._loop.run_until_complete(self._serve(listener, context))
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _serve(self, listener: socket.socket, context: ssl.SSLContext | None) -> None:
        assert self._ended is not None
        server = await asyncio.start_server(self._accept, sock=listener, ssl=context, limit=MAX_HEAD_BYTES)
        try:
            await self._ended.wait()
        finally:
            server.close()
            for task in list(self._connections):
                task.cancel()
            await asyncio.gather(*self._connections, return_exceptions=True)
            await server.wait_closed()

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        if len(self._connections) >= MAX_CONNECTIONS:
            writer.transport.abort()
            return
        connection = Connection(reader, writer, paths=self._paths, credentials=self._credentials, clock=self._clock)
        self._connections[task] = connection
        try:
            with contextlib.suppress(asyncio.CancelledError):
                await connection.serve()
        finally:
            del self._connections[task]

    def _hang_up(self, path_name: str) -> None:
        for task, connection in self._connections.items():
            if connection.path_name == path_name:
                task.cancel()


def _report_to_log(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, OSError):
        _log.debug("a client's connection broke: %s", error)
    else:
        _log.error("the RTSP server failed: %s", context.get("message"), exc_info=error)
