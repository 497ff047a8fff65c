"""A picture slot: three buffers, one writer, one reader, no queue and no lock.

Words of a slot row:
  0 published: sequence * 4 + buffer index; 0 before the first picture. One store makes a picture visible.
  1 held: 1 + index of the buffer that the reader shows; 0 while it shows none.
  2..4 arrival of the packet behind each buffer, nanoseconds of the monotonic clock.
  5..7 width * 2**32 + height of each buffer's picture, pixels.

The writer fills a buffer that is neither the newest nor held, so a reader that stalls keeps a whole
picture for ever. What was replaced unseen shows as a gap in the sequence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from wallapp.frames.arena import SLOT_WORDS, Arena, page_aligned

BUFFERS: Final = 3
BYTES_PER_PIXEL: Final = 4
_PUBLISHED, _HELD, _ARRIVAL, _SIZE = 0, 1, 2, 5


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where a slot lies: its row, the first byte of its buffers, and the largest picture it takes."""

    row: int
    offset: int
    width_px: int
    height_px: int

    @property
    def buffer_bytes(self) -> int:
        """Of one buffer, whole pages."""
        return page_aligned(self.width_px * self.height_px * BYTES_PER_PIXEL)

    @property
    def size_bytes(self) -> int:
        """Of all three buffers, whole pages."""
        return BUFFERS * self.buffer_bytes


@dataclass(frozen=True, slots=True)
class Picture:
    """What the reader holds: valid until its next `take` or `release`.

    Attributes:
      sequence: from 1; a gap to the one before is the number replaced unseen.
      arrival_ns: when the packet behind it reached the decoder, monotonic.
      index: of the buffer, 0 to 2: the same index is the same memory, so an image over it can be kept.
      pixels: width_px * height_px * 4 bytes, BGRA rows without padding; borrowed from the shared memory.
    """

    sequence: int
    arrival_ns: int
    index: int
    width_px: int
    height_px: int
    pixels: memoryview


class SlotWriter:
    """The decoder's side."""

    def __init__(self, arena: Arena, place: SlotPlace) -> None:
        self.place = place
        self._words = arena.words
        self._at = arena.slot_at(place.row)
        self._memory = arena.memory
        self._sequence = self._words[self._at + _PUBLISHED] >> 2
        self._index = 0
        self._target: NDArray[np.uint8] | None = None

    def begin(self, width_px: int, height_px: int) -> NDArray[np.uint8]:
        """A free buffer as (height_px, width_px, 4) uint8 BGRA, C-contiguous, to be filled and then published.

        Raises:
          ValueError: the picture is larger than the slot.
        """
        place = self.place
        if width_px > place.width_px or height_px > place.height_px or width_px < 1 or height_px < 1:
            raise ValueError(f"{width_px}x{height_px} does not fit the slot of {place.width_px}x{place.height_px}")
        newest = self._words[self._at + _PUBLISHED] & 3 if self._sequence else BUFFERS
        held = self._words[self._at + _HELD]
        index = next(i for i in range(BUFFERS) if i != newest and i + 1 != held)
        target = self._target
        if target is None or index != self._index or target.shape != (height_px, width_px, BYTES_PER_PIXEL):
            start = place.offset + index * place.buffer_bytes
            end = start + width_px * height_px * BYTES_PER_PIXEL
            target = np.frombuffer(self._memory[start:end], dtype=np.uint8).reshape(
                height_px, width_px, BYTES_PER_PIXEL
            )
            self._target, self._index = target, index
        return target

    def publish(self, arrival_ns: int) -> None:
        """Make what was filled since `begin` the newest picture."""
        if self._target is None:
            raise ValueError("publish without begin")
        height_px, width_px = self._target.shape[:2]
        self._words[self._at + _ARRIVAL + self._index] = arrival_ns
        self._words[self._at + _SIZE + self._index] = (width_px << 32) | height_px
        self._sequence += 1
        self._words[self._at + _PUBLISHED] = (self._sequence << 2) | self._index


class SlotReader:
    """The console's side. Attributes: place; arena, kept alive as long as the reader is."""

    def __init__(self, arena: Arena, place: SlotPlace) -> None:
        self.place = place
        self.arena = arena
        self._words = arena.words
        self._at = arena.slot_at(place.row)

    @property
    def sequence(self) -> int:
        """Of the newest picture; 0 before the first. Costs one read of one word."""
        return self._words[self._at] >> 2

    def take(self) -> Picture | None:
        """Hold the newest picture and give it, letting go of the one held before; None before the first."""
        words, at = self._words, self._at
        while True:
            published = words[at + _PUBLISHED]
            if published == 0:
                return None
            index = published & 3
            words[at + _HELD] = index + 1
            if words[at + _PUBLISHED] == published:
                break
        size = words[at + _SIZE + index]
        width_px, height_px = size >> 32, size & 0xFFFFFFFF
        start = self.place.offset + index * self.place.buffer_bytes
        pixels = self.arena.memory[start : start + width_px * height_px * BYTES_PER_PIXEL]
        return Picture(published >> 2, words[at + _ARRIVAL + index], index, width_px, height_px, pixels)

    def holds(self, picture: Picture) -> bool:
        """Whether the picture still lies in its buffer: the row was not cleared or given to another tile since."""
        words, at = self._words, self._at
        return words[at + _HELD] == picture.index + 1 and words[at + _ARRIVAL + picture.index] == picture.arrival_ns

    def release(self) -> None:
        """Hold nothing; pictures taken before are no longer valid."""
        self._words[self._at + _HELD] = 0


def clear_row(arena: Arena, row: int) -> None:
    """Make a slot row as new. The console does so before it gives the row out again."""
    at = arena.slot_at(row)
    for word in range(SLOT_WORDS):
        arena.words[at + word] = 0
