"""Where an RTSP path's pictures come from: a file in an endless loop, or a source that makes them now.

Threads: `units` runs on the server's loop; a live feed encodes on one thread of its own.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator
from typing import Protocol

from wallapp.base.clock import Clock
from wallapp.simulation.rtsp_media import CLOCK_RATE_HZ, Clip, Codec, CodedPicture, MediaFormat, Packetiser, Unit
from wallapp.simulation.rtsp_media import parameter_sets as find_parameter_sets

_QUEUED_UNITS = 50
"""A client this far behind a live source loses pictures up to the next key picture."""

_STOP_WAIT_S = 5.0


class LiveSource(Protocol):
    """Pictures made now, already encoded, such as those of a simulated PTZ. Called from one thread only."""

    @property
    def codec(self) -> Codec: ...

    @property
    def width_px(self) -> int: ...

    @property
    def height_px(self) -> int: ...

    @property
    def fps(self) -> float: ...

    def next_picture(self) -> CodedPicture:
        """The next picture, at once; the server calls this `fps` times a second. The first is a key picture."""
        ...


class Feed(Protocol):
    """What a path sends."""

    @property
    def format(self) -> MediaFormat: ...

    def units(self) -> AsyncGenerator[tuple[int, Unit], None]:
        """(timestamp in 90 kHz, unit), each when it is due, from the next key picture on; never ends."""
        ...


class FileFeed:
    """A clip in an endless loop since `epoch_mono_s`: all clients see the same moment, as of a camera."""

    def __init__(self, clip: Clip, clock: Clock, *, epoch_mono_s: float) -> None:
        self._clip = clip
        self._clock = clock
        self._epoch_mono_s = epoch_mono_s

    @property
    def format(self) -> MediaFormat:
        return self._clip.format

    async def units(self) -> AsyncGenerator[tuple[int, Unit], None]:
        clip = self._clip
        elapsed_90k = round((self._clock.mono_s() - self._epoch_mono_s) * CLOCK_RATE_HZ)
        loops, position_90k = divmod(elapsed_90k, clip.duration_90k)
        begin_90k = loops * clip.duration_90k
        oldest_90k = position_90k - clip.duration_90k // len(clip.units)  # a picture that is due now still counts
        joins = (index for index, unit in enumerate(clip.units) if unit.is_key and unit.send_90k >= oldest_90k)
        index = next(joins, len(clip.units))
        while True:
            for unit in clip.units[index:]:
                due_mono_s = self._epoch_mono_s + (begin_90k + unit.send_90k) / CLOCK_RATE_HZ
                await asyncio.sleep(max(0.0, due_mono_s - self._clock.mono_s()))
                yield begin_90k + unit.shown_90k, unit
            begin_90k += clip.duration_90k
            index = 0


class LiveFeed:
    """Fans one live source out to its clients; encodes only while there are any."""

    def __init__(self, source: LiveSource, clock: Clock, *, name: str) -> None:
        self._source = source
        self._clock = clock
        self._name = name
        self._packetiser = Packetiser(source.codec, source.width_px, source.height_px)
        sets = find_parameter_sets(source.codec, source.next_picture().data)
        self._format = MediaFormat(source.codec, source.width_px, source.height_px, source.fps, sets)
        self._queues: dict[asyncio.Queue[tuple[int, Unit]], asyncio.AbstractEventLoop] = {}
        self._lock = threading.Lock()
        self._wanted = threading.Event()
        self._stop = threading.Event()
        self._thread: threading.Thread | None = None

    @property
    def format(self) -> MediaFormat:
        return self._format

    def start(self) -> None:
        """Make ready to encode; nothing is encoded before the first client plays."""
        self._stop.clear()
        self._thread = threading.Thread(target=self._run, name=f"rtsp-live-{self._name}", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the thread; returns when it has ended."""
        self._stop.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join(_STOP_WAIT_S)
            self._thread = None

    async def units(self) -> AsyncGenerator[tuple[int, Unit], None]:
        queue: asyncio.Queue[tuple[int, Unit]] = asyncio.Queue(_QUEUED_UNITS)
        with self._lock:
            self._queues[queue] = asyncio.get_running_loop()
            self._wanted.set()
        needs_key = True
        try:
            while True:
                shown_90k, unit = await queue.get()
                needs_key = (needs_key or queue.full()) and not unit.is_key
                if not needs_key:
                    yield shown_90k, unit
        finally:
            with self._lock:
                del self._queues[queue]
                if not self._queues and not self._stop.is_set():
                    self._wanted.clear()

    def _run(self) -> None:
        epoch_mono_s = self._clock.mono_s()
        count = 0
        while self._wanted.wait() and not self._stop.is_set():
            due_mono_s = epoch_mono_s + count / self._source.fps
            late_s = self._clock.mono_s() - due_mono_s
            if late_s > 1.0:  # it was idle or the machine was: go on from now
                count += round(late_s * self._source.fps)
            elif self._stop.wait(max(0.0, -late_s)):
                return
            picture = self._source.next_picture()
            stamp_90k = round(count * CLOCK_RATE_HZ / self._source.fps)
            unit = Unit(stamp_90k, stamp_90k, picture.is_key, self._packetiser.payloads(picture.data))
            with self._lock:
                for queue, loop in self._queues.items():
                    loop.call_soon_threadsafe(_offer, queue, (stamp_90k, unit))
            count += 1


def _offer(queue: asyncio.Queue[tuple[int, Unit]], item: tuple[int, Unit]) -> None:
    if not queue.full():
        queue.put_nowait(item)
