"""Which cameras the layers concern, worked out away from the window's thread; only those that the person may know of
are ever named."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from wallapp.base.ids import CameraNumber, LayerId
from wallapp.domain.affected import Frame, affects, comes_near, frame_of, has_area
from wallapp.domain.camera import Camera, CameraKind
from wallapp.domain.layer import CrisisLayer, LayerFeature
from wallapp.domain.marker import ImageAnchor
from wallapp.domain.sight import Gaze
from wallapp.ui.access.asking import ask
from wallapp.ui.crisis.board import SituationBoard

LOOK_EVERY_MS: Final = 1_500
"""A camera that turns is asked so often where it looks."""


@dataclass(frozen=True, slots=True)
class _Turned:
    """A camera that does not look as it was registered, or may not."""

    camera: Camera
    gaze: Gaze | None
    looks_so: bool


_Drawings = tuple[LayerFeature, ...]
_Found = Mapping[LayerId, tuple[CameraNumber, ...]]


class ConcernedCameras(QObject):
    """GUI thread.

    Signals: `changed`: other cameras are known to be concerned.
    """

    changed = Signal()

    def __init__(self, board: SituationBoard, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._drawn: dict[LayerId, _Drawings] = {}
        self._still: dict[LayerId, tuple[_Drawings, tuple[CameraNumber, ...]]] = {}
        self._turning: dict[LayerId, tuple[CameraNumber, ...]] = {}
        self._turned: tuple[_Turned, ...] = ()
        self._is_counting = False
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._work)

    def of(self, layer: LayerId) -> Sequence[CameraNumber] | None:
        """By number; None until it is worked out, and of a layer without an area."""
        if layer not in self._still:
            return None
        return sorted({*self._still[layer][1], *self._turning.get(layer, ())})

    def follow(self, layers: Iterable[CrisisLayer]) -> None:
        """These are the layers now."""
        self._drawn = {
            layer.id: layer.features for layer in layers if any(has_area(feature) for feature in layer.features)
        }
        for kept in (self._still, self._turning):
            for gone in kept.keys() - self._drawn.keys():
                del kept[gone]
        if self._drawn:
            self._timer.start()
        else:
            self._timer.stop()
        self._work()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _work(self) -> None:
        if self._is_counting:
            return
        fresh = {
            layer: drawings for layer, drawings in self._drawn.items() if self._still.get(layer, ((),))[0] != drawings
        }
        turned = self._now_turned()
        if not fresh and turned == self._turned:
            return
        self._is_counting = True
        self._turned = turned
        moved = {each.camera.number for each in turned}
        rooms, drawn = self._board.rooms, dict(self._drawn)
        still = tuple(_Turned(camera, None, True) for number, camera in rooms.cameras.items() if number not in moved)

        def counted(found: tuple[_Found, _Found]) -> None:
            self._is_counting = False
            before = {layer: self.of(layer) for layer in self._drawn}
            by_still, by_turning = found
            self._still.update({layer: (fresh[layer], numbers) for layer, numbers in by_still.items()})
            self._turning.update(by_turning)
            if any(self.of(layer) != numbers for layer, numbers in before.items()):
                self.changed.emit()
            self._work()

        def failed(_error: object) -> None:
            self._is_counting = False

        ask(
            rooms.clerk,
            self,
            lambda: (_concerned(fresh, still), _concerned(drawn, turned)),
            then=counted,
            failed=failed,
        )

    def _now_turned(self) -> tuple[_Turned, ...]:
        """Those of which the register does not say where they look: they turn, or were moved away from their marks."""
        rooms, found = self._board.rooms, []
        marked = {marker.anchor.camera for marker in self._board.markers() if isinstance(marker.anchor, ImageAnchor)}
        for number, camera in rooms.cameras.items():
            has_left = number in marked and rooms.views.has_left(number)
            if camera.kind is not CameraKind.FIXED or has_left:
                gaze = self._board.gaze_of(number)
                found.append(_Turned(camera, gaze, gaze is not None or not has_left))
        return tuple(found)


def _concerned(drawn: Mapping[LayerId, _Drawings], cameras: Sequence[_Turned]) -> _Found:
    """By layer; the clerk's thread."""
    found: dict[LayerId, tuple[CameraNumber, ...]] = {}
    for layer, drawings in drawn.items():
        framed = [(frame, feature) for feature in drawings if (frame := frame_of(feature)) is not None]
        found[layer] = tuple(one.camera.number for one in cameras if any(_is_met(one, *pair) for pair in framed))
    return found


def _is_met(one: _Turned, frame: Frame, feature: LayerFeature) -> bool:
    return comes_near(frame, one.camera) and affects(feature, one.camera, gaze=one.gaze, looks_so=one.looks_so)
