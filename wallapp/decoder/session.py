"""One connection to one stream, from opening to its end. It never retries: the console decides when."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Final

import av

from wallapp.base.clock import Clock
from wallapp.base.log import redact
from wallapp.decoder.causes import cause_of
from wallapp.decoder.gate import Gate
from wallapp.decoder.line import Line
from wallapp.decoder.pacer import Pacer
from wallapp.decoder.planes import Pixels, luma
from wallapp.decoder.scene import certified
from wallapp.decoder.sight import Beliefs, Sight
from wallapp.decoder.sitting import Sitting
from wallapp.decoder.source import Source, ffmpeg_timeout_s, open_source
from wallapp.decoder.view_check import ViewCheck
from wallapp.decoder.watch import ChangeWatch, IntervalWatch, RateBound
from wallapp.decoder.watermark import Stamp
from wallapp.domain.feed_state import Cause
from wallapp.domain.lease import Lease
from wallapp.domain.scene_file import SceneRefusal
from wallapp.domain.view import Level
from wallapp.frames.arena import Arena
from wallapp.frames.control import Certified, Ended, Enforced, FeedOrder, Opened, Report, Viewed, ViewKept
from wallapp.frames.meter import Busy, Meter

_log = logging.getLogger("wallapp.decoder.session")
_HELD_BACK_NS: Final = 1_000_000_000
"""FFmpeg's parsers hand a picture out when the next one begins or the stream ends: what comes first after a
silence this long was taken before it, and must not pass for new. MPEG-TS holds back one more."""
_HELD_BURST_NS: Final = 20_000_000
_SILENT_INTERVALS: Final = 4
"""A slow overview stream may be silent for this many of its own intervals before it counts as silent."""


class _Over(Exception):
    """The attempt is over for a reason of our own."""

    def __init__(self, cause: Cause, detail: str) -> None:
        super().__init__(detail)
        self.cause = cause


class Session:
    """One attempt at one feed, in a thread of its own.

    Threads: `follow`, `enforce`, `certify`, `stop` and `check` may be called from others; after `stop` returns no slot
    is written any more, though the thread may still be inside the library for a while.
    """

    def __init__(
        self,
        order: FeedOrder,
        arena: Arena,
        send: Callable[[Report], None],
        clock: Clock,
        beliefs: Beliefs,
        *,
        views: ViewCheck | None = None,
        scenes: tuple[bytes, ...] = (),
    ) -> None:
        """Args: views: of the camera; they outlive this attempt. scenes: as for `follow`."""
        self.order = order
        self._views = views or ViewCheck(turns=order.turns)
        self._send = send
        self._clock = clock
        self._meter = Meter(arena, order.row)
        self._meter.start(order.attempt)
        self._gate = Gate(arena, clock)
        self._lock = threading.Lock()  # guards the gate, the sight, the meter and _over
        self._enforced: tuple[Level, str, str] | None = None
        self._scenes_read: tuple[object, object] | None = None
        self._sitting: Sitting | None = None
        self._over = False
        self._wake = threading.Event()
        self._line = Line()
        self._changes = ChangeWatch()
        self._frames = 0
        self._bytes = 0
        self._shape: tuple[str, int, int] = ("", 0, 0)
        self._started_ns = self._now_ns()
        self._seen_ns = 0
        self._packet_ns = self._started_ns
        self._held_until_ns = 0
        self._heard_ns = self._started_ns  # when the last packet came that no silence had held back
        self._interval_us = 0
        self._undecodable = 0  # packets since the last picture
        self.follow(order, beliefs, scenes)
        self.thread = threading.Thread(target=self._run, name=f"feed-{order.row}", daemon=True)
        self.thread.start()

    def follow(self, order: FeedOrder, beliefs: Beliefs, scenes: tuple[bytes, ...] = ()) -> None:
        """Write exactly these outputs from the next frame on, as far as the lease in force allows; when it returns
        nothing else is being written.

        Args:
          scenes: files of the camera's empty scenes; those count that the owner's policy names.
        """
        sight = Sight(order, beliefs, self._clock)
        with self._lock:
            self.order, self._sight = order, sight
            self._gate.set_masks(sight.masks)
            if self._scenes_read != (scenes, sight.scenes):
                self._scenes_read = (scenes, sight.scenes)
                self._gate.set_scenes(certified(scenes, sight.scenes))
            if self._sitting is not None and self._sitting.masks != sight.masks:
                self._sitting.refuse(SceneRefusal.UNFIT)
            self._gate.set_outputs(order.outputs)
        self.enforce()

    def enforce(self) -> None:
        """Close what the lease does not open any more, and end what is due. Called several times a second, pictures
        or not."""
        with self._lock:
            if self._over:
                return
            level, lease = self._allow()
            told = (level, lease.grant if lease else "", self._sight.refused)
            changed, self._enforced = told != self._enforced, told
            over = self._sitting if self._sitting and self._sitting.is_over(self._now_ns()) else None
            if over is not None:
                self._sitting = None
        if changed:
            self._send(Enforced(self.order.row, self.order.attempt, *told))
        if over is not None:
            self._send(over.report())

    def certify(self, seconds: float) -> None:
        """Take the empty scene from the pictures of the next seconds; `decoder.sitting` says when that may be."""
        with self._lock:
            if self._over or self._sitting is not None:
                refused = SceneRefusal.NOT_OPEN
            elif self._sight.level() is not Level.CLEAR:
                refused = SceneRefusal.NOT_CLEAR
            else:
                masks = self._sight.masks
                self._sitting = Sitting(self.order.camera, self._now_ns(), seconds=seconds, masks=masks)
                return
        self._send(Certified(self.order.camera, refused=refused))

    def _allow(self) -> tuple[Level, Lease | None]:
        """Lock held. Open the gate as far as it may be now; gives the level, and the lease where one opens it."""
        level, lease = self._sight.level(), self._sight.lease
        if self._sitting is not None and level is not Level.CLEAR:
            self._sitting.refuse(SceneRefusal.NOT_CLEAR)
        if lease is None or level is self._sight.floor:
            self._gate.allow(level)
            return level, None
        self._gate.allow(level, Stamp(lease.operator, lease.station, lease.grant))
        return level, lease

    def stop(self) -> None:
        """End without a report. Does not wait for the thread."""
        with self._lock:
            self._close_meter()
        self._lose()
        self._wake.set()
        self._line.cut()

    def check(self) -> None:
        """End the attempt where it is silent for too long. FFmpeg's own time-outs miss a camera whose
        server lives and whose encoder died, so this looks at decoded frames alone."""
        now_ns, bounds = self._now_ns(), self.order.bounds
        if self._line.refusal is not None:
            self._end(self._line.refusal.cause, str(self._line.refusal))
            return
        since_ns, cause, allowed_s = self._started_ns, Cause.NO_ANSWER, bounds.open_s
        if self._seen_ns:
            since_ns, cause = self._seen_ns, Cause.SILENT
            allowed_s = max(bounds.silent_s, _SILENT_INTERVALS * self._interval_us / 1e6)
        if now_ns - since_ns > allowed_s * 1e9:
            bad = f", {self._undecodable} packets that cannot be decoded" if self._undecodable else ""
            self._end(Cause.UNREADABLE if bad else cause, f"no picture for {allowed_s:g} s{bad}")

    def _close_meter(self) -> None:
        """Lock held. From here on the row may be another attempt's: this one's thread writes it no more."""
        if not self._over:
            self._meter.busy(Busy.NO)
            self._gate.allow(self._sight.floor)  # what a lease had opened does not outlive the attempt
        self._over = True

    def _busy(self, busy: Busy) -> None:
        with self._lock:
            if not self._over:
                self._meter.busy(busy)

    def _now_ns(self) -> int:
        return int(self._clock.mono_s() * 1e9)

    def _end(self, cause: Cause, detail: str) -> None:
        with self._lock:
            if self._over:
                return
            self._close_meter()
        self._wake.set()
        self._line.cut()
        self._lose()
        self._send(Ended(self.order.row, self.order.attempt, cause, redact(detail)))

    def _lose(self) -> None:
        """Nothing vouches for the remembered views until the next picture, and no empty scene is taken."""
        with self._lock:
            sitting, self._sitting = self._sitting, None
        if sitting is not None:
            sitting.refuse(SceneRefusal.NOT_OPEN)
            self._send(sitting.report())
        for report in self._views.feed_lost():
            self._send(Viewed(self.order.camera, report))

    def _check_views(self, picture: Pixels, floor: Level) -> None:
        """Compare the picture with the views that are due. A signature leaves only where everybody may see the camera
        clear, with no lease: it is stored, and outlives any."""
        for report in self._views.check(picture, self._clock.mono_s()):
            self._send(Viewed(self.order.camera, report))
        for view in self._views.take_fresh():
            signature = self._views.signature(view, floor)
            if signature is not None:
                self._send(ViewKept(self.order.camera, view, signature))

    def _run(self) -> None:
        tls = self.order.address.lower().startswith(("rtsps:", "https:"))
        try:
            self._busy(Busy.WORKING)
            with open_source(self.order, self._line) as source:
                self._play(source)
            ended = Cause.UNREADABLE if self._undecodable else Cause.CLOSED_BY_CAMERA
            self._end(self._unless_silent(ended), "the stream ended")
        except _Over as over:
            self._end(over.cause, str(over))
        except Exception as error:  # noqa: BLE001  # whatever a stream does, it ends this attempt and no other
            cause = self._unless_silent(cause_of(error, opening=not self._seen_ns, tls=tls))
            if cause is Cause.UNCLEAR:
                _log.warning("feed %d ended with %r", self.order.row, error)
            self._end(cause, f"{type(error).__name__}: {error}")

    def _unless_silent(self, cause: Cause) -> Cause:
        """FFmpeg ends a stream that fell silent with the errors of a broken or a closed one; time tells them apart."""
        silent_s = (self._now_ns() - self._heard_ns) / 1e9
        doubtful = cause in (Cause.UNREADABLE, Cause.CLOSED_BY_CAMERA)
        if doubtful and silent_s >= 0.9 * ffmpeg_timeout_s(self.order.bounds):
            return Cause.SILENT if self._seen_ns else Cause.NO_ANSWER
        return cause

    def _ends_silence(self, now_ns: int) -> bool:
        """Whether the packet that comes now is the first after a silence, or came in one burst with it."""
        if now_ns - self._packet_ns > max(_HELD_BACK_NS, 2000 * self._interval_us):
            self._held_until_ns = now_ns + _HELD_BURST_NS
        self._packet_ns = now_ns
        return now_ns < self._held_until_ns

    def _play(self, source: Source) -> None:
        stream = source.container.streams.video[0] if source.container.streams.video else None
        if stream is None:
            raise _Over(Cause.UNREADABLE, "there is no video in it")
        context = stream.codec_context
        context.thread_count = 1
        context.thread_type = "NONE"  # frame threads would hold pictures back
        context.options = {"max_pixels": str(self.order.bounds.pixels)}
        self._check_size(context.width, context.height)
        intervals = IntervalWatch(source.rate_hz)
        bytes_bound = RateBound(self.order.bounds.bytes_per_s)
        frames_bound = RateBound(self.order.bounds.frames_per_s)
        pacer = Pacer() if source.paced else None
        self._packet_ns = self._now_ns()
        while not self._over:
            before = self._frames
            self._busy(Busy.WAITING)
            for packet in source.container.demux(stream):
                arrival_ns = self._now_ns()
                if self._over:
                    return
                ends_silence = self._ends_silence(arrival_ns)
                held_back = ends_silence and pacer is None and context.name != "mjpeg" and self._frames > 0
                if not held_back:
                    self._heard_ns = arrival_ns
                if pacer is None and bytes_bound.passes(packet.size, arrival_ns):
                    raise _Over(Cause.TOO_MUCH_DATA, f"over {self.order.bounds.bytes_per_s * 8 / 1e6:g} Mbit/s")
                self._bytes += packet.size
                self._busy(Busy.WORKING)
                for frame in self._decode(packet):
                    if held_back:
                        continue
                    if pacer is not None:
                        arrival_ns = self._wait_until_due(pacer, frame)
                    self._handle(frame, arrival_ns, intervals, context.name)
                    if frames_bound.passes(1, arrival_ns):
                        raise _Over(Cause.BAD_CLOCK, f"over {self.order.bounds.frames_per_s:g} pictures a second")
                self._busy(Busy.WAITING)
            if not source.endless or self._frames == before:
                return
            source.container.seek(0)

    def _decode(self, packet: av.Packet[av.VideoStream]) -> list[av.VideoFrame]:
        """Its pictures; none where it cannot be decoded: a stream joined between two key pictures, or disturbed,
        is given the time that a silent one has."""
        try:
            return packet.decode()
        except (av.error.InvalidDataError, ValueError):
            self._undecodable += 1
            return []

    def _check_size(self, width_px: int, height_px: int) -> None:
        if width_px * height_px > self.order.bounds.pixels:
            raise _Over(Cause.TOO_LARGE, f"{width_px}x{height_px} pixels")

    def _wait_until_due(self, pacer: Pacer, frame: av.VideoFrame) -> int:
        due_s = pacer.due_mono_s(frame.time, self._clock.mono_s(), self._interval_us / 1e6 or 0.04)
        self._busy(Busy.NO)
        self._wake.wait(max(0.0, due_s - self._clock.mono_s()))
        self._busy(Busy.WORKING)
        return self._now_ns()

    def _handle(self, frame: av.VideoFrame, arrival_ns: int, intervals: IntervalWatch, codec: str) -> None:
        self._check_size(frame.width, frame.height)
        with self._lock:  # also around the meter: its row may be another feed's as soon as we are stopped
            if self._over:
                return
            self._allow()
            self._gate.pass_frame(frame, arrival_ns)
            now_ns = self._now_ns()
            if self._sitting is not None:
                self._sitting.see(frame, now_ns)
            self._frames += 1
            self._undecodable = 0
            self._interval_us = intervals.saw(now_ns)
            if self._changes.is_due(now_ns) and self._changes.differs(luma(frame) or bytes(frame.planes[0]), now_ns):
                self._meter.changed(now_ns)
            self._meter.received(self._bytes)
            self._meter.decoded(self._frames, now_ns, self._interval_us)
            self._meter.size(frame.width, frame.height)
            self._seen_ns = now_ns
            looked_at = self._gate.luma(frame) if self._views.is_due(now_ns / 1e9) else None
            floor = self._sight.floor
        if looked_at is not None:
            self._check_views(looked_at, floor)
        shape = (codec, frame.width, frame.height)
        if shape != self._shape:
            self._shape = shape
            fps = 1e6 / self._interval_us if self._interval_us else 0.0
            self._send(Opened(self.order.row, self.order.attempt, codec, frame.width, frame.height, fps))
