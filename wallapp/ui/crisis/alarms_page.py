"""All that is known of one alarm."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from wallapp.domain.alarm import Alarm, calls
from wallapp.ui.access.labels import column_of, heading
from wallapp.ui.access.marks import severity_pixmap
from wallapp.ui.access.pages import words as desk_words
from wallapp.ui.access.pages.facts import Fact, Facts
from wallapp.ui.crisis import words
from wallapp.ui.crisis.alarms_words import at_the_beginning, camera_word, incident_word, standing, titled
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.map.panel import place_words

_SIZE_PX = (560, 470)


class AlarmPage(QDialog):
    """Follows the alarm while it is open; Escape closes it. GUI thread."""

    def __init__(self, board: SituationBoard, alarm: Alarm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._alarm = alarm
        self.setWindowTitle(self.tr("Alarm"))
        self.resize(*_SIZE_PX)
        self._title = heading()
        self._title.setAlignment(at_the_beginning(self))
        self.facts = Facts()
        close = QPushButton(self.tr("Close"))
        close.clicked.connect(self.reject)
        column = column_of(self)
        mark = QLabel()
        mark.setPixmap(severity_pixmap(words.MARKS[alarm.priority]))
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self._title, 1)
        column.addLayout(head)
        column.addWidget(self.facts, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignTrailing)
        board.changed.connect(self._follow)
        self._follow()
        close.setFocus()

    def _follow(self) -> None:
        situation = self._board.situation
        there = situation.alarms.alarms if situation.alarms is not None else ()
        self._alarm = next((one for one in there if one.id == self._alarm.id), self._alarm)
        alarm, rooms = self._alarm, self._board.rooms
        now_at = rooms.clock.now_at()
        self._title.setText(titled(alarm))
        rows = [
            Fact(self.tr("Priority"), words.word(alarm.priority)),
            Fact(self.tr("Kind"), words.word(alarm.category)),
            Fact(self.tr("What is known"), alarm.detail),
            Fact(self.tr("Source"), alarm.source),
            Fact(self.tr("Its reference"), alarm.reference),
            Fact(self.tr("Camera"), camera_word(alarm.camera, rooms.cameras)),
            Fact(self.tr("Place"), place_words(alarm.place) if alarm.place is not None else ""),
            Fact(self.tr("Says of"), desk_words.word(alarm.fact) if alarm.fact is not None else ""),
            Fact(self.tr("First raised"), words.short_time(alarm.first_at, now_at)),
            Fact(self.tr("Last raised"), words.short_time(alarm.raised_at, now_at) if alarm.count > 1 else ""),
            Fact(self.tr("State"), self._state()),
            Fact(self.tr("Incident"), incident_word(alarm.incident, situation)),
        ]
        self.facts.show_facts([row for row in rows if row.text])

    def _state(self) -> str:
        now_at = self._board.rooms.clock.now_at()
        if calls(self._alarm, now_at):
            return self.tr("nobody has acknowledged it")
        return standing(self._alarm, self._board.situation.names, now_at)
