"""How many alarms ask for somebody, in the top strip: a shape that flashes, a number and a word."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from wallapp.ui import theme
from wallapp.ui.access.marks import MARK_PX, Severity, draw_severity
from wallapp.ui.crisis.alarms_words import calling_word

_SCALE = 2.0
_ICON_PX = MARK_PX + 6
"""Some room on both sides: between the shape and its number, whichever stands first."""


class AlarmBadge(QToolButton):
    """Gone while none calls. Pressed, it leads to the list. GUI thread.

    Args:
      keys: that lead there too, for its tip.

    Signals: `resized`: it needs another width.
    """

    resized = Signal()

    def __init__(self, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys = keys
        self._severity = Severity.CRITICAL
        self._told = ""
        self.count = 0
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(_ICON_PX, MARK_PX))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_calling(self, count: int, severity: Severity, loudest: str) -> None:
        """Show how many call.

        Args:
          severity: of the most pressing one.
          loudest: what that one says; announced where it is another than before.
        """
        if (count, severity) != (self.count, self._severity):
            self.count, self._severity = count, severity
            self._retranslate()
            self.setVisible(count > 0)
            self.resized.emit()
        if count and loudest != self._told:
            announcement = QAccessibleAnnouncementEvent(self, loudest)
            announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
            QAccessible.updateAccessibility(announcement)
        self._told = loudest if count else ""

    def flash(self, *, lit: bool) -> None:
        """Fill or empty the shape."""
        pixmap = QPixmap(round(_ICON_PX * _SCALE), round(MARK_PX * _SCALE))
        pixmap.setDevicePixelRatio(_SCALE)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        draw_severity(painter, self._severity, QRectF((_ICON_PX - MARK_PX) / 2, 0, MARK_PX, MARK_PX), filled=lit)
        painter.end()
        self.setIcon(QIcon(pixmap))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.flash(lit=True)
        self.setText(calling_word(self.count))
        self.setStyleSheet(
            f"QToolButton {{ color: {self._severity.text_colour}; font-weight: bold; font-size: {theme.FONT_PX}px;"
            " padding: 4px 8px; }"
        )
        name = self.tr("{alarms} to look at").format(alarms=self.text())
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._keys})")
