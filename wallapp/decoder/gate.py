"""The gate: the one place where pixels leave for the console.

It starts from closed. For each output it copies in what that output's level allows and nothing else; a
level that it does not know writes nothing. Masks are cut out of the source before anything else is done, and
where they cannot be nothing is written. A silhouette that is in doubt falls to mosaic. A clear picture that
somebody was granted carries their stamp.
"""

from __future__ import annotations

from typing import Final

import av

from wallapp.base.clock import Clock
from wallapp.decoder.mosaic import mosaic
from wallapp.decoder.planes import Coding, Pixels, Planes, grey, planes_of
from wallapp.decoder.redact import Masker
from wallapp.decoder.scale import Scaler, fit
from wallapp.decoder.scene import Scene
from wallapp.decoder.silhouette import Silhouette
from wallapp.decoder.watermark import Stamp, Watermark
from wallapp.domain.mask import Mask
from wallapp.domain.view import MOSAIC_RATE_HZ, SILHOUETTE_RATE_HZ, Crop, Level, is_within
from wallapp.frames.arena import Arena
from wallapp.frames.control import Output
from wallapp.frames.slot import SlotWriter, clear_row

_MOSAIC_GAP_NS: Final = int(1e9 / MOSAIC_RATE_HZ)
_SILHOUETTE_GAP_NS: Final = int(1e9 / SILHOUETTE_RATE_HZ)


class _Exit:
    """One output and its writer."""

    def __init__(self, arena: Arena, output: Output) -> None:
        self.output = output
        self.writer = SlotWriter(arena, output.place)

    def takes(self, size_px: tuple[int, int]) -> bool:
        """Whether a picture of this width and height fits the slot."""
        return size_px[0] <= self.output.place.width_px and size_px[1] <= self.output.place.height_px

    def write(self, pixels: Pixels | None, arrival_ns: int) -> None:
        """Write a whole picture as it is; nothing where there is none, or the slot is too small for it."""
        if pixels is not None and self.takes((pixels.shape[1], pixels.shape[0])):
            self.writer.begin(pixels.shape[1], pixels.shape[0])[:] = pixels
            self.writer.publish(arrival_ns)


class _Rate:
    """Lets one pass a gap. The rate is the feed's: opening a tile again does not give one picture more."""

    def __init__(self, gap_ns: int) -> None:
        self._gap_ns = gap_ns
        self._passed_ns = 0

    def passes(self, now_ns: int) -> bool:
        """Whether one may pass now; it then has."""
        due = now_ns - self._passed_ns >= self._gap_ns
        if due:
            self._passed_ns = now_ns
        return due


class Gate:
    """The outputs of one feed. Not locked: the session that owns it is."""

    def __init__(self, arena: Arena, clock: Clock) -> None:
        self._arena = arena
        self._clock = clock
        self._exits: dict[int, _Exit] = {}
        self._allowed = Level.CLOSED
        self._scaler = Scaler()
        self._watermark: Watermark | None = None
        self._masker = Masker()
        self._silhouette = Silhouette(())
        self._mosaics = _Rate(_MOSAIC_GAP_NS)
        self._silhouettes = _Rate(_SILHOUETTE_GAP_NS)

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

    def allow(self, level: Level, stamp: Stamp | None = None) -> None:
        """From now on let nothing out beyond this level; what already lies in slots beyond it is wiped.

        Args:
          stamp: of the grant that opened it, written into every clear picture; None where none was needed.
        """
        if stamp != (self._watermark.stamp if self._watermark else None):
            self._watermark = Watermark(stamp) if stamp else None
        if level is not self._allowed:
            self._allowed = level
            for way in self._exits.values():
                if not is_within(way.output.level, level):
                    self._wipe(way)

    def set_masks(self, masks: tuple[Mask, ...]) -> None:
        """From now on cover exactly these, at every level; what lies in the slots without them is wiped."""
        if masks != self._masker.masks:
            self._masker = Masker(masks)
            self._silhouette = Silhouette(self._silhouette.scenes, masks)
            for way in self._exits.values():
                self._wipe(way)

    def set_scenes(self, scenes: tuple[Scene, ...]) -> None:
        """The certified empty scenes, one for each size that the camera sends; without one there is mosaic only."""
        if [scene.digest for scene in scenes] != [scene.digest for scene in self._silhouette.scenes]:
            self._silhouette = Silhouette(scenes, self._masker.masks)

    def _wipe(self, way: _Exit) -> None:
        place = way.output.place
        clear_row(self._arena, place.row)
        self._arena.wipe(place.offset, place.size_bytes)
        way.writer = SlotWriter(self._arena, place)

    def pass_frame(self, frame: av.VideoFrame, arrival_ns: int) -> None:
        """Write the frame to every output as far as its level allows."""
        ways = [way for way in self._exits.values() if is_within(way.output.level, self._allowed)]
        levels = {way.output.level for way in ways}
        redacted = bool(levels & {Level.MOSAIC, Level.SILHOUETTE})
        mosaic_due = redacted and self._mosaics.passes(arrival_ns)
        silhouette_due = Level.SILHOUETTE in levels and self._silhouettes.passes(arrival_ns)
        if not (Level.CLEAR in levels or mosaic_due or silhouette_due):
            return
        picture = self._masker.apply(planes_of(frame))
        if picture is None:
            return
        drawn = self._silhouette.draw(picture, arrival_ns) if silhouette_due else None
        cells = mosaic(picture) if mosaic_due else None
        for way in ways:
            level = way.output.level
            if level is Level.CLEAR:
                self._write_clear(way, picture, arrival_ns)
            elif level is Level.SILHOUETTE and self._silhouette.is_certain and way.takes(self._silhouette.size_px):
                way.write(drawn, arrival_ns)
            elif level in (Level.MOSAIC, Level.SILHOUETTE):
                way.write(cells, arrival_ns)

    def luma(self, frame: av.VideoFrame) -> Pixels | None:
        """(height, width) uint8 of the frame with the masks cut out, for comparing views in this process; None where
        the masks cannot be made to hold. Valid until the next frame."""
        picture = self._masker.apply(planes_of(frame))
        return None if picture is None else grey(picture)

    def _write_clear(self, way: _Exit, picture: Planes, arrival_ns: int) -> None:
        place, crop = way.output.place, way.output.crop
        width_px, height_px = fit(cropped_px(picture.coding, crop), (place.width_px, place.height_px))
        if width_px:
            target = way.writer.begin(width_px, height_px)
            self._scaler.write(picture, crop, target)
            if self._watermark:
                self._watermark.draw(target, self._clock.now_at())
            way.writer.publish(arrival_ns)


def cropped_px(coding: Coding, crop: Crop) -> tuple[int, int]:
    """The size of the cropped part in source pixels, at least 1x1."""
    width = max(1, round((crop.right - crop.left) * coding.width_px))
    return width, max(1, round((crop.bottom - crop.top) * coding.height_px))
