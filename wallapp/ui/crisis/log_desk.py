"""The log in the window: its panel below the wall, lines from the entry line, corrections and reviews."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from wallapp.base.errors import BadInput, WallError
from wallapp.base.ids import IncidentId
from wallapp.domain.logbook import LogEntry, LogKind
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.log_line import TypedLine, named_incident, read_log_line
from wallapp.services.logbook import LineView, NewLine
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.log_panel import LogPanel, Written
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.role_menu import RoleMenu


class LogFloor(QObject):
    """One for each window. GUI thread.

    Signals: `told` (Notice); `left`: the keyboard is to go back to the wall; `returned` (text): a line of the entry
    line that could not be written, to be put back there; `entry_asked` (text): the entry line is to begin with it.
    """

    told = Signal(object)
    left = Signal()
    returned = Signal(str)
    entry_asked = Signal(str)

    def __init__(self, board: SituationBoard, below: QSplitter, parent: QObject) -> None:
        super().__init__(parent)
        self._board = board
        self.panel = LogPanel(board)
        below.addWidget(self.panel)
        self.panel.hide()
        self.panel.closed.connect(self.hide)
        self.panel.written.connect(self._write)
        self.panel.reviewed.connect(self._review)

    def fill(self, menu: RoleMenu) -> None:
        """Put its pages into the menu."""
        menu.add_page(lambda: self.tr("Log"), self.toggle, keys="F10", verbs=[Verb.SEE_INCIDENTS])
        menu.add_page(
            lambda: self.tr("Write in the log"),
            lambda: self.entry_asked.emit("+ "),
            keys="Ctrl+J",
            verbs=[Verb.WRITE_LOG],
        )

    def toggle(self) -> None:
        """Show it and give it the keyboard; hide it where it has that already."""
        focused = QApplication.focusWidget()
        if self.panel.isVisible() and focused is not None and self.panel.isAncestorOf(focused):
            self.hide()
        else:
            self.show()

    def show(self, incident: IncidentId | None = None) -> None:
        """Show it, with the lines about one incident where one is named."""
        self.panel.show()
        if incident is not None:
            self.panel.show_incident(incident)
        self.panel.read()
        self.panel.take_focus()

    def hide(self) -> None:
        """Hide it; the wall gets its room and the keyboard back."""
        self.panel.hide()
        self.left.emit()

    def write_typed(self, line: str) -> None:
        """A line of the entry line that is meant for the log."""
        try:
            typed = read_log_line(line)
        except BadInput:
            text = self.tr("Say what happened behind the plus sign, such as: + barrier down")
            self.told.emit(Notice(text, Weight.TROUBLE))
            self.returned.emit(line)
            return
        self._put(typed.text, typed.kind, self._incident(typed), back=lambda: self.returned.emit(line))

    def _write(self, written: Written) -> None:
        if written.corrects is not None:
            seq = written.corrects
            desk = self._board.rooms.desks.log
            self._do(
                lambda actor: desk.correct(actor, seq, written.text), back=lambda: self.panel.put_back(written.text)
            )
            return
        incident = written.incident or self._incident(TypedLine(written.text, incident=named_incident(written.text)))
        self._put(written.text, written.kind, incident, back=lambda: self.panel.put_back(written.text))

    def _put(self, text: str, kind: LogKind, incident: IncidentId | None, *, back: Callable[[], None]) -> None:
        desk = self._board.rooms.desks.log
        self._do(lambda actor: desk.write(actor, NewLine(text, kind, incident)), back=back)

    def _do(self, work: Callable[[Actor], LogEntry], *, back: Callable[[], None]) -> None:
        if self._board.rooms.actor is None:
            back()

        def refused(error: WallError) -> None:
            self.told.emit(Notice(say(error), Weight.TROUBLE))
            back()

        self._board.act(work, self._tell, failed=refused)

    def _tell(self, entry: LogEntry) -> None:
        if entry.seq:
            self.told.emit(Notice(self.tr("In the log as line {number}").format(number=entry.seq)))
        else:
            text = self.tr("The store does not answer: the line is kept at this station and sent when it is back")
            self.told.emit(Notice(text, Weight.TROUBLE))

    def _review(self, view: LineView, significant: bool) -> None:
        desk, seq = self._board.rooms.desks.log, view.entry.seq
        self._board.act(lambda actor: desk.review(actor, seq, significant=significant))

    def _incident(self, typed: TypedLine) -> IncidentId | None:
        """The open incident that the line names; None where there is none: the number stands in its text."""
        if typed.incident is None:
            return None
        views = self._board.situation.incidents
        return next((view.incident.id for view in views if view.incident.number == typed.incident), None)
