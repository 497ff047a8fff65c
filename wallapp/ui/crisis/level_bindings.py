"""What a level brings with it, to be filled in: a wall, layers, a checklist, circumstances of access."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from wallapp.base.ids import LayerId, LayoutNumber
from wallapp.domain.crisis_level import Bindings
from wallapp.domain.layer import CrisisLayer, LayerState
from wallapp.services.level_choices import LevelChoices
from wallapp.ui.access.labels import quiet
from wallapp.ui.crisis.layer_words import kind_icon

_LIST_PX: Final = 92
_CHECKLIST_PX: Final = 110


class BindingsEditor(QWidget):
    """What it was given and cannot show, such as a layer of other roles, it keeps. GUI thread."""

    def __init__(self, choices: LevelChoices, layers: Iterable[CrisisLayer], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unseen: frozenset[LayerId] = frozenset()
        self.layout_choice = QComboBox()
        self.layout_choice.addItem(self.tr("leaves the wall as it is"), None)
        for number, name in choices.layouts.items():
            self.layout_choice.addItem(f"{number}  {name}".strip(), number)
        self.layers, self.circumstances = _CheckList(), _CheckList()
        for layer in layers:
            if layer.state is not LayerState.ARCHIVED:
                self.layers.offer(layer.id, layer.name).setIcon(kind_icon(layer.kind))
        for name in choices.circumstances:
            self.circumstances.offer(name, name)
        self.checklist = QPlainTextEdit()
        self.checklist.setPlaceholderText(self.tr("one line for each thing to be done"))
        self.checklist.setTabChangesFocus(True)
        self.checklist.setFixedHeight(_CHECKLIST_PX)
        self._lay_out()

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        fields = (
            (self.tr("Wall"), self.layout_choice),
            (self.tr("Layers"), self.layers),
            (self.tr("Checklist"), self.checklist),
            (self.tr("Access"), self.circumstances),
        )
        for title, field in fields:
            field.setAccessibleName(title)
            form.addRow(title, field)
        self._no_layers = quiet(self.tr("There is no layer yet: draw one, then a level can bring it"))
        form.insertRow(2, "", self._no_layers)
        form.setRowVisible(1, self.layers.count() > 0)
        form.setRowVisible(2, self.layers.count() == 0)
        form.setRowVisible(self.circumstances, self.circumstances.count() > 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(form)

    def show_bindings(self, bindings: Bindings) -> None:
        """Fill in."""
        at = 0 if bindings.layout is None else self.layout_choice.findData(bindings.layout)
        if at < 0:
            text = self.tr("{number}  (nothing is saved under it)").format(number=bindings.layout)
            self.layout_choice.addItem(text, bindings.layout)
            at = self.layout_choice.count() - 1
        self.layout_choice.setCurrentIndex(at)
        self._unseen = bindings.layers - {LayerId(one) for one in self.layers.names}
        self.layers.tick(bindings.layers)
        self.checklist.setPlainText("\n".join(bindings.checklist))
        for name in sorted(bindings.circumstances - set(self.circumstances.names)):
            self.circumstances.offer(name, self.tr("{name} (no owner's policy knows it now)").format(name=name))
        self._form.setRowVisible(self.circumstances, self.circumstances.count() > 0)
        self.circumstances.tick(bindings.circumstances)

    @property
    def bindings(self) -> Bindings:
        """As filled in."""
        number = self.layout_choice.currentData()
        lines = (line.strip() for line in self.checklist.toPlainText().splitlines())
        return Bindings(
            layout=None if number is None else LayoutNumber(int(number)),
            layers=self._unseen | {LayerId(one) for one in self.layers.ticked},
            checklist=tuple(line for line in lines if line),
            circumstances=frozenset(self.circumstances.ticked),
        )


class _CheckList(QListWidget):
    """Names to be ticked; Space ticks."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(_LIST_PX)

    def offer(self, name: str, text: str) -> QListWidgetItem:
        item = QListWidgetItem(text, self)
        item.setData(Qt.ItemDataRole.UserRole, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    @property
    def names(self) -> list[str]:
        return [str(self.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.count())]

    @property
    def ticked(self) -> list[str]:
        states = (self.item(row).checkState() for row in range(self.count()))
        return [name for name, state in zip(self.names, states, strict=True) if state is Qt.CheckState.Checked]

    def tick(self, names: Iterable[str]) -> None:
        wanted = set(names)
        for row, name in enumerate(self.names):
            self.item(row).setCheckState(Qt.CheckState.Checked if name in wanted else Qt.CheckState.Unchecked)
