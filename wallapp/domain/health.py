"""What is known of a camera's feed, for tiles, tree and health page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import StreamName
from wallapp.domain.feed_state import Reading


@dataclass(frozen=True, slots=True)
class FeedFacts:
    """One feed at one moment; a value, safe to keep.

    Attributes:
      reading: what `feed_state.assess` needs.
      codec: as FFmpeg names it, e.g. "h264"; empty before the first opening.
      source_px: (width, height); (0, 0) before the first opening.
      source_fps: measured frames a second; 0 where not known.
      decoder: number of the decoder process, from 1; 0 where none has it.
      decoded: frames since the console began to want this feed, over all attempts.
      reconnects: openings after the first.
      reconnects_hour, stalls_hour: in the last 60 minutes; a stall is a silence over max(2 intervals, 2 s).
      down_since_at: since when no good picture came; None while it is good.
      detail: the library's words on the last failure, redacted; for the health page, may be empty.
    """

    camera: CameraNumber
    stream: StreamName
    reading: Reading
    codec: str = ""
    source_px: tuple[int, int] = (0, 0)
    source_fps: float = 0.0
    decoder: int = 0
    decoded: int = 0
    reconnects: int = 0
    reconnects_hour: int = 0
    stalls_hour: int = 0
    down_since_at: datetime | None = None
    detail: str = ""
