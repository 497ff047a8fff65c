"""Preparing the levels on a quiet day: what each of them brings."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QPushButton, QWidget

from wallapp.domain.crisis_level import Bindings, CrisisLevel
from wallapp.domain.layer import CrisisLayer
from wallapp.services.level_choices import LevelChoices
from wallapp.ui.access.labels import Refusal, column_of, main_button, quiet
from wallapp.ui.crisis.level_bindings import BindingsEditor
from wallapp.ui.crisis.level_words import chip_sheet, level_called

_WIDTH_PX = 720

Prepare = Callable[[dict[CrisisLevel, Bindings], Callable[[str], None]], None]
"""Keeps those that were changed; and what to call with a refusal's words."""


class PresetsForm(QDialog):
    """GUI thread. Whoever opened it closes it when it is kept."""

    def __init__(
        self,
        choices: LevelChoices,
        *,
        layers: Iterable[CrisisLayer],
        prepare: Prepare,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._prepare = prepare
        self._before = {level: choices.presets.get(level, Bindings()) for level in CrisisLevel}
        self._now = dict(self._before)
        self._shown = CrisisLevel.WATCH
        self.setWindowTitle(self.tr("What the crisis levels bring"))
        self.setMinimumWidth(_WIDTH_PX)
        self.levels = {level: QPushButton(level_called(level)) for level in CrisisLevel}
        self.editor = BindingsEditor(choices, layers)
        self.refusal = Refusal()
        row = QHBoxLayout()
        row.setSpacing(8)
        for level, button in self.levels.items():
            button.setAutoDefault(False)
            button.clicked.connect(lambda _on=False, level=level: self.show_level(level))
            row.addWidget(button, 1)
        column = column_of(self)
        column.addLayout(row)
        text = self.tr("Whoever asks for a level finds this filled in, and may change it for that time.")
        column.addWidget(quiet(text))
        column.addWidget(self.editor)
        column.addWidget(self.refusal)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(self.tr("Cancel"))
        self.save = main_button(self.tr("Save"))
        buttons.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self.save.clicked.connect(self._save)
        column.addWidget(buttons)
        self._dress()
        self.editor.show_bindings(self._now[self._shown])
        self.levels[self._shown].setFocus()

    def show_level(self, level: CrisisLevel) -> None:
        """Keep what was typed for the level before, and show another."""
        self._now[self._shown] = self.editor.bindings
        self._shown = level
        self.editor.show_bindings(self._now[level])
        self._dress()

    @property
    def changed(self) -> dict[CrisisLevel, Bindings]:
        """What is not as it was."""
        self._now[self._shown] = self.editor.bindings
        return {level: bound for level, bound in self._now.items() if bound != self._before[level]}

    def _dress(self) -> None:
        for level, button in self.levels.items():
            button.setStyleSheet(chip_sheet(level, lit=level is self._shown))
            button.setAccessibleName(button.text())

    def _save(self) -> None:
        changed = self.changed
        if not changed:
            self.accept()
            return
        self.save.setEnabled(False)
        self._prepare(changed, self._refuse)

    def _refuse(self, text: str) -> None:
        self.save.setEnabled(True)
        self.refusal.say(text)
