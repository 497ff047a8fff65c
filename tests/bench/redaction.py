"""What redaction costs a frame: python -m tests.bench.redaction.

The gate alone, decoding left out, on real decoded frames of one size; every way in turn, several rounds, the
best round of each. Also as shares of the clear picture of the same run, and for a second at 25/s, where
mosaics and silhouettes are drawn less often.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import av
import cv2
import numpy as np

from tests.decoder.pictures import clip, decoded, gate_with
from wallapp.decoder.scene import Scene, certify_scene
from wallapp.decoder.watermark import Stamp
from wallapp.domain.mask import Mask
from wallapp.domain.view import MOSAIC_RATE_HZ, SILHOUETTE_RATE_HZ, Level

RATE_HZ = 25.0
ROUNDS = 7
PICTURES = 40
SECOND_NS = 1_000_000_000
WINDOW = Mask(((3000, 2000), (7000, 1500), (7500, 6000), (2500, 6500)))
STAMP = Stamp("operator-07", "WALL-2", "G-91af3c27")


@dataclass(frozen=True)
class Way:
    """How a frame may leave."""

    name: str
    level: Level
    box_px: tuple[int, int]
    rate_hz: float = RATE_HZ
    masks: tuple[Mask, ...] = ()
    stamp: Stamp | None = None


def ways(box_px: tuple[int, int]) -> list[Way]:
    return [
        Way("clear", Level.CLEAR, box_px),
        Way("clear, masked", Level.CLEAR, box_px, masks=(WINDOW,)),
        Way("clear, stamped", Level.CLEAR, box_px, stamp=STAMP),
        Way("silhouette", Level.SILHOUETTE, (320, 320), SILHOUETTE_RATE_HZ),
        Way("silhouette, masked", Level.SILHOUETTE, (320, 320), SILHOUETTE_RATE_HZ, masks=(WINDOW,)),
        Way("mosaic", Level.MOSAIC, (40, 40), MOSAIC_RATE_HZ),
        Way("mosaic, masked", Level.MOSAIC, (40, 40), MOSAIC_RATE_HZ, masks=(WINDOW,)),
    ]


def city(size_px: tuple[int, int]) -> list[av.VideoFrame]:
    """Blocks with noise and something that walks through, encoded and decoded."""
    width_px, height_px = size_px
    rng = np.random.default_rng(1)
    blocks = rng.integers(40, 200, (height_px // 40 + 1, width_px // 40 + 1, 3), np.uint8)
    still = blocks.repeat(40, axis=0).repeat(40, axis=1)[:height_px, :width_px]
    pictures = []
    for index in range(10):
        noisy = np.clip(still + rng.normal(0, 3, still.shape), 0, 255).astype(np.uint8)
        if index >= 5:
            left = width_px // 10 * (index - 4)
            noisy[height_px // 3 : height_px * 2 // 3, left : left + width_px // 12] = 25
        pictures.append(np.ascontiguousarray(noisy))
    return list(decoded(clip(pictures)))


def per_frame_ms(way: Way, frames: list[av.VideoFrame], scene: Scene) -> float:
    """Of one frame that is drawn."""
    with gate_with(way.level, way.box_px, masks=way.masks, scenes=(scene,)) as (gate, reader):
        gate.allow(Level.CLEAR, way.stamp)
        gate.pass_frame(frames[0], 10 * SECOND_NS)
        begin_s = time.process_time()
        for index in range(PICTURES):
            gate.pass_frame(frames[index % len(frames)], (11 + index) * SECOND_NS)
        spent_s = time.process_time() - begin_s
        picture = reader.take()
    if picture is None or (way.level is Level.SILHOUETTE and picture.width_px <= 40):
        raise SystemExit(f"{way.name} drew nothing: the measurement would be void")
    return spent_s / PICTURES * 1000


def main() -> int:
    cv2.setNumThreads(1)
    for size_px, box_px in (((640, 360), (480, 272)), ((1920, 1080), (480, 272)), ((1920, 1080), (1920, 1080))):
        frames = city(size_px)
        scene = certify_scene(frames[:5])
        best = dict.fromkeys(ways(box_px), 1e9)
        for _ in range(ROUNDS):
            for way in best:
                best[way] = min(best[way], per_frame_ms(way, frames[5:], scene))
        clear_ms = next(iter(best.values()))
        sizes = f"{size_px[0]}x{size_px[1]} into {box_px[0]}x{box_px[1]}"
        print(f"\n{sizes:28s} ms a frame   of clear   ms a second at 25/s   of clear")
        for way, spent_ms in best.items():
            second_ms, clear_second_ms = spent_ms * way.rate_hz, clear_ms * RATE_HZ
            print(
                f"{way.name:28s}{spent_ms:11.3f}{spent_ms / clear_ms:11.2f}"
                f"{second_ms:21.2f}{second_ms / clear_second_ms:11.2f}"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
