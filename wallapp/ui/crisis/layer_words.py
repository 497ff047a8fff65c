"""What layers are called, in the reader's language, and the shapes of their kinds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QLocale, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtWidgets import QWidget

from wallapp.base.ids import CameraNumber
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import CrisisLayer, LayerFeature, LayerKind, LayerSource, LayerState
from wallapp.domain.layer_looks import LAYER_COLOURS
from wallapp.ui.access.words import roles_words
from wallapp.ui.crisis.drawing_sketch import Sketch, Tool, sketch_of
from wallapp.ui.map.furniture import distance_words
from wallapp.ui.top_strip import local_time

MARK_PX: Final = 16
CAMERAS_MOST: Final = 8

KINDS: Final[Mapping[LayerKind, object]] = {
    LayerKind.PERIMETER: QT_TRANSLATE_NOOP("Layers", "Perimeter"),
    LayerKind.EVACUATION: QT_TRANSLATE_NOOP("Layers", "Evacuation"),
    LayerKind.ROUTE: QT_TRANSLATE_NOOP("Layers", "Route"),
    LayerKind.STAGING: QT_TRANSLATE_NOOP("Layers", "Staging area"),
    LayerKind.HAZARD: QT_TRANSLATE_NOOP("Layers", "Hazard"),
    LayerKind.RESOURCE: QT_TRANSLATE_NOOP("Layers", "Resource"),
    LayerKind.FREE: QT_TRANSLATE_NOOP("Layers", "Free drawing"),
    LayerKind.IMPORTED: QT_TRANSLATE_NOOP("Layers", "Taken in"),
}
TOOLS: Final[Mapping[Tool, object]] = {
    Tool.AREA: QT_TRANSLATE_NOOP("Layers", "Area"),
    Tool.LINE: QT_TRANSLATE_NOOP("Layers", "Line"),
    Tool.POINT: QT_TRANSLATE_NOOP("Layers", "Point"),
    Tool.TEXT: QT_TRANSLATE_NOOP("Layers", "Text"),
    Tool.CIRCLE: QT_TRANSLATE_NOOP("Layers", "Circle"),
    Tool.RECTANGLE: QT_TRANSLATE_NOOP("Layers", "Rectangle"),
}
USUAL_TOOL: Final[Mapping[LayerKind, Tool]] = {
    LayerKind.PERIMETER: Tool.AREA,
    LayerKind.EVACUATION: Tool.AREA,
    LayerKind.ROUTE: Tool.LINE,
    LayerKind.STAGING: Tool.AREA,
    LayerKind.HAZARD: Tool.AREA,
    LayerKind.RESOURCE: Tool.POINT,
    LayerKind.FREE: Tool.LINE,
    LayerKind.IMPORTED: Tool.AREA,
}


def kind_word(kind: LayerKind) -> str:
    """The kind's name."""
    return QCoreApplication.translate("Layers", str(KINDS[kind]))


def tool_word(tool: Tool) -> str:
    """What is drawn."""
    return QCoreApplication.translate("Layers", str(TOOLS[tool]))


def level_word(level: CrisisLevel) -> str:
    """As it stands beside the panel's title."""
    return QCoreApplication.translate("Layers", "level {level}").format(level=level.value)


def frames_words(numbers: Sequence[CameraNumber]) -> str:
    """Which cameras' tiles a layer frames."""
    if not numbers:
        return QCoreApplication.translate("Layers", "concerns no camera")
    said = ", ".join(map(str, numbers[:CAMERAS_MOST]))
    if len(numbers) > CAMERAS_MOST:
        rest = len(numbers) - CAMERAS_MOST
        return QCoreApplication.translate("Layers", "frames {cameras} and {count} more").format(
            cameras=said, count=rest
        )
    return QCoreApplication.translate("Layers", "frames {cameras}").format(cameras=said)


def feature_words(feature: LayerFeature) -> str:
    """A drawing in a list: its title, else what it is, and how large."""
    sketch = sketch_of(feature)
    kind = QCoreApplication.translate("Layers", "Several parts") if sketch is None else tool_word(sketch.tool)
    size = "" if sketch is None else size_words(sketch)
    name = f"{feature.title} ({kind})" if feature.title else kind
    return f"{name} · {size}" if size else name


def size_words(sketch: Sketch) -> str:
    """How large and how long; empty for a place."""
    if sketch.tool.is_single or len(sketch.outline) < 2:
        return ""
    length = distance_words(max(0.5, sketch.length_m))
    if sketch.area_m2 <= 0:
        return length
    locale = QLocale()
    if sketch.area_m2 >= 1e5:
        area = QCoreApplication.translate("Layers", "{area} ha").format(
            area=locale.toString(sketch.area_m2 / 1e4, "f", 1)
        )
    else:
        area = QCoreApplication.translate("Layers", "{area} m²").format(area=locale.toString(round(sketch.area_m2)))
    return f"{area} · {length}"


def condition_words(layer: CrisisLayer, level: CrisisLevel, now_at: datetime) -> list[str]:
    """Everything about a layer that holds it back or is out of the ordinary."""
    translate = QCoreApplication.translate
    said = []
    if layer.locked:
        said.append(translate("Layers", "locked"))
    if layer.source is not LayerSource.MANUAL and layer.state is LayerState.HIDDEN and layer.rev <= 1:
        said.append(translate("Layers", "not looked at yet"))
    least = layer.audience.least_level
    if least.rank > CrisisLevel.ROUTINE.rank:
        said.append(translate("Layers", "from level {level}").format(level=least.value))
    if layer.audience.roles:
        said.append(translate("Layers", "for {roles}").format(roles=roles_words(layer.audience.roles)))
    if layer.valid_from_at is not None and now_at < layer.valid_from_at:
        said.append(translate("Layers", "from {time}").format(time=local_time(layer.valid_from_at)))
    if layer.valid_until_at is not None:
        text = (
            translate("Layers", "over since {time}")
            if layer.valid_until_at <= now_at
            else translate("Layers", "until {time}")
        )
        said.append(text.format(time=local_time(layer.valid_until_at)))
    return said


def draw_kind(painter: QPainter, kind: LayerKind, box: QRectF, *, dim: bool = False) -> None:
    """The kind's shape into the square `box`; a shape and a colour, with the word beside them."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(LAYER_COLOURS[kind])
    painter.setOpacity(0.45 if dim else 1.0)
    pen = QPen(colour, max(1.3, box.width() * 0.11))
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if kind in (LayerKind.PERIMETER, LayerKind.EVACUATION):
        pen.setDashPattern([2.2, 1.2])
    painter.setPen(pen)
    fill = QColor(colour)
    fill.setAlphaF(0.25)
    painter.setBrush(fill)

    def at(x: float, y: float) -> QPointF:
        return QPointF(box.x() + x * box.width(), box.y() + y * box.height())

    if kind is LayerKind.PERIMETER:
        painter.drawPolygon(QPolygonF([at(0.28, 0.2), at(0.96, 0.2), at(0.72, 0.8), at(0.04, 0.8)]))
    elif kind is LayerKind.EVACUATION:
        painter.drawPolygon(QPolygonF([at(0.5, 0.06), at(0.94, 0.5), at(0.5, 0.94), at(0.06, 0.5)]))
    elif kind is LayerKind.ROUTE:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawLine(at(0.04, 0.5), at(0.9, 0.5))
        painter.drawPolyline(QPolygonF([at(0.6, 0.2), at(0.92, 0.5), at(0.6, 0.8)]))
    elif kind is LayerKind.STAGING:
        painter.drawRect(QRectF(at(0.12, 0.12), at(0.88, 0.88)))
    elif kind is LayerKind.HAZARD:
        painter.drawPolygon(QPolygonF([at(0.5, 0.1), at(0.96, 0.9), at(0.04, 0.9)]))
    elif kind is LayerKind.RESOURCE:
        painter.drawLine(at(0.5, 0.08), at(0.5, 0.92))
        painter.drawLine(at(0.08, 0.5), at(0.92, 0.5))
    elif kind is LayerKind.IMPORTED:
        painter.drawPolyline(QPolygonF([at(0.2, 0.4), at(0.5, 0.68), at(0.8, 0.4)]))
        painter.drawLine(at(0.5, 0.06), at(0.5, 0.66))
        painter.drawLine(at(0.1, 0.92), at(0.9, 0.92))
    else:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([at(0.05, 0.75), at(0.35, 0.25), at(0.6, 0.75), at(0.95, 0.25)]))
    painter.restore()


def kind_icon(kind: LayerKind) -> QIcon:
    """For menus and lists. After QApplication."""
    pixmap = QPixmap(2 * MARK_PX, 2 * MARK_PX)
    pixmap.setDevicePixelRatio(2.0)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    draw_kind(painter, kind, QRectF(1, 1, MARK_PX - 2, MARK_PX - 2))
    painter.end()
    return QIcon(pixmap)


class KindMark(QWidget):
    """The shape beside a row. GUI thread."""

    def __init__(self, kind: LayerKind, *, dim: bool = False) -> None:
        super().__init__()
        self._kind, self._dim = kind, dim
        self.setFixedSize(QSize(MARK_PX, MARK_PX))

    def show_kind(self, kind: LayerKind, *, dim: bool) -> None:
        """Another one."""
        self._kind, self._dim = kind, dim
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_kind(painter, self._kind, QRectF(self.rect()).adjusted(1, 1, -1, -1), dim=self._dim)
        painter.end()
