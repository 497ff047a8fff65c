"""A clip's packets for ever, each when it is due."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import av

from wallapp.base.clock import SystemClock


@dataclass(frozen=True, slots=True)
class LoopedClip:
    """The packets of a clip in which no picture is reordered, at a constant rate."""

    file: Path
    fps: int = 25

    def packets(self, ended: threading.Event) -> Iterator[tuple[bytes, bool, int]]:
        """(data, is a key picture, number from 0) in real time, the loop without a seam; until `ended` is set."""
        with av.open(str(self.file)) as container:
            coded = [(bytes(one), one.is_keyframe) for one in container.demux(video=0) if one.size]
        clock = SystemClock()
        begin_mono_s = clock.mono_s()
        number = 0
        while not ended.wait(max(0.0, begin_mono_s + number / self.fps - clock.mono_s())):
            data, is_key = coded[number % len(coded)]
            yield data, is_key, number
            number += 1

    def remux(self, url: str, ended: threading.Event, *, form: str, options: dict[str, str]) -> None:
        """Send or write the clip in another container, in real time, until `ended` is set."""
        with av.open(str(self.file)) as source, av.open(url, "w", format=form, options=options) as sink:
            stream = sink.add_stream_from_template(source.streams.video[0])
            for data, is_key, number in self.packets(ended):
                packet = av.Packet(data)
                packet.stream = stream
                packet.time_base = Fraction(1, self.fps)
                packet.pts = packet.dts = number
                packet.duration = 1
                packet.is_keyframe = is_key
                sink.mux_one(packet)
