"""Draws the whole map for a viewport: the unmoving part from tiles, pins and names over it."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber
from wallapp.domain.map_data import MapKind
from wallapp.domain.place import Place
from wallapp.ui import theme
from wallapp.ui.map import furniture, looks
from wallapp.ui.map.model import MapModel
from wallapp.ui.map.pictures import PIN_PX, Pictures
from wallapp.ui.map.pins import Group
from wallapp.ui.map.placing import NUMBER_PX, RANK_OVER_PINS, Name, Placing, has_symbol, look_of
from wallapp.ui.map.projection import Viewport, WorldBox, WorldPoint, to_world
from wallapp.ui.map.raster import RasterGround
from wallapp.ui.map.shaped import Shaped, meets
from wallapp.ui.map.tiles import TileLayer
from wallapp.ui.map.wedges import SMALLEST_PX, chosen_wedge, wedges

_PLACINGS_KEPT: Final = 48
_MARGIN_PX: Final = 120
"""Names and pins whose middle is so far outside are not drawn."""
_SYMBOL_PX: Final = {MapKind.TRAM_STOP: 10, MapKind.INCIDENT: 24}
_SIDE_LABEL_PX: Final = 5


@dataclass(frozen=True, slots=True)
class Attention:
    """What stands out.

    Attributes:
      marked: the camera on the selected tile. picked: the one chosen on the map.
      place: what was clicked. near: the cameras nearest to it.
    """

    marked: CameraNumber | None = None
    picked: CameraNumber | None = None
    place: Place | None = None
    near: tuple[CameraNumber, ...] = ()


class MapSheet:
    """GUI thread. Follows the model; who shows it asks for a new drawing."""

    def __init__(self, model: MapModel, clock: Clock) -> None:
        self._model = model
        self._clock = clock
        self._language = "en"
        self._raster = None if model.ground.raster is None else RasterGround(model.ground.raster)
        self._ground = sorted(map(Shaped, model.ground.features), key=lambda shaped: shaped.feature.z_order)
        self._features: list[Shaped] = []
        self._points: list[Shaped] = []
        self._wedges: list[Shaped] = []
        self._locks: list[tuple[CameraNumber, bool]] = []
        self._places: list[tuple[CameraNumber, WorldPoint]] = []
        self._pictures = Pictures()
        self._placings: OrderedDict[int, Placing] = OrderedDict()
        self._below = TileLayer(self._paint_ground, clock, ground=looks.LAND)
        self._above = TileLayer(self._paint_features, clock)
        self.take_features()
        self.take_states()

    # What the model tells

    def take_features(self) -> None:
        """The features are other ones now."""
        kept = {id(shaped.feature): shaped for shaped in self._features}
        self._features = [kept.get(id(feature)) or Shaped(feature) for feature in self._model.features]
        both = [*self._ground, *self._features]
        self._points = [shaped for shaped in both if has_symbol(shaped)]
        self._placings.clear()
        self._above.outdate()

    def take_states(self) -> None:
        """Cameras' states or levels are other ones now; views are drawn anew only where a level is."""
        pins = self._model.pins
        places = [(pin.number, pin.at) for pin in pins.values()]
        if places != self._places:
            self._places = places
            self._placings.clear()
        for placing in self._placings.values():
            placing.take_states(pins)
        locks = [(pin.number, pin.locked) for pin in pins.values()]
        if locks != self._locks:
            self._locks = locks
            self._wedges = wedges(pins.values())
            self._below.outdate()

    def speak(self, language: str) -> None:
        """Write names in this language where the map has them."""
        if language != self._language:
            self._language = language
            self._placings.clear()

    # What the view asks

    def placing(self, steps: int) -> Placing:
        """What stands where at a scale; names may still be missing."""
        found = self._placings.get(steps)
        if found is None:
            named = [shaped for shaped in (*self._ground, *self._features) if shaped.feature.label]
            found = Placing(self._model.pins.values(), named, steps=steps, language=self._language)
            self._placings[steps] = found
            if len(self._placings) > _PLACINGS_KEPT:
                self._placings.popitem(last=False)
        return found

    def group_at(self, view: Viewport, x_px: float, y_px: float) -> Group | None:
        """The camera or group under a point; None where there is none."""
        reach = PIN_PX / 2 + 3
        for group in reversed(self.placing(view.steps).groups):
            x, y = view.to_px(*group.at)
            if abs(x - x_px) <= reach and abs(y - y_px) <= reach:
                return group
        return None

    def feature_at(self, view: Viewport, x_px: float, y_px: float) -> str:
        """The id of the symbol under a point; empty where there is none."""
        for shaped in reversed(self._points):
            x, y = view.to_px(*shaped.lines[0][0])
            if shaped.feature.feature_id and abs(x - x_px) <= 13 and abs(y - y_px) <= 13:
                return shaped.feature.feature_id
        return ""

    def draw(self, painter: QPainter, view: Viewport, attention: Attention, *, until_mono_s: float) -> bool:
        """Draw everything.

        Args:
          until_mono_s: when to stop making tiles and names that are missing.

        Returns:
          False where something is still missing or old: draw again soon.
        """

        def has_time() -> bool:
            return self._clock.mono_s() < until_mono_s

        self._pictures.begin(painter, has_time)
        placing = self.placing(view.steps)
        if not placing.is_complete:
            placing.go_on(has_time)
        below = self._below.draw(painter, view, until_mono_s=until_mono_s)
        complete = below.is_complete
        if self._features:
            # One tile is made in any case, so that it goes on however slow the machine is; but one of both layers.
            above = self._above.draw(painter, view, until_mono_s=until_mono_s, at_least=0 if below.made else 1)
            complete = complete and above.is_complete
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_chosen_view(painter, view, attention)
        self._draw_place(painter, view, attention)
        self._draw_names_and_pins(painter, view, attention)
        furniture.draw(painter, view, attribution=self._model.ground.attribution)
        return complete and placing.is_complete and not self._pictures.has_missed

    # Tiles

    def _paint_ground(self, painter: QPainter, box: WorldBox, steps: int) -> None:
        if self._raster is not None:
            self._raster.paint(painter, box, steps)
        self._paint(self._ground, painter, box, steps, least_px=0.0)
        self._paint(self._wedges, painter, box, steps, least_px=SMALLEST_PX)

    def _paint_features(self, painter: QPainter, box: WorldBox, steps: int) -> None:
        self._paint(self._features, painter, box, steps, least_px=0.0)

    def _paint(
        self, shapes: Sequence[Shaped], painter: QPainter, box: WorldBox, steps: int, *, least_px: float
    ) -> None:
        view = Viewport((box[0] + box[2]) / 2, (box[1] + box[3]) / 2, steps)
        scale, metres_per_px = view.scale, view.metres_per_px
        wide = 40.0 / metres_per_px / scale + 4.0 / scale  # the half of the widest street, and a line's
        around = (box[0] - wide, box[1] - wide, box[2] + wide, box[3] + wide)
        for shaped in shapes:
            if meets(shaped.box, around) and shaped.extent * scale >= least_px:
                shaped.draw(painter, box[0], box[1], steps, metres_per_px)

    # Over the tiles

    def _draw_chosen_view(self, painter: QPainter, view: Viewport, attention: Attention) -> None:
        for number in dict.fromkeys((attention.marked, attention.picked)):
            pin = None if number is None else self._model.pins.get(number)
            for shaped in [] if pin is None else chosen_wedge(pin.camera, self._model.gaze_of(pin.number)):
                if shaped.extent * view.scale >= SMALLEST_PX:
                    shaped.draw(painter, view.box[0], view.box[1], view.steps, view.metres_per_px)

    def _draw_place(self, painter: QPainter, view: Viewport, attention: Attention) -> None:
        if attention.place is None:
            return
        here = QPointF(*view.to_px(*to_world(attention.place)))
        painter.setPen(QPen(QColor(theme.TEXT_QUIET), 1.2, Qt.PenStyle.DotLine))
        for number in attention.near:
            pin = self._model.pins.get(number)
            if pin is not None:
                painter.drawLine(here, QPointF(*view.to_px(*pin.at)))
        furniture.draw_cross(painter, here)

    def _draw_names_and_pins(self, painter: QPainter, view: Viewport, attention: Attention) -> None:
        """From the ground up: its names and symbols, cameras, and what others put there, which nothing covers."""
        placing = self.placing(view.steps)
        self._draw_names(painter, view, [name for name in placing.names if name.look.rank > RANK_OVER_PINS])
        self._draw_symbols(painter, view, [shaped for shaped in self._points if not _is_over_pins(shaped)])
        stand_out = {attention.marked, attention.picked} - {None}
        chosen: list[tuple[Group, QPointF]] = []
        spot = _spotter(view)
        for group in placing.groups:
            if (at := spot(group.pins[0].at)) is not None:
                self._draw_group(painter, group, at, placing.numbered)
                if not stand_out.isdisjoint(group.numbers):
                    chosen.append((group, at))
        self._draw_symbols(painter, view, [shaped for shaped in self._points if _is_over_pins(shaped)])
        self._draw_names(painter, view, [name for name in placing.names if name.look.rank <= RANK_OVER_PINS])
        for group, at in chosen:
            self._draw_chosen(painter, group, at, attention)

    def _draw_names(self, painter: QPainter, view: Viewport, names: Sequence[Name]) -> None:
        spot = _spotter(view)
        for name in names:
            if (at := spot(name.at)) is not None:
                look = name.look
                image = self._pictures.name_in_time(
                    name.text, look.colour, look.size_px, bold=look.bold, turn_deg=name.turn_deg
                )
                if image is not None:
                    _stamp(painter, image, at.x(), at.y() + name.down_px)

    def _draw_symbols(self, painter: QPainter, view: Viewport, points: Sequence[Shaped]) -> None:
        spot = _spotter(view)
        for shaped in points:
            if (at := spot(shaped.lines[0][0])) is not None:
                style = shaped.style
                size_px = _SYMBOL_PX.get(shaped.feature.kind, 18)
                image = self._pictures.symbol(style.symbol, style.fill or style.stroke, size_px)
                _stamp(painter, image, at.x(), at.y())

    def _draw_group(self, painter: QPainter, group: Group, at: QPointF, numbered: AbstractSet[CameraNumber]) -> None:
        pin = group.only
        if pin is None:
            _stamp(painter, self._pictures.group(group), at.x(), at.y())
            return
        painter.drawImage(QPointF(at.x() - PIN_PX / 2, at.y() - PIN_PX / 2), self._pictures.pin(pin))
        if pin.number in numbered:
            image = self._pictures.name_in_time(str(pin.number), theme.TEXT, NUMBER_PX, bold=True, turn_deg=0.0)
            if image is not None:
                _beside(painter, image, at)

    def _draw_chosen(self, painter: QPainter, group: Group, at: QPointF, attention: Attention) -> None:
        """A ring about what stands out, full for the selected tile's camera, dashed for the map's own choice."""
        picked = group.holds(attention.picked)
        reach = PIN_PX / 2 + 4
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if group.holds(attention.marked):
            painter.setPen(QPen(QColor(theme.SELECTION), 2.5))
            painter.drawEllipse(at, reach, reach)
        if picked:
            painter.setPen(QPen(QColor(theme.SELECTION), 1.5, Qt.PenStyle.DashLine))
            painter.drawEllipse(at, reach + 4, reach + 4)
        shown = attention.picked if picked else attention.marked
        pin = next((pin for pin in group.pins if pin.number == shown), None)
        if pin is not None:
            text = f"{pin.number} {pin.camera.name}"
            _beside(painter, self._pictures.name(text, theme.TEXT_STRONG, 13, bold=True), at, aside=reach + 2)


def _is_over_pins(shaped: Shaped) -> bool:
    return look_of(shaped.feature).rank <= RANK_OVER_PINS


def _spotter(view: Viewport) -> Callable[[WorldPoint], QPointF | None]:
    """Tells where a point of the world is shown, None where that is too far outside; asked thousands of times."""
    scale = view.scale
    left, top = view.u - view.width_px / 2 / scale, view.v - view.height_px / 2 / scale
    most_x, most_y = view.width_px + _MARGIN_PX, view.height_px + _MARGIN_PX

    def spot(at: WorldPoint) -> QPointF | None:
        x, y = (at[0] - left) * scale, (at[1] - top) * scale
        return QPointF(x, y) if -_MARGIN_PX < x < most_x and -_MARGIN_PX < y < most_y else None

    return spot


def _stamp(painter: QPainter, image: QImage, x: float, y: float) -> None:
    """Draw a small picture about its middle, on whole pixels so that its letters stay sharp."""
    size = image.deviceIndependentSize()
    painter.drawImage(QPointF(round(x - size.width() / 2), round(y - size.height() / 2)), image)


def _beside(painter: QPainter, image: QImage, at: QPointF, *, aside: float = PIN_PX / 2 + _SIDE_LABEL_PX) -> None:
    """Draw a name to the right of a pin; the map reads from the left in every language."""
    painter.drawImage(
        QPointF(round(at.x() + aside - 4), round(at.y() - image.deviceIndependentSize().height() / 2)), image
    )
