"""Who has which slot row and which bytes of an arena. Pure bookkeeping; one thread."""

from __future__ import annotations

from wallapp.base.errors import Unavailable
from wallapp.frames.arena import FEEDS_MAX, PICTURES_AT, SLOTS_MAX
from wallapp.frames.slot import SlotPlace


class Space:
    """First fit over the arena's picture bytes; neighbours join again when given back."""

    def __init__(self, size_bytes: int) -> None:
        self._holes: list[tuple[int, int]] = [(PICTURES_AT, size_bytes)]  # (start, end), sorted, never touching
        self._slot_rows = list(range(SLOTS_MAX - 1, -1, -1))
        self._feed_rows = list(range(FEEDS_MAX - 1, -1, -1))

    def take_slot(self, width_px: int, height_px: int) -> SlotPlace:
        """A place for pictures up to this size.

        Raises:
          Unavailable: no row or no room is left.
        """
        size_bytes = SlotPlace(0, 0, width_px, height_px).size_bytes
        hole = next((at for at, (start, end) in enumerate(self._holes) if end - start >= size_bytes), None)
        if hole is None or not self._slot_rows:
            raise Unavailable("no room for another picture: show fewer or smaller tiles")
        start, end = self._holes[hole]
        if end - start == size_bytes:
            del self._holes[hole]
        else:
            self._holes[hole] = (start + size_bytes, end)
        return SlotPlace(self._slot_rows.pop(), start, width_px, height_px)

    def give_slot(self, place: SlotPlace) -> None:
        """Give a place back."""
        self._slot_rows.append(place.row)
        holes = sorted([*self._holes, (place.offset, place.offset + place.size_bytes)])
        joined = [holes[0]]
        for start, end in holes[1:]:
            if start == joined[-1][1]:
                joined[-1] = (joined[-1][0], end)
            else:
                joined.append((start, end))
        self._holes = joined

    def take_feed(self) -> int:
        """A feed row.

        Raises:
          Unavailable: none is left.
        """
        if not self._feed_rows:
            raise Unavailable("a decoder has no room for another feed: show fewer cameras")
        return self._feed_rows.pop()

    def give_feed(self, row: int) -> None:
        """Give a feed row back."""
        self._feed_rows.append(row)
