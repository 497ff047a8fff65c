"""Sends one path's video to one client, with the faults that show after PLAY. Runs on the server's loop."""

from __future__ import annotations

import asyncio
import secrets
import struct
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime

from wallapp.base.clock import Clock
from wallapp.simulation.faults import Fault, FaultPlan
from wallapp.simulation.rtsp_feed import Feed
from wallapp.simulation.rtsp_media import CLOCK_RATE_HZ, Payload, Unit

_UNSENT_LIMIT_BYTES = 1_000_000
"""A client this far behind loses pictures up to the next key picture; a camera does the same."""

_REPORT_EVERY_S = 1.0
_JUMP_EVERY_S = 2.0
_GARBAGE_BYTES = 1000
_NTP_EPOCH_AT = datetime(1900, 1, 1, tzinfo=UTC)
_FRAMED_RTP = struct.Struct(">cBHBBHII")
_FRAMED_REPORT = struct.Struct(">cBHBBHIIIIII")
_SINCE_IT_WAS_SET = frozenset({Fault.CODEC_CHANGE_ANNOUNCED, Fault.HUGE_PICTURE, Fault.LARGE_PICTURE})
"""These stand in the description, so that they hold for a whole connection."""


@dataclass(slots=True)
class ServedPath:
    """One address of the server.

    Attributes:
      variants: what is sent instead of `feed` while a fault holds.
      openings: how many descriptions were given out.
      playing: how many clients it is sent to.
    """

    name: str
    feed: Feed
    plan: FaultPlan | None = None
    variants: dict[Fault, Feed] = field(default_factory=dict)
    openings: int = 0
    playing: int = 0

    def fault_at(self, now_mono_s: float, *, played_mono_s: float) -> Fault | None:
        """The fault that shows now on a connection that plays since `played_mono_s`."""
        plan = self.plan
        if plan is None:
            return None
        counted = plan.fault not in _SINCE_IT_WAS_SET
        begin_mono_s = max(plan.set_mono_s, played_mono_s) if counted else plan.set_mono_s
        return plan.fault if now_mono_s >= begin_mono_s + plan.after_s else None

    def described_at(self, now_mono_s: float) -> Feed:
        """The feed whose format a description gives now."""
        plan = self.plan
        if plan is None or plan.fault not in _SINCE_IT_WAS_SET or now_mono_s < plan.set_mono_s + plan.after_s:
            return self.feed
        return self.variants.get(plan.fault, self.feed)

    def sent_under(self, fault: Fault | None) -> Feed:
        """The feed that is sent while a fault shows."""
        return self.feed if fault is None else self.variants.get(fault, self.feed)


class Player:
    """One client's video. `channel` is the interleaved channel of RTP; the next one is RTCP's."""

    def __init__(
        self, path: ServedPath, described: Feed, writer: asyncio.StreamWriter, clock: Clock, *, channel: int
    ) -> None:
        self._path = path
        self._described = described
        self._writer = writer
        self._clock = clock
        self._channel = channel
        self._sequence = secrets.randbits(16)
        self._first_90k = secrets.randbits(32)
        self._source = secrets.randbits(32)
        self._begin_mono_s = clock.mono_s()
        self._reported_mono_s = 0.0
        self._doubled_from_90k: int | None = None
        self._last_key: Unit | None = None
        self._needs_key = True
        self._sent_packets = 0
        self._sent_bytes = 0

    @property
    def fault(self) -> Fault | None:
        """The fault that shows on this connection now."""
        return self._path.fault_at(self._clock.mono_s(), played_mono_s=self._begin_mono_s)

    async def run(self) -> None:
        """Send until cancelled or until the connection must be cut; the transport is closed then."""
        self._path.playing += 1
        try:
            while await self._send_feed(self._path.sent_under(self.fault)):
                self._needs_key = True
        finally:
            self._path.playing -= 1
        self._writer.transport.abort()

    async def _send_feed(self, feed: Feed) -> bool:
        """Send from the next key picture on. Returns True when another feed's turn has come, False to hang up.

        It comes at a key picture, as in a camera, so that no gap gives it away.
        """
        async with aclosing(feed.units()) as units:
            async for shown_90k, unit in units:
                fault = self.fault
                if self._must_hang_up(fault):
                    return False
                if unit.is_key and self._path.sent_under(fault) is not feed:
                    return True
                self._send(shown_90k, unit, fault)
        return False

    def _must_hang_up(self, fault: Fault | None) -> bool:
        if fault is Fault.CUT or self._writer.transport.is_closing():
            return True
        codec = self._path.sent_under(fault).format.codec
        return fault is not Fault.CODEC_CHANGE and codec is not self._described.format.codec

    def _send(self, shown_90k: int, unit: Unit, fault: Fault | None) -> None:
        if fault is Fault.SILENT_AFTER_PLAY:
            return
        if fault is Fault.GARBAGE:
            self._writer.write(secrets.token_bytes(_GARBAGE_BYTES))
            return
        if fault is Fault.FROZEN_PICTURE and self._last_key is not None:
            unit = self._last_key
        elif unit.is_key:
            self._last_key = unit
        stamp_90k = (self._first_90k + self._bent(shown_90k, fault)) & 0xFFFFFFFF
        now_mono_s = self._clock.mono_s()
        if now_mono_s - self._reported_mono_s >= _REPORT_EVERY_S:
            self._reported_mono_s = now_mono_s
            self._writer.write(self._report(stamp_90k))
        if fault is Fault.RTCP_ONLY:
            return
        behind = self._writer.transport.get_write_buffer_size() > _UNSENT_LIMIT_BYTES
        self._needs_key = behind or (self._needs_key and not unit.is_key)
        if not self._needs_key:
            self._writer.write(b"".join(self._framed(payload, stamp_90k) for payload in unit.payloads))

    def _bent(self, shown_90k: int, fault: Fault | None) -> int:
        if fault is Fault.DOUBLE_CLOCK:
            if self._doubled_from_90k is None:
                self._doubled_from_90k = shown_90k
            return 2 * shown_90k - self._doubled_from_90k
        if fault is Fault.JUMPING_TIMESTAMPS:
            jumps = int((self._clock.mono_s() - self._begin_mono_s) / _JUMP_EVERY_S)
            forth_s, back_s = 3600 * ((jumps + 1) // 2), 1800 * (jumps // 2)
            return shown_90k + (forth_s - back_s) * CLOCK_RATE_HZ
        return shown_90k

    def _framed(self, payload: Payload, stamp_90k: int) -> bytes:
        kind = self._described.format.payload_type | (0x80 if payload.is_last else 0)
        self._sequence = (self._sequence + 1) & 0xFFFF
        self._sent_packets += 1
        self._sent_bytes += len(payload.data)
        head = _FRAMED_RTP.pack(
            b"$", self._channel, 12 + len(payload.data), 0x80, kind, self._sequence, stamp_90k, self._source
        )
        return head + payload.data

    def _report(self, stamp_90k: int) -> bytes:
        """An RTCP sender report (RFC 3550, 6.4.1) without report blocks, framed."""
        since_1900_s = (self._clock.now_at() - _NTP_EPOCH_AT).total_seconds()
        whole_s = int(since_1900_s)
        fraction = int((since_1900_s - whole_s) * (1 << 32)) & 0xFFFFFFFF
        packets, octets = self._sent_packets & 0xFFFFFFFF, self._sent_bytes & 0xFFFFFFFF
        return _FRAMED_REPORT.pack(
            b"$", self._channel + 1, 28, 0x80, 200, 6, self._source, whole_s, fraction, stamp_90k, packets, octets
        )
