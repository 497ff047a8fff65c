"""Asking for another crisis level: which, why, until when, and what it is to bring."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta

from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QWidget

from wallapp.domain.crisis_level import Bindings, CrisisLevel, may_follow
from wallapp.domain.incident import Incident
from wallapp.domain.layer import CrisisLayer
from wallapp.services.crisis import LevelWish
from wallapp.services.level_choices import LevelChoices
from wallapp.ui.access.labels import Refusal, column_of, heading, main_button, quiet
from wallapp.ui.crisis.level_bindings import BindingsEditor
from wallapp.ui.crisis.level_words import REVIEW_MINUTES, USUAL_REVIEW, lasting, level_called
from wallapp.ui.crisis.words import short_time

_WIDTH_PX = 620
_REASON_MOST = 200

Send = Callable[[LevelWish, bool, Callable[[str], None]], None]
"""Does it: what is wished; whether alone, at once; and what to call with a refusal's words."""


class LevelForm(QDialog):
    """Stays open with what was typed where it is refused; whoever opened it closes it when it is done. GUI thread."""

    def __init__(
        self,
        current: CrisisLevel,
        wanted: CrisisLevel,
        choices: LevelChoices,
        *,
        layers: Iterable[CrisisLayer],
        incidents: Sequence[tuple[Incident, str]],
        now: Callable[[], datetime],
        send: Send,
        parent: QWidget | None = None,
    ) -> None:
        """Args: incidents: with what each is called; `wanted` must be a level that may follow `current`."""
        super().__init__(parent)
        self._current, self._choices, self._now, self._send = current, choices, now, send
        self._incidents = incidents
        self.setWindowTitle(self.tr("Ask for another crisis level"))
        self.setMinimumWidth(_WIDTH_PX)
        self.level, self.review, self.incident = QComboBox(), QComboBox(), QComboBox()
        for level in CrisisLevel:
            if may_follow(current, level):
                self.level.addItem(level_called(level), level)
        self.reason, self.authority = QLineEdit(), QLineEdit()
        self.bindings = BindingsEditor(choices, layers)
        self.refusal = Refusal()
        self.ask = main_button(self.tr("Ask"))
        self.alone = QPushButton(self.tr("Emergency: raise it now, alone"))
        self._fill_choices()
        self._lay_out()
        self.level.currentIndexChanged.connect(self._follow_level)
        self.level.setCurrentIndex(max(0, self.level.findText(level_called(wanted))))
        self._follow_level()
        self.reason.setFocus()

    def _fill_choices(self) -> None:
        for field in (self.reason, self.authority):
            field.setMaxLength(_REASON_MOST)
        self.reason.setPlaceholderText(self.tr("what has happened"))
        self.authority.setPlaceholderText(self.tr("who orders it, where somebody does"))
        now_at = self._now()
        for minutes in REVIEW_MINUTES:
            end = short_time(now_at + timedelta(minutes=minutes), now_at)
            self.review.addItem(self.tr("in {time}, at {end}").format(time=lasting(minutes), end=end), minutes)
        self.review.setCurrentIndex(REVIEW_MINUTES.index(USUAL_REVIEW))
        self.incident.addItem(self.tr("none"), None)
        for incident, name in self._incidents:
            self.incident.addItem(name, incident.id)

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (
            (self.tr("Level"), self.level),
            (self.tr("Why"), self.reason),
            (self.tr("On whose word"), self.authority),
            (self.tr("To be reviewed"), self.review),
            (self.tr("Incident"), self.incident),
        )
        for title, field in fields:
            field.setAccessibleName(title)
            form.addRow(title, field)
        column = column_of(self)
        column.addLayout(form)
        column.addWidget(heading(self.tr("It brings, and takes away when it ends")))
        column.addWidget(self.bindings)
        column.addWidget(quiet(self.tr("A second person must agree before anything changes.")))
        column.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        buttons.addButton(self.alone, QDialogButtonBox.ButtonRole.DestructiveRole)
        buttons.addButton(self.ask, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.alone.setAutoDefault(False)
        self.alone.setToolTip(self.tr("It begins at once; a second person must ratify it within 15 minutes"))
        self.ask.clicked.connect(lambda: self._ask(alone=False))
        self.alone.clicked.connect(lambda: self._ask(alone=True))
        column.addWidget(buttons)

    @property
    def wanted(self) -> CrisisLevel:
        """The level that is chosen."""
        return CrisisLevel(str(self.level.currentData()))

    def _follow_level(self) -> None:
        level = self.wanted
        self.bindings.show_bindings(self._choices.presets.get(level, Bindings()))
        self._form.setRowVisible(self.review, level.needs_review)
        self.alone.setVisible(level.rank > self._current.rank)
        self.refusal.say("")

    def _ask(self, *, alone: bool) -> None:
        bindings, trouble = self.bindings.bindings, ""
        place = next((one.place for one, _ in self._incidents if one.id == self.incident.currentData()), None)
        if not self.reason.text().strip():
            trouble = self.tr("Say why: the second person decides by it")
            self.reason.setFocus()
        elif bindings.circumstances and place is None:
            trouble = self.tr("Access opens around a place: choose the incident that it is for, with its place")
            self.incident.setFocus()
        if trouble:
            self.refusal.say(trouble)
            return
        for button in (self.ask, self.alone):
            button.setEnabled(False)
        self._send(self._wish(bindings), alone, self._refuse)

    def _wish(self, bindings: Bindings) -> LevelWish:
        length = timedelta(minutes=int(self.review.currentData()))
        return LevelWish(
            self.wanted,
            self.reason.text().strip(),
            self._now() + length if self.wanted.needs_review else None,
            declared_authority=self.authority.text().strip(),
            bindings=bindings,
            incident=self.incident.currentData(),
        )

    def _refuse(self, text: str) -> None:
        for button in (self.ask, self.alone):
            button.setEnabled(True)
        self.refusal.say(text)
