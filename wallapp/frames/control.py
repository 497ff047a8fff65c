"""What the console and a decoder say to each other: one JSON object a line, over the child's own pipes.

Orders are declarative: each message holds all that is wanted, so that one that was overtaken does no harm.
They hold credentials; neither side may log them.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field
from typing import Any

from wallapp.domain.camera import Transport
from wallapp.domain.feed_state import Cause
from wallapp.domain.view import WHOLE, Crop, Level
from wallapp.frames.slot import SlotPlace


@dataclass(frozen=True, slots=True)
class Output:
    """One picture size of a feed. `level` says what may be written; a slot never changes its level."""

    place: SlotPlace
    level: Level
    crop: Crop = WHOLE


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a feed may cost; passing one ends its attempt with a cause.

    Attributes:
      open_s: for the whole opening, first frame included.
      silent_s: without a decoded frame.
      pixels: of one picture.
      bytes_per_s: received, over five seconds.
      frames_per_s: decoded, over five seconds; more means timestamps or a camera gone wild.
    """

    open_s: float = 10.0
    silent_s: float = 6.0
    pixels: int = 8192 * 4608
    bytes_per_s: int = 12_500_000
    frames_per_s: float = 130.0


@dataclass(frozen=True, slots=True)
class FeedOrder:
    """One feed to be kept open. A new `attempt` asks for a new connection; the decoder never retries itself.

    Attributes:
      row: of the feed's meter; identifies the feed in this decoder.
      user, password: for the camera; empty where it asks for none.
      ca_file: certificates to trust for TLS; empty for the system's. FFmpeg takes one file, so over RTSPS it
        stands in place of the system's; over HTTPS beside them.
    """

    row: int
    attempt: int
    address: str
    outputs: tuple[Output, ...]
    transport: Transport = Transport.TCP
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    ca_file: str = ""
    bounds: Bounds = Bounds()


@dataclass(frozen=True, slots=True)
class Orders:
    """Everything that is wanted of one decoder from now on."""

    revision: int
    feeds: tuple[FeedOrder, ...]


@dataclass(frozen=True, slots=True)
class Ready:
    """The decoder runs."""

    pid: int


@dataclass(frozen=True, slots=True)
class Applied:
    """Orders up to this revision hold; slots that they no longer name are not written any more."""

    revision: int


@dataclass(frozen=True, slots=True)
class Opened:
    """A feed's first frame was decoded, or its size or codec changed."""

    row: int
    attempt: int
    codec: str
    width_px: int
    height_px: int
    fps: float


@dataclass(frozen=True, slots=True)
class Ended:
    """An attempt is over. `detail` is for the log and the health page; redacted."""

    row: int
    attempt: int
    cause: Cause
    detail: str


Report = Ready | Applied | Opened | Ended
_REPORTS: dict[str, type[Report]] = {kind.__name__: kind for kind in (Ready, Applied, Opened, Ended)}


def encode_orders(orders: Orders) -> bytes:
    """One line, newline included."""
    return json.dumps(asdict(orders), separators=(",", ":")).encode() + b"\n"


def decode_orders(line: bytes) -> Orders:
    """The inverse of `encode_orders`.

    Raises:
      ValueError, KeyError, TypeError: the line is not one; both sides are ours, so this is a bug.
    """
    data = json.loads(line)
    return Orders(data["revision"], tuple(_feed_order(feed) for feed in data["feeds"]))


def _feed_order(data: dict[str, Any]) -> FeedOrder:
    outputs = tuple(
        Output(SlotPlace(**out["place"]), Level(out["level"]), Crop(**out["crop"])) for out in data["outputs"]
    )
    changed = {"outputs": outputs, "transport": Transport(data["transport"]), "bounds": Bounds(**data["bounds"])}
    return FeedOrder(**{**data, **changed})


def encode_report(report: Report) -> bytes:
    """One line, newline included."""
    return json.dumps({"kind": type(report).__name__, **asdict(report)}, separators=(",", ":")).encode() + b"\n"


def decode_report(line: bytes) -> Report:
    """The inverse of `encode_report`.

    Raises:
      ValueError, KeyError, TypeError: the line is no report; a decoder that writes such is to be replaced.
    """
    data = json.loads(line)
    kind = _REPORTS[data.pop("kind")]
    if kind is Ended:
        data["cause"] = Cause(data["cause"])
    return kind(**data)
