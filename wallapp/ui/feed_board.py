"""What is known of every camera, looked up twice a second and told to tree, strip and health page alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.feed_state import Truth, TruthState, assess
from wallapp.domain.health import FeedFacts
from wallapp.domain.view import Level
from wallapp.frames.port import LivePictures

PERIOD_MS = 500


@dataclass(frozen=True, slots=True)
class CameraStatus:
    """A camera at the last look. `facts` and `truth` are None together: on no tile, so nothing is known."""

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
        clock: Clock,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._cameras = cameras
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
        found: dict[CameraNumber, CameraStatus] = {}
        for number in self._cameras:
            facts = self._pictures.facts(number)
            if facts is not None:
                found[number] = CameraStatus(facts, assess(facts.reading, now_mono_s))
        self._status = found
        self.sampled.emit()

    def status(self, number: CameraNumber) -> CameraStatus:
        """Of one camera, as of the last look."""
        return self._status.get(number, NOT_WATCHED)

    def count(self, numbers: Iterable[CameraNumber]) -> Counter[TruthState]:
        """How many of these cameras are in each state; those that nobody watches are not counted."""
        states = (self.status(number).state for number in set(numbers))
        return Counter(state for state in states if state is not None)
