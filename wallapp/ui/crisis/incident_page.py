"""One incident with everything around it: its fields, steps, cameras, markers and log, and who else has it open."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wallapp.base.errors import BadInput, NotFound, WallError
from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.merge import SharedKind
from wallapp.domain.permissions import Verb
from wallapp.domain.place import Place
from wallapp.services.actor import Actor
from wallapp.services.shared_done import Done
from wallapp.ui import theme
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import Refusal, quiet
from wallapp.ui.access.marks import Mark
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.conflicts import ConflictList
from wallapp.ui.crisis.incident_fields import IncidentFields
from wallapp.ui.crisis.incident_lists import CamerasPart, LogPart, MarkersPart
from wallapp.ui.crisis.incident_reading import IncidentReading, read_incident
from wallapp.ui.crisis.incident_relations import Relations
from wallapp.ui.crisis.incident_steps import StepsBar

PRESENT_MS: Final = 30_000
"""So often it is said again that somebody has it open."""
_WIDTH_PX: Final = 1180
_HEIGHT_PX: Final = 820
_TITLE_PX: Final = 20
_EDGE_PX: Final = 10
"""Half of the margin at both sides: the scroll bar stands in the other half, whichever side it is on."""


class IncidentPage(QDialog):
    """Stays open while the wall goes on; follows what others do. Escape closes it. GUI thread.

    Args:
      pointed: the place that is chosen on the map now.

    Signals: `page_asked` (IncidentId): another one's page is wanted; `again_asked`: this page is wanted anew, in
    another language.
    """

    page_asked = Signal(object)
    again_asked = Signal()

    def __init__(
        self,
        board: SituationBoard,
        incident: IncidentId,
        *,
        pointed: Callable[[], Place | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self.incident = incident
        self.reading: IncidentReading | None = None
        self._is_asking = self._asks_again = False
        self._warns_of_typed = False
        rooms = board.rooms
        works = rooms.may(Verb.WORK_ON_INCIDENTS)
        self._works = works
        self._mark = Mark(words.MARKS[next(iter(words.MARKS))])
        self._title, self._stand, self._watchers = QLabel(), quiet(), quiet()
        self.refusal = Refusal()
        self.steps = StepsBar(rooms.person, works=works)
        self.relations = Relations(board)
        self.conflicts = ConflictList(board, lambda one: one.kind is SharedKind.INCIDENT and one.entity == incident)
        self.fields = IncidentFields(pointed)
        self.save = QPushButton(self.tr("Save (Ctrl+Enter)"))
        self.save.setAutoDefault(False)
        self.revert = QPushButton(self.tr("Undo what was typed"))
        self.revert.setAutoDefault(False)
        self.cameras = CamerasPart(board, incident)
        self.markers = MarkersPart(board, incident)
        self.log = LogPart(board, incident)
        self._lay_out()
        self._join()
        self._timer = QTimer(self)
        self._timer.setInterval(PRESENT_MS)
        self._timer.timeout.connect(self._stay_present)
        self._timer.start()
        self._be_present()
        self.look()
        self.log.take_focus()

    # Building

    def _lay_out(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(min(_WIDTH_PX, screen.width()), min(_HEIGHT_PX, screen.height()))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setStyleSheet(f"font-size: {_TITLE_PX}px; font-weight: bold; color: {theme.TEXT_STRONG};")
        self._title.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._mark)
        head.addWidget(self._title, 1)
        left = QVBoxLayout()
        left.addWidget(self.fields)
        left.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
        buttons.addWidget(self.refusal, 1)
        buttons.addWidget(self.revert)
        buttons.addWidget(self.save)
        right = QVBoxLayout()
        right.setSpacing(14)
        right.addWidget(self.cameras, 3)
        right.addWidget(self.markers, 2)
        right.addWidget(self.log, 5)
        sides = QHBoxLayout()
        sides.setSpacing(20)
        sides.addLayout(left, 5)
        sides.addLayout(right, 5)
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
        inside.setSpacing(8)
        inside.addWidget(self.relations)
        inside.addWidget(self.conflicts)
        inside.addLayout(sides, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE_PX, 16, _EDGE_PX, 16)
        column.setSpacing(8)
        above = QVBoxLayout()
        above.setContentsMargins(_EDGE_PX, 0, _EDGE_PX, 0)
        above.setSpacing(6)
        above.addLayout(head)
        for part in (self._stand, self._watchers, self.steps):
            above.addWidget(part)
        column.addLayout(above)
        column.addWidget(_scrolling(body), 1)
        column.addLayout(buttons)
        for button in (self.save, self.revert):
            button.setVisible(self._works)

    def _join(self) -> None:
        self.steps.stepped.connect(self._step)
        self.steps.taken.connect(self._take)
        self.relations.change_asked.connect(self._change)
        self.relations.page_asked.connect(self.page_asked)
        self.fields.changed.connect(self._follow_typed)
        self.save.clicked.connect(self.keep)
        self.revert.clicked.connect(self._revert)
        for part in (self.cameras, self.markers, self.log):
            part.refused.connect(self._refuse)
            part.done.connect(lambda: self.refusal.say(""))
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(self.keep)
        self._board.changed.connect(self.look)

    # Reading

    def look(self) -> None:
        """Read it again; once more afterwards where that is being done."""
        if self._is_asking:
            self._asks_again = True
            return
        self._is_asking = True
        rooms, incident = self._board.rooms, self.incident
        work = lambda: read_incident(rooms.desks, rooms.actor, incident)  # noqa: E731  # read once, just below
        ask(rooms.clerk, self, work, then=self._take_reading, failed=self._miss)

    def _take_reading(self, reading: IncidentReading) -> None:
        self._is_asking = False
        is_first, self.reading = self.reading is None, reading
        incident = reading.view.incident
        if is_first:
            self.fields.reset(incident)
        self.fields.follow(incident, self._name(incident.updated_by))
        self._show(reading)
        if self._asks_again:
            self._asks_again = False
            self.look()

    def _miss(self, error: WallError) -> None:
        self._is_asking = False
        if isinstance(error, NotFound):  # opened at this station a moment ago, or hidden from this person
            self._refuse(error)

    def _show(self, reading: IncidentReading) -> None:
        incident, rooms = reading.view.incident, self._board.rooms
        title = words.called(incident, rooms.cameras)
        self.setWindowTitle(title)
        self._title.setText(words.leading(title))
        self._mark.show_mark(words.MARKS[incident.priority], filled=incident.state is not IncidentState.ON_HOLD)
        now_at = rooms.clock.now_at()
        parts = [
            words.word(incident.state),
            self.tr("priority: {priority}").format(priority=words.word(incident.priority)),
            self.tr("owner: {name}").format(name=self._name(incident.owner)) if incident.owner else "",
            self.tr("since {time}").format(time=words.short_time(incident.began_at, now_at)),
            incident.state_reason,
        ]
        self._stand.setText(" · ".join(part for part in parts if part))
        names = sorted({self._name(one.account) for one in reading.view.watchers})
        self._watchers.setText(self.tr("Monitored by {names}").format(names=", ".join(names)))
        self._watchers.setVisible(bool(names))
        self.steps.follow(incident, self._name(incident.owner))
        self.relations.follow(reading)
        self.cameras.follow(incident)
        self.markers.follow(reading.markers)
        self.log.follow(reading.lines)
        may_edit = self._works and incident.state.is_open and self.steps.may_act(incident)
        self.fields.set_read_only(not may_edit)
        self.relations.set_read_only(not may_edit)
        self.cameras.set_read_only(not may_edit)
        self._follow_typed()

    def _name(self, account: object) -> str:
        names = {str(key): name for key, name in self._board.situation.names.items()}
        return names.get(str(account), "")

    # What is typed

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is not kept yet."""
        return self.reading is not None and self.fields.is_changed

    def keep(self) -> None:
        """Send what was typed, with what was seen when it was begun."""
        if not self.is_changed:
            return
        try:
            seen, wanted = self.fields.edit()
        except BadInput as error:
            self._refuse(error)
            return
        self.save.setEnabled(False)
        self._change_seen(seen, wanted, self._kept)

    def _kept(self, done: Done[Incident]) -> None:
        self.fields.reset(done.value)
        text = self.tr("Somebody else changed it first: settle it above") if done.conflicts else ""
        self.refusal.say(text)

    def _revert(self) -> None:
        if self.reading is not None:
            self.fields.reset(self.reading.view.incident)
            self._follow_typed()

    def _follow_typed(self) -> None:
        self._warns_of_typed = False
        for button in (self.save, self.revert):
            button.setEnabled(self.is_changed)

    # What it does

    def _change(self, change: Callable[[Incident], Incident]) -> None:
        """Change what is no field of the form."""
        if self.reading is not None:
            seen = self.reading.view.incident
            self._change_seen(seen, change(seen), lambda _done: self.refusal.say(""))

    def _change_seen(self, seen: Incident, wanted: Incident, then: Callable[[Done[Incident]], None]) -> None:
        desk = self._board.rooms.desks.incidents
        self._board.act(lambda actor: desk.change(actor, seen, wanted), then, failed=self._refuse)

    def _step(self, to: IncidentState, reason: str) -> None:
        desk, incident = self._board.rooms.desks.incidents, self.incident
        self._do(lambda actor: desk.move_on(actor, incident, to, reason=reason))

    def _take(self) -> None:
        desk, incident = self._board.rooms.desks.incidents, self.incident
        self._do(lambda actor: desk.take_over(actor, incident))

    def _do(self, work: Callable[[Actor], object]) -> None:
        self._board.act(work, lambda _done: self.refusal.say(""), failed=self._refuse)

    def _refuse(self, error: WallError) -> None:
        self.refusal.say(say(error))
        self._follow_typed()

    # Being there

    def _be_present(self) -> None:
        rooms, incident = self._board.rooms, self.incident
        actor = rooms.actor
        if actor is not None:
            work = lambda: rooms.desks.incidents.be_present(actor, incident)  # noqa: E731  # as above
            ask(rooms.clerk, self, work, then=lambda _: self.look(), failed=lambda _error: None)

    def _stay_present(self) -> None:
        """Not while the station is locked: nobody looks at it then."""
        if self.isVisible():
            self._be_present()

    def _leave(self) -> None:
        rooms, incident = self._board.rooms, self.incident
        actor = rooms.actor
        if actor is not None:
            work = lambda: rooms.desks.incidents.leave(actor, incident)  # noqa: E731  # as above
            ask(rooms.clerk, self._board, work, then=lambda _: None, failed=lambda _error: None)

    def reject(self) -> None:
        """Close it; what was typed and not kept is asked about first."""
        if self.is_changed and not self._warns_of_typed:
            self._warns_of_typed = True
            self.refusal.say(self.tr("What you typed is not kept: Ctrl+Enter keeps it, Esc again leaves it"))
            return
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.isVisible() and self.is_changed and not self._warns_of_typed:
            self.reject()
            event.ignore()
            return
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another language makes the page anew, unless that would lose what was typed."""
        if event.type() == QEvent.Type.LanguageChange and self.isVisible() and not self.is_changed:
            QTimer.singleShot(0, self, self.again_asked.emit)
        super().changeEvent(event)

    def done(self, result: int) -> None:
        """As Qt's; says that nobody is here any more."""
        self._timer.stop()
        self._board.changed.disconnect(self.look)
        self._leave()
        super().done(result)


def _scrolling(inside: QWidget) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inside)
    return scroll
