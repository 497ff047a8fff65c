"""The few figures of a run that a person wants to see, from what --stats wrote. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any


def summarise(stats: Mapping[str, Any]) -> list[str]:
    """Three lines: the tiles' states, the pictures of the clear tiles, the processes.

    Args:
      stats: as DESIGN 7 describes it, version 1.
    """
    tiles, seconds = stats["tiles"], stats["seconds"]
    states = Counter(tile["state"] for tile in tiles)
    counted = ", ".join(f"{count} {state}" for state, count in states.most_common())
    lines = [f"{len(tiles)} tiles over {seconds:.0f} s: {counted or 'none'}"]
    clear = [tile for tile in tiles if tile["view"] == "clear"]
    decoded, shown = (sum(tile[name] for tile in clear) for name in ("decoded", "shown"))
    if decoded:
        ages = [tile["age_ms"]["p95"] for tile in clear if tile["age_ms"]["p95"] is not None]
        worst = f", at most {max(ages):.0f} ms old at their first paint (p95, worst tile)" if ages else ""
        lines.append(f"clear tiles: {shown} of {decoded} decoded pictures shown ({100 * shown / decoded:.1f} %){worst}")
    lines.append(_processes(stats))
    return lines


def _processes(stats: Mapping[str, Any]) -> str:
    processes = [stats["processes"]["console"], *stats["processes"]["decoders"]]
    cpu_s = sum(process["cpu_s"] for process in processes)
    mib = sum(process["pss_peak_bytes"] for process in processes) / 2**20
    gap_ms = stats["wall"]["tick_gap_ms"]["p99"]
    seconds = stats["seconds"]
    load = f"{100 * cpu_s / seconds:.0f} % of a core" if seconds else "no time"
    ticks = "" if gap_ms is None else f"; longest wait between paints {gap_ms:.0f} ms (p99)"
    return f"{len(processes)} processes: {load}, {mib:.0f} MiB{ticks}"
