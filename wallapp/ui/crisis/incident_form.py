"""Opening an incident in seconds: a number or a word, Enter. Where it is, is known already."""

from __future__ import annotations

import uuid
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber, IncidentId
from wallapp.domain.cap import Category
from wallapp.domain.incident import Incident
from wallapp.domain.place import Place
from wallapp.domain.sight import camera_place
from wallapp.services.entry_line import western
from wallapp.services.incidents import NewIncident
from wallapp.services.shared_done import Done
from wallapp.ui import theme
from wallapp.ui.access.labels import Refusal, column_of, main_button, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_choices import USUAL, PriorityChoice, UsualEvent
from wallapp.ui.folding import folded
from wallapp.ui.map.panel import place_words

_COLUMNS: Final = 3
_OWN_PX: Final = 680


class IncidentForm(QDialog):
    """Enter opens it from every field. Nothing typed is lost when it is refused. GUI thread.

    Args:
      camera: that shows it, where one is pointed at.
      place: where somebody pointed; the camera's own is taken where None.

    Signals: `opened` (Incident).
    """

    opened = Signal(object)

    def __init__(
        self,
        board: SituationBoard,
        *,
        camera: CameraNumber | None = None,
        place: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._place = place
        self._id = IncidentId(str(uuid.uuid4()))
        self._has_chosen_priority = False
        self.event_word = _EventField()
        self.priority = PriorityChoice()
        self.camera = QLineEdit()
        self.where = quiet()
        self.refusal = Refusal()
        self.send = main_button(self.tr("Open (Enter)"))
        self._choices: list[QPushButton] = []
        self.setWindowTitle(self.tr("New incident"))
        self._lay_out()
        self._join()
        self.camera.setText("" if camera is None else str(camera))
        self._say_where()
        self.event_word.setFocus()

    def _lay_out(self) -> None:
        self.setMinimumWidth(_OWN_PX)
        column = column_of(self)
        self.event_word.setPlaceholderText(self.tr("What has happened: a number, or a few words"))
        self.event_word.setAccessibleName(self.tr("What has happened: a number of the list, or a few words"))
        font = self.event_word.font()
        font.setPixelSize(20)
        self.event_word.setFont(font)
        self.event_word.setStyleSheet("font-size: 20px;")
        column.addWidget(self.event_word)
        column.addLayout(self._grid())
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Priority"), self.priority)
        row = QHBoxLayout()
        self.camera.setMaximumWidth(110)
        self.camera.setMaxLength(6)
        self.camera.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.camera.setPlaceholderText(self.tr("number"))
        self.camera.setAccessibleName(self.tr("Number of the camera that shows it; may be empty"))
        row.addWidget(self.camera)
        row.addWidget(self.where, 1)
        form.addRow(self.tr("Camera"), row)
        column.addLayout(form)
        column.addWidget(self.refusal)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel (Esc)"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        buttons.addWidget(self.send)
        column.addLayout(buttons)

    def _grid(self) -> QGridLayout:
        """The usual events with their numbers; the mouse's way, for the keyboard has the numbers."""
        grid = QGridLayout()
        grid.setSpacing(6)
        rows = -(-len(USUAL) // _COLUMNS)
        for place, usual in enumerate(USUAL):
            button = QPushButton(f"{place + 1}  {usual.word}")
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setCheckable(True)
            button.setStyleSheet(
                "QPushButton { padding: 7px 10px; }"
                f"QPushButton:checked {{ border-color: {theme.TEXT_STRONG}; color: {theme.TEXT_STRONG}; }}"
            )
            button.clicked.connect(lambda _on=False, usual=usual: self._take(usual))
            grid.addWidget(button, place % rows, place // rows)
            self._choices.append(button)
        return grid

    def _join(self) -> None:
        self.event_word.textChanged.connect(self._follow_word)
        self.event_word.stepped.connect(self._step)
        self.priority.changed.connect(self._keep_priority)
        self.camera.textChanged.connect(self._say_where)
        self.send.clicked.connect(self._send)

    # What follows from what is typed

    @property
    def usual(self) -> UsualEvent | None:
        """The usual event that is meant: by its number, or its word; None for any other."""
        typed = western(self.event_word.text().strip())
        if typed.isdecimal():
            return USUAL[int(typed) - 1] if 1 <= int(typed) <= len(USUAL) else None
        return next((usual for usual in USUAL if folded(usual.word) == folded(typed)), None)

    def _take(self, usual: UsualEvent) -> None:
        self.event_word.setText(usual.word)
        self.event_word.setFocus()

    def _step(self, by: int) -> None:
        usual = self.usual
        place = USUAL.index(usual) + by if usual is not None else (0 if by > 0 else -1)
        self.event_word.setText(USUAL[place % len(USUAL)].word)

    def _follow_word(self) -> None:
        usual = self.usual
        for each, button in zip(USUAL, self._choices, strict=True):
            button.setChecked(each is usual)
        if usual is not None and not self._has_chosen_priority:
            self.priority.show_value(usual.priority)
        self.refusal.say("")

    def _keep_priority(self) -> None:
        self._has_chosen_priority = True

    def _number(self) -> CameraNumber | None:
        typed = western(self.camera.text().strip())
        return CameraNumber(int(typed)) if typed.isdecimal() else None

    def _say_where(self) -> None:
        number = self._number()
        camera = self._board.rooms.cameras.get(number) if number is not None else None
        parts = [camera.name] if camera is not None else []
        if number is not None and camera is None:
            parts.append(self.tr("there is no such camera"))
        place = self._place or (camera_place(camera) if camera is not None else None)
        if self._place is not None:
            parts.append(self.tr("at the place pointed at: {place}").format(place=_in_order(self._place)))
        elif place is not None:
            parts.append(self.tr("at the camera's place"))
        else:
            parts.append(self.tr("without a place"))
        self.where.setText(" · ".join(parts))

    # Opening it

    def _send(self) -> None:
        if not self.send.isEnabled():
            return
        usual, typed = self.usual, self.event_word.text().strip()
        word = usual.word if usual is not None else typed
        if not word or (usual is None and western(typed).isdecimal()):
            self.refusal.say(self.tr("Say what has happened: a number of the list, or a word or two"))
            self.event_word.setFocus()
            return
        if self.camera.text().strip() and self._number() not in self._board.rooms.cameras:
            self.refusal.say(self.tr("There is no camera {number}").format(number=self.camera.text().strip()))
            self.camera.setFocus()
            return
        new = NewIncident(
            word,
            camera=self._number(),
            place=self._place,
            category=(usual.category if usual is not None else Category.OTHER,),
            priority=self.priority.value,
        )
        self.send.setEnabled(False)
        desk, identifier = self._board.rooms.desks.incidents, self._id
        self._board.act(lambda actor: desk.open(actor, new, incident=identifier), self._opened, failed=self._refused)

    def _opened(self, done: Done[Incident]) -> None:
        self.opened.emit(done.value)
        self.accept()

    def _refused(self, error: WallError) -> None:
        self.send.setEnabled(True)
        self.refusal.say(say(error))


class _EventField(QLineEdit):
    """Completes the usual words while one types; up and down go through them. Signals: `stepped` (1 or -1)."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        completer = QCompleter([usual.word for usual in USUAL], self)
        completer.setCompletionMode(QCompleter.CompletionMode.InlineCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()  # the form takes the word as it stands; a completer would keep the first Enter for itself
            return
        super().keyPressEvent(event)


def _in_order(place: Place) -> str:
    """The numbers of a place keep their order within a text that is read from the right."""
    return f"\u2066{place_words(place)}\u2069"
