"""How a row of the camera tree is painted: the state's shape, the number in bold, the name; owners with counts."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from wallapp.base.ids import CameraNumber
from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.camera_model import NODE_ROLE, Group, Leaf
from wallapp.ui.shapes import draw_state, is_abnormal, state_colour

ROW_PX: Final = 28
OWNER_ROW_PX: Final = 32
_INSET_PX: Final = 12
_SHAPE_PX: Final = 14
_GAP_PX: Final = 9
_MARK_PX: Final = 12


class CameraRow(QStyledItemDelegate):
    """Paints from left to right or from right to left, as the view reads."""

    tile_camera: CameraNumber | None = None
    """The camera on the selected tile, marked by a bar."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        node = index.data(NODE_ROLE)
        is_owner = isinstance(node, Group) and node.is_owner
        return QSize(160, OWNER_ROW_PX if is_owner else ROW_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        node = index.data(NODE_ROLE)
        painter.save()
        if isinstance(node, Leaf):
            self._paint_ground(painter, option, marked=node.camera.number == self.tile_camera)
            self._paint_camera(painter, option, node)
        elif isinstance(node, Group):
            self._paint_ground(painter, option, marked=False)
            self._paint_group(painter, option, node)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, *, marked: bool) -> None:
        area = _rect(option)
        if marked:
            painter.fillRect(area, QColor(theme.RAISED))
            painter.fillRect(_placed(option, 0, 0, 3, area.height()), QColor(theme.TEXT_STRONG))
        if _state(option) & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.TEXT_QUIET), 1))
            painter.drawRect(area.adjusted(4, 0, -5, -1))

    def _paint_camera(self, painter: QPainter, option: QStyleOptionViewItem, leaf: Leaf) -> None:
        height, x_px = _rect(option).height(), _INSET_PX
        if leaf.parent.parent is not None:
            x_px += 10
        top = (height - _SHAPE_PX) // 2
        area = QRectF(_placed(option, x_px, top, _SHAPE_PX, _SHAPE_PX))
        draw_state(painter, area, leaf.status.state, mosaic=leaf.status.mosaic)
        x_px += _SHAPE_PX + _GAP_PX
        number, bold = str(leaf.camera.number), theme.font(bold=True)
        width = max(QFontMetrics(bold).horizontalAdvance(number), QFontMetrics(bold).horizontalAdvance("000"))
        painter.setPen(QColor(theme.TEXT_STRONG))
        painter.setFont(bold)
        _text(painter, option, x_px, width + 4, number)
        x_px += width + 11
        painter.setPen(QColor(theme.TEXT))
        painter.setFont(theme.font())
        _text(painter, option, x_px, _rect(option).width() - x_px - 6, leaf.camera.name)

    def _paint_group(self, painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
        area = _rect(option)
        x_px = _INSET_PX if group.is_owner else _INSET_PX + 10
        bar_px = 3 if group.is_owner else 0
        painter.fillRect(_placed(option, x_px, area.height() // 2 - 8, bar_px, 16), QColor(group.colour))
        x_px += bar_px + 7 if bar_px else 0
        end_px = area.width() - 10
        end_px = self._paint_counts(painter, option, group, end_px) - 8
        font = theme.font(13, bold=group.is_owner)
        painter.setFont(font)
        painter.setPen(QColor(theme.TEXT if group.is_owner else theme.TEXT_QUIET))
        title = str(group.title or self.tr("without a site"))
        drawn_px = _text(painter, option, x_px, end_px - x_px - 14, title)
        if not _state(option) & QStyle.StateFlag.State_Open:
            _chevron(painter, option, x_px + drawn_px + 10)

    def _paint_counts(self, painter: QPainter, option: QStyleOptionViewItem, group: Group, end_px: int) -> int:
        """Paint the count and the marks before it, ending at `end_px`; returns where they begin."""
        font = theme.font(theme.FONT_SMALL_PX)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        live, total = group.counts[TruthState.LIVE], len(group.numbers)
        text = str(total)
        if group.all_watched:
            text = self.tr("{live} of {total}").format(live=live, total=total)
        painter.setPen(QColor(theme.TEXT_QUIET))
        end_px -= metrics.horizontalAdvance(text)
        _text(painter, option, end_px, metrics.horizontalAdvance(text) + 2, text)
        for state in sorted(group.counts, reverse=True):
            if is_abnormal(state):
                count = str(group.counts[state])
                end_px -= metrics.horizontalAdvance(count) + 9
                painter.setPen(QColor(state_colour(state)))
                _text(painter, option, end_px, metrics.horizontalAdvance(count) + 2, count)
                end_px -= _MARK_PX + 2
                top = (_rect(option).height() - _MARK_PX) // 2
                draw_state(painter, QRectF(_placed(option, end_px, top, _MARK_PX, _MARK_PX)), state)
        return end_px


def _rect(option: QStyleOptionViewItem) -> QRect:
    return option.rect


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return option.state


def _direction(option: QStyleOptionViewItem) -> Qt.LayoutDirection:
    return option.direction


def _placed(option: QStyleOptionViewItem, x_px: int, y_px: int, width_px: int, height_px: int) -> QRect:
    """A rectangle at a distance from the side where reading begins."""
    area = _rect(option)
    logical = QRect(area.left() + x_px, area.top() + y_px, width_px, height_px)
    return QStyle.visualRect(_direction(option), area, logical)


def _text(painter: QPainter, option: QStyleOptionViewItem, x_px: int, width_px: int, text: str) -> int:
    """Draw one line, elided; returns the pixels it took."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(0, width_px))
    align = QStyle.visualAlignment(_direction(option), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    flags = align.value | Qt.AlignmentFlag.AlignAbsolute.value | Qt.TextFlag.TextSingleLine.value
    painter.drawText(_placed(option, x_px, 0, width_px, _rect(option).height()), flags, shown)
    return painter.fontMetrics().horizontalAdvance(shown)


def _chevron(painter: QPainter, option: QStyleOptionViewItem, x_px: int) -> None:
    """A small arrow that says: there is more below."""
    box = QRectF(_placed(option, x_px, _rect(option).height() // 2 - 2, 8, 5))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(theme.MARK_QUIET), 1.5))
    middle = QPointF(box.center().x(), box.bottom())
    painter.drawPolyline(QPolygonF([box.topLeft(), middle, box.topRight()]))
