"""The empty scene that an owner certifies: made from frames, kept as a file, named by its digest."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

import av
import cv2
import numpy as np

from wallapp.base.errors import BadInput, RuleBroken
from wallapp.decoder.planes import Pixels, planes_of
from wallapp.decoder.redact import Masker
from wallapp.decoder.scale import Scaler
from wallapp.domain.mask import Mask
from wallapp.domain.scene_file import source_px_of
from wallapp.domain.view import WHOLE, silhouette_size

FRAMES_AT_LEAST: Final = 5
_MOVED: Final = 40
_MOVED_SHARE: Final = 0.01
"""Of the pixels that may change by more than `_MOVED` while the scene is taken: more is not an empty scene."""
_PNG_HEAD: Final = re.compile(rb"\x89PNG\r\n\x1a\n.{4}IHDR(.{4})(.{4})", re.DOTALL)
_SOURCE_PX_AT_MOST: Final = 16384


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """A certified empty scene. Equal by identity: compare digests.

    Attributes:
      bgr: (height, width, 3) uint8 of `silhouette_size`, read-only.
      source_px: width and height of the frames that it stands for; it says nothing about others.
    """

    bgr: Pixels
    source_px: tuple[int, int]

    def __post_init__(self) -> None:
        width_px, height_px = silhouette_size(*self.source_px)
        if self.bgr.shape != (height_px, width_px, 3) or self.bgr.dtype != np.uint8:
            raise BadInput("the scene's picture has not the size of its camera; certify the scene again")
        self.bgr.flags.writeable = False

    @property
    def digest(self) -> str:
        """SHA-256 over sizes and pixels, as hexadecimal: the same whatever the file's compression."""
        return hashlib.sha256(self._head() + np.ascontiguousarray(self.bgr).tobytes()).hexdigest()

    def to_bytes(self) -> bytes:
        """One line that names the source's size, then a PNG."""
        _, png = cv2.imencode(".png", self.bgr)
        return self._head() + png.tobytes()

    @staticmethod
    def from_bytes(data: bytes) -> Scene:
        """What `to_bytes` gave.

        Raises:
          BadInput: it is not a scene, or not whole.
        """
        source_px = source_px_of(data)
        if max(source_px) > _SOURCE_PX_AT_MOST:
            raise BadInput("this is not a certified scene; certify the scene again")
        png_at = data.index(b"\n") + 1
        stated_px = _PNG_HEAD.match(data, png_at)
        if stated_px is None or (int.from_bytes(stated_px[1]), int.from_bytes(stated_px[2])) != silhouette_size(
            *source_px
        ):
            raise BadInput("the scene's picture has not the size of its camera; certify the scene again")
        bgr = cv2.imdecode(np.frombuffer(data, np.uint8, offset=png_at), cv2.IMREAD_COLOR)
        if bgr is None:
            raise BadInput("the certified scene's picture cannot be read; certify the scene again")
        return Scene(np.asarray(bgr, np.uint8), source_px)

    def _head(self) -> bytes:
        return b"wallapp scene 1 %dx%d\n" % self.source_px


class SceneTaker:
    """Makes an empty scene of pictures as they come; keeps each at the scene's size alone. One thread at a time.

    Args:
      masks: what they cover is left out of every picture before anything else is done with it.
    """

    def __init__(self, masks: tuple[Mask, ...] = ()) -> None:
        self._masker = Masker(masks)
        self._scaler = Scaler()
        self._source_px = (0, 0)
        self._taken: list[Pixels] = []

    def take(self, frame: av.VideoFrame) -> None:
        """Take one more picture.

        Raises:
          BadInput: it has another size than those before, or a format on which the masks cannot hold.
        """
        source_px = (frame.width, frame.height)
        if self._taken and source_px != self._source_px:
            raise BadInput("the camera's pictures changed their size; take the scene again")
        picture = self._masker.apply(planes_of(frame))
        if picture is None:
            raise BadInput("the camera's format cannot be masked; set it to H.264 and take the scene again")
        self._source_px = source_px
        width_px, height_px = silhouette_size(*source_px)
        small: Pixels = np.empty((height_px, width_px, 4), np.uint8)
        self._scaler.write(picture, WHOLE, small)
        self._taken.append(small[..., :3].copy())

    def scene(self) -> Scene:
        """The median of what was taken.

        Raises:
          BadInput: too few pictures.
          RuleBroken: something moves in them.
        """
        if len(self._taken) < FRAMES_AT_LEAST:
            raise BadInput(f"a scene needs at least {FRAMES_AT_LEAST} pictures; take it again")
        taken = np.stack(self._taken)
        bgr = np.median(taken, axis=0).astype(np.uint8)
        furthest = np.maximum(taken.max(axis=0) - bgr, bgr - taken.min(axis=0)).max(axis=2)
        if np.count_nonzero(furthest > _MOVED) > _MOVED_SHARE * furthest.size:
            raise RuleBroken("something moves in the scene; take it again while it is empty and still")
        return Scene(bgr, self._source_px)


def certify_scene(frames: Iterable[av.VideoFrame], masks: tuple[Mask, ...] = ()) -> Scene:
    """The empty scene as the median of frames, what masks cover left out.

    Raises:
      BadInput: too few frames, of several sizes, or of a format on which the masks cannot hold.
      RuleBroken: something moves in them.
    """
    taker = SceneTaker(masks)
    for frame in frames:
        taker.take(frame)
    return taker.scene()


def certified(files: Sequence[bytes], digests: Sequence[str]) -> tuple[Scene, ...]:
    """The scenes among these files that the owner's terms name; a file that cannot be read counts as not there."""
    found = []
    for data in files:
        with suppress(BadInput):
            scene = Scene.from_bytes(data)
            if scene.digest in digests:
                found.append(scene)
    return tuple(found)
