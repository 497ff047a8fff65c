"""What a camera adds to its picture: grain, its name, and a counter marked SIM (no clock)."""

from __future__ import annotations

import cv2
import numpy as np

from wallapp.simulation.scenes.drawing import Image

_HEIGHT_PX = 20
_SIZE = 0.45
_GRAINS = 10


class Grain:
    """Sensor noise, so that no two pictures are the same. Drawn from few fields, prepared once."""

    def __init__(self, size_px: tuple[int, int], *, strength: float, seed: int) -> None:
        random = np.random.default_rng(seed)
        shape = (size_px[1], size_px[0])
        self._fields: list[tuple[Image, Image]] = []
        for _ in range(_GRAINS):
            noise = random.normal(0, strength, shape)
            brighter, darker = np.clip(noise, 0, 40).astype(np.uint8), np.clip(-noise, 0, 40).astype(np.uint8)
            self._fields.append((cv2.merge([brighter] * 3), cv2.merge([darker] * 3)))  # type: ignore[arg-type]  # cv2's stub

    def add(self, image: Image, index: int) -> None:
        """Onto a picture of the size given, in place; the same for the same index."""
        brighter, darker = self._fields[index % _GRAINS]
        cv2.add(image, brighter, image)
        cv2.subtract(image, self._fields[(index * 7 + 3) % _GRAINS][1] if index % 2 else darker, image)


def _text(text: str) -> Image:
    """White letters with a dark rim on black, one plane of ink and one of rim stacked as channels."""
    (width, _), _ = cv2.getTextSize(text, cv2.FONT_HERSHEY_SIMPLEX, _SIZE, 1)
    ink = np.zeros((_HEIGHT_PX, width + 6, 3), np.uint8)
    cv2.putText(ink, text, (3, 14), cv2.FONT_HERSHEY_SIMPLEX, _SIZE, (255, 255, 255), 1, cv2.LINE_AA)
    return ink


class Caption:
    """The camera's name and the counter, burnt in at the bottom right. One thread."""

    def __init__(self, name: str, size_px: tuple[int, int]) -> None:
        self._digits = [_text(str(digit)) for digit in range(10)]
        self._digit_px = max(glyph.shape[1] for glyph in self._digits) - 5
        fixed_part = _text(f"{name}  SIM ")
        width = fixed_part.shape[1] + 6 * self._digit_px + 4
        self._strip: Image = np.zeros((_HEIGHT_PX, width, 3), np.uint8)
        self._strip[:, : fixed_part.shape[1]] = fixed_part
        self._start = fixed_part.shape[1] - 3
        self._place = np.s_[size_px[1] - _HEIGHT_PX - 4 : size_px[1] - 4, size_px[0] - width - 6 : size_px[0] - 6]

    def burn(self, image: Image, index: int) -> None:
        """Onto the picture, in place."""
        strip = self._strip.copy()
        for place, digit in enumerate(f"{index:06d}"):
            glyph = self._digits[int(digit)]
            left = self._start + place * self._digit_px
            part = strip[:, left : left + glyph.shape[1]]
            np.maximum(part, glyph[:, : part.shape[1]], out=part)
        here = image[self._place]
        rim = cv2.dilate(strip, np.ones((3, 3), np.uint8))
        keep = cv2.bitwise_not(cv2.convertScaleAbs(rim, alpha=0.75))
        cv2.multiply(here, keep, here, 1 / 255)
        cv2.add(here, strip, here)
