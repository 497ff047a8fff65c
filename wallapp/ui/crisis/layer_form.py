"""Everything about a layer that is set and not drawn: name, kind, for whom, when, how strong, locked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDateTime, QTimeZone
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from wallapp.domain.audience import Audience
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.domain.layer import CrisisLayer, LayerKind
from wallapp.domain.people import Role
from wallapp.ui.access.labels import Refusal, column_of, quiet
from wallapp.ui.access.words import role_word
from wallapp.ui.crisis.drawing_bar import NAME_MOST
from wallapp.ui.crisis.layer_words import kind_icon, kind_word
from wallapp.ui.crisis.level_words import level_called

_USUAL_LENGTH = timedelta(hours=4)
_WATCHING = (Role.OPERATOR, Role.SUPERVISOR, Role.AUDITOR, Role.TRAINER)
"""Whose roles see layers at all."""


class LayerForm(QDialog):
    """GUI thread. `wanted` is the layer as it was left by the person."""

    def __init__(
        self, layer: CrisisLayer, *, now_at: datetime, mine: Iterable[Role], parent: QWidget | None = None
    ) -> None:
        """Args: mine: the person's own roles: who shuts themselves out is told so."""
        super().__init__(parent)
        self._layer = layer
        self._mine = frozenset(mine)
        self.setWindowTitle(self.tr("Layer {name}").format(name=layer.name))
        self.name = QLineEdit(layer.name)
        self.name.setMaxLength(NAME_MOST)
        self.name.setMinimumWidth(300)
        self.kind = QComboBox()
        for kind in LayerKind:
            self.kind.addItem(kind_icon(kind), kind_word(kind), kind)
        self.kind.setCurrentIndex(list(LayerKind).index(layer.kind))
        self.opacity = QSpinBox()
        self.opacity.setRange(10, 100)
        self.opacity.setSingleStep(10)
        self.opacity.setSuffix(" %")
        self.opacity.setValue(round(100 * layer.opacity))
        self.opacity.lineEdit().setTextMargins(10, 0, 10, 0)
        self.level = QComboBox()
        for level in CrisisLevel:
            self.level.addItem(level_called(level), level)
        self.level.setCurrentIndex(layer.audience.least_level.rank)
        self.roles = {role: QCheckBox(role_word(role)) for role in _WATCHING}
        for role, box in self.roles.items():
            box.setChecked(role in layer.audience.roles)
        self.since = _Moment(self.tr("from"), layer.valid_from_at, now_at)
        self.until = _Moment(self.tr("until"), layer.valid_until_at, now_at + _USUAL_LENGTH)
        self.locked = QCheckBox(self.tr("Locked: its drawings stay as they are"))
        self.locked.setChecked(layer.locked)
        self.refusal = Refusal()
        self.refusal.setMinimumHeight(0)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self._lay_out()
        for box in self.roles.values():
            box.toggled.connect(self._check)
        self.name.textChanged.connect(self._check)
        self._check()

    def _lay_out(self) -> None:
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Save"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        roles = QVBoxLayout()
        roles.setSpacing(4)
        roles.addWidget(quiet(self.tr("Tick nobody and everybody sees it")))
        for box in self.roles.values():
            roles.addWidget(box)
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Opacity"), self.opacity)
        form.addRow(self.tr("Only for"), roles)
        form.addRow(self.tr("Shown from"), self.level)
        form.addRow(self.tr("It holds"), self.since)
        form.addRow("", self.until)
        form.addRow("", self.locked)
        column = column_of(self)
        column.addLayout(form)
        column.addWidget(self.refusal)
        column.addWidget(self.buttons)

    @property
    def wanted(self) -> CrisisLayer:
        """As the fields say."""
        roles = frozenset(role for role, box in self.roles.items() if box.isChecked())
        # A role that sees no layers today keeps its place in the audience.
        roles |= self._layer.audience.roles - set(_WATCHING) if roles else frozenset()
        return replace(
            self._layer,
            name=self.name.text().strip(),
            kind=list(LayerKind)[self.kind.currentIndex()],
            opacity=self.opacity.value() / 100,
            audience=Audience(roles, list(CrisisLevel)[self.level.currentIndex()]),
            valid_from_at=self.since.moment_at,
            valid_until_at=self.until.moment_at,
            locked=self.locked.isChecked(),
        )

    def accept(self) -> None:
        """Close, where the times make sense."""
        wanted = self.wanted
        if wanted.valid_from_at and wanted.valid_until_at and wanted.valid_until_at <= wanted.valid_from_at:
            self.refusal.say(self.tr("It would end before it begins"))
            return
        super().accept()

    def _check(self) -> None:
        save: QPushButton = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setEnabled(bool(self.name.text().strip()))
        roles = self.wanted.audience.roles
        shuts_out = bool(roles) and roles.isdisjoint(self._mine)
        self.refusal.say(self.tr("You will not see it yourself any more") if shuts_out else "")


class _Moment(QWidget):
    """A time that may be left out."""

    def __init__(self, word: str, moment_at: datetime | None, proposed_at: datetime) -> None:
        super().__init__()
        self._given_at = moment_at
        self.box = QCheckBox(word)
        self.field = QDateTimeEdit(_local(moment_at or proposed_at))
        self.field.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.field.setAccessibleName(word)
        self.box.setChecked(moment_at is not None)
        self.field.setEnabled(moment_at is not None)
        self.box.toggled.connect(self.field.setEnabled)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box)
        row.addWidget(self.field, 1)

    @property
    def moment_at(self) -> datetime | None:
        """UTC; None where it is left out. What was not touched stays to the second."""
        if not self.box.isChecked():
            return None
        if self._given_at is not None and self.field.dateTime() == _local(self._given_at):
            return self._given_at
        return datetime.fromtimestamp(self.field.dateTime().toSecsSinceEpoch(), UTC)


def _local(moment_at: datetime) -> QDateTime:
    """In the station's own time zone."""
    moment = QDateTime.fromSecsSinceEpoch(int(moment_at.timestamp()), QTimeZone(QTimeZone.Initialization.UTC))
    return moment.toLocalTime()
