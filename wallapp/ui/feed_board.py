"""What is known of every camera, looked up twice a second and told to tree, strip and health page alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, TileId
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import Phase, Reading, Truth, TruthState, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import Level
from wallapp.frames.port import LivePictures
from wallapp.services.wall_session import WallSession

PERIOD_MS = 500


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """A camera at the last look. Both None: it stands on no tile, so nothing is known.

    A truth without facts is that of a tile whose feed the pool has not begun yet.
    """

    facts: FeedFacts | None = None
    truth: Truth | None = None

    @property
    def state(self) -> TruthState | None:
        """The truth state; None where nobody watches."""
        return None if self.truth is None else self.truth.state

    @property
    def mosaic(self) -> bool:
        """Whether the picture is shown as a mosaic."""
        return self.facts is not None and self.facts.reading.level is Level.MOSAIC


NOT_WATCHED = CameraStatus()


class FeedBoard(QObject):
    """Signals: `sampled`, after every look. GUI thread."""

    sampled = Signal()

    def __init__(
        self,
        cameras: Mapping[CameraNumber, Camera],
        *,
        pictures: LivePictures,
        session: WallSession,
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cameras = cameras
        self._session = session
        self._pictures = pictures
        self._clock = clock
        self._status: dict[CameraNumber, CameraStatus] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(PERIOD_MS)
        self._timer.timeout.connect(self.sample)

    def start(self) -> None:
        """Look now and then twice a second."""
        self.sample()
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def sample(self) -> None:
        """Look at every camera once."""
        now_mono_s = self._clock.mono_s()
        on_tiles = {self._session.camera_on(TileId(tile)) for tile in self._session.tiles}
        found: dict[CameraNumber, CameraStatus] = {}
        for number, camera in self._cameras.items():
            facts = self._pictures.facts(number)
            level = self._session.level(camera)
            if facts is not None:
                # A feed knows its pictures, not how much of them this station is shown.
                reading = replace(facts.reading, level=level)
                found[number] = CameraStatus(replace(facts, reading=reading), assess(reading, now_mono_s))
            elif number in on_tiles:
                begun = Reading(Phase.CONNECTING, level)
                found[number] = CameraStatus(None, assess(begun, now_mono_s))
        self._status = found
        self.sampled.emit()

    def status(self, number: CameraNumber) -> CameraStatus:
        """Of one camera, as of the last look."""
        return self._status.get(number, NOT_WATCHED)

    def count(self, numbers: Iterable[CameraNumber]) -> Counter[TruthState]:
        """How many of these cameras are in each state; those that nobody watches are not counted."""
        states = (self.status(number).state for number in set(numbers))
        return Counter(state for state in states if state is not None)
