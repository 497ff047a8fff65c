"""The crisis level: what is in force, what waits for a second person, and the way to another one."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QDialog, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from wallapp.domain.crisis_level import CrisisLevel, may_follow
from wallapp.domain.permissions import Verb
from wallapp.services.crisis import LevelView
from wallapp.ui import theme
from wallapp.ui.access.labels import Refusal, column_of, grow, heading, quiet
from wallapp.ui.access.pages.facts import Facts
from wallapp.ui.crisis.board import SituationBoard
from wallapp.ui.crisis.level_facts import asked_title, asked_words, level_facts, ratify_words
from wallapp.ui.crisis.level_words import REVIEW_MINUTES, USUAL_REVIEW, chip_sheet, lasting, level_called

_SIZE_PX: Final = (760, 640)
_FACTS_PX: Final = 170
_REASON_MOST: Final = 200


class LevelPage(QDialog):
    """Follows the level while it is open; Escape closes it. The wall goes on and stays usable. GUI thread.

    Signals:
      level_asked (CrisisLevel): the form for it is wanted.
      agreed: to the request that waits; refused (why); withdrawn; ratified.
      reviewed (minutes): it may stand for so long.
      presets_asked: what the levels bring is to be prepared.
    """

    level_asked = Signal(object)
    agreed = Signal()
    refused = Signal(str)
    withdrawn = Signal()
    ratified = Signal()
    reviewed = Signal(int)
    presets_asked = Signal()

    def __init__(self, board: SituationBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        actor, rooms = board.rooms.actor, board.rooms
        self._me = actor.account if actor is not None else None
        self._may_ask, self._may_agree = rooms.may(Verb.ASK_LEVEL), rooms.may(Verb.AGREE_TO_LEVEL)
        self.resize(*_SIZE_PX)
        self.ladder = {level: QPushButton() for level in CrisisLevel}
        self.facts = Facts()
        self.facts.setMinimumHeight(_FACTS_PX)
        self.refusal = Refusal()
        self.refusal.setMinimumHeight(0)
        self.asked_title, self.asked_text, self.ratify_text = heading(), quiet(), heading()
        self.agree, self.refuse, self.withdraw = QPushButton(), QPushButton(), QPushButton()
        self.why = QLineEdit()
        self.why.setMaxLength(_REASON_MOST)
        self.ratify = QPushButton()
        self.review_length, self.review = QComboBox(), QPushButton()
        self.down, self.prepare, self.shut = QPushButton(), QPushButton(), QPushButton()
        self._hint = quiet()
        self._lay_out()
        self._join()
        self._retranslate()
        board.changed.connect(self.follow)
        self.ladder[board.situation.level.level].setFocus()

    def _lay_out(self) -> None:
        ladder = QHBoxLayout()
        ladder.setSpacing(8)
        for button in self.ladder.values():
            button.setMinimumHeight(46)
            ladder.addWidget(button, 1)
        self._asked_box = _box([self.asked_title, self.asked_text], [self.why, self.agree, self.refuse, self.withdraw])
        self._ratify_box = _box([self.ratify_text], [self.ratify])
        self._review_row = _row([self.review_length, self.review])
        ends = QHBoxLayout()
        ends.setSpacing(8)
        ends.addWidget(self.down)
        ends.addWidget(self.prepare)
        ends.addStretch(1)
        ends.addWidget(self.shut)
        column = column_of(self)
        column.addLayout(ladder)
        column.addWidget(self._hint)
        column.addWidget(self._asked_box)
        column.addWidget(self._ratify_box)
        column.addWidget(self.facts, 1)
        column.addWidget(self._review_row)
        column.addWidget(self.refusal)
        column.addLayout(ends)

    def _join(self) -> None:
        buttons = (self.agree, self.refuse, self.withdraw, self.ratify, self.review, self.down, self.prepare, self.shut)
        for button in (*buttons, *self.ladder.values()):
            button.setAutoDefault(False)
        for level, chip in self.ladder.items():
            chip.clicked.connect(lambda _on=False, level=level: self.level_asked.emit(level))
            QShortcut(QKeySequence(level.value), self).activated.connect(chip.click)
        self.agree.clicked.connect(self.agreed)
        QShortcut(QKeySequence("A"), self).activated.connect(self._agree_by_key)
        self.refuse.clicked.connect(lambda: self.refused.emit(self.why.text().strip()))
        self.withdraw.clicked.connect(self.withdrawn)
        self.ratify.clicked.connect(self.ratified)
        self.review.clicked.connect(lambda: self.reviewed.emit(int(self.review_length.currentData())))
        self.down.clicked.connect(self._step_down)
        self.prepare.clicked.connect(self.presets_asked)
        self.shut.clicked.connect(self.reject)

    # What it shows

    def follow(self) -> None:
        """Show the newest reading."""
        situation, rooms = self._board.situation, self._board.rooms
        view, now_at = situation.level, rooms.clock.now_at()
        for level, button in self.ladder.items():
            self._dress(button, level, view.level)
        self.facts.show_facts(level_facts(situation, now_at))
        self._follow_asked(view)
        activation = view.activation
        owes = activation is not None and activation.approved_by is None and activation.ratify_by_at is not None
        is_mine = activation is not None and activation.request.requested_by == self._me
        self._ratify_box.setVisible(owes)
        if owes:
            self.ratify_text.setText(ratify_words(situation, now_at, is_mine=is_mine))
        self.ratify.setVisible(owes and self._may_agree and not is_mine)
        self._review_row.setVisible(self._may_ask and activation is not None and view.level.needs_review)
        self.down.setVisible(self._may_ask and view.level is not CrisisLevel.ROUTINE)
        self.prepare.setVisible(self._may_ask)
        grow(self)

    def _agree_by_key(self) -> None:
        if self.agree.isVisible():
            self.agree.click()

    def _dress(self, button: QPushButton, level: CrisisLevel, current: CrisisLevel) -> None:
        is_now, can_follow = level is current, may_follow(current, level)
        button.setText(level_called(level))
        button.setStyleSheet(chip_sheet(level, lit=is_now))
        button.setEnabled(is_now or (can_follow and self._may_ask))
        if is_now:
            tip = self.tr("in force now")
        elif not can_follow:
            tip = self.tr("Any step up, one step down; recovery only after an activation")
        else:
            tip = self.tr("Ask for it") if self._may_ask else self.tr("A supervisor asks for a level")
        button.setToolTip(tip)
        button.setAccessibleName(f"{button.text()}: {tip}")

    def _follow_asked(self, view: LevelView) -> None:
        asked = view.asked
        was_hidden = self._asked_box.isHidden()
        is_mine = asked is not None and asked.requested_by == self._me
        decides = asked is not None and self._may_agree and not is_mine
        self._asked_box.setVisible(asked is not None)
        if asked is not None:
            self.asked_title.setText(asked_title(asked, self._board.situation))
            self.asked_text.setText(asked_words(asked, self._board.situation, is_mine=is_mine, decides=decides))
        for part in (self.agree, self.refuse, self.why):
            part.setVisible(decides)
        self.withdraw.setVisible(is_mine)
        if was_hidden and decides and self.isActiveWindow():
            self.agree.setFocus()

    def say(self, text: str) -> None:
        """A refusal, in words; empty clears it."""
        self.refusal.say(text)

    def _step_down(self) -> None:
        """To routine at once where the ladder allows it, else to recovery, which ends in routine."""
        current = self._board.situation.level.level
        wanted = (CrisisLevel.ROUTINE, CrisisLevel.RECOVERY)
        self.level_asked.emit(next(level for level in wanted if may_follow(current, level)))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Crisis level"))
        text = self.tr("Choose a level to ask for it: two persons raise it or step it down, one step at a time.")
        self._hint.setText(text if self._may_ask else self.tr("A supervisor asks for a level, a second person agrees."))
        self.agree.setText(self.tr("Agree: it begins now (A)"))
        self.refuse.setText(self.tr("Refuse"))
        self.withdraw.setText(self.tr("Withdraw"))
        self.why.setPlaceholderText(self.tr("why, where you refuse"))
        self.why.setAccessibleName(self.tr("Why, where you refuse"))
        self.ratify.setText(self.tr("Ratify"))
        self.review.setText(self.tr("Reviewed: let it stand"))
        self.down.setText(self.tr("Stand down…"))
        self.prepare.setText(self.tr("What the levels bring…"))
        self.shut.setText(self.tr("Close"))
        self.review_length.clear()
        for minutes in REVIEW_MINUTES:
            self.review_length.addItem(self.tr("review again in {time}").format(time=lasting(minutes)), minutes)
        self.review_length.setCurrentIndex(REVIEW_MINUTES.index(USUAL_REVIEW))
        self.review_length.setAccessibleName(self.tr("When it is reviewed again"))
        self.follow()


def _row(widgets: list[QWidget]) -> QWidget:
    """Side by side; the first takes the room there is."""
    inside = QWidget()
    row = QHBoxLayout(inside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 1 if place == 0 and isinstance(widget, QLineEdit) else 0)
    row.addStretch(1)
    return inside


def _box(texts: list[QWidget], acts: list[QWidget]) -> QFrame:
    """What waits for somebody, set apart."""
    box = QFrame()
    box.setObjectName("waits")
    box.setStyleSheet(f"QFrame#waits {{ background: {theme.SHADE}; border: 1px solid {theme.MEDIUM}; }}")
    column = QVBoxLayout(box)
    column.setContentsMargins(14, 10, 14, 12)
    column.setSpacing(10)
    for text in texts:
        column.addWidget(text)
    column.addWidget(_row(acts))
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return box
