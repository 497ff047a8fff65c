"""What is on the map: its ground, the cameras with their states, and the features that others put there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QObject, Signal

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.domain.map_data import MapFeature, NearCamera, nearest_cameras, places_of
from wallapp.domain.place import Place
from wallapp.domain.sight import Gaze
from wallapp.ui.feed_board import FeedBoard
from wallapp.ui.map.pins import Pin, level_of, pin_of
from wallapp.ui.map.projection import WorldBox, box_of, to_world
from wallapp.ui.map.raster import RasterTiles

NEAREST: Final = 5


@dataclass(frozen=True, slots=True)
class MapGround:
    """What lies under everything: a raster file where the station has one, else features.

    Attributes:
      attribution: whose map it is, shown in a corner; empty where nothing has to be said.
    """

    features: tuple[MapFeature, ...] = ()
    raster: RasterTiles | None = None
    attribution: str = ""


NO_GROUND: Final = MapGround()


class MapModel(QObject):
    """Signals: `features_changed`; `states_changed`: a camera has another state or level; `gaze_changed`: one that
    turns looks elsewhere. GUI thread.

    Attributes:
      gaze_of: where a camera looks now, for those that tell.
    """

    features_changed = Signal()
    states_changed = Signal()
    gaze_changed = Signal()

    def __init__(
        self,
        cameras: Mapping[CameraNumber, Camera],
        *,
        board: FeedBoard,
        ground: MapGround = NO_GROUND,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.ground = ground
        self.gaze_of: Callable[[CameraNumber], Gaze | None] = lambda number: None
        self._cameras = cameras
        self._board = board
        self._sources: dict[str, tuple[MapFeature, ...]] = {}
        pins = (pin_of(cameras[number]) for number in sorted(cameras))
        self._pins = {pin.number: pin for pin in pins if pin is not None}
        self._look()
        board.sampled.connect(self._look)

    # What others put on the map

    def set_features(self, source: str, features: Iterable[MapFeature]) -> None:
        """Show these in place of what the same source showed; nothing else goes away.

        Args:
          source: who shows them, such as "layers" or "incidents".
        """
        shown = tuple(features)
        if shown != self._sources.get(source, ()):
            self._sources[source] = shown
            self.features_changed.emit()

    @property
    def features(self) -> Sequence[MapFeature]:
        """All that the sources show, in the order of drawing."""
        found = [feature for features in self._sources.values() for feature in features]
        return sorted(found, key=lambda feature: feature.z_order)

    # The cameras

    @property
    def pins(self) -> Mapping[CameraNumber, Pin]:
        """The cameras that have a place, by number."""
        return self._pins

    @property
    def without_place(self) -> int:
        """How many cameras are missing on the map because the register does not say where they stand."""
        return len(self._cameras) - len(self._pins)

    def nearest(self, place: Place, count: int = NEAREST) -> list[NearCamera]:
        """The cameras nearest to a place, those that see it first."""
        return nearest_cameras((pin.camera for pin in self._pins.values()), place, count=count)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all to show."""
        ground = self.ground
        return not (self._pins or any(self._sources.values()) or ground.features or ground.raster is not None)

    def box(self) -> WorldBox | None:
        """The frame of all cameras and features, else of the ground; None where there is nothing at all."""
        points = [pin.at for pin in self._pins.values()]
        points += [to_world(place) for feature in self.features for place in places_of(feature.geometry)]
        ground = (to_world(place) for feature in self.ground.features for place in places_of(feature.geometry))
        return box_of(points) or box_of(ground)

    def _look(self) -> None:
        """Take the states of the board's last look; twice a second, so only what changed is made anew."""
        changed = {}
        for number, pin in self._pins.items():
            status = self._board.status(number)
            level = level_of(pin.camera, status)
            if status.state is not pin.state or level is not pin.level:
                changed[number] = replace(pin, state=status.state, level=level)
        if changed:
            self._pins = {**self._pins, **changed}
            self.states_changed.emit()
