"""The approver's desk: the cases that wait, and one of them with all that a decision rests on. Keys for everything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from wallapp.base.errors import Conflict, NotFound, RuleBroken, WallError
from wallapp.base.ids import RequestId
from wallapp.domain.access import RequestState, Verdict
from wallapp.services.access_case import Case
from wallapp.services.actor import SigningKey
from wallapp.ui import theme
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.case_facts import case_facts, decided_elsewhere, outcome
from wallapp.ui.access.pages.facts import Facts
from wallapp.ui.access.pages.narrowing import DIGITS, Narrowing
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms

URGENT_S: Final = 120
"""What expires sooner is marked."""
_TICK_MS: Final = 1000


class DecidePage(Page):
    """Deciding takes a key to approve or deny, and the second factor; narrowing a key each. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._cases: dict[str, Case] = {}
        self._shown: Case | None = None
        self._asked_mono_s = 0.0
        self._is_sending = False
        self.cases = Rows(4, stretch=3)
        self.facts = Facts()
        self.narrowing = Narrowing()
        self._effect = QLabel()
        self._effect.setWordWrap(True)
        self._effect.setStyleSheet(f"font-size: 15px; color: {theme.TEXT_STRONG};")
        self.approve = QPushButton()
        self.deny = QPushButton()
        self._lay_out()
        self.cases.chose.connect(self._show_chosen)
        self.cases.installEventFilter(self)
        self.narrowing.changed.connect(self._show_effect)
        self.approve.clicked.connect(lambda: self._decide(Verdict.APPROVE))
        self.deny.clicked.connect(lambda: self._decide(Verdict.DENY))
        self._keys()
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._fill)
        self.name_itself()
        self.retranslate()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.approve)
        buttons.addWidget(self.deny)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(12)
        column.addWidget(self.narrowing)
        column.addWidget(self._effect)
        column.addLayout(buttons)
        column.addStretch(1)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        facts = QWidget()
        inner = QVBoxLayout(facts)
        inner.setContentsMargins(12, 0, 12, 0)
        inner.addWidget(self.facts)
        for widget, stretch in ((self.cases, 4), (facts, 5), (side, 3)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, stretch)
        split.setSizes([620, 700, 480])
        self.body.addWidget(split, 1)

    def _keys(self) -> None:
        for keys, verdict in (("A", Verdict.APPROVE), ("D", Verdict.DENY)):
            self.key(keys, partial(self._decide, verdict))
        for keys, steps in (("+", 1), ("=", 1), ("-", -1)):
            self.key(keys, partial(self.narrowing.step, steps))
        for digit in range(1, DIGITS + 1):
            self.key(str(digit), partial(self.narrowing.toggle, digit - 1))

    # Page

    def title(self) -> str:
        return self.tr("To decide")

    def look(self) -> None:
        asked_mono_s = self.rooms.clock.mono_s()

        def show(cases: Sequence[Case]) -> None:
            self._asked_mono_s = asked_mono_s
            self._show(cases)

        self.ask(lambda: self.rooms.views.to_decide(self.rooms.actor), show)

    def retranslate(self) -> None:
        self.cases.name(
            self.tr("Requests that wait, the most urgent first"),
            [self.tr("Left"), self.tr("Who"), self.tr("Owner"), self.tr("What for")],
            self.tr("Nothing waits for you. A new request appears here and is announced."),
        )
        self.approve.setText(self.tr("Approve (A)"))
        self.deny.setText(self.tr("Deny (D)"))
        self._fill()
        self._show_case()

    # Showing

    def _show(self, cases: Sequence[Case]) -> None:
        """The cases that wait now; the one being read stays under the reader's eyes though it is decided."""
        before = self._shown
        self._cases = {case.request.terms.request: case for case in cases}
        gone = before is not None and before.request.terms.request not in self._cases
        if before is not None and gone and not self._is_sending:
            if before.request.state is RequestState.PENDING and before.may_vote:
                self._ask_for(before.request.terms.request)
            self._cases[before.request.terms.request] = before
        self._fill()
        self._show_chosen()

    def _ask_for(self, request: RequestId) -> None:
        """What became of a case that does not wait any more."""

        def show(case: Case) -> None:
            if request in self._cases:
                self._cases[request] = case
            if self._shown is not None and self._shown.request.terms.request == request:
                self.say(decided_elsewhere(case), "information")
            self._fill()
            self._show_chosen()

        self.ask(lambda: self.rooms.views.case(self.rooms.actor, request), show)

    def _fill(self) -> None:
        ordered = sorted(self._cases.values(), key=lambda case: case.deadline_at)
        self.cases.fill([self._row(case) for case in ordered])

    def _row(self, case: Case) -> Row:
        terms = case.request.terms
        who = words.apart(case.requester.name) if case.requester else self.tr("gone")
        severity = "quiet" if not case.may_vote else "medium" if self._left_s(case) < URGENT_S else ""
        return Row(
            terms.request, (self._left(case), who, words.apart(terms.owner), words.word(terms.purpose)), severity
        )

    def _left_s(self, case: Case) -> float:
        return case.left_s - (self.rooms.clock.mono_s() - self._asked_mono_s)

    def _left(self, case: Case) -> str:
        if not case.may_vote:
            return words.word(case.request.state)
        return words.left(self._left_s(case))

    def _show_chosen(self) -> None:
        """Show the case under the cursor; one that was kept though decided goes once the reader moves on."""
        chosen = self._cases.get(self.cases.chosen)
        before, self._shown = self._shown, chosen
        if before is not None and (chosen is None or chosen.request.terms.request != before.request.terms.request):
            self.say("")
            if not before.may_vote or before.request.state is not RequestState.PENDING:
                QTimer.singleShot(0, self, self.look)
        self._show_case()

    def _show_case(self) -> None:
        case = self._shown
        self.facts.show_facts(case_facts(case) if case else [])
        self.narrowing.show_case(case)
        self._show_effect()

    def _show_effect(self) -> None:
        """What an approval will open, before it is given."""
        case, chosen = self._shown, self.narrowing.chosen
        can = case is not None and case.may_vote and not self._is_sending
        self.approve.setEnabled(can and bool(chosen))
        self.deny.setEnabled(can)
        if case is None or not case.may_vote:
            self._effect.setText("")
            return
        if not chosen:
            self._effect.setText(self.tr("No camera is ticked: nothing can be approved. Deny it with D."))
            return
        last = sum(leg.needed - len(leg.approved) for leg in case.count.legs if not leg.is_met) <= 1
        text = self.tr("Opens {numbers} for {time} at {station}, at once")
        if not last:
            text = self.tr("Agrees to {numbers} for {time} at {station}; others must agree before it opens")
        numbers = words.apart(words.comma().join(str(number) for number in sorted(chosen)))
        station = words.apart(case.request.terms.station)
        self._effect.setText(
            text.format(numbers=numbers, time=words.lasting(self.narrowing.duration_s), station=station)
        )

    # Deciding

    def _decide(self, verdict: Verdict) -> None:
        case = self._shown
        button = self.approve if verdict is Verdict.APPROVE else self.deny
        if case is None or not button.isEnabled():
            return
        approves = verdict is Verdict.APPROVE
        request = case.request.terms.request
        cameras = self.narrowing.chosen if approves else frozenset()
        duration_s = self.narrowing.duration_s if approves else 0
        who = words.apart(case.requester.name) if case.requester else ""
        what = self.tr("Approve the request of {who}") if approves else self.tr("Deny the request of {who}")

        def send(key: SigningKey) -> None:
            self._send(
                request,
                lambda: self.rooms.access.vote(
                    self.rooms.actor, key, request, verdict=verdict, cameras=cameras, duration_s=duration_s
                ),
            )

        self.confirm(send, what=what.format(who=who))

    def _send(self, request: RequestId, work: Callable[[], Case]) -> None:
        if self._is_sending:
            return
        self._is_sending = True
        self._show_effect()
        self.ask(work, self._voted, failed=lambda error: self._not_voted(request, error))

    def _voted(self, case: Case) -> None:
        self._is_sending = False
        self._cases.pop(case.request.terms.request, None)
        self._shown = None
        self._fill()
        self._show_chosen()
        self.say(*outcome(case))
        self.cases.setFocus()
        self.look()

    def _not_voted(self, request: RequestId, error: WallError) -> None:
        self._is_sending = False
        self._show_effect()
        self.refuse(error)
        if isinstance(error, (RuleBroken, Conflict, NotFound)):  # it may have been decided meanwhile
            self._ask_for(request)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left, right and Space reach the cameras while the cursor stands in the list of cases."""
        if watched is self.cases and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            moves = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
            if event.key() in moves:
                step = moves[Qt.Key(event.key())]
                self.narrowing.move_by(-step if self.isRightToLeft() else step)
                return True
            if event.key() == Qt.Key.Key_Space:
                self.narrowing.toggle()
                return True
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.cases.setFocus()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
