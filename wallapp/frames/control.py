"""What the console and a decoder say to each other: one JSON object a line, over the child's own pipes.

Orders are declarative: each message holds all that is wanted, so that one that was overtaken does no harm. Only what
is said of remembered views and of empty scenes is sent once, as it happens: the next pictures are meant, no later ones.
They hold credentials; neither side may log them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import msgspec

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Sensitivity, Transport
from wallapp.domain.feed_state import Cause
from wallapp.domain.lease import Lease
from wallapp.domain.scene_file import SceneRefusal
from wallapp.domain.view import WHOLE, Crop, Level
from wallapp.domain.view_state import ViewId, ViewReport
from wallapp.domain.warrant import TrustDocuments
from wallapp.frames.slot import SlotPlace

NO_CAMERA: Final = CameraNumber(0)
"""A feed that is no camera's: a self-test's."""


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
      camera, sensitivity: as the register says; the owner's signed policy, where there is one, stands above it.
      lease: opens the camera clear while it lasts, if the decoder finds its warrant good.
      turns: whether the camera is a PTZ.
      user, password: for the camera; empty where it asks for none.
      ca_file: certificates to trust for TLS; empty for the system's. FFmpeg takes one file, so over RTSPS it
        stands in place of the system's; over HTTPS beside them.
    """

    row: int
    attempt: int
    address: str
    outputs: tuple[Output, ...]
    camera: CameraNumber = NO_CAMERA
    sensitivity: Sensitivity = Sensitivity.PROTECTED
    lease: Lease | None = None
    turns: bool = False
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
class Trust:
    """What the decoder is given to believe; whether it does is its own affair. Sent when it changes."""

    documents: TrustDocuments


@dataclass(frozen=True, slots=True)
class SceneFiles:
    """All certified empty scenes of a camera; those count that the owner's policy names. Sent when they change."""

    camera: CameraNumber
    files: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Certify:
    """Take the camera's empty scene, one of each of its streams that is open. Answered with as many `Certified`."""

    camera: CameraNumber
    seconds: float


@dataclass(frozen=True, slots=True)
class RememberView:
    """Remember the camera's next picture as this view."""

    camera: CameraNumber
    view: ViewId


@dataclass(frozen=True, slots=True)
class RestoreView:
    """Look out for a view that was remembered before; `signature` is what `ViewKept` brought."""

    camera: CameraNumber
    view: ViewId
    signature: bytes


@dataclass(frozen=True, slots=True)
class ForgetView:
    """Nothing is marked in this view any more."""

    camera: CameraNumber
    view: ViewId


@dataclass(frozen=True, slots=True)
class CameraMoved:
    """We move the camera. `revision`: the console's count of its moves; `going_on`: it moves until the next."""

    camera: CameraNumber
    revision: int
    going_on: bool = False


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


@dataclass(frozen=True, slots=True)
class Enforced:
    """What the decoder lets out of a feed from now on.

    Attributes:
      grant: the grant that opens it; empty where no lease does.
      refused: why a lease that was given opens nothing; empty where it does or there is none.
    """

    row: int
    attempt: int
    level: Level
    grant: str
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Believed:
    """The trust documents were read: the list's version, or why they are not believed."""

    version: int
    refused: str = ""


@dataclass(frozen=True, slots=True)
class Viewed:
    """What a camera's pictures say of a remembered view; no pixel of it."""

    camera: CameraNumber
    report: ViewReport


@dataclass(frozen=True, slots=True)
class ViewKept:
    """A view was remembered. Its signature shows the picture in small: sent for cameras that anybody may see clear."""

    camera: CameraNumber
    view: ViewId
    signature: bytes


@dataclass(frozen=True, slots=True)
class Certified:
    """A camera's empty scene: small, masked, without a person's stamp; for its owner to look at.

    Attributes:
      scene: the file; empty where none was taken.
      refused: why none was.
    """

    camera: CameraNumber
    scene: bytes = field(default=b"", repr=False)
    digest: str = ""
    refused: SceneRefusal | None = None


ViewOrder = RememberView | RestoreView | ForgetView | CameraMoved
SceneOrder = SceneFiles | Certify
Order = Orders | Trust | ViewOrder | SceneOrder
Report = Ready | Applied | Opened | Ended | Enforced | Believed | Viewed | ViewKept | Certified
_ORDERS: dict[str, type[Order]] = {
    kind.__name__: kind
    for kind in (Orders, Trust, RememberView, RestoreView, ForgetView, CameraMoved, SceneFiles, Certify)
}
_REPORTS: dict[str, type[Report]] = {
    kind.__name__: kind for kind in (Ready, Applied, Opened, Ended, Enforced, Believed, Viewed, ViewKept, Certified)
}


class _Line(msgspec.Struct):
    """A message on its way: which kind, and the rest unread."""

    kind: str
    value: msgspec.Raw


def encode(message: Order | Report) -> bytes:
    """One line, newline included."""
    return msgspec.json.encode({"kind": type(message).__name__, "value": message}) + b"\n"


def decode_order(line: bytes) -> Order:
    """The inverse of `encode`, in the decoder.

    Raises:
      ValueError, KeyError: the line is none; both sides are ours, so this is a bug.
    """
    read = msgspec.json.decode(line, type=_Line)
    return msgspec.json.decode(read.value, type=_ORDERS[read.kind])


def decode_report(line: bytes) -> Report:
    """The inverse of `encode`, in the console.

    Raises:
      ValueError, KeyError: the line is no report; a decoder that writes such is to be replaced.
    """
    read = msgspec.json.decode(line, type=_Line)
    return msgspec.json.decode(read.value, type=_REPORTS[read.kind])
