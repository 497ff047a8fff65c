"""Changes that were not taken because somebody else was first: both values, and a key for each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wallapp.base.errors import RuleBroken, WallError
from wallapp.base.ids import AccountId
from wallapp.domain.incident import Incident
from wallapp.domain.merge import ConflictReason, EditConflict, Settled, SharedKind
from wallapp.services.actor import Actor
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.access.refusals import say
from wallapp.ui.crisis import words
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.field_words import field_word, value_word
from wallapp.ui.notice import Notice, Weight

_WIDTH_PX: Final = 760
_HEIGHT_PX: Final = 520


class ConflictRow(QFrame):
    """One of them. Signals: `settled` (EditConflict, Settled). GUI thread.

    Args:
      about: what it is about, in words.
      name: says what a person is called.
      when: of the change that was not taken.
    """

    settled = Signal(object, object)

    def __init__(
        self,
        conflict: EditConflict,
        *,
        about: str,
        name: Callable[[AccountId | None], str],
        value: Callable[[object], str],
        when: str,
        may_settle: bool,
    ) -> None:
        super().__init__()
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(12, 8, 12, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.addWidget(heading(about), 0, 0, 1, 3)
        why = self._why(conflict)
        if why:
            grid.addWidget(quiet(why), 1, 0, 1, 3)
        theirs = self.tr("Holds now · {name}").format(name=name(conflict.theirs_by))
        mine = self.tr("Wanted · {name}, {time}").format(name=name(conflict.mine_by), time=when)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that no stray Enter settles the first one
        self.keep, self.take = _EnterButton(self.tr("Keep this")), _EnterButton(self.tr("Take this"))
        for row, said, shown, button, how in (
            (2, theirs, value(conflict.theirs), self.keep, Settled.KEPT_THEIRS),
            (3, mine, self._wanted(conflict, value), self.take, Settled.TOOK_MINE),
        ):
            text = QLabel(shown)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setStyleSheet(f"color: {theme.TEXT_STRONG};")
            whose = quiet(said)
            whose.setWordWrap(False)
            grid.addWidget(whose, row, 0)
            grid.addWidget(text, row, 1)
            grid.addWidget(button, row, 2)
            button.setStyleSheet("padding: 3px 10px;")
            button.setAccessibleName(f"{about}: {button.text()} · {said} · {shown}")
            button.setVisible(may_settle)
            button.clicked.connect(partial(self.settled.emit, conflict, how))
        self.setAccessibleName(f"{about}: {theirs} · {value(conflict.theirs)} · {mine} · {value(conflict.mine)}")
        is_gone = conflict.reason in (ConflictReason.DELETED, ConflictReason.MISSING)
        self.take.setVisible(may_settle and not is_gone)

    def _wanted(self, conflict: EditConflict, value: Callable[[object], str]) -> str:
        return value(conflict.mine) if conflict.field else self.tr("that it is deleted")

    def _why(self, conflict: EditConflict) -> str:
        """Why it was not taken, where that is more than that somebody else was first."""
        if conflict.reason is ConflictReason.DELETED:
            return self.tr("It was deleted meanwhile: what is wanted still has to be made anew")
        if conflict.reason is ConflictReason.MISSING:
            return self.tr("The store does not know it: what is wanted still has to be made anew")
        if conflict.reason is ConflictReason.REFUSED:
            rule = say(RuleBroken(conflict.text))
            return self.tr("A rule stood against it when this station was back: {rule}").format(rule=rule)
        return ""


class _EnterButton(QPushButton):
    """Enter presses it where it has the keyboard, and nowhere else: it never is its dialog's default."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAutoDefault(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class ConflictList(QWidget):
    """Those that `shows` lets through, oldest first; hidden while there are none. GUI thread."""

    def __init__(self, board: SituationBoard, shows: Callable[[EditConflict], bool] = lambda _one: True) -> None:
        super().__init__()
        self._board, self._shows = board, shows
        self._shown: Sequence[EditConflict] = ()
        self.rows: list[ConflictRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        board.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Show the newest reading."""
        found = [one for one in self._board.situation.conflicts if self._shows(one)]
        if found == self._shown:
            return
        self._shown = found
        has_keyboard = any(row.isAncestorOf(focused) for row in self.rows if (focused := self.focusWidget()))
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [self._row(conflict) for conflict in found]
        for row in self.rows:
            self._column.addWidget(row)
        self.setVisible(bool(found))
        if has_keyboard and self.rows:
            self.rows[0].keep.setFocus()

    def _row(self, conflict: EditConflict) -> ConflictRow:
        names, rooms = self._board.situation.names, self._board.rooms
        row = ConflictRow(
            conflict,
            about=about_word(conflict, self._incidents()),
            name=lambda account: names.get(account, "?") if account is not None else self.tr("nobody known"),
            value=lambda found: value_word(conflict.field, found, names),
            when=words.short_time(conflict.at, rooms.clock.now_at()),
            may_settle=rooms.actor is not None,
        )
        row.settled.connect(self._settle)
        return row

    def _incidents(self) -> Sequence[Incident]:
        return [view.incident for view in self._board.situation.incidents]

    def _settle(self, conflict: EditConflict, how: Settled) -> None:
        desk = self._board.rooms.desks.conflicts

        def work(actor: Actor) -> None:
            desk.settle(actor, conflict.id, how)

        def refused(error: WallError) -> None:
            self._enable(on=True)
            self._board.told.emit(Notice(say(error), Weight.TROUBLE))

        self._enable(on=False)
        self._board.act(work, lambda _nothing: self._enable(on=True), failed=refused)

    def _enable(self, *, on: bool) -> None:
        for row in self.rows:
            row.setEnabled(on)


class ConflictPage(QDialog):
    """All of them. Escape closes it; the wall goes on. GUI thread."""

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setWindowTitle(self.tr("Changes to settle"))
        self.resize(_WIDTH_PX, _HEIGHT_PX)
        self._none = quiet(self.tr("Nothing waits to be settled."))
        self.list = ConflictList(board)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        text = self.tr(
            "Two people changed the same thing. What holds now was there first; what was wanted waits until somebody "
            "decides."
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(20, 16, 20, 16)
        whole.setSpacing(10)
        whole.addWidget(quiet(text))
        whole.addWidget(self._none)
        whole.addWidget(scroll, 1)
        board.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        self._none.setVisible(not self._board.situation.conflicts)


def about_word(conflict: EditConflict, incidents: Sequence[Incident]) -> str:
    """What a conflict is about: "Incident #42 Crowd fall · Priority"."""
    kind = words.word(conflict.kind)
    found = next((one for one in incidents if one.id == conflict.entity), None)
    if conflict.kind is SharedKind.INCIDENT and found is not None:
        kind = f"{kind} {words.number_word(found)} {found.title or found.event}"
    return f"{kind} · {field_word(conflict.field)}" if conflict.field else kind
