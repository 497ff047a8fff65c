"""The log below the wall: its newest lines, a search through all of them, and a field to write one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import IncidentId
from wallapp.domain.logbook import BY_HAND, LONGEST_TEXT, LogKind
from wallapp.domain.permissions import Verb
from wallapp.services.logbook import LineView
from wallapp.services.shared_ports import LogQuery
from wallapp.services.situation import LINES
from wallapp.ui.access.asking import ask
from wallapp.ui.access.labels import quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.log_rows import LogList, LogRow
from wallapp.ui.crisis.log_words import KINDS, kind_word, line_words, review_word, spoken

_SEARCH_MS: Final = 250
_HEIGHT_PX: Final = 240
_WIDTH_PX: Final = 500
_ROOMY_PX: Final = 940
"""From this width on each act has its button; below it they stand in a menu."""
_MOST: Final = 5_000
_WRITTEN: Final = (
    LogKind.OBSERVATION,
    LogKind.DECISION,
    LogKind.ACTION,
    LogKind.COMMUNICATION_IN,
    LogKind.COMMUNICATION_OUT,
)
_SHOWN: Final[tuple[frozenset[LogKind], ...]] = (
    frozenset(),
    BY_HAND,
    frozenset({LogKind.DECISION}),
    frozenset({LogKind.COMMUNICATION_IN, LogKind.COMMUNICATION_OUT}),
    frozenset(set(KINDS) - BY_HAND - {LogKind.CORRECTION, LogKind.REVIEW}),
)
_SIGNIFICANT: Final = len(_SHOWN)
"""Behind the kinds in the list of what is shown."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was typed into the panel's field. `corrects`: the number of the line that it puts right."""

    text: str
    kind: LogKind
    incident: IncidentId | None
    corrects: int | None = None


class LogPanel(QWidget):
    """Signals: `written` (Written), `reviewed` (LineView, bool), `table_asked`, `paper_asked`, `closed`. GUI thread."""

    written = Signal(object)
    reviewed = Signal(object, bool)
    table_asked = Signal()
    paper_asked = Signal()
    closed = Signal()

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board = board
        self._found: tuple[LineView, ...] | None = None
        self._limit = LINES
        self._correcting: LineView | None = None
        self._asked = 0
        self.list = LogList()
        self._title = QLabel()
        self._title.setStyleSheet("font-weight: bold;")
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self.about = QComboBox()
        self.shown = QComboBox()
        self._count = quiet()
        self._count.setWordWrap(False)
        self.kind = QComboBox()
        self.field = QLineEdit()
        self.field.setMaxLength(LONGEST_TEXT)
        self.write_button, self.correct_button, self.review_button = QPushButton(), QPushButton(), QPushButton()
        self._table, self._paper, self._older, self._close = (QPushButton() for _ in range(4))
        self._acts = (self.review_button, self.correct_button, self._older, self._table, self._paper)
        self._tools, self._more = QWidget(), QPushButton()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_MS)
        self._timer.timeout.connect(self.read)
        self._lay_out()
        self._join()
        self._retranslate()

    def _lay_out(self) -> None:
        head, foot = QHBoxLayout(), QHBoxLayout()
        for row in (head, foot):
            row.setSpacing(8)
        head.setContentsMargins(12, 8, 12, 4)
        foot.setContentsMargins(12, 4, 12, 8)
        for part in (self._title, self.search, self.about, self.shown):
            head.addWidget(part)
        head.addWidget(self._count)
        head.addStretch(1)
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(8)
        for button in self._acts:
            button.setStyleSheet("padding: 3px 10px;")
            button.setAutoDefault(False)
            tools.addWidget(button)
        for button in (self._more, self._close):
            button.setStyleSheet("padding: 3px 10px;")
            button.setAutoDefault(False)
        head.addWidget(self._tools)
        head.addWidget(self._more)
        head.addWidget(self._close)
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(240)
        for box in (self.about, self.shown):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(9)
        foot.addWidget(self.kind)
        foot.addWidget(self.field, 1)
        foot.addWidget(self.write_button)
        self._foot = QWidget()
        self._foot.setLayout(foot)
        self._foot.setVisible(self._board.rooms.may(Verb.WRITE_LOG))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._foot)
        self.setMinimumSize(_WIDTH_PX, _HEIGHT_PX)

    def _join(self) -> None:
        rooms = self._board.rooms
        self.search.textChanged.connect(lambda _: self._timer.start())
        self.about.currentIndexChanged.connect(lambda _: self.read())
        self.shown.currentIndexChanged.connect(lambda _: self.read())
        self.list.given_up.connect(self.closed)
        self.list.pointed.connect(self._show_choice)
        self.list.menu_asked.connect(self._open_menu)
        self.field.returnPressed.connect(self._write)
        self.write_button.clicked.connect(self._write)
        self.correct_button.clicked.connect(self.correct)
        self.review_button.clicked.connect(self.review)
        self._older.clicked.connect(self._read_older)
        self._table.clicked.connect(self.table_asked)
        self._paper.clicked.connect(self.paper_asked)
        self._close.clicked.connect(self.closed)
        self._more.clicked.connect(lambda: self._open_menu(self._more.mapToGlobal(self._more.rect().bottomLeft())))
        self.correct_button.setVisible(rooms.may(Verb.WRITE_LOG))
        self.review_button.setVisible(rooms.may(Verb.REVIEW_LOG))
        for keys, act in (("C", self.correct), ("I", self.review)):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)
        self._board.changed.connect(self.follow)

    # What others ask

    @property
    def query(self) -> LogQuery:
        """Which lines are asked for."""
        chosen = max(0, self.shown.currentIndex())
        return LogQuery(
            incident=self.about.currentData(),
            kinds=_SHOWN[chosen] if chosen < _SIGNIFICANT else frozenset(),
            words=self.search.text(),
            significant=chosen == _SIGNIFICANT,
            limit=self._limit,
        )

    @property
    def current(self) -> LineView | None:
        """The selected line; None where there is none."""
        row = self.list.current
        return row.view if row is not None else None

    def take_focus(self) -> None:
        """Give the keyboard to the field, or to the search where this person writes no log."""
        target = self.search if self._foot.isHidden() else self.field
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_incident(self, incident: IncidentId | None) -> None:
        """Show the lines about one, or all of them."""
        self._list_incidents()
        self.about.setCurrentIndex(max(0, self.about.findData(incident)))

    def put_back(self, text: str) -> None:
        """A line that could not be written: it is not lost."""
        if not self.field.text():
            self.field.setText(text)

    # What it shows

    def follow(self) -> None:
        """Show the newest reading; ask for what the reading does not hold."""
        self._list_incidents()
        if self.isVisible():
            self.read()

    def read(self) -> None:
        """Ask for the lines that are wanted; those of the reading at once."""
        self._timer.stop()
        query, rooms = self.query, self._board.rooms
        self._asked += 1
        if query == LogQuery(limit=LINES):
            self._found = None
            self._show()
            return
        asked = self._asked
        ask(
            rooms.clerk,
            self,
            lambda: rooms.desks.log.lines(rooms.actor, query),
            then=lambda found: self._take(found, asked),
            failed=lambda error: self._count.setText(say(error)),
        )

    def _take(self, found: Sequence[LineView], asked: int) -> None:
        if asked == self._asked:  # else a later question is on its way
            self._found = tuple(found)
            self._show()

    def _read_older(self) -> None:
        self._limit = min(_MOST, self._limit * 4)
        self.read()

    def _show(self) -> None:
        views = self._board.situation.lines if self._found is None else self._found
        now_at = self._board.rooms.clock.now_at()
        self.list.show_rows([self._row(view, now_at) for view in views])
        text = self.tr("{count} lines")
        self._count.setText(text.format(count=len(views)) if views else self.tr("no line fits"))
        self._older.setVisible(len(views) >= self._limit and self._limit < _MOST)
        self._show_choice()

    def _row(self, view: LineView, now_at: datetime) -> LogRow:
        line = view.entry.line
        when = line.happened_at.astimezone()
        is_today = when.date() == now_at.astimezone().date()
        time = f"\u2066{when:%H:%M:%S}\u2069" if is_today else f"\u2066{when:%d.%m. %H:%M:%S}\u2069"
        author = view.author or line.station
        parts = [line_words(line), spoken(line)]
        if view.significant is not None:
            parts.append(review_word(view.significant))
        if view.is_local:
            parts.append(self.tr("waits at this station"))
        text = " · ".join(part for part in parts if part)
        names = self._board.situation.names
        later = tuple(
            self.tr("corrected by {name}: {text}").format(
                name=names.get(each.line.actor, "") if each.line.actor is not None else "", text=each.line.text
            )
            for each in view.corrections
        )
        said = " · ".join((time, kind_word(line.kind), author, text, *later))
        return LogRow(
            view,
            time,
            kind_word(line.kind),
            text,
            author,
            said,
            later,
            is_by_hand=line.kind in BY_HAND,
            is_significant=bool(view.significant),
        )

    def _list_incidents(self) -> None:
        """The open ones, and the one that is chosen though it be closed by now."""
        wanted: list[tuple[str, IncidentId | None]] = [(self.tr("All incidents"), None)]
        cameras = self._board.rooms.cameras
        views = sorted(self._board.situation.incidents, key=lambda view: -view.incident.number)
        wanted += [(words.called(view.incident, cameras), view.incident.id) for view in views]
        chosen, text = self.about.currentData(), self.about.currentText()
        if chosen is not None and chosen not in [incident for _, incident in wanted]:
            wanted.append((text, chosen))
        if wanted == [(self.about.itemText(row), self.about.itemData(row)) for row in range(self.about.count())]:
            return
        self.about.blockSignals(True)
        self.about.clear()
        for name, incident in wanted:
            self.about.addItem(name, incident)
        self.about.setCurrentIndex(max(0, self.about.findData(chosen)))
        self.about.blockSignals(False)

    def _show_choice(self) -> None:
        view = self.current
        fits = view is not None and view.entry.seq > 0 and view.entry.line.about is None
        self.correct_button.setEnabled(fits)
        self.review_button.setEnabled(fits)
        is_significant = view is not None and bool(view.significant)
        text = self.tr("Not significant (I)") if is_significant else self.tr("Significant (I)")
        self.review_button.setText(text)

    # What it does

    def _write(self) -> None:
        text = self.field.text().strip()
        if not text:
            return
        corrects = self._correcting.entry.seq if self._correcting is not None else None
        kind = _WRITTEN[max(0, self.kind.currentIndex())]
        self.written.emit(Written(text, kind, self.about.currentData(), corrects))
        self._end_correcting()

    def correct(self) -> None:
        """Put the selected line into the field, to be written as it should have been."""
        view = self.current
        if view is None or not self.correct_button.isEnabled():
            return
        self._correcting = view
        newest = view.corrections[-1].line.text if view.corrections else view.entry.line.text
        self.field.setText(newest)
        self.kind.setEnabled(False)
        self._name_field()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def review(self) -> None:
        """Say that the selected line is significant, or that it is not after all."""
        view = self.current
        if view is not None and self.review_button.isEnabled():
            self.reviewed.emit(view, not view.significant)

    def _end_correcting(self) -> None:
        self._correcting = None
        self.field.clear()
        self.kind.setEnabled(True)
        self._name_field()

    def _open_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in self._acts:
            if not button.isHidden():
                action = menu.addAction(button.text())
                action.setEnabled(button.isEnabled())
                action.triggered.connect(button.click)
        view = self.current
        if view is not None and view.entry.line.incident is not None:
            incident = view.entry.line.incident
            menu.addAction(self.tr("Lines of this incident")).triggered.connect(lambda: self.show_incident(incident))
        menu.popup(where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._correcting is not None:
            self._end_correcting()
        else:
            self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.setVisible(self.width() >= _ROOMY_PX)
        self._more.setVisible(self.width() < _ROOMY_PX)
        for part in (self._count, self._title):
            part.setVisible(self.width() >= _ROOMY_PX)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read()

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name_field(self) -> None:
        view = self._correcting
        if view is None:
            text = self.tr("What happened? Enter writes it, for all stations")
        else:
            text = self.tr("What line {number} should have said").format(number=view.entry.seq)
        self.field.setPlaceholderText(text)
        self.field.setAccessibleName(text)
        self.write_button.setText(self.tr("Write") if view is None else self.tr("Correct"))

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Log"))
        self.setAccessibleName(self.tr("Log"))
        self.search.setPlaceholderText(self.tr("Search the whole log"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.about.setAccessibleName(self.tr("Lines of which incident"))
        self.shown.setAccessibleName(self.tr("Which lines"))
        self.list.setAccessibleName(self.tr("Lines of the log, newest first"))
        self.kind.setAccessibleName(self.tr("What sort of line"))
        shown = [
            self.tr("All lines"),
            self.tr("Written by hand"),
            self.tr("Decisions"),
            self.tr("Messages"),
            self.tr("Automatic"),
            self.tr("Significant"),
        ]
        for box, names in ((self.shown, shown), (self.kind, [kind_word(kind) for kind in _WRITTEN])):
            chosen = max(0, box.currentIndex())
            box.blockSignals(True)
            box.clear()
            box.addItems(names)
            box.setCurrentIndex(chosen)
            box.blockSignals(False)
        self.correct_button.setText(self.tr("Correct (C)"))
        self._older.setText(self.tr("Older lines"))
        self._table.setText(self.tr("Table…"))
        self._table.setAccessibleName(self.tr("Write these lines to a table for spreadsheets"))
        self._paper.setText(self.tr("PDF…"))
        self._paper.setAccessibleName(self.tr("Print these lines to a PDF"))
        self._close.setText(self.tr("Close (Esc)"))
        self._more.setText(self.tr("More…"))
        self._name_field()
        self._list_incidents()
        self._show()
