"""What the wall measures of itself: frames shown and missed, how old pictures are, how even its ticks come.

Memory is bounded: durations are counted into bins, so a figure is exact to its bin's width however long
the wall runs.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass, field
from typing import Final

from wallapp.base.clock import Clock
from wallapp.base.ids import TileId

_FINE_NS: Final = 250_000
_FINE_BINS: Final = 2_000
_COARSE_NS: Final = 5_000_000
_COARSE_BINS: Final = 2_000
_FINE_END_NS: Final = _FINE_NS * _FINE_BINS


class Durations:
    """A histogram of durations: bins of 0.25 ms up to 0.5 s, of 5 ms up to 10.5 s, and one beyond."""

    def __init__(self) -> None:
        self._bins = array("Q", bytes(8 * (_FINE_BINS + _COARSE_BINS + 1)))
        self.count = 0
        self.longest_ns = 0

    def add(self, duration_ns: int) -> None:
        """Count one; a negative one counts as zero."""
        if duration_ns < _FINE_END_NS:
            self._bins[duration_ns // _FINE_NS if duration_ns > 0 else 0] += 1
        else:
            coarse = (duration_ns - _FINE_END_NS) // _COARSE_NS
            self._bins[_FINE_BINS + (coarse if coarse < _COARSE_BINS else _COARSE_BINS)] += 1
        self.count += 1
        if duration_ns > self.longest_ns:
            self.longest_ns = duration_ns

    def percentile_ms(self, part: float) -> float | None:
        """The duration that `part` (0 to 1) of all stay within, to the bin's upper edge; None without any."""
        if self.count == 0:
            return None
        wanted = max(1, -int(-part * self.count // 1))
        seen = 0
        for index, count in enumerate(self._bins):
            seen += count
            if seen >= wanted:
                return round(min(self._upper_ns(index), self.longest_ns) / 1e6, 3)
        return round(self.longest_ns / 1e6, 3)

    def figures(self) -> dict[str, float | None]:
        """p50, p95 and p99 in milliseconds."""
        return {name: self.percentile_ms(part) for name, part in (("p50", 0.5), ("p95", 0.95), ("p99", 0.99))}

    def _upper_ns(self, index: int) -> int:
        if index < _FINE_BINS:
            return (index + 1) * _FINE_NS
        if index < _FINE_BINS + _COARSE_BINS:
            return _FINE_END_NS + (index - _FINE_BINS + 1) * _COARSE_NS
        return self.longest_ns


@dataclass(slots=True)
class TileFigures:
    """One tile since `start` or since its camera came. `superseded` were replaced before a tick showed them."""

    shown: int = 0
    superseded: int = 0
    age: Durations = field(default_factory=Durations)
    picture_age: Durations = field(default_factory=Durations)


@dataclass(frozen=True, slots=True)
class TileReport:
    """A tile's part of `--stats` (DESIGN 7); milliseconds by percentile, None without a sample."""

    shown: int
    superseded: int
    age_ms: dict[str, float | None]
    picture_age_ms: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class WallReport:
    """The wall's part of `--stats`: `wall` as it is written there, and its tiles by id."""

    seconds: float
    ticks: int
    tick_gap_ms: dict[str, float | None]
    tiles: dict[TileId, TileReport]


class WallMeter:
    """Counts while the canvas paints. Starts with the canvas; `start` begins anew."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.start()

    def start(self) -> None:
        """Forget all figures and begin now."""
        self._begin_mono_s = self._clock.mono_s()
        self._ticks = 0
        self._tick_gap = Durations()
        self._last_tick_ns = 0
        self._tiles: dict[TileId, TileFigures] = {}

    def resume(self) -> None:
        """The canvas was hidden: the time until its next tick is no gap."""
        self._last_tick_ns = 0

    def tick(self, now_ns: int) -> None:
        """One tick of the canvas."""
        if self._last_tick_ns:
            self._tick_gap.add(now_ns - self._last_tick_ns)
        self._last_tick_ns = now_ns
        self._ticks += 1

    def tile(self, tile: TileId) -> TileFigures:
        """The tile's counters, to be added to."""
        figures = self._tiles.get(tile)
        if figures is None:
            figures = self._tiles[tile] = TileFigures()
        return figures

    def forget(self, tile: TileId) -> None:
        """Begin the tile anew: another camera stands on it."""
        self._tiles.pop(tile, None)

    def figures(self) -> WallReport:
        """All figures of this moment."""
        gaps = self._tick_gap.figures() | {
            "max": round(self._tick_gap.longest_ns / 1e6, 3) if self._ticks > 1 else None
        }
        tiles = {
            tile: TileReport(found.shown, found.superseded, found.age.figures(), found.picture_age.figures())
            for tile, found in sorted(self._tiles.items())
        }
        return WallReport(self._clock.mono_s() - self._begin_mono_s, self._ticks, gaps, tiles)
