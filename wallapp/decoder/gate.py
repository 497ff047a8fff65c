"""The gate: the one place where pixels leave for the console.

It starts from closed. For each output it copies in what that output's level allows and nothing else; a
level that it does not know writes nothing. Silhouette needs a certified empty scene, which comes with the
access work: until then it falls to mosaic, the safe side.
"""

from __future__ import annotations

from typing import Final

import av

from wallapp.decoder.scale import Scaler, fit
from wallapp.domain.view import MOSAIC_RATE_HZ, Crop, Level, mosaic_size
from wallapp.frames.arena import Arena
from wallapp.frames.control import Output
from wallapp.frames.slot import SlotWriter

_MOSAIC_GAP_NS: Final = int(1e9 / MOSAIC_RATE_HZ)


class _Exit:
    """One output, its writer and when it was last written."""

    def __init__(self, arena: Arena, output: Output) -> None:
        self.output = output
        self.writer = SlotWriter(arena, output.place)
        self.written_ns = 0


class Gate:
    """The outputs of one feed. Not locked: the session that owns it is."""

    def __init__(self, arena: Arena) -> None:
        self._arena = arena
        self._exits: dict[int, _Exit] = {}
        self._scaler = Scaler()

    def set_outputs(self, outputs: tuple[Output, ...]) -> None:
        """From now on write exactly these. A slot that stays may change its crop, never its level or place."""
        exits: dict[int, _Exit] = {}
        for output in outputs:
            row = output.place.row
            known = self._exits.get(row)
            same = known and known.output.place == output.place and known.output.level is output.level
            if known and same:
                known.output = output
                exits[row] = known
            else:
                exits[row] = _Exit(self._arena, output)
        self._exits = exits

    def pass_frame(self, frame: av.VideoFrame, arrival_ns: int) -> None:
        """Write the frame to every output as far as its level allows."""
        for way in self._exits.values():
            level = way.output.level
            if level is Level.CLEAR:
                self._write_clear(way, frame, arrival_ns)
            elif level in (Level.MOSAIC, Level.SILHOUETTE) and arrival_ns - way.written_ns >= _MOSAIC_GAP_NS:
                self._write_mosaic(way, frame, arrival_ns)

    def _write_clear(self, way: _Exit, frame: av.VideoFrame, arrival_ns: int) -> None:
        place, crop = way.output.place, way.output.crop
        width_px, height_px = fit(cropped_px(frame, crop), (place.width_px, place.height_px))
        if width_px:
            self._scaler.write(frame, crop, way.writer.begin(width_px, height_px))
            way.writer.publish(arrival_ns)

    def _write_mosaic(self, way: _Exit, frame: av.VideoFrame, arrival_ns: int) -> None:
        # The cells are those of the whole picture: a crop must not make them finer.
        columns, rows = mosaic_size(frame.width, frame.height)
        if columns <= way.output.place.width_px and rows <= way.output.place.height_px:
            self._scaler.write(frame, Crop(), way.writer.begin(columns, rows), average=True)
            way.writer.publish(arrival_ns)
            way.written_ns = arrival_ns


def cropped_px(frame: av.VideoFrame, crop: Crop) -> tuple[int, int]:
    """The size of the cropped part in source pixels, at least 1x1."""
    width = max(1, round((crop.right - crop.left) * frame.width))
    return width, max(1, round((crop.bottom - crop.top) * frame.height))
