"""My access, at the side of the wall: what I asked for, what is open to me and until when, and what became of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wallapp.base.errors import WallError
from wallapp.base.ids import CameraNumber
from wallapp.domain.access import RequestState
from wallapp.services.access_views import GrantView, MineView
from wallapp.ui import theme
from wallapp.ui.access.asking import ask
from wallapp.ui.access.book import AccessBook
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.access.marks import Severity
from wallapp.ui.access.refusals import say
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.rows import AccessRow
from wallapp.ui.access.words import end_words, minutes, purpose_word, state_word, waiting_for
from wallapp.ui.notice import Notice, Weight
from wallapp.ui.top_strip import local_time

EARLIER_MOST: Final = 6
_TICK_MS: Final = 1000


class AccessPanel(QWidget):
    """Signals: `told` (Notice); `ask_asked`: the form is wanted; `extend_asked` (GrantView). GUI thread."""

    told = Signal(object)
    ask_asked = Signal()
    extend_asked = Signal(object)

    def __init__(self, rooms: AccessRooms, book: AccessBook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumHeight(150)
        self._rooms, self._book = rooms, book
        self._counting: list[tuple[AccessRow, Callable[[], tuple[float, int]]]] = []
        self._shown: object = None
        self.rows: list[AccessRow] = []
        self._title = heading()
        self._title.setWordWrap(False)
        self._count = quiet()
        self._count.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self._ask = QPushButton()
        self._ask.clicked.connect(self.ask_asked)
        self._ask.setStyleSheet("padding: 3px 10px;")
        self._empty = quiet()
        self._trouble = quiet()
        self._trouble.setProperty("quiet", None)
        self._trouble.setProperty("severity", "medium")
        self._trouble.hide()
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(2)
        self._lay_out()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        book.changed.connect(self.follow)
        self._retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 10, 12, 4)
        head.setSpacing(8)
        head.addWidget(self._title)
        head.addStretch(1)
        self._count.setWordWrap(False)
        head.addWidget(self._count)
        head.addWidget(self._ask)
        inside = QWidget()
        inside.setProperty("panel", True)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 8)
        column.setSpacing(4)
        for part in (self._trouble, self._empty):
            part.setContentsMargins(12, 4, 12, 4)
            column.addWidget(part)
        column.addLayout(self._rows)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)

    def stop(self) -> None:
        """Count down no more."""
        self._timer.stop()

    def take_focus(self) -> None:
        """Give the keyboard to the first thing that can be done here."""
        buttons = [button for row, _ in self._counting for button in row.findChildren(QPushButton)]
        (buttons[0] if buttons else self._ask).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # What it shows

    def follow(self) -> None:
        """Show the newest reading; rows are made anew only where it says something else."""
        mine = self._book.reading.mine
        says = [(one.request, one.missing, one.grant.grant if one.grant else None) for one in mine]
        if says != self._shown:
            self._shown = says
            self._fill(mine)
        self._trouble.setVisible(not self._book.is_reachable)
        self.tick()

    def _fill(self, mine: tuple[MineView, ...]) -> None:
        for row in self.rows:
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows, self._counting = [], []
        running = [one.grant for one in mine if one.grant is not None and self._book.left_s(one.grant.left_s) > 0]
        pending = [one for one in mine if one.request.state is RequestState.PENDING]
        for grant in sorted(running, key=lambda one: one.grant.not_after):
            self._add_grant(grant)
        for view in pending:
            self._add_pending(view)
        shown = {grant.grant.request for grant in running} | {view.request.terms.request for view in pending}
        for view in [one for one in mine if one.request.terms.request not in shown][:EARLIER_MOST]:
            self._put(AccessRow(Severity.QUIET, self._names(view), self._earlier(view)))
        self._empty.setVisible(not mine)
        text = self.tr("{open} open · {asked} asked").format(open=len(running), asked=len(pending))
        self._count.setText(text if running or pending else "")

    def _add_grant(self, view: GrantView) -> None:
        grant = view.grant
        numbers = ", ".join(map(str, sorted(grant.cameras)))
        until = self.tr("clear until {time}").format(time=local_time(grant.not_after))
        row = AccessRow(Severity.INFORMATION, self._names_of(sorted(grant.cameras)), until)
        about = self.tr("Give back {numbers}").format(numbers=numbers)
        row.add_button(self.tr("More time…"), partial(self.extend_asked.emit, view), about=self.tr("More time…"))
        row.add_button(self.tr("Give back"), partial(self._give_back, view), about=about)
        whole_s = int((grant.not_after - grant.not_before).total_seconds())
        self._counting.append((row, lambda: (self._book.left_s(view.left_s), whole_s)))
        self._put(row)

    def _add_pending(self, view: MineView) -> None:
        row = AccessRow(Severity.MEDIUM, self._names(view), self._waiting(view))
        about = self.tr("Withdraw the request for {names}").format(names=self._names(view))
        row.add_button(self.tr("Withdraw"), partial(self._withdraw, view), about=about)
        terms = view.request.terms
        whole_s = int((terms.expires_at - terms.submitted_at).total_seconds())
        self._counting.append((row, lambda: (self._book.left_s(view.left_s), whole_s)))
        self._put(row)

    def _put(self, row: AccessRow) -> None:
        self.rows.append(row)
        self._rows.addWidget(row)

    def _waiting(self, view: MineView) -> str:
        terms = view.request.terms
        policy = self._book.reading.policies.get(terms.owner)
        missing = waiting_for(view.missing, policy)
        met = [leg.name for leg in policy.legs if leg.name not in view.missing] if policy else []
        parts = [purpose_word(terms.purpose), minutes(terms.duration_s)]
        if met:
            parts.append(self.tr("agreed: {who}").format(who=waiting_for(met, policy)))
        if missing:
            parts.append(self.tr("waiting for {who}").format(who=missing))
        return " · ".join(parts)

    def _earlier(self, view: MineView) -> str:
        if view.grant is not None:
            grant = view.grant.grant
            ended_at = grant.ended_at or grant.not_after
            why = end_words(grant.end) if grant.end else self.tr("its time was over")
            if view.grant.is_unconfirmed:
                why = self.tr("{why}, the decoder has not confirmed it yet").format(why=why)
            return self.tr("closed {time}: {why}").format(time=local_time(ended_at), why=why)
        decided_at = view.request.decided_at or view.request.terms.expires_at
        return f"{state_word(view.request.state)} · {local_time(decided_at)}"

    def _names(self, view: MineView) -> str:
        return self._names_of(sorted(view.request.terms.cameras))

    def _names_of(self, numbers: Sequence[CameraNumber]) -> str:
        cameras = self._rooms.cameras
        first = numbers[0]
        camera = cameras.get(first)
        name = f"{first} {camera.name}" if camera else str(first)
        rest = len(numbers) - 1
        return self.tr("{name} and {count} more").format(name=name, count=rest) if rest else name

    def tick(self) -> None:
        """Count down to this second."""
        for row, left in self._counting:
            row.count_down(*left())

    # What it does

    def _withdraw(self, view: MineView) -> None:
        access, actor, request = self._rooms.access, self._rooms.actor, view.request.terms.request
        self._do(lambda: access.withdraw(actor, request), self.tr("The request was withdrawn"))

    def _give_back(self, view: GrantView) -> None:
        access, actor, grant = self._rooms.access, self._rooms.actor, view.grant.grant
        self._do(lambda: access.relinquish(actor, grant), self.tr("Given back; the picture closes"))

    def _do(self, work: Callable[[], object], done: str) -> None:
        def then(_: object) -> None:
            self.told.emit(Notice(done))
            self._book.refresh()

        def failed(error: WallError) -> None:
            self.told.emit(Notice(say(error), Weight.TROUBLE))
            self._book.refresh()

        ask(self._rooms.clerk, self, work, then=then, failed=failed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("My access"))
        self._ask.setText(self.tr("Ask (R)"))
        self._ask.setAccessibleName(self.tr("Ask for access to a camera"))
        self._empty.setText(self.tr("Nothing asked for and nothing open. Select a private camera and press R."))
        self._trouble.setText(self.tr("The store does not answer: what is shown here may be old."))
        self.setAccessibleName(self.tr("My access"))
        self._shown = None
        self.follow()
