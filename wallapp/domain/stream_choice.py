"""Which of a camera's streams a tile takes (DESIGN 5): by height, with hysteresis, never in haste.

The thresholds are those of a maker whose walls run in the field (240 px / 1.4, and 1.34 times that).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from wallapp.domain.camera import StreamName
from wallapp.domain.view import Crop

SUB_UNDER_PX: Final = 171
MAIN_OVER_PX: Final = 229
SMALL_FOR_S: Final = 1.0
SWITCH_EVERY_S: Final = 1.0
_FIRST_MAIN_FROM_PX: Final = (SUB_UNDER_PX + MAIN_OVER_PX) // 2

_INSTEAD = {
    StreamName.MAIN: (StreamName.SUB, StreamName.OVERVIEW),
    StreamName.SUB: (StreamName.MAIN, StreamName.OVERVIEW),
    StreamName.OVERVIEW: (StreamName.SUB, StreamName.MAIN),
}


@dataclass(frozen=True, slots=True)
class StreamChoice:
    """A tile's stream and what the next choice must know.

    Attributes:
      switched_mono_s: when this stream was taken.
      small_since_mono_s: since when the tile is under the lower bound; None while it is not.
    """

    stream: StreamName
    switched_mono_s: float
    small_since_mono_s: float | None = None


def effective_height_px(height_px: int, crop: Crop) -> int:
    """How tall the whole picture would be at the tile's scale: a zoomed tile needs more of the source."""
    return round(height_px / (crop.bottom - crop.top))


def choose(
    before: StreamChoice | None,
    height_px: int,
    *,
    streams: Collection[StreamName],
    pin: StreamName | None,
    now_mono_s: float,
) -> StreamChoice:
    """The stream to show now. Pure.

    Args:
      before: the last answer for this tile and camera; None for the first.
      height_px: effective height, device pixels.
      streams: that the camera has; at least one.
      pin: the operator's choice; taken at once, and kept while the camera has that stream.

    Raises:
      ValueError: the camera has no stream.
    """
    if not streams:
        raise ValueError("a camera without a stream cannot be shown")
    small_since = None
    if height_px < SUB_UNDER_PX:
        small_since = now_mono_s if before is None or before.small_since_mono_s is None else before.small_since_mono_s
    if pin is not None and pin in streams:
        return _to(pin, before, small_since, now_mono_s)
    if before is None or before.stream not in streams:
        first = StreamName.MAIN if height_px >= _FIRST_MAIN_FROM_PX else StreamName.SUB
        return _to(_existing(first, streams), before, small_since, now_mono_s)
    wanted = before.stream
    if before.stream is StreamName.OVERVIEW:
        # Only a pin or a lack leads here; leave it for a proper stream once there is one.
        wanted = StreamName.MAIN if height_px >= _FIRST_MAIN_FROM_PX else StreamName.SUB
    elif height_px > MAIN_OVER_PX:
        wanted = StreamName.MAIN
    elif small_since is not None and now_mono_s - small_since >= SMALL_FOR_S:
        wanted = StreamName.SUB
    wanted = _existing(wanted, streams)
    if wanted is not before.stream and now_mono_s - before.switched_mono_s < SWITCH_EVERY_S:
        wanted = before.stream
    return _to(wanted, before, small_since, now_mono_s)


def _existing(wanted: StreamName, streams: Collection[StreamName]) -> StreamName:
    return next(stream for stream in (wanted, *_INSTEAD[wanted]) if stream in streams)


def _to(
    stream: StreamName, before: StreamChoice | None, small_since_mono_s: float | None, now_mono_s: float
) -> StreamChoice:
    same = before is not None and before.stream is stream
    switched = before.switched_mono_s if before is not None and same else now_mono_s
    return StreamChoice(stream, switched, small_since_mono_s)
