"""Every incident there was, closed and withdrawn ones too: to read one again, or to reopen it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from wallapp.base.errors import WallError
from wallapp.base.ids import IncidentId
from wallapp.services.incidents import IncidentView
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_line import line_of
from wallapp.ui.crisis.incident_rows import IncidentList
from wallapp.ui.folding import folded

_WIDTH_PX: Final = 640
_HEIGHT_PX: Final = 560
_ROWS_MOST: Final = 200


class IncidentFinder(QDialog):
    """A number or some words narrow the list, the newest first; Enter opens the page. GUI thread.

    Signals: `page_asked` (IncidentId).
    """

    page_asked = Signal(object)

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._views: Sequence[IncidentView] = ()
        self.setWindowTitle(self.tr("Find an incident"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self.words = QLineEdit()
        self.words.setPlaceholderText(self.tr("number, or words of the incident"))
        self.words.setAccessibleName(self.tr("Number or words of the incident"))
        self.words.installEventFilter(self)
        self.words.textChanged.connect(self._show)
        self.list = IncidentList()
        self.list.setAccessibleName(self.tr("Incidents found; Enter opens the page of one"))
        self.list.opened.connect(self._open)
        self.list.given_up.connect(self.reject)
        self.found = quiet()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addWidget(self.found)
        board.changed.connect(self.look)
        self.look()

    def look(self) -> None:
        """Read them."""
        rooms = self._board.rooms
        work = lambda: rooms.desks.incidents.incidents(rooms.actor, open_only=False)  # noqa: E731  # read just below
        ask(rooms.clerk, self, work, then=self._take, failed=self._miss)

    def _take(self, views: Sequence[IncidentView]) -> None:
        self._views = sorted(views, key=lambda view: view.incident.began_at, reverse=True)
        self._show()

    def _miss(self, error: WallError) -> None:
        self.found.setText(say(error))

    def _show(self) -> None:
        asked = folded(self.words.text()).removeprefix("#").split()
        found = [view for view in self._views if all(word in self._searched(view) for word in asked)]
        names = self._board.situation.names
        self.list.show_lines([line_of(view, self._board.rooms, names) for view in found[:_ROWS_MOST]])
        self.found.setText(self.tr("Found: {count}").format(count=len(found)))

    def _searched(self, view: IncidentView) -> str:
        incident = view.incident
        said = (incident.title, incident.event, incident.description, words.word(incident.state), str(incident.number))
        return folded("\n".join(said))

    def _open(self, incident: IncidentId) -> None:
        self.accept()
        self.page_asked.emit(incident)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up, down and Enter in the field are the list's."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                chosen = self.list.current
                if chosen is not None:
                    self._open(chosen)
                return True
        return super().eventFilter(watched, event)
