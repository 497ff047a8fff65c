"""What `--stats` writes (DESIGN 7): the figures of the console, the decoders, the wall and each tile."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import psutil

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import Truth, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import Level, View
from wallapp.ui.wall.meter import TileReport, WallReport

_MEMORY_LOOK_S: Final = 5.0
_NO_TIMES: Final[dict[str, float | None]] = {"p50": None, "p95": None, "p99": None}


@dataclass(slots=True)
class _Process:
    """One process's figures since the start of the measurement."""

    handle: psutil.Process
    cpu_before_s: float
    cpu_s: float = 0.0
    pss_peak_bytes: int = 0


@dataclass(slots=True)
class _Decoder:
    """All processes that had one decoder's number, one after the other."""

    processes: list[_Process] = field(default_factory=list)
    restarts: int = 0


def _cpu_s(handle: psutil.Process) -> float:
    times = handle.cpu_times()
    return float(times.user + times.system)


def _pss_bytes(handle: psutil.Process) -> int:
    """Proportional memory; resident where the system has none."""
    info = handle.memory_full_info()
    return int(getattr(info, "pss", 0) or info.rss)


class ProcessFigures:
    """Processor time and peak memory of the console and its decoders. A thread of its own: the system takes
    milliseconds to add up a process's memory, and the wall must not wait for that."""

    def __init__(self, pids: Callable[[], Mapping[int, int]], restarts: Callable[[], Mapping[int, int]]) -> None:
        self._pids = pids
        self._restarts = restarts
        self._restarts_before = dict(restarts())
        me = psutil.Process()
        self._console = _Process(me, _cpu_s(me))
        self._decoders: dict[int, _Decoder] = {}
        self._seen: set[int] = set()
        self._wake = threading.Event()
        self._look(fresh=True)
        self._thread = threading.Thread(target=self._run, name="figures", daemon=True)
        self._thread.start()

    def finish(self) -> dict[str, Any]:
        """Stop, and give the `processes` part."""
        self._wake.set()
        self._thread.join()
        self._look(fresh=False)
        restarts = self._restarts()
        return {
            "console": _figures([self._console]),
            "decoders": [
                _figures(decoder.processes)
                | {"restarts": restarts.get(number, 0) - self._restarts_before.get(number, 0)}
                for number, decoder in sorted(self._decoders.items())
            ],
        }

    def _run(self) -> None:
        while not self._wake.wait(_MEMORY_LOOK_S):
            self._look(fresh=False)

    def _look(self, *, fresh: bool) -> None:
        for number, pid in self._pids().items():
            if pid not in self._seen:
                self._seen.add(pid)
                try:
                    handle = psutil.Process(pid)
                    before_s = _cpu_s(handle) if fresh else 0.0
                except psutil.Error:
                    continue
                self._decoders.setdefault(number, _Decoder()).processes.append(_Process(handle, before_s))
        known = [process for decoder in self._decoders.values() for process in decoder.processes]
        for process in [self._console, *known]:
            try:
                process.cpu_s = _cpu_s(process.handle) - process.cpu_before_s
                process.pss_peak_bytes = max(process.pss_peak_bytes, _pss_bytes(process.handle))
            except psutil.Error:
                continue  # gone; its last figures stand


def _figures(processes: list[_Process]) -> dict[str, Any]:
    return {
        "cpu_s": round(sum(process.cpu_s for process in processes), 3),
        "pss_peak_bytes": max((process.pss_peak_bytes for process in processes), default=0),
    }


class Recorder:
    """Measures from its making until `finish`. GUI thread.

    Args of the constructor:
      facts: of a tile's feed now; None where it has none.
      views: what the tiles show now.
    """

    def __init__(
        self,
        clock: Clock,
        facts: Callable[[View], FeedFacts | None],
        views: Callable[[], list[View]],
        processes: ProcessFigures,
    ) -> None:
        self._clock = clock
        self._facts = facts
        self._views = views
        self._processes = processes
        self._start_mono_s = clock.mono_s()
        self._before: dict[tuple[TileId, CameraNumber], tuple[int, int]] = {}
        for view in views():
            found = facts(view)
            if found is not None:
                self._before[view.tile, view.camera] = (found.decoded, found.reconnects)

    def finish(self, cameras: Mapping[CameraNumber, Camera], wall: WallReport) -> dict[str, Any]:
        """Everything, ready to be written as JSON."""
        seconds = self._clock.mono_s() - self._start_mono_s
        tiles = [self._tile(view, cameras[view.camera], wall.tiles.get(view.tile)) for view in self._views()]
        return {
            "version": 1,
            "seconds": round(seconds, 3),
            "processes": self._processes.finish(),
            "wall": {"ticks": wall.ticks, "tick_gap_ms": wall.tick_gap_ms},
            "tiles": tiles,
        }

    def _tile(self, view: View, camera: Camera, report: TileReport | None) -> dict[str, Any]:
        found = None if view.level is Level.CLOSED else self._facts(view)
        truth = _truth(found, self._clock.mono_s())
        decoded_before, reconnects_before = self._before.get((view.tile, view.camera), (0, 0))
        decoded = found.decoded - decoded_before if found else 0
        return {
            "number": camera.number,
            "name": camera.name,
            "owner": camera.owner,
            "state": truth.state.value if truth else "closed" if view.level is Level.CLOSED else "connecting",
            "view": view.level.value,
            "rate": "reduced" if view.level is Level.MOSAIC else "full",
            "stream": (found.stream if found else view.stream).value,
            "codec": found.codec if found else "",
            "source_px": list(found.source_px) if found else [0, 0],
            "tile_px": [view.width_px, view.height_px],
            "source_fps": round(found.source_fps, 2) if found else 0.0,
            "decoded": decoded,
            "shown": report.shown if report else 0,
            "dropped": {"superseded": report.superseded if report else 0, "shed": 0},
            "age_ms": report.age_ms if report else _NO_TIMES,
            "picture_age_ms": report.picture_age_ms if report else _NO_TIMES,
            "reconnects": found.reconnects - reconnects_before if found else 0,
            "cause": truth.cause.value if truth and truth.cause else None,
        }


def _truth(found: FeedFacts | None, now_mono_s: float) -> Truth | None:
    return None if found is None else assess(found.reading, now_mono_s)
