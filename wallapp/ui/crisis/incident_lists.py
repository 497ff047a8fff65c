"""The lists of an incident's page: its cameras, its markers, its lines of the log."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wallapp.base.errors import NotFound
from wallapp.base.ids import CameraNumber, IncidentId, MarkerId
from wallapp.domain.incident import CameraRole, Incident
from wallapp.domain.marker import MarkerState, is_open
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.entry_line import western
from wallapp.services.logbook import LineView, NewLine
from wallapp.services.markers import MarkerView
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_choices import EnumChoice
from wallapp.ui.crisis.incident_parts import Row, RowsPart
from wallapp.ui.crisis.log_words import line_words
from wallapp.ui.crisis.marker_words import called, where_words


class _Part(QWidget):
    """Signals: `refused` (WallError); `done`: an act of it was carried out. GUI thread."""

    refused = Signal(object)
    done = Signal()

    def __init__(self, board: SituationBoard, incident: IncidentId, *, rows: int) -> None:
        super().__init__()
        self.board, self.incident = board, incident
        self.part = RowsPart(rows=rows)
        self.works = board.rooms.may(Verb.WORK_ON_INCIDENTS)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        self.column.addWidget(self.part, 1)

    def act(self, work: Callable[[Actor], object], then: Callable[[], None] = lambda: None) -> None:
        """Do it in the name of who sits here."""

        def carried_out(_answer: object) -> None:
            then()
            self.done.emit()

        self.board.act(work, carried_out, failed=self.refused.emit)


class CamerasPart(_Part):
    """Which cameras show it, and what each is to it; added by number."""

    def __init__(self, board: SituationBoard, incident: IncidentId) -> None:
        super().__init__(board, incident, rows=3)
        self.part.rename(self.tr("Cameras"))
        self.number = EnterField()
        self.number.setPlaceholderText(self.tr("number, then Enter: one more camera"))
        self.number.setAccessibleName(self.tr("Link a camera by its number"))
        self.number.setMaxLength(6)
        self.number.entered.connect(self._add)
        self.role = EnumChoice[CameraRole](words.CAMERA_ROLES)
        self.role.show_value(CameraRole.CONTEXT)
        self.role.setAccessibleName(self.tr("What the camera is to it"))
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self.number, 1)
        row.addWidget(self.role, 1)
        self._add_row = QWidget()
        self._add_row.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        self._end = self.part.add_button(self.tr("It shows it no longer"), self._unlink, keys="Del")
        self.part.foot.addStretch(1)
        self.part.chosen.connect(self._follow_chosen)
        self.column.addWidget(self._add_row)
        self._incident: Incident | None = None
        self._is_read_only = False

    def follow(self, incident: Incident) -> None:
        """Show its cameras, those that show it now first."""
        self._incident = incident
        now_at = self.board.rooms.clock.now_at()
        rows = []
        for link in sorted(incident.linked_cameras, key=lambda link: link.until_at is not None):
            camera = self.board.rooms.cameras.get(link.camera)
            parts = [f"{link.camera} {camera.name if camera is not None else ''}".strip(), words.word(link.role)]
            parts.append(self.tr("since {time}").format(time=words.short_time(link.since_at, now_at)))
            if link.until_at is not None:
                parts.append(self.tr("until {time}").format(time=words.short_time(link.until_at, now_at)))
            rows.append(Row(str(link.camera), " · ".join(parts), is_over=link.until_at is not None))
        self.part.show_rows(rows)
        self._follow_chosen()

    def set_read_only(self, on: bool) -> None:
        """Whether nothing can be changed now."""
        self._is_read_only = on
        self._add_row.setVisible(not on)
        self._follow_chosen()

    def _follow_chosen(self) -> None:
        links = self._incident.linked_cameras if self._incident is not None else ()
        runs = any(str(link.camera) == self.part.current and link.until_at is None for link in links)
        self._end.setVisible(not self._is_read_only)
        self._end.setEnabled(runs)

    def _add(self, typed: str) -> None:
        number, desk, role = western(typed), self.board.rooms.desks.incidents, self.role.value
        if not number.isdecimal():
            self.refused.emit(NotFound(self.tr("There is no camera {number}").format(number=typed)))
            return
        camera = CameraNumber(int(number))
        self.act(lambda actor: desk.link_camera(actor, self.incident, camera, role=role), self.number.clear)

    def _unlink(self, key: str) -> None:
        desk, camera = self.board.rooms.desks.incidents, CameraNumber(int(key))
        self.act(lambda actor: desk.unlink_camera(actor, self.incident, camera))


class MarkersPart(_Part):
    """Its markers; all of them must be done with before it is resolved."""

    def __init__(self, board: SituationBoard, incident: IncidentId) -> None:
        super().__init__(board, incident, rows=2)
        self.part.rename(self.tr("Markers"))
        self._resolve = self.part.add_button(self.tr("Resolve it"), self._resolve_one)
        self._resolve_all = self.part.add_button(self.tr("Resolve all"), lambda _key: self._resolve_every())
        self._detach = self.part.add_button(self.tr("Detach it"), self._detach_one)
        self.part.foot.addStretch(1)
        self.part.chosen.connect(self._follow_chosen)
        self._open: dict[MarkerId, MarkerState] = {}

    def follow(self, views: Sequence[MarkerView]) -> None:
        """Show them, open ones first."""
        markers = sorted((view.marker for view in views), key=lambda one: not is_open(one))
        self._open = {one.id: one.state for one in markers if is_open(one)}
        texts = [" · ".join((called(one), words.word(one.state), where_words(one))) for one in markers]
        self.part.show_rows(
            [Row(one.id, text, is_over=not is_open(one)) for one, text in zip(markers, texts, strict=True)]
        )
        self._follow_chosen()

    def _follow_chosen(self) -> None:
        is_one_open = self.part.current in self._open
        for button in (self._resolve, self._detach):
            button.setEnabled(is_one_open)
            button.setVisible(self.works and bool(self._open))
        self._resolve_all.setVisible(self.works and len(self._open) > 1)

    def _resolve_one(self, key: str) -> None:
        desk = self.board.rooms.desks.markers
        if key in self._open:
            steps = _ways_to_resolved(self._open[MarkerId(key)])
            self.act(lambda actor: [desk.move_on(actor, MarkerId(key), to) for to in steps])

    def _resolve_every(self) -> None:
        desk, open_ones = self.board.rooms.desks.markers, dict(self._open)

        def work(actor: Actor) -> None:
            for key, state in open_ones.items():
                for to in _ways_to_resolved(state):
                    desk.move_on(actor, key, to)

        self.act(work)

    def _detach_one(self, key: str) -> None:
        desk = self.board.rooms.desks.markers
        self.act(lambda actor: desk.detach(actor, MarkerId(key)))


class LogPart(_Part):
    """Its lines of the log, the newest first, and a field to add one."""

    def __init__(self, board: SituationBoard, incident: IncidentId) -> None:
        super().__init__(board, incident, rows=4)
        self.part.rename(self.tr("Log"))
        self.line = EnterField()
        self.line.setPlaceholderText(self.tr("a line for the log of this incident, then Enter"))
        self.line.setAccessibleName(self.tr("A line for the log of this incident"))
        self.line.entered.connect(self._write)
        self.line.setVisible(board.rooms.may(Verb.WRITE_LOG))
        self.column.addWidget(self.line)

    def follow(self, views: Sequence[LineView]) -> None:
        """Show these lines."""
        now_at = self.board.rooms.clock.now_at()
        rows = []
        for view in views:
            line = view.entry.line
            time = words.short_time(line.happened_at, now_at)
            said = " · ".join(part for part in (f"\u2066{time}\u2069", view.author, line_words(line)) if part)
            rows.append(Row(line.id, said, is_over=bool(view.corrections)))
        self.part.show_rows(rows)

    def take_focus(self) -> None:
        """Where the keyboard is at first: what one mostly does here is to write down what happens."""
        (self.line if self.line.isVisibleTo(self) else self.part.list).setFocus()

    def _write(self, typed: str) -> None:
        desk, new = self.board.rooms.desks.log, NewLine(typed, incident=self.incident)
        self.act(lambda actor: desk.write(actor, new), self.line.clear)


class EnterField(QLineEdit):
    """Enter sends what is typed and stays with the field. Signals: `entered` (str)."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                self.entered.emit(self.text().strip())
            event.accept()
            return
        super().keyPressEvent(event)


def _ways_to_resolved(state: MarkerState) -> tuple[MarkerState, ...]:
    """A marker is confirmed before it is resolved."""
    return (MarkerState.RESOLVED,) if state is MarkerState.CONFIRMED else (MarkerState.CONFIRMED, MarkerState.RESOLVED)
