"""Open incidents at the side of the wall: what is on, whose it is, and what can be done about the selected one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from wallapp.base.ids import IncidentId
from wallapp.domain.incident import Incident, IncidentState
from wallapp.domain.permissions import Verb
from wallapp.services.incidents import IncidentView
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.incident_line import line_of, pressing
from wallapp.ui.crisis.incident_rows import IncidentList
from wallapp.ui.right_side import WIDTH_PX

_ROWS_AT_LEAST: Final = 2
_ROWS_WITH_ROOM: Final = 5
"""So many are shown at least where the window is high enough to leave the other panels theirs."""
_ROOMY_PX: Final = 900
_SCROLL_BAR_PX: Final = 10
"""The side scrolls where its panels are higher than the window."""
_ROWS_AT_MOST: Final = 12


@dataclass(frozen=True, slots=True)
class _Act:
    button: QPushButton
    name: Callable[[], str]
    keys: str
    fits: Callable[[Incident], bool]


class IncidentsPanel(QWidget):
    """The most pressing first; resolved ones last. As high as what it shows, and one line while nothing is open.

    Signals:
      selected: another incident is the selected one, or it has changed (Incident, or None): see `current`.
      open_asked: the form for a new one is wanted.
      page_asked: the page of this one (IncidentId) is wanted.
      conflicts_asked: what waits to be settled is to be shown.
      left: the keyboard is to go back to the wall.

    GUI thread.
    """

    selected = Signal(object)
    open_asked = Signal()
    page_asked = Signal(object)
    conflicts_asked = Signal()
    left = Signal()
    resized = Signal()

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._board = board
        self._views: dict[IncidentId, IncidentView] = {}
        self._told: Incident | None = None
        self._acts: list[_Act] = []
        self._title = heading()
        self._title.setWordWrap(False)
        self._count = quiet()
        self._count.setWordWrap(False)
        self._count.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self._new = QPushButton()
        self._new.setStyleSheet("padding: 3px 10px;")
        self._new.clicked.connect(self.open_asked)
        self._new.setVisible(board.rooms.may(Verb.WORK_ON_INCIDENTS))
        self._lost = quiet()
        self._lost.setProperty("quiet", None)
        self._lost.setProperty("severity", "medium")
        self._settle = QPushButton()
        self._settle.setProperty("severity", "medium")
        self._settle.setStyleSheet(f"color: {theme.MEDIUM}; padding: 3px 10px;")
        self._settle.clicked.connect(self.conflicts_asked)
        self.list = IncidentList()
        self.list.opened.connect(self.page_asked)
        self.list.pointed.connect(lambda _incident: self._tell())
        self.list.given_up.connect(self.left)
        self._bar = QWidget()
        self._lay_out()
        self.add_act(lambda: self.tr("Open its page"), lambda one: self.page_asked.emit(one.id), keys="Enter")
        if board.rooms.may(Verb.WORK_ON_INCIDENTS):
            self.add_act(lambda: self.tr("Take over"), self._take_over, keys="T", fits=self._can_take)
        board.changed.connect(self.follow)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 8, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self._new)
        self._head = QWidget()
        self._head.setLayout(head)
        notes = QVBoxLayout()
        notes.setContentsMargins(12, 0, 12, 4)
        notes.setSpacing(4)
        notes.addWidget(self._lost)
        notes.addWidget(self._settle)
        self._notes = QWidget()
        self._notes.setLayout(notes)
        self._buttons = QGridLayout(self._bar)
        self._buttons.setContentsMargins(12, 6, 12, 8)
        self._buttons.setSpacing(6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (self._head, self._notes):
            whole.addWidget(part)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._bar)

    # What others ask

    @property
    def current(self) -> Incident | None:
        """The selected incident, as last read; None where there is none."""
        view = self.current_view
        return view.incident if view is not None else None

    @property
    def current_view(self) -> IncidentView | None:
        """The same with what is known around it."""
        chosen = self.list.current
        return self._views.get(chosen) if chosen is not None else None

    def select(self, incident: IncidentId) -> bool:
        """Select one. False where it is not among the open ones that were read last."""
        return self.list.select(incident)

    def add_act(
        self,
        name: Callable[[], str],
        do: Callable[[Incident], object],
        *,
        keys: str = "",
        fits: Callable[[Incident], bool] = lambda _incident: True,
    ) -> QPushButton:
        """Put a button for the selected incident into the bar.

        Args:
          name: its words, asked again when the language changes.
          keys: shown on the button. One letter works while the list has the keyboard; for a key that is to work
            everywhere give the menu an entry of its own, and only show it here.
          fits: whether it is offered for this incident.
        """
        button = QPushButton(self._bar)  # never a window of its own
        button.setStyleSheet("padding: 3px 5px;")
        button.setAutoDefault(False)

        def go() -> None:
            incident = self.current
            if incident is not None and fits(incident):
                do(incident)

        button.clicked.connect(go)
        if len(keys) == 1:
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(go)
        self._acts.append(_Act(button, name, keys, fits))
        self._name_acts()
        self._show_bar()
        return button

    def take_focus(self) -> None:
        """Give the keyboard to the list; to the button for a new one where it is empty."""
        target = self.list if self.list.count() else self._new
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def has_news(self) -> bool:
        """Whether there is anything to show."""
        situation = self._board.situation
        return bool(situation.incidents or situation.conflicts)

    # What it shows

    def follow(self) -> None:
        """Show the newest reading."""
        situation = self._board.situation
        self._views = {view.incident.id: view for view in situation.incidents}
        lines = (
            line_of(view, self._board.rooms, situation.names) for view in sorted(situation.incidents, key=pressing)
        )
        self.list.show_lines(list(lines))
        count = len(situation.incidents)
        self._count.setText(self.tr("{count} open").format(count=count) if count else self.tr("none open"))
        waiting = self.tr("The store does not answer. Acts that wait at this station: {count}")
        self._lost.setText(waiting.format(count=situation.waiting))
        self._lost.setVisible(situation.is_lost)
        self._settle.setText(self.tr("Changes to settle: {count}").format(count=len(situation.conflicts)))
        self._settle.setVisible(bool(situation.conflicts))
        self._notes.setVisible(situation.is_lost or bool(situation.conflicts))
        self._tell()
        self._fit()

    def _tell(self) -> None:
        self._show_bar()
        incident = self.current
        if incident != self._told:
            self._told = incident
            self.selected.emit(incident)

    def _show_bar(self) -> None:
        """The buttons that fit the selected one, two in a row; those whose words are long below, one in a row."""
        incident = self.current
        shown = [act for act in self._acts if incident is not None and act.fits(incident)]
        for act in self._acts:
            self._buttons.removeWidget(act.button)
            act.button.setVisible(act in shown)
        half_px = (WIDTH_PX - _SCROLL_BAR_PX - 30) // 2
        long = [act for act in shown if act.button.sizeHint().width() > half_px]
        short = [act for act in shown if act not in long]
        for place, act in enumerate(short):
            self._buttons.addWidget(act.button, place // 2, place % 2)
        for row, act in enumerate(long, start=-(-len(short) // 2)):
            self._buttons.addWidget(act.button, row, 0, 1, 2)
        self._bar.setVisible(bool(shown))
        self._fit()

    def _fit(self) -> None:
        """As high as what it shows, and never less than some rows of it."""
        count, row_px = self.list.count(), self.list.row_px
        self.list.setVisible(count > 0)
        at_least = _ROWS_WITH_ROOM if self.window().height() >= _ROOMY_PX else _ROWS_AT_LEAST
        self.list.setMinimumHeight(min(count, at_least) * row_px)
        self.list.setMaximumHeight(min(count, _ROWS_AT_MOST) * row_px)
        layout = self.layout()
        if layout is not None:
            layout.activate()
            parts = [part for part in (self._head, self._notes, self._bar) if not part.isHidden()]
            around_px = sum(max(part.sizeHint().height(), part.minimumSizeHint().height()) for part in parts)
            self.setMinimumHeight(around_px + self.list.minimumHeight())
            self.setMaximumHeight(around_px + self.list.maximumHeight())

    # What it does

    def _can_take(self, incident: Incident) -> bool:
        """Whether somebody else's, or nobody's, may be taken over."""
        mine = self._board.rooms.person
        worked_on = incident.state in (IncidentState.NEW, IncidentState.IN_PROGRESS, IncidentState.ON_HOLD)
        return worked_on and mine is not None and incident.owner != mine.account

    def _take_over(self, incident: Incident) -> None:
        desk = self._board.rooms.desks.incidents
        self._board.act(lambda actor: desk.take_over(actor, incident.id))

    # Words

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name_acts(self) -> None:
        for act in self._acts:
            name = act.name()
            act.button.setText(f"{name} ({words.key_word(act.keys)})" if act.keys else name)
            act.button.setAccessibleName(name)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("Incidents"))
        self._new.setText(self.tr("New (Ctrl+N)"))
        self._new.setAccessibleName(self.tr("Open a new incident"))
        self.list.setAccessibleName(self.tr("Open incidents; Enter opens the page of one"))
        self.setAccessibleName(self.tr("Incidents"))
        self._name_acts()
        self.follow()
