"""The few figures of a run for a person."""

from __future__ import annotations

from typing import Any

from wallapp.services.stats_summary import summarise


def _tile(state: str, view: str, *, decoded: int = 0, shown: int = 0, p95: float | None = None) -> dict[str, Any]:
    return {"state": state, "view": view, "decoded": decoded, "shown": shown, "age_ms": {"p95": p95}}


def _stats(tiles: list[dict[str, Any]], *, gap_ms: float | None = 21.4) -> dict[str, Any]:
    process = {"cpu_s": 5.0, "pss_peak_bytes": 100 * 2**20}
    return {
        "seconds": 20.0,
        "processes": {"console": process, "decoders": [process, process]},
        "wall": {"tick_gap_ms": {"p99": gap_ms}},
        "tiles": tiles,
    }


def test_states_pictures_and_processes() -> None:
    tiles = [
        _tile("live", "clear", decoded=500, shown=495, p95=40.0),
        _tile("live", "clear", decoded=500, shown=495, p95=61.5),
        _tile("live", "mosaic", decoded=500, shown=100, p95=900.0),
        _tile("closed", "closed"),
    ]
    assert summarise(_stats(tiles)) == [
        "4 tiles over 20 s: 3 live, 1 closed",
        (
            "clear tiles: 990 of 1000 decoded pictures shown (99.0 %), "
            "at most 62 ms old at their first paint (p95, worst tile)"
        ),
        "3 processes: 75 % of a core, 300 MiB; longest wait between paints 21 ms (p99)",
    ]


def test_a_wall_that_showed_nothing() -> None:
    assert summarise(_stats([], gap_ms=None)) == [
        "0 tiles over 20 s: none",
        "3 processes: 75 % of a core, 300 MiB",
    ]
