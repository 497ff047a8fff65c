"""One feed's life as the supervisor knows it: phase, attempts, failures, figures of the last hour."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.ids import CameraNumber, GrantId
from wallapp.domain.camera import Camera, StreamName
from wallapp.domain.feed_state import LIVE_FLOOR_S, Cause, Phase, Reading
from wallapp.domain.health import FeedFacts
from wallapp.domain.reconnect import Backoff, Strikes
from wallapp.domain.view import Level
from wallapp.feeds.child import Child
from wallapp.frames.meter import Meter, MeterReading

FeedKey = tuple[CameraNumber, StreamName]
_HOUR_S: Final = 3600.0
_STALL_FLOOR_S: Final = 2.0


@dataclass(frozen=True, slots=True)
class Published:
    """What the GUI needs of a feed beside its meter. Frozen: it crosses threads."""

    facts: FeedFacts
    meter: Meter | None
    attempt: int

    def now(self) -> FeedFacts:
        """The facts with the meter's figures of this moment."""
        if self.meter is None:
            return self.facts
        seen = self.meter.read()
        return self.facts if seen.attempt != self.attempt else with_meter(self.facts, seen)


def with_meter(facts: FeedFacts, seen: MeterReading) -> FeedFacts:
    """The facts brought up to date; times of an earlier attempt stand until this one has a frame."""
    old = facts.reading
    reading = Reading(
        phase=old.phase,
        level=old.level,
        decoded_mono_s=old.decoded_mono_s if seen.decoded_mono_s is None else seen.decoded_mono_s,
        changed_mono_s=old.changed_mono_s if seen.changed_mono_s is None else seen.changed_mono_s,
        interval_s=seen.interval_s or old.interval_s,
        cause=old.cause,
        retry_mono_s=old.retry_mono_s,
    )
    return FeedFacts(
        camera=facts.camera,
        stream=facts.stream,
        reading=reading,
        codec=facts.codec,
        source_px=seen.source_px if seen.source_px[0] else facts.source_px,
        source_fps=1 / reading.interval_s if reading.interval_s else 0.0,
        decoder=facts.decoder,
        decoded=facts.decoded + seen.decoded,
        reconnects=facts.reconnects,
        reconnects_hour=facts.reconnects_hour,
        stalls_hour=facts.stalls_hour,
        down_since_at=facts.down_since_at,
        detail=facts.detail,
    )


@dataclass(slots=True, eq=False)
class Feed:
    """Mutable; owned by the supervisor thread."""

    camera: Camera
    stream: StreamName
    phase: Phase = Phase.CLOSED
    cause: Cause | None = None
    detail: str = ""
    retry_mono_s: float | None = None
    backoff: Backoff = field(default_factory=Backoff)
    strikes: Strikes = field(default_factory=Strikes)
    attempt: int = 0
    child: Child | None = None
    row: int = -1
    meter: Meter | None = None
    codec: str = ""
    source_px: tuple[int, int] = (0, 0)
    good_since_mono_s: float | None = None
    decoded_before: int = 0
    last_reading: MeterReading | None = None
    reconnects: int = 0
    put_away: bool = False  # we closed it, because no tile wanted it: opening it again is no reconnect
    grant: GrantId | None = None  # whose lease opens it in the decoder now, as that one confirmed
    refused: str = ""  # why the decoder takes a lease for nothing
    stalled: bool = False
    down_since_at: datetime | None = None
    _kept: bool = False
    _reconnects_mono_s: deque[float] = field(default_factory=deque)
    _stalls_mono_s: deque[float] = field(default_factory=deque)

    @property
    def key(self) -> FeedKey:
        """Camera and stream."""
        return self.camera.number, self.stream

    @property
    def address(self) -> str:
        """Without credentials."""
        return self.camera.streams[self.stream]

    def begin(self, child: Child, attempt: int, now_mono_s: float) -> None:
        """A new attempt on this child, under a number never used before; takes a row where it has none there."""
        if self.child is not child:
            self.leave()
            self.child, self.row = child, child.space.take_feed()
            self.meter = Meter(child.arena, self.row)
        if self.attempt and not self.put_away:
            self.reconnects += 1
            self._reconnects_mono_s.append(now_mono_s)
        self.attempt, self._kept, self.put_away = attempt, False, False
        self.phase, self.retry_mono_s, self.good_since_mono_s = Phase.CONNECTING, None, None

    def opened(self, codec: str, source_px: tuple[int, int], now_mono_s: float) -> None:
        """The first frame came, or the stream changed its shape."""
        self.codec, self.source_px = codec, source_px
        if self.phase is not Phase.PLAYING:
            self.good_since_mono_s = now_mono_s
        self.phase, self.cause, self.detail = Phase.PLAYING, None, ""

    def enforced(self, level: Level, grant: str, refused: str) -> None:
        """The decoder said what it lets out from now on."""
        self.grant = GrantId(grant) if grant and level is Level.CLEAR else None
        self.refused = refused

    def ended(self, cause: Cause, detail: str, now_mono_s: float, chance: Callable[[float, float], float]) -> None:
        """The attempt failed: wait, or stop where trying on could lock the account."""
        good_s = 0.0 if self.good_since_mono_s is None else now_mono_s - self.good_since_mono_s
        self.keep_figures()
        self.cause, self.detail, self.good_since_mono_s = cause, detail, None
        self.grant = None  # a decoder closes what an attempt had opened when the attempt ends
        if cause is Cause.UNAUTHORISED:
            self.phase, self.retry_mono_s = Phase.REFUSED, None
            return
        self.backoff = self.backoff.failed(good_s)
        self.phase, self.retry_mono_s = Phase.WAITING, now_mono_s + self.backoff.wait_s(chance)

    def lost_child(self, cause: Cause, now_mono_s: float) -> None:
        """Its decoder is gone, which is our fault and not the camera's: open again at once."""
        self.keep_figures()
        self.child, self.row, self.meter, self.grant = None, -1, None, None
        if self.phase in (Phase.CONNECTING, Phase.PLAYING):
            self.phase, self.cause, self.retry_mono_s = Phase.WAITING, cause, now_mono_s

    def quarantine(self) -> None:
        """Stop trying until somebody releases it."""
        self.phase, self.retry_mono_s = Phase.QUARANTINED, None

    def release(self, now_mono_s: float) -> None:
        """Somebody asked to try now: forget failures and strikes."""
        self.backoff, self.strikes = Backoff(), Strikes()
        if self.phase in (Phase.WAITING, Phase.REFUSED, Phase.QUARANTINED):
            self.phase, self.retry_mono_s = Phase.WAITING, now_mono_s

    def leave(self) -> None:
        """Give the row back to its child; the attempt is over."""
        self.keep_figures()
        if self.child is not None:
            self.child.space.give_feed(self.row)
        self.child, self.row, self.meter, self.grant = None, -1, None, None

    def idle(self) -> None:
        """No tile wants it any more. A quarantine or a refusal stays; so does the time of a planned try."""
        self.leave()
        if self.phase in (Phase.CONNECTING, Phase.PLAYING):
            self.phase, self.cause, self.put_away = Phase.CLOSED, None, True
        self.down_since_at, self.last_reading = None, None

    def keep_figures(self) -> None:
        """Take over what the meter says of the attempt that ends.

        The meter keeps its figures: who still reads them through what was published before must not be told,
        for the moment until the next publication, that there never was a picture.
        """
        if self.meter is None:
            return
        seen = self.meter.read()
        if seen.attempt == self.attempt and self.phase in (Phase.CONNECTING, Phase.PLAYING):
            self.decoded_before += seen.decoded
            if seen.decoded:
                self.last_reading = seen
        self._kept = True

    def watch(self, now_mono_s: float, now_at: datetime) -> None:
        """Count stalls and note since when it is down. Called about ten times a second."""
        reading = self._reading()
        age_s = None if reading.decoded_mono_s is None else now_mono_s - reading.decoded_mono_s
        stall_s = max(2 * reading.interval_s, _STALL_FLOOR_S)
        if age_s is not None and age_s > stall_s and not self.stalled:
            self.stalled = True
            self._stalls_mono_s.append(now_mono_s)
        elif age_s is not None and age_s <= stall_s:
            self.stalled = False
        good = self.phase is Phase.PLAYING and age_s is not None and age_s <= max(2 * reading.interval_s, LIVE_FLOOR_S)
        if good:
            self.down_since_at = None
        elif self.down_since_at is None and (self.attempt or self.phase is not Phase.CLOSED):
            self.down_since_at = now_at - timedelta(seconds=age_s or 0.0)
        for times in (self._reconnects_mono_s, self._stalls_mono_s):
            while times and now_mono_s - times[0] > _HOUR_S:
                times.popleft()

    def publish(self) -> Published:
        """A frozen copy for other threads."""
        facts = FeedFacts(
            camera=self.camera.number,
            stream=self.stream,
            reading=self._still_reading(),
            codec=self.codec,
            source_px=self.source_px,
            decoder=self.child.number if self.child else 0,
            decoded=self.decoded_before,
            reconnects=self.reconnects,
            reconnects_hour=len(self._reconnects_mono_s),
            stalls_hour=len(self._stalls_mono_s),
            down_since_at=self.down_since_at,
            detail=self.detail,
        )
        return Published(facts, None if self._kept else self.meter, self.attempt)

    def _still_reading(self) -> Reading:
        last = self.last_reading
        return Reading(
            phase=self.phase,
            level=Level.CLEAR,
            decoded_mono_s=last.decoded_mono_s if last else None,
            changed_mono_s=last.changed_mono_s if last else None,
            interval_s=last.interval_s if last else 0.0,
            cause=self.cause,
            retry_mono_s=self.retry_mono_s,
        )

    def _reading(self) -> Reading:
        return self.publish().now().reading
