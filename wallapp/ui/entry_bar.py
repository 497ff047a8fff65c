"""The line at the bottom: what is typed anywhere lands here; beside it stand the last messages."""

from __future__ import annotations

from collections import deque
from html import escape
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from wallapp.base.clock import Clock
from wallapp.base.places import resources_dir
from wallapp.services.log_line import TYPED_MAX
from wallapp.ui import theme
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.top_strip import local_time

TROUBLE_MS: Final = 8000
"""So long a notice of trouble stands alone beside the line."""
_KEPT: Final = 3
_BEGINNINGS: Final = "LSHMلمساة?؟"
"""Letters that begin a command and no shortcut of the wall."""


class EntryField(QLineEdit):
    """Escape gives up."""

    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
            return
        super().keyPressEvent(event)


class EntryBar(QWidget):
    """Signals: `entered` (the line), `given_up` (Escape). GUI thread."""

    entered = Signal(str)
    given_up = Signal()

    def __init__(self, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._log: deque[tuple[str, Notice]] = deque(maxlen=_KEPT)
        self._trouble: Notice | None = None
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._field = EntryField()
        self._field.setMaxLength(TYPED_MAX)
        self._enter = self._field.addAction(
            QIcon(str(resources_dir() / "icons" / "enter.svg")), QLineEdit.ActionPosition.TrailingPosition
        )
        self._enter.triggered.connect(self._send)
        self._mark = QLabel()
        self._mark.setPixmap(QIcon(str(resources_dir() / "icons" / "trouble.svg")).pixmap(16, 16))
        self._mark.hide()
        self._messages = QLabel()
        self._messages.setTextFormat(Qt.TextFormat.RichText)
        self._messages.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(16)
        row.addWidget(self._field, 30)
        row.addWidget(self._mark)
        row.addWidget(self._messages, 70)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(TROUBLE_MS)
        self._timer.timeout.connect(self._end_trouble)
        self._field.returnPressed.connect(self._send)
        self._field.given_up.connect(self.given_up)
        self._retranslate()

    # What the window asks

    def begin(self, text: str) -> None:
        """Go on writing here with what was typed elsewhere."""
        self._field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._field.insert(text)

    def take_focus(self) -> None:
        """Put the cursor here."""
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def typed(self) -> str:
        """What stands in the field."""
        return self._field.text()

    @property
    def shown(self) -> str:
        """The plain words beside the field, as a screen reader has them."""
        return self._messages.accessibleName()

    def clear(self) -> None:
        """Empty the field."""
        self._field.clear()

    def tell(self, notice: Notice) -> None:
        """Show a notice beside the field: trouble alone and for some seconds, the rest as the last messages."""
        progress = notice.weight is Weight.PROGRESS
        if progress and self._log and self._log[0][1].weight is Weight.PROGRESS:
            self._log.popleft()
        self._log.appendleft((local_time(self._clock.now_at()), notice))
        if progress:
            self._show()
            return
        self._trouble = notice if notice.is_trouble else None
        if notice.is_trouble:
            self._timer.start()
        else:
            self._timer.stop()
        self._show()

    # Inside

    def _send(self) -> None:
        line = self._field.text()
        if line.strip():
            self.entered.emit(line)

    def _end_trouble(self) -> None:
        self._trouble = None
        self._show()

    def _show(self) -> None:
        self._mark.setVisible(self._trouble is not None)
        if self._trouble is not None:
            text = self._trouble.text
            self._messages.setText(_coloured(self._elided(text, self._room_px()), theme.MEDIUM))
            self._messages.setToolTip(text)
            self._messages.setAccessibleName(text)
            return
        plain = [f"{at} {notice.text}" for at, notice in self._log]
        self._messages.setText(" · ".join(self._rich()))
        self._messages.setToolTip("\n".join(plain))
        self._messages.setAccessibleName(" · ".join(plain))

    def _rich(self) -> list[str]:
        """The last messages, newest first, as many as there is room for; the newest is cut if it must be."""
        parts: list[str] = []
        room_px = self._room_px()
        metrics = self._messages.fontMetrics()
        for at, notice in self._log:
            room_px -= metrics.horizontalAdvance(f"{at}  · ")
            if parts and metrics.horizontalAdvance(notice.text) > room_px:
                break
            text = self._elided(notice.text, room_px)
            room_px -= metrics.horizontalAdvance(text)
            colour = theme.MEDIUM if notice.is_trouble else theme.TEXT_QUIET
            parts.append(f"{_coloured(at, theme.TEXT)} {_coloured(text, colour)}")
        return parts

    def _room_px(self) -> int:
        return self._messages.width() - 8

    def _elided(self, text: str, room_px: int) -> str:
        return self._messages.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, max(60, room_px))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._field.setPlaceholderText(
            self.tr("104 camera to tile · L2 layout · 4x4 grid · M map · + log · H health · ? help")
        )
        hint_px = self._field.fontMetrics().horizontalAdvance(self._field.placeholderText())
        self._field.setMinimumWidth(min(560, hint_px + 70))
        self._field.setAccessibleName(self.tr("Entry line: a camera number or a command, then Enter"))
        self._enter.setToolTip(self.tr("Do it (Enter)"))
        self._messages.setAccessibleDescription(self.tr("Last messages"))


def _coloured(text: str, colour: str) -> str:
    return f'<span style="color:{colour}">{escape(text)}</span>'


def begins_entry(text: str) -> bool:
    """Whether a key typed outside every field begins a line here: any digit, or a command's letter."""
    return len(text) == 1 and (text.isdecimal() or text.upper() in _BEGINNINGS)
