"""How an incident stands to others: what may be the same, what is, and what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident
from wallapp.domain.place import distance_m
from wallapp.ui.access.labels import quiet
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_reading import IncidentReading
from wallapp.ui.map.furniture import distance_words

HINTS_MOST = 3


class Relations(QWidget):
    """One row for each; nothing where there is none. GUI thread.

    Signals: `change_asked` (a function from the incident to the wanted one); `page_asked` (IncidentId).
    """

    change_asked = Signal(object)
    page_asked = Signal(object)

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._shown: object = None
        self._is_read_only = False
        self.rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def set_read_only(self, on: bool) -> None:
        """Whether nothing can be changed now; the ways to other pages stay."""
        self._is_read_only = on
        for row in self.rows:
            for button in row.findChildren(QPushButton):
                if button.property("changes"):
                    button.setVisible(not on)

    def follow(self, reading: IncidentReading) -> None:
        """Show how it stands."""
        incident, others = reading.view.incident, reading.others
        hints = [others[key] for key in hinted(reading.view.duplicates, incident) if key in others]
        hints = [other for other in hints if incident.id not in other.related][:HINTS_MOST]
        same = others.get(incident.duplicate_of) if incident.duplicate_of is not None else None
        copies = [other for other in others.values() if other.duplicate_of == incident.id]
        back = [other.id for other in others.values() if incident.id in other.related]
        related = [others[key] for key in sorted({*incident.related, *back}) if key in others]
        shown = (hints, same, copies, related, incident.place)
        if shown == self._shown:
            return
        self._shown = shown
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._hint_row(incident, other) for other in hints]
        if same is not None:
            self.rows.append(self._same_row(same))
        self.rows += [self._plain_row(self.tr("Its duplicate: {incident}"), other) for other in copies]
        self.rows += [self._plain_row(self.tr("Related: {incident}"), other) for other in related]
        for row in self.rows:
            self._column.addWidget(row)
        self.setVisible(bool(self.rows))
        self.set_read_only(self._is_read_only)

    def _hint_row(self, incident: Incident, other: Incident) -> QWidget:
        away_m = distance_m(incident.place, other.place) if incident.place and other.place else 0.0
        minutes = round(abs((other.began_at - incident.began_at).total_seconds()) / 60)
        text = self.tr("The same as {incident}? {distance} away, {minutes} min apart")
        if away_m < 1.0:
            text = self.tr("The same as {incident}? At the same place, {minutes} min apart")
        said = text.format(incident=self._called(other), distance=distance_words(away_m), minutes=minutes)
        row, add = self._row(said, severity=True)
        key = other.id
        add(self.tr("It is the same"), lambda: self._ask(lambda one: replace(one, duplicate_of=key)), changes=True)
        add(
            self.tr("Another, related"),
            lambda: self._ask(lambda one: replace(one, related=one.related | {key})),
            changes=True,
        )
        add(self.tr("Its page"), lambda: self.page_asked.emit(key), changes=False)
        return row

    def _same_row(self, other: Incident) -> QWidget:
        text = self.tr("Duplicate of {incident}: go on there, and withdraw this one")
        row, add = self._row(text.format(incident=self._called(other)))
        add(self.tr("It is not"), lambda: self._ask(lambda one: replace(one, duplicate_of=None)), changes=True)
        add(self.tr("Its page"), lambda: self.page_asked.emit(other.id), changes=False)
        return row

    def _plain_row(self, text: str, other: Incident) -> QWidget:
        row, add = self._row(text.format(incident=self._called(other)))
        add(self.tr("Its page"), lambda: self.page_asked.emit(other.id), changes=False)
        return row

    def _row(self, text: str, *, severity: bool = False) -> tuple[QWidget, Callable[..., None]]:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        label = quiet(text)
        if severity:
            label.setProperty("quiet", None)
            label.setProperty("severity", "medium")
        line.addWidget(label, 1)

        def add(name: str, do: Callable[[], object], *, changes: bool) -> None:
            button = QPushButton(name)
            button.setAutoDefault(False)
            button.setStyleSheet("padding: 3px 10px;")
            button.setAccessibleName(f"{name}: {text}")
            button.setProperty("changes", changes)
            button.clicked.connect(lambda: do())
            line.addWidget(button)

        return row, add

    def _called(self, other: Incident) -> str:
        return f"{words.called(other, self._board.rooms.cameras)} ({words.word(other.state)})"

    def _ask(self, change: Callable[[Incident], Incident]) -> None:
        self.change_asked.emit(change)


def hinted(duplicates: Iterable[IncidentId], incident: Incident) -> list[IncidentId]:
    """Those of the likely duplicates about which nobody has said anything yet."""
    return [key for key in duplicates if key not in incident.related]
