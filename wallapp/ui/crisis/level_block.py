"""The crisis level at the head of the strip: number, word and what is owed; quiet while the room is at routine."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from wallapp.domain.crisis_level import LOOKS, CrisisLevel
from wallapp.ui import theme
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_words import level_short, level_shouted, owed, owed_briefly
from wallapp.ui.top_strip import STRIP_PX

WIDE_PX: Final = 272
"""As wide as the list of cameras under it, where the strip has room."""
_LEAST_PX: Final = 104
_PAD_PX: Final = 14
_GAP_PX: Final = 12
_COLUMN_FROM_PX: Final = 1600
_WORDS_FROM_PX: Final = 1200
BAND_PX: Final = 26


class _Fit(Enum):
    """How much room the strip gives: the column's, for all words, for the shortest."""

    COLUMN = auto()
    WORDS = auto()
    BRIEF = auto()


class LevelBlock(QAbstractButton):
    """Pressed, it opens the level's page. It never blinks: what is overdue it says. GUI thread."""

    def __init__(self, board: SituationBoard, keys: str, parent: QWidget | None = None) -> None:
        """Args: keys: that open the page too, for its tip."""
        super().__init__(parent)
        self._board = board
        self._keys = keys
        self._told = ""
        self._fit = _Fit.COLUMN
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
        """Take the whole column's width only where the strip has it to give, and say less where it is narrow."""
        fit = _Fit.COLUMN if strip_px >= _COLUMN_FROM_PX else _Fit.WORDS if strip_px >= _WORDS_FROM_PX else _Fit.BRIEF
        if fit is not self._fit:
            self._fit = fit
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        if self._fit is _Fit.COLUMN:
            return QSize(WIDE_PX, STRIP_PX)
        name, details = self._said()
        wide = max(_metrics(bold=True).horizontalAdvance(name), _metrics(bold=False).horizontalAdvance(details))
        return QSize(max(_LEAST_PX, min(WIDE_PX, wide + 2 * self._pad_px + 2)), STRIP_PX)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @property
    def _pad_px(self) -> int:
        return 8 if self._fit is _Fit.BRIEF else _PAD_PX

    def _said(self) -> tuple[str, str]:
        """The name, and what is owed."""
        if self._fit is _Fit.BRIEF:
            now_at = self._board.rooms.clock.now_at()
            return level_short(self.level), owed_briefly(self._board.situation.level, now_at)
        return self.text(), " · ".join(self.details)

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
        area = self.rect().adjusted(self._pad_px, 0, -self._pad_px, 0)
        bold, small = _metrics(bold=True), _metrics(bold=False)
        name, details = self._said()
        name_px, details_px = bold.horizontalAdvance(name), small.horizontalAdvance(details)
        painter.setPen(colour)
        is_one_line = not details or name_px + _GAP_PX + details_px <= area.width() or self.height() < STRIP_PX
        top = area if is_one_line else QRect(area.left(), 4, area.width(), 20)
        painter.setFont(theme.font(bold=True))
        self._paint(painter, top, bold.elidedText(name, Qt.TextElideMode.ElideRight, area.width()))
        if not details:
            return
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


class LevelBand(LevelBlock):
    """The same over the whole width, for a wall that stands alone: gone at routine."""

    def __init__(self, board: SituationBoard, keys: str, parent: QWidget | None = None) -> None:
        self._is_alone = False
        super().__init__(board, keys, parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def follow(self) -> None:
        super().follow()
        self._show()

    def stand_alone(self, alone: bool) -> None:
        """The strip is hidden now, or shown again."""
        self._is_alone = alone
        self._show()

    def sizeHint(self) -> QSize:
        return QSize(WIDE_PX, BAND_PX)

    def _show(self) -> None:
        self.setVisible(self._is_alone and self.level is not CrisisLevel.ROUTINE)


def _metrics(*, bold: bool) -> QFontMetrics:
    """Of the name, or of the details beside it."""
    return QFontMetrics(theme.font(bold=True) if bold else theme.font(theme.FONT_SMALL_PX))
