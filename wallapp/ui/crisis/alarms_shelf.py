"""Shelving an alarm: why, and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QWidget

from wallapp.base.clock import Clock
from wallapp.domain.alarm import LONGEST_SHELF, Alarm
from wallapp.ui.access.labels import Refusal, column_of, heading, main_button, quiet
from wallapp.ui.crisis import words
from wallapp.ui.crisis.alarms_words import at_the_beginning, titled

_MINUTES: Final = (15, 30, 60, 120, 240, 480, 720)
_USUAL: Final = 30
_REASON_MOST: Final = 200
_WIDTH_PX: Final = 460
_NOT_LATER: Final = timedelta(seconds=30)
"""Twelve hours here must not be more than twelve by the store's clock."""

Shelve = Callable[[datetime, str, Callable[[str], None]], None]
"""Does it: until when, why; and what to call with a refusal's words."""


class ShelveForm(QDialog):
    """Stays open with what was typed where it is refused; whoever opened it closes it when it is done. GUI thread."""

    def __init__(self, alarm: Alarm, clock: Clock, shelve: Shelve, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._shelve = shelve
        self.setWindowTitle(self.tr("Shelve an alarm"))
        self.setMinimumWidth(_WIDTH_PX)
        self.reason, self.length = QLineEdit(), QComboBox()
        self.reason.setMaxLength(_REASON_MOST)
        self.refusal = Refusal()
        column = column_of(self)
        title = heading(titled(alarm))
        title.setAlignment(at_the_beginning(self))
        column.addWidget(title)
        column.addWidget(quiet(self.tr("It is silent until then, for everybody, and comes back by itself.")))
        form = QFormLayout()
        form.setSpacing(10)
        reason, until = self.tr("Why"), self.tr("Until")
        form.addRow(reason, self.reason)
        form.addRow(until, self.length)
        self.reason.setAccessibleName(reason)
        self.reason.setPlaceholderText(self.tr("such as: the sensor is being mended"))
        self.length.setAccessibleName(until)
        now_at = clock.now_at()
        for minutes in _MINUTES:
            lasting = self.tr("{count} min") if minutes < 60 else self.tr("{count} h")
            count = minutes if minutes < 60 else minutes // 60
            end = words.short_time(now_at + timedelta(minutes=minutes), now_at)
            self.length.addItem(f"{end}  ({lasting.format(count=count)})", minutes)
        self.length.setCurrentIndex(_MINUTES.index(_USUAL))
        column.addLayout(form)
        column.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.send = main_button(self.tr("Shelve"))
        buttons.addButton(self.send, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.send.clicked.connect(self._send)
        column.addWidget(buttons)
        self.reason.setFocus()

    def _send(self) -> None:
        reason = self.reason.text().strip()
        if not reason:
            self.refusal.say(self.tr("Say why: whoever comes next must know"))
            self.reason.setFocus()
            return
        length = timedelta(minutes=int(self.length.currentData()))
        self.send.setEnabled(False)
        self._shelve(self._clock.now_at() + min(length, LONGEST_SHELF - _NOT_LATER), reason, self._refuse)

    def _refuse(self, text: str) -> None:
        self.send.setEnabled(True)
        self.refusal.say(text)
