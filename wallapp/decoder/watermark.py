"""The watermark of a clear picture that was opened by a grant: who looks, where, when, and by which grant.

It is drawn into the finished picture, so it survives every zoom. Blocks of small text stand in staggered rows
so close that every part of half the picture's width and height or more holds a whole one (from about 400x270
pixels on; below that the whole picture does), and move every few seconds so that none hides a place for long.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from wallapp.decoder.planes import Pixels

Shares = NDArray[np.float64]

LINE_CHARACTERS: Final = 14
"""Longer names go on in a second line, and end there."""
MOVES_EVERY_S: Final = 4
_LETTER_PX: Final = 11
"""The smallest that can be read; larger pictures have larger letters."""
_LETTERS_PER_HEIGHT: Final = 24
_LETTERS_PER_WIDTH: Final = 32
_ROW_LETTERS: Final = 0.92
_LINE_LETTERS: Final = 7.8
_WEIGHT: Final = 600
_OUTLINE: Final = np.ones((3, 3), np.uint8)
_OPACITY: Final = 0.55
_GAP_PX: Final = 4
_GOLDEN: Final = 0.618034
"""Steps of this share of a period come near every place before they come back to one."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What is written. Names in other than Latin letters should come with the account's name in Latin ones."""

    operator: str
    station: str
    grant: str


class Block:
    """The text of one second at one size, ready to be blended: picture * kept / 255 + added."""

    def __init__(self, lines: tuple[str, ...], letter_px: int) -> None:
        face = cv2.FontFace("sans")
        row_px = int(letter_px * _ROW_LETTERS)
        canvas = np.zeros((len(lines) * row_px + 4, LINE_CHARACTERS * letter_px, 3), np.uint8)
        right_px = 0
        for index, line in enumerate(lines):
            base = (2, (index + 1) * row_px)
            end, _ = cv2.putText(canvas, line, base, (255, 255, 255), face, letter_px, weight=_WEIGHT)
            right_px = max(right_px, end[0])
        drawn = canvas[:, : right_px + 3, 0]
        width_px = min(drawn.shape[1], int(letter_px * _LINE_LETTERS))  # wide letters are drawn narrower, none left out
        drawn = np.asarray(cv2.resize(drawn, (width_px, drawn.shape[0]), interpolation=cv2.INTER_AREA), np.uint8)
        letters: Shares = drawn.astype(np.float64) / 255
        around = np.asarray(cv2.dilate(letters, _OUTLINE), np.float64)
        kept, added = 1 - _OPACITY * around, _OPACITY * letters
        opaque = np.ones_like(kept)
        self.kept = _bytes(kept, opaque)
        self.added = _bytes(added, 0 * opaque)
        self.height_px, self.width_px = letters.shape


class Watermark:
    """Draws one stamp. One thread. Attributes: block: the text of the second that was drawn last."""

    def __init__(self, stamp: Stamp) -> None:
        self.stamp = stamp
        self._made_for: tuple[datetime, int] | None = None
        self.block = Block((" ",), _LETTER_PX)

    def draw(self, target: Pixels, now_at: datetime) -> None:
        """Blend the stamp of this second into a finished picture.

        Args:
          target: (height, width, 4) uint8 BGRA, written in place.
          now_at: aware.
        """
        height_px, width_px = target.shape[:2]
        second_at = now_at.astimezone(UTC).replace(microsecond=0)
        letter_px = max(_LETTER_PX, min(height_px // _LETTERS_PER_HEIGHT, width_px // _LETTERS_PER_WIDTH))
        if self._made_for != (second_at, letter_px):
            self.block = Block(lines_of(self.stamp, second_at), letter_px)
            self._made_for = (second_at, letter_px)
        block = self.block
        moved = int(second_at.timestamp()) // MOVES_EVERY_S
        for left, top in _places((width_px, height_px), (block.width_px, block.height_px), moved):
            _blend(target, block, left, top)


def lines_of(stamp: Stamp, at: datetime) -> tuple[str, ...]:
    """The stamp at a time, in ASCII, at most two lines for the operator and one for anything else."""
    operator = folded(stamp.operator)
    names = (operator[:LINE_CHARACTERS], operator[LINE_CHARACTERS : 2 * LINE_CHARACTERS], folded(stamp.station))
    lines = (*names, f"{at:%Y-%m-%d}", f"{at:%H:%M:%SZ}", folded(stamp.grant))
    return tuple(line[:LINE_CHARACTERS] for line in lines if line)


def folded(text: str) -> str:
    """The text in printable ASCII: accents dropped, what has no Latin letter as a question mark."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return "".join(one if " " <= one <= "~" else "?" for one in plain).strip()


def _places(size_px: tuple[int, int], block_px: tuple[int, int], moved: int) -> Iterator[tuple[int, int]]:
    """Left and top of each block, some partly outside the picture."""
    across, down = (_period(size, block) for size, block in zip(size_px, block_px, strict=True))
    begin_x, begin_y = int(moved * _GOLDEN * across) % across, int(moved * _GOLDEN * _GOLDEN * down) % down
    for row, top in enumerate(range(begin_y - down, size_px[1], down)):
        shift = row % 2 * (across // 2)
        for left in range(begin_x - across - shift, size_px[0], across):
            yield left, top


def _period(size_px: int, block_px: int) -> int:
    """From one block to the next: a part as long as a block and a period holds a whole block.

    So half the picture does; where the letters are too large for that, the whole picture.
    """
    least_px, half_px = block_px + _GAP_PX, size_px // 2 - block_px
    return half_px if half_px >= least_px else max(least_px, size_px - block_px)


def _blend(target: Pixels, block: Block, left: int, top: int) -> None:
    x, y = max(0, left), max(0, top)
    part = target[y : max(0, top + block.height_px), x : max(0, left + block.width_px)]
    if part.size:
        cut = np.s_[y - top : y - top + part.shape[0], x - left : x - left + part.shape[1]]
        cv2.multiply(part, block.kept[cut], dst=part, scale=1 / 255)
        cv2.add(part, block.added[cut], dst=part)


def _bytes(colour: Shares, alpha: Shares) -> Pixels:
    bytes_of: Pixels = np.rint(np.dstack([colour, colour, colour, alpha]) * 255).astype(np.uint8)
    return bytes_of
