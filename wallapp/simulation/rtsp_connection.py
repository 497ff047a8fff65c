"""One client's RTSP connection: requests in, replies and video out. Runs on the server's loop."""

from __future__ import annotations

import asyncio
import contextlib
import re
import secrets
from collections.abc import Mapping

from wallapp.base.clock import Clock
from wallapp.base.errors import BadInput
from wallapp.simulation.faults import Fault
from wallapp.simulation.rtsp_feed import Feed
from wallapp.simulation.rtsp_messages import Credentials, Request, challenge, is_authorised, parse_request, reply
from wallapp.simulation.rtsp_player import Player, ServedPath

MAX_HEAD_BYTES = 16_384
_METHODS = "OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER, SET_PARAMETER"
_SESSION_TIMEOUT_S = 60
_INTERLEAVED = re.compile(r"interleaved=(\d+)")


class Connection:
    """Serves one client until it leaves or `serve` is cancelled."""

    def __init__(
        self,
        reader: asyncio.StreamReader,
        writer: asyncio.StreamWriter,
        *,
        paths: Mapping[str, ServedPath],
        credentials: Credentials | None,
        clock: Clock,
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._paths = paths
        self._credentials = credentials
        self._clock = clock
        self._nonce = secrets.token_hex(16)
        self._session = secrets.token_hex(8)
        self._described: Feed | None = None
        self._channel = 0
        self._player: Player | None = None
        self._playing: asyncio.Task[None] | None = None
        self.path_name = ""

    async def serve(self) -> None:
        """Answer requests until the client leaves; nothing is left running afterwards."""
        try:
            while (request := await self._next_request()) is not None and await self._answer(request):
                await self._writer.drain()
        except (OSError, EOFError, asyncio.LimitOverrunError, BadInput):
            pass  # the client left, or speaks no RTSP: the connection ends either way
        finally:
            await self._stop_playing()
            self._writer.transport.abort()

    async def _next_request(self) -> Request | None:
        """The next request, or None when the client has left. Skips the client's RTCP packets."""
        while first := await self._reader.read(1):
            if first == b"$":
                _, high, low = await self._reader.readexactly(3)
                await self._reader.readexactly(high << 8 | low)
                continue
            if first in b"\r\n":
                continue
            request = parse_request(first + await self._reader.readuntil(b"\r\n\r\n"))
            await self._reader.readexactly(min(request.body_bytes, MAX_HEAD_BYTES))
            return request
        return None

    async def _answer(self, request: Request) -> bool:
        """Returns False when the connection is to end."""
        path = self._paths.get(request.path_name)
        plan = path.plan if path else None
        fault = plan.fault if plan else None
        shows = self._player.fault if self._player else None
        if fault is Fault.NEVER_ANSWERS or shows is Fault.SILENT_AFTER_PLAY:
            return True
        if request.method == "OPTIONS":
            self._reply(request, headers={"Public": _METHODS})
        elif fault is Fault.UNAUTHORISED or not self._is_authorised(request):
            self._reply(request, 401, challenge(self._nonce))
        elif path is None or fault is Fault.NOT_FOUND:
            self._reply(request, 404)
        elif request.method == "TEARDOWN":
            self._reply(request)
            return False
        else:
            await self._answer_about(path, request)
        return True

    async def _answer_about(self, path: ServedPath, request: Request) -> None:
        match request.method:
            case "DESCRIBE":
                self._describe(path, request)
            case "SETUP":
                self._set_up(path, request)
            case "PLAY":
                self._play(path, request)
            case "GET_PARAMETER" | "SET_PARAMETER":
                self._reply(request, headers={"Session": self._session})
            case _:
                self._reply(request, 405, {"Allow": _METHODS})

    def _describe(self, path: ServedPath, request: Request) -> None:
        self._described = path.described_at(self._clock.mono_s())
        path.openings += 1
        headers = {"Content-Base": request.url.rstrip("/") + "/", "Content-Type": "application/sdp"}
        self._reply(request, headers=headers, body=self._described.format.description(path.name))

    def _set_up(self, path: ServedPath, request: Request) -> None:
        wish = request.headers.get("transport", "")
        if "RTP/AVP/TCP" not in wish:
            self._reply(request, 461)
            return
        channel = _INTERLEAVED.search(wish)
        self._channel = min(int(channel[1]), 254) if channel else 0
        self.path_name = path.name
        transport = f"RTP/AVP/TCP;unicast;interleaved={self._channel}-{self._channel + 1}"
        self._reply(
            request, headers={"Transport": transport, "Session": f"{self._session};timeout={_SESSION_TIMEOUT_S}"}
        )

    def _play(self, path: ServedPath, request: Request) -> None:
        if self.path_name != path.name:
            self._reply(request, 455)
            return
        self._reply(request, headers={"Session": self._session, "Range": "npt=now-"})
        if self._playing is None:
            described = self._described or path.described_at(self._clock.mono_s())
            self._player = Player(path, described, self._writer, self._clock, channel=self._channel)
            self._playing = asyncio.create_task(self._player.run())

    async def _stop_playing(self) -> None:
        if self._playing is not None:
            self._playing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._playing

    def _is_authorised(self, request: Request) -> bool:
        return self._credentials is None or is_authorised(request, self._credentials, self._nonce)

    def _reply(
        self, request: Request, status: int = 200, headers: dict[str, str] | None = None, *, body: str = ""
    ) -> None:
        self._writer.write(reply(request, status, headers, body=body))
