"""How one tile is painted: picture, title, chips and words. All lengths are device pixels.

What does not change with a frame is drawn once into pixmaps, so that a new frame costs one image and one
or two small pixmaps.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QImage, QPainter, QPixmap

from wallapp.domain.view import Level
from wallapp.ui import theme
from wallapp.ui.wall.saying import Saying
from wallapp.ui.wall.shapes import Shape, draw_shape

_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
_MIDDLE: Final = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_PANEL: Final = QColor(theme.PANEL)
_SHADE_ALPHA: Final = 222
"""White under it still leaves text its 7:1."""


@dataclass(frozen=True, slots=True)
class Title:
    """What the strip along a tile's upper edge says."""

    number: str
    name: str
    owner: str
    colour: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Sizes that follow a tile's height, within what can be read."""

    text: int
    thin: int

    @property
    def strip(self) -> int:
        """Height of the title."""
        return round(self.text * 1.75)

    @property
    def pad(self) -> int:
        """Room around text."""
        return max(3, round(self.text * 0.5))


def scale_for(height: int, ratio: float) -> Scale:
    """The sizes for a tile of this height on a screen of this device pixel ratio."""
    text = min(max(height / 17, 12 * ratio), 24 * ratio)
    return Scale(round(text), max(1, round(text / 7)))


def fitted(source: QSize, area: QRect) -> QRect:
    """The largest rectangle of the source's shape in the middle of the area."""
    width, height = max(1, source.width()), max(1, source.height())
    factor = min(area.width() / width, area.height() / height)
    fit_width = max(1, min(area.width(), round(width * factor)))
    fit_height = max(1, min(area.height(), round(height * factor)))
    return QRect(
        area.x() + (area.width() - fit_width) // 2, area.y() + (area.height() - fit_height) // 2, fit_width, fit_height
    )


Over = Callable[[QPainter, bool], None]


def _nothing_over(painter: QPainter, has_picture: bool) -> None:
    """For a tile with nothing between its picture and its truth."""


class TileFace:
    """Paints one tile and keeps its pixmaps. A face belongs to one tile at one size."""

    def __init__(self, area: QRect, ratio: float) -> None:
        self.area = area
        self.scale = scale_for(area.height(), ratio)
        self._title: Title | None = None
        self._title_pixmap: QPixmap | None = None
        self._saying: Saying | None = None
        self._chip: QPixmap | None = None
        self._extra: QPixmap | None = None
        self._grey: QImage | None = None
        self._hatch: QBrush | None = None
        self._plate: tuple[Block, QRect] | None = None
        self._where_key: tuple[int, int, Level] | None = None
        self._where = area

    @property
    def title_area(self) -> QRect:
        """The strip that a tile is dragged by."""
        return QRect(self.area.x(), self.area.y(), self.area.width(), self.scale.strip)

    def set_title(self, title: Title | None) -> None:
        """What the strip says; None for no strip."""
        if title != self._title or (title is not None and self._title_pixmap is None):
            self._title = title
            self._title_pixmap = None if title is None else _title_pixmap(title, self.area.width(), self.scale)

    def set_saying(self, saying: Saying) -> None:
        """What the chips and words say."""
        if saying == self._saying:
            return
        before, self._saying = self._saying, saying
        room = self.area.width() - 2 * self.scale.pad
        if before is None or (before.extra, bool(before.chip)) != (saying.extra, bool(saying.chip)):
            most = room // 2 if saying.chip else room
            self._extra = _chip_pixmap(None, saying.extra, theme.TEXT, most, self.scale)
        room -= 0 if self._extra is None else self._extra.width()
        shape = saying.shape if saying.chip else None
        self._plate = self._fit_plate(saying) if saying.hatched else None
        # A tile too small for words in its middle says the age, and only that, beside the shape.
        chip = saying.brief if saying.hatched and self._plate is None else saying.chip
        self._chip = _chip_pixmap(shape, chip, saying.colour, room, self.scale, brief=saying.brief)
        if not saying.grey:
            self._grey = None

    def picture_rect(self, image: QImage, level: Level, source: QSize) -> QRect:
        """Where the image goes: to the pixel where it has the tile's size, else scaled to fit."""
        shape = source if level is Level.MOSAIC and source.width() > 0 else image.size()
        key = (shape.width(), shape.height(), level)
        if key != self._where_key:
            self._where_key, self._where = key, self._place(shape, level)
        return self._where

    def _place(self, shape: QSize, level: Level) -> QRect:
        fit = fitted(shape, self.area)
        if level is not Level.MOSAIC and max(abs(fit.width() - shape.width()), abs(fit.height() - shape.height())) <= 1:
            fit.setSize(shape)
        # What the tile is taller than the picture goes under the title first: so it covers less of the picture.
        free = self.area.height() - fit.height()
        fit.moveTop(self.area.y() + max(free // 2, min(free, self.scale.strip)))
        return fit

    def paint(
        self, painter: QPainter, image: QImage | None, where: QRect, *, smooth: bool, over: Over = _nothing_over
    ) -> None:
        """Paint the tile: the image into `where`, or words alone where it is None; `over` lays on what belongs between
        the picture and its truth, told whether there is a picture."""
        saying, area = self._saying, self.area
        if saying is None:
            return
        if image is None or not saying.shows_picture:
            self._paint_words(painter, saying, over)
            return
        if where != area:
            _fill_around(painter, area, where)
        if saying.grey:
            image = self._greyed(image)
        if where.size() == image.size():
            painter.drawImage(where.topLeft(), image)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            painter.drawImage(where, image)
        over(painter, True)
        if saying.hatched:
            self._paint_not_live(painter, saying)
        self._paint_over(painter, saying)

    def _paint_over(self, painter: QPainter, saying: Saying) -> None:
        area, gap = self.area, self.scale.pad // 2 + self.scale.thin
        if self._title_pixmap is not None:
            painter.drawPixmap(area.topLeft(), self._title_pixmap)
        if self._chip is not None:
            painter.drawPixmap(area.x() + gap, area.bottom() + 1 - gap - self._chip.height(), self._chip)
        if self._extra is not None:
            left = area.right() + 1 - gap - self._extra.width()
            painter.drawPixmap(left, area.bottom() + 1 - gap - self._extra.height(), self._extra)
        if saying.edge:
            frame(painter, area, QColor(saying.colour), self.scale.thin)

    def _paint_words(self, painter: QPainter, saying: Saying, over: Over) -> None:
        area = self.area
        painter.fillRect(area, _PANEL)
        if saying.shape is Shape.PLUS:
            self._paint_empty(painter, saying)
            return
        room = area.adjusted(self.scale.pad, self.scale.strip, -self.scale.pad, -self.scale.pad)
        block = fit_words(saying, room.size(), self.scale, large=1.15, sign=2.1)
        _paint_block(painter, block, saying, room, theme.TEXT, theme.TEXT_QUIET)
        over(painter, False)
        self._paint_over(painter, saying)

    def _paint_empty(self, painter: QPainter, saying: Saying) -> None:
        area, text = self.area, self.scale.text
        side = min(round(text * 1.6), area.height() // 3)
        box = QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)
        draw_shape(painter, Shape.PLUS, box, QColor(theme.MARK_QUIET))
        painter.setFont(theme.font(text))
        painter.setPen(QColor(theme.TEXT_QUIET))
        painter.drawText(area.adjusted(self.scale.pad, self.scale.pad // 2, 0, 0), _TOP_LEFT, saying.headline)

    def _paint_not_live(self, painter: QPainter, saying: Saying) -> None:
        area = self.area
        painter.fillRect(area, QColor(0, 0, 0, 120))
        painter.setBrushOrigin(area.topLeft())
        if self._hatch is None:
            self._hatch = QBrush(_hatch(self.scale.text))
        painter.fillRect(area, self._hatch)
        if self._plate is None:
            return
        block, room = self._plate
        plate = QRect(0, 0, block.width + 4 * self.scale.pad, block.height + self.scale.pad)
        plate.moveCenter(room.center())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(20, 24, 27, _SHADE_ALPHA))
        painter.drawRoundedRect(plate.intersected(area), self.scale.pad, self.scale.pad)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        _paint_block(painter, block, saying, room, theme.TEXT_STRONG, saying.colour)

    def _fit_plate(self, saying: Saying) -> tuple[Block, QRect] | None:
        """The words in the middle and their room; None where none fit between title and chip."""
        pad = self.scale.pad
        room = self.area.adjusted(pad, self.scale.strip, -pad, -2 * pad - chip_height(self.scale))
        block = fit_words(saying, room.size(), self.scale, large=2.6 if saying.grey else 1.5, sign=0.0)
        return (block, room) if block.headline else None

    def new_picture(self) -> None:
        """The image's pixels are others now."""
        self._grey = None

    def _greyed(self, image: QImage) -> QImage:
        if self._grey is None:
            self._grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
        return self._grey


_TOP_LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class Block:
    """Words that fit: sizes of their parts, 0 for a part left out."""

    headline: str
    detail: str
    headline_text: int
    detail_text: int
    sign: int
    headline_height: int
    detail_height: int
    width: int
    height: int


def fit_words(saying: Saying, room: QSize, scale: Scale, *, large: float, sign: float) -> Block:
    """The fullest form of the words that fits; the shape alone where none does."""
    smaller = min(large, 1.15)
    forms = (
        (saying.headline, saying.detail, large, sign),
        (saying.headline, saying.detail, smaller, sign * 0.6),
        (saying.headline, saying.detail, min(large, 1.0), 0.0),
        (saying.headline, "", smaller, sign * 0.6),
        (saying.headline, "", 1.0, sign * 0.5),
        (saying.brief, "", min(large, 1.6), sign * 0.5),
        (saying.brief, "", 1.0, sign * 0.5),
        ("", "", 1.0, sign * 0.5),
    )
    for headline, detail, size, sign_size in forms:
        block = _measure(headline, detail, room, round(scale.text * size), scale.text, round(scale.text * sign_size))
        if block.width <= room.width() and block.height <= room.height():
            break
    return block


def _measure(headline: str, detail: str, room: QSize, large: int, text: int, sign: int) -> Block:
    box = QRect(0, 0, room.width(), 10_000)
    found = QFontMetrics(theme.font(large, bold=large > 1.4 * text)).boundingRect(box, _MIDDLE, headline)
    under = QFontMetrics(theme.font(text)).boundingRect(box, _MIDDLE, detail) if detail else QRect(0, 0, 0, 0)
    sign_room = sign + sign // 3 if sign else 0
    width = max(found.width(), under.width(), sign)
    height = found.height() + under.height() + sign_room
    return Block(headline, detail, large, text, sign, found.height(), under.height(), width, height)


def _paint_block(painter: QPainter, block: Block, saying: Saying, room: QRect, strong: str, quiet: str) -> None:
    top = room.y() + max(0, (room.height() - block.height) // 2)
    if block.sign:
        box = QRectF(room.x() + (room.width() - block.sign) / 2, top, block.sign, block.sign)
        draw_shape(painter, saying.shape, box, QColor(saying.colour))
        top += block.sign + block.sign // 3
    painter.setFont(theme.font(block.headline_text, bold=block.headline_text > 1.4 * block.detail_text))
    painter.setPen(QColor(strong))
    painter.drawText(QRect(room.x(), top, room.width(), block.headline_height), _MIDDLE, block.headline)
    if block.detail:
        top += block.headline_height
        painter.setFont(theme.font(block.detail_text))
        painter.setPen(QColor(quiet))
        painter.drawText(QRect(room.x(), top, room.width(), block.detail_height), _MIDDLE, block.detail)


def frame(painter: QPainter, area: QRect, colour: QColor, width: int) -> None:
    """A frame inside the area."""
    painter.fillRect(area.x(), area.y(), area.width(), width, colour)
    painter.fillRect(area.x(), area.bottom() + 1 - width, area.width(), width, colour)
    painter.fillRect(area.x(), area.y(), width, area.height(), colour)
    painter.fillRect(area.right() + 1 - width, area.y(), width, area.height(), colour)


def _fill_around(painter: QPainter, area: QRect, inner: QRect) -> None:
    above, below = inner.y() - area.y(), area.bottom() - inner.bottom()
    left, right = inner.x() - area.x(), area.right() - inner.right()
    if above > 0:
        painter.fillRect(area.x(), area.y(), area.width(), above, _PANEL)
    if below > 0:
        painter.fillRect(area.x(), inner.bottom() + 1, area.width(), below, _PANEL)
    if left > 0:
        painter.fillRect(area.x(), inner.y(), left, inner.height(), _PANEL)
    if right > 0:
        painter.fillRect(inner.right() + 1, inner.y(), right, inner.height(), _PANEL)


def _title_pixmap(title: Title, width: int, scale: Scale) -> QPixmap:
    """The strip: number, name, and at the right the owner behind a bar of its colour."""
    pixmap = QPixmap(max(1, width), scale.strip)
    pixmap.fill(QColor(20, 24, 27, _SHADE_ALPHA))
    painter = QPainter(pixmap)
    pad, height = scale.pad, scale.strip
    bold, plain = theme.font(scale.text, bold=True), theme.font(scale.text)
    number_width = QFontMetrics(bold).horizontalAdvance(title.number)
    painter.setFont(bold)
    painter.setPen(QColor(theme.TEXT_STRONG))
    painter.drawText(QRect(pad, 0, width - pad, height), _LEFT, title.number)
    metrics = QFontMetrics(plain)
    bar = max(2, scale.thin)
    free = width - 4 * pad - number_width - bar
    owner = metrics.elidedText(title.owner, Qt.TextElideMode.ElideRight, int(width * 0.34))
    owner_width = metrics.horizontalAdvance(owner)
    name_width = metrics.horizontalAdvance(title.name)
    if name_width + owner_width + pad > free and (free - owner_width - pad < 6 * scale.text):
        owner, owner_width = "", 0  # the name is worth more than the owner's; the bar's colour stays
    bar_left = width - pad - owner_width - (pad // 2 if owner else 0) - bar
    painter.fillRect(bar_left, round(height * 0.2), bar, round(height * 0.6), QColor(title.colour))
    painter.setFont(plain)
    painter.setPen(QColor(theme.TEXT))
    painter.drawText(QRect(width - pad - owner_width, 0, owner_width + 1, height), _LEFT, owner)
    left = pad + number_width + round(pad * 0.9)
    name = metrics.elidedText(title.name, Qt.TextElideMode.ElideRight, max(0, bar_left - pad // 2 - left))
    painter.setPen(QColor(theme.TEXT_STRONG))
    painter.drawText(QRect(left, 0, max(0, bar_left - left), height), _LEFT, name)
    painter.end()
    return pixmap


def chip_height(scale: Scale) -> int:
    """Height of a chip."""
    return round(scale.text * 1.6)


def _chip_pixmap(
    shape: Shape | None, text: str, colour: str, room: int, scale: Scale, *, brief: str = ""
) -> QPixmap | None:
    """A small dark plate with a shape and words; None where there is nothing to say."""
    if not text:
        return None
    font = theme.font(scale.text)
    metrics = QFontMetrics(font)
    pad, side = scale.pad, round(scale.text * 0.78)
    before = pad + (side + pad * 2 // 3 if shape is not None else 0)
    most = max(1, room - before - pad)
    if metrics.horizontalAdvance(text) > most:
        fewer = [part for part in _shorter(text) if metrics.horizontalAdvance(part) <= most]
        text = fewer[0] if fewer else brief or text
    text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
    height = chip_height(scale)
    width = before + metrics.horizontalAdvance(text) + pad
    pixmap = QPixmap(max(1, width), height)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(20, 24, 27, _SHADE_ALPHA))
    painter.drawRoundedRect(pixmap.rect(), pad * 0.5, pad * 0.5)
    if shape is not None:
        draw_shape(painter, shape, QRectF(pad, (height - side) / 2, side, side), QColor(colour))
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(QRect(before, 0, width - before, height), _LEFT, text)
    painter.end()
    return pixmap


def _shorter(text: str) -> list[str]:
    """The text with ever fewer of its parts, from the right."""
    parts = text.split(" · ")
    return [" · ".join(parts[:count]) for count in range(len(parts) - 1, 0, -1)]


def _hatch(text: int) -> QPixmap:
    """Diagonal stripes of warning, to be tiled."""
    period = max(8, round(text * 1.3))
    pixmap = QPixmap(period, period)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = painter.pen()
    pen.setColor(QColor(255, 209, 102, 120))
    pen.setWidthF(max(1.5, period / 7))
    painter.setPen(pen)
    for offset in (-period, 0, period):
        painter.drawLine(offset - period, -period, offset + 2 * period, 2 * period)
    painter.end()
    return pixmap
