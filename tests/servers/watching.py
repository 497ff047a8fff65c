"""Looks at a stream the way the product does, with PyAV, but with no code of the product's."""

from __future__ import annotations

import time
from dataclasses import dataclass, field

import av
import numpy as np

from tests.servers.clips import read_counter


@dataclass(slots=True)
class Watched:
    """What was seen of a stream: per picture its arrival, timestamp, burnt-in counter and size."""

    codec: str
    arrived_mono_s: list[float] = field(default_factory=list)
    pts_s: list[float | None] = field(default_factory=list)
    counters: list[int] = field(default_factory=list)
    sizes_px: list[tuple[int, int]] = field(default_factory=list)

    def rate_hz(self, skip: int = 25) -> float:
        """Pictures a second, the first ones left out: they come in a burst after probing."""
        arrived = self.arrived_mono_s[skip:]
        return (len(arrived) - 1) / (arrived[-1] - arrived[0])


def watch(
    url: str, count: int, *, timeout_s: float = 5.0, seconds: float = 60.0, into: Watched | None = None, **options: str
) -> Watched:
    """Decode `count` pictures of a stream, fewer where it takes over `seconds`. PyAV's errors pass through.

    Args:
      into: receives what is seen as it is seen, for a stream that ends in an error.
    """
    rtsp = {"rtsp_transport": "tcp"} if url.startswith("rtsp") else {}
    seen = into if into is not None else Watched("")
    with av.open(url, options=rtsp | options, timeout=(timeout_s, timeout_s)) as container:
        stream = container.streams.video[0]
        seen.codec = stream.codec_context.name
        begin_mono_s = time.perf_counter()  # noqa: TID251 the tests measure against the machine's own time
        for frame in container.decode(stream):
            now_mono_s = time.perf_counter()  # noqa: TID251
            seen.arrived_mono_s.append(now_mono_s)
            seen.pts_s.append(frame.time)
            seen.counters.append(read_counter(frame.to_ndarray(format="gray").astype(np.uint8, copy=False)))
            seen.sizes_px.append((frame.width, frame.height))
            if len(seen.counters) >= count or now_mono_s - begin_mono_s > seconds:
                break
    return seen
