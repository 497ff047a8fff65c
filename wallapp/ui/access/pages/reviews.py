"""The reviewer's list: each break-glass with its countdown, all that is known of it, and a judgement with a note."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from wallapp.domain.access import ReviewVerdict
from wallapp.services.access_views import ReviewView
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.facts import Fact, Facts
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms

_TICK_MS: Final = 1000
_NOTE_PX: Final = 120


class ReviewsPage(Page):
    """Nobody is shown their own. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._reviews: dict[str, ReviewView] = {}
        self._asked_mono_s = 0.0
        self.reviews = Rows(4, stretch=3)
        self.facts = Facts()
        self.note = QPlainTextEdit()
        self.note.setFixedHeight(_NOTE_PX)
        self.note.setTabChangesFocus(True)
        self._note_label = QLabel()
        self._note_label.setProperty("quiet", True)
        self.justified, self.challenged = QPushButton(), QPushButton()
        self._lay_out()
        self.reviews.chose.connect(self._show_chosen)
        self.justified.clicked.connect(lambda: self._ask(ReviewVerdict.JUSTIFIED))
        self.challenged.clicked.connect(lambda: self._ask(ReviewVerdict.CHALLENGED))
        self.key("J", lambda: self._ask(ReviewVerdict.JUSTIFIED))
        self.key("C", lambda: self._ask(ReviewVerdict.CHALLENGED))
        self._tick = QTimer(self)
        self._tick.setInterval(_TICK_MS)
        self._tick.timeout.connect(self._fill)
        self.name_itself()
        self.retranslate()

    def _lay_out(self) -> None:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(12, 0, 12, 0)
        column.setSpacing(10)
        column.addWidget(self.facts, 1)
        column.addWidget(self._note_label)
        column.addWidget(self.note)
        buttons = QHBoxLayout()
        buttons.addWidget(self.justified)
        buttons.addWidget(self.challenged)
        column.addLayout(buttons)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.reviews)
        split.addWidget(side)
        split.setSizes([800, 1000])
        self.body.addWidget(split, 1)

    # Page

    def title(self) -> str:
        return self.tr("Break-glass reviews")

    def look(self) -> None:
        asked_mono_s = self.rooms.clock.mono_s()

        def show(reviews: Sequence[ReviewView]) -> None:
            self._asked_mono_s = asked_mono_s
            self._reviews = {view.review.grant: view for view in reviews}
            self._fill()

        self.ask(lambda: self.rooms.views.reviews_due(self.rooms.actor), show)

    def retranslate(self) -> None:
        self.reviews.name(
            self.tr("Uses of break-glass to be judged, by when they are due"),
            [self.tr("Due in"), self.tr("Who"), self.tr("Owner"), self.tr("Cameras")],
            self.tr("Nothing is to be reviewed. Each break-glass comes here at once and is due within 24 hours."),
        )
        self._note_label.setText(self.tr("Note (kept with the judgement)"))
        self.note.setAccessibleName(self.tr("Note on the judgement"))
        self.justified.setText(self.tr("Justified (J)"))
        self.challenged.setText(self.tr("Challenged (C)"))
        self._fill()

    # Inside

    def _fill(self) -> None:
        self.reviews.fill([self._row(view) for view in self._reviews.values()])
        self._show_chosen()

    def _row(self, view: ReviewView) -> Row:
        grant = view.grant.grant
        cameras = words.comma().join(str(number) for number in sorted(grant.cameras))
        cells = (self._due(view), self._who(view), words.apart(grant.owner), words.apart(cameras))
        return Row(view.review.grant, cells, "critical" if self._left_s(view) < 0 else "")

    def _left_s(self, view: ReviewView) -> float:
        return view.left_s - (self.rooms.clock.mono_s() - self._asked_mono_s)

    def _due(self, view: ReviewView) -> str:
        left_s = self._left_s(view)
        if left_s < 0:
            return self.tr("overdue since {time}").format(time=words.left(-left_s))
        return words.left(left_s)

    def _who(self, view: ReviewView) -> str:
        return words.apart(view.grant.person.name) if view.grant.person else self.tr("gone")

    def _show_chosen(self) -> None:
        view = self._reviews.get(self.reviews.chosen)
        for widget in (self.note, self.justified, self.challenged):
            widget.setEnabled(view is not None)
        self.facts.show_facts(self._facts(view) if view else [])

    def _facts(self, view: ReviewView) -> list[Fact]:
        grant, request = view.grant.grant, view.request
        opened_s = words.whole_s((grant.ended_at or grant.not_after) - grant.not_before)
        cameras = words.comma().join(
            f"{number} {words.apart(one.name)}"
            for number in sorted(grant.cameras)
            for one in [self.rooms.cameras.get(number)]
            if one is not None
        )
        state = self.tr("still open: {time}").format(time=words.left(view.grant.left_s))
        if not view.grant.left_s:
            state = words.word(grant.end) if grant.end else self.tr("over")
        facts = [
            Fact(self.tr("Who"), self._who(view)),
            Fact(self.tr("Station"), words.apart(grant.station)),
            Fact(self.tr("Owner"), words.apart(grant.owner)),
            Fact(self.tr("Cameras"), cameras),
            Fact(self.tr("Opened"), words.moment(grant.not_before)),
            Fact(self.tr("For"), words.lasting(opened_s)),
            Fact(self.tr("State"), state),
            Fact(self.tr("Due"), words.moment(view.review.due_at), "critical" if self._left_s(view) < 0 else ""),
        ]
        if request is not None:
            facts.insert(1, Fact(self.tr("What for"), words.word(request.terms.purpose)))
        reason = view.reason or self.tr("the text was erased")
        return [*facts, Fact(self.tr("Why, as typed then"), reason, "" if view.reason else "medium")]

    def _ask(self, verdict: ReviewVerdict) -> None:
        view = self._reviews.get(self.reviews.chosen)
        if view is None:
            return
        text = self.tr("Judge the break-glass of {name}: {verdict}?")
        question = text.format(name=self._who(view), verdict=words.word(verdict))
        if verdict is ReviewVerdict.CHALLENGED and view.grant.left_s:
            question += " " + self.tr("It still runs and ends at once.")
        self.make_sure(question, lambda: self._judge(view, verdict))

    def _judge(self, view: ReviewView, verdict: ReviewVerdict) -> None:
        remark = self.note.toPlainText().strip()

        def done(_nothing: None) -> None:
            self.note.clear()
            self.say(self.tr("Judged: {verdict}").format(verdict=words.word(verdict)), "information")
            self.look()

        self.ask(lambda: self.rooms.access.review(self.rooms.actor, view.review.grant, verdict, remark=remark), done)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.reviews.setFocus()
        self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
