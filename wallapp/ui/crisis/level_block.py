"""The crisis level at the head of the strip: number, word and what is owed; quiet while the room is at routine."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wallapp.domain.crisis_level import LOOKS, CrisisLevel
from wallapp.ui import theme
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_words import level_shouted, owed

WIDE_PX: Final = 272
"""As wide as the list of cameras under it, where the strip has room."""
_LEAST_PX: Final = 104
_PAD_PX: Final = 14
_GAP_PX: Final = 12
_ROOMY_PX: Final = 1600


class LevelBlock(QAbstractButton):
    """Pressed, it opens the level's page. It never blinks: what is overdue it says. GUI thread."""

    def __init__(self, board: SituationBoard, keys: str, parent: QWidget | None = None) -> None:
        """Args: keys: that open the page too, for its tip."""
        super().__init__(parent)
        self._board = board
        self._keys = keys
        self._told = ""
        self._is_roomy = True
        self.level = CrisisLevel.ROUTINE
        self.details: list[str] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        board.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Say what was read last."""
        view = self._board.situation.level
        self.level = view.level
        self.details = owed(view, self._board.rooms.clock.now_at())
        self.setText(level_shouted(view.level))
        name = " · ".join([self.tr("Crisis level {level}").format(level=self.text()), *self.details])
        self.setToolTip(f"{name} ({self._keys})")
        if name != self._told:
            self.setAccessibleName(name)
            if self._told:
                announcement = QAccessibleAnnouncementEvent(self, name)
                announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
                QAccessible.updateAccessibility(announcement)
            self._told = name
            self.updateGeometry()
        self.update()

    def fit_to(self, strip_px: int) -> None:
        """Take the whole column's width only where the strip has it to give."""
        if (strip_px >= _ROOMY_PX) is not self._is_roomy:
            self._is_roomy = not self._is_roomy
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        if self._is_roomy:
            return QSize(WIDE_PX, 44)
        wide = max(_metrics(bold=True).horizontalAdvance(self.text()), self._details_px())
        return QSize(max(_LEAST_PX, min(WIDE_PX, wide + 2 * _PAD_PX)), 44)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.follow()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, is_routine = LOOKS[self.level], self.level is CrisisLevel.ROUTINE
        ground = QColor(theme.PANEL if is_routine else look.colour)
        if self.underMouse() and is_routine:
            ground = QColor(theme.RAISED)
        painter.fillRect(self.rect(), ground)
        text_colour = QColor(theme.TEXT if is_routine else look.text_colour)
        self._paint_texts(painter, text_colour)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.TEXT_STRONG if is_routine else look.text_colour), 2))
            painter.drawRect(self.rect().adjusted(2, 2, -3, -3))
        painter.end()

    def _paint_texts(self, painter: QPainter, colour: QColor) -> None:
        """In one line where both have room, else the details below the name."""
        area = self.rect().adjusted(_PAD_PX, 0, -_PAD_PX, 0)
        bold = _metrics(bold=True)
        name_px, details = bold.horizontalAdvance(self.text()), " · ".join(self.details)
        painter.setPen(colour)
        is_one_line = not details or name_px + _GAP_PX + self._details_px() <= area.width()
        top = area if is_one_line else QRect(area.left(), 4, area.width(), 20)
        painter.setFont(theme.font(bold=True))
        self._paint(painter, top, bold.elidedText(self.text(), Qt.TextElideMode.ElideRight, area.width()))
        if not details:
            return
        small = _metrics(bold=False)
        if is_one_line:
            rest = QRect(area.left() + name_px + _GAP_PX, 0, area.width() - name_px - _GAP_PX, area.height())
        else:
            rest = QRect(area.left(), 22, area.width(), 18)
        painter.setFont(theme.font(theme.FONT_SMALL_PX))
        self._paint(painter, rest, small.elidedText(details, Qt.TextElideMode.ElideRight, rest.width()))

    def _paint(self, painter: QPainter, logical: QRect, text: str) -> None:
        is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        area = self.style().visualRect(self.layoutDirection(), self.rect(), logical)
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(area, (side | Qt.AlignmentFlag.AlignVCenter).value, text)

    def _details_px(self) -> int:
        return _metrics(bold=False).horizontalAdvance(" · ".join(self.details)) if self.details else 0


def _metrics(*, bold: bool) -> QFontMetrics:
    """Of the name, or of the details beside it."""
    return QFontMetrics(theme.font(bold=True) if bold else theme.font(theme.FONT_SMALL_PX))
