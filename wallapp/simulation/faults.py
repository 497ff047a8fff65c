"""What can go wrong with a camera, on command."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """How one path of the RTSP server misbehaves.

    A self-signed certificate is no member: it belongs to the server and not to a path.
    """

    NEVER_ANSWERS = "never_answers"
    """Takes the connection and the request, and is silent."""
    UNAUTHORISED = "unauthorised"
    """401 whatever the client proves."""
    NOT_FOUND = "not_found"
    SILENT_AFTER_PLAY = "silent_after_play"
    """Answers up to PLAY, then sends nothing and answers nothing."""
    RTCP_ONLY = "rtcp_only"
    """The server lives and its encoder is dead: sender reports and replies, no video."""
    GARBAGE = "garbage"
    """Random bytes where framed packets should be."""
    SIZE_CHANGE = "size_change"
    """Another picture size in the same stream, its parameter sets in band."""
    CODEC_CHANGE = "codec_change"
    """H.265 under the payload type described as H.264."""
    CODEC_CHANGE_ANNOUNCED = "codec_change_announced"
    """The connection is cut and the next description says H.265: what a reconfigured camera does."""
    HUGE_PICTURE = "huge_picture"
    """Parameter sets that announce 30000 x 30000 pixels, more than FFmpeg takes."""
    LARGE_PICTURE = "large_picture"
    """Parameter sets that announce 12000 x 12000 pixels, which FFmpeg takes: half a gigabyte for a few pictures."""
    JUMPING_TIMESTAMPS = "jumping_timestamps"
    """An hour forth, half an hour back, every two seconds."""
    DOUBLE_CLOCK = "double_clock"
    """From the fault on timestamps run at twice real time."""
    FROZEN_PICTURE = "frozen_picture"
    """The same picture again and again, its timestamps going on."""
    CUT = "cut"
    """The connection is closed without a word."""


BEFORE_PLAY = frozenset({Fault.NEVER_ANSWERS, Fault.UNAUTHORISED, Fault.NOT_FOUND})
"""These show at a request; connections that play already are closed when one is set."""


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """A fault and when it shows: `after_s` of good video, counted from PLAY or from when it was set."""

    fault: Fault
    after_s: float
    set_mono_s: float
