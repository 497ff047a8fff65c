"""A feed's figures in shared memory, written by the decoder at every frame and read when somebody looks.

Words of a feed row:
  0 frames decoded in this attempt   1 when the last was decoded, ns   2 when the picture last changed, ns
  3 expected interval, microseconds  4 attempt that the words are of   5 busy: what its thread is inside of
  6 source width * 2**32 + height    7 bytes received in this attempt
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from wallapp.frames.arena import FEED_WORDS, Arena

_DECODED, _DECODED_NS, _CHANGED_NS, _INTERVAL_US, _ATTEMPT, _BUSY, _SIZE, _BYTES = range(8)


class Busy(IntEnum):
    """What a feed's thread is doing, so that a crash can be laid at the right feed's door."""

    NO = 0
    WAITING = 1
    """Inside the library, waiting for the network: most likely innocent."""
    WORKING = 2
    """Inside the library, opening or decoding."""


@dataclass(frozen=True, slots=True)
class MeterReading:
    """The words of one moment. Times are monotonic seconds; None before the first frame."""

    attempt: int
    decoded: int
    decoded_mono_s: float | None
    changed_mono_s: float | None
    interval_s: float
    busy: Busy
    source_px: tuple[int, int]
    received_bytes: int


class Meter:
    """One feed's row. The decoder writes; the console reads."""

    def __init__(self, arena: Arena, row: int) -> None:
        self.row = row
        self._words = arena.words
        self._at = arena.feed_at(row)

    def start(self, attempt: int) -> None:
        """Begin a new attempt: all figures from zero."""
        for word in range(FEED_WORDS):
            self._words[self._at + word] = 0
        self._words[self._at + _ATTEMPT] = attempt

    def busy(self, busy: Busy) -> None:
        """Say what the thread goes into next."""
        self._words[self._at + _BUSY] = busy

    def size(self, width_px: int, height_px: int) -> None:
        """Set the source's size."""
        self._words[self._at + _SIZE] = (width_px << 32) | height_px

    def received(self, total_bytes: int) -> None:
        """Set the bytes received in this attempt."""
        self._words[self._at + _BYTES] = total_bytes

    def decoded(self, count: int, now_ns: int, interval_us: int) -> None:
        """Count a decoded frame."""
        self._words[self._at + _INTERVAL_US] = interval_us
        self._words[self._at + _DECODED_NS] = now_ns
        self._words[self._at + _DECODED] = count

    def changed(self, now_ns: int) -> None:
        """Note that the picture differs from the one before."""
        self._words[self._at + _CHANGED_NS] = now_ns

    @property
    def frames(self) -> int:
        """Frames decoded in this attempt: one read of one word."""
        return self._words[self._at + _DECODED]

    def read(self) -> MeterReading:
        """All figures of this moment."""
        words, at = self._words, self._at
        decoded_ns, changed_ns, size = words[at + _DECODED_NS], words[at + _CHANGED_NS], words[at + _SIZE]
        return MeterReading(
            attempt=words[at + _ATTEMPT],
            decoded=words[at + _DECODED],
            decoded_mono_s=decoded_ns / 1e9 if decoded_ns else None,
            changed_mono_s=changed_ns / 1e9 if changed_ns else None,
            interval_s=words[at + _INTERVAL_US] / 1e6,
            busy=Busy(words[at + _BUSY]),
            source_px=(size >> 32, size & 0xFFFFFFFF),
            received_bytes=words[at + _BYTES],
        )


def beat(arena: Arena) -> None:
    """Say that this process still runs Python: one count up. Decoder only."""
    arena.words[0] += 1


def beats(arena: Arena) -> int:
    """How often it said so. Console only."""
    return arena.words[0]
