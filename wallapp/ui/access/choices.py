"""Parts of the request form: which cameras, and for how long."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera
from wallapp.ui import theme
from wallapp.ui.access.labels import Refusal
from wallapp.ui.access.words import minutes

USUAL_MIN: Final = (5, 10, 15, 30)
_NUMBER: Final = Qt.ItemDataRole.UserRole


class CameraChoice(QWidget):
    """A list to tick, and a field that adds one by its number. Signals: `changed`. GUI thread.

    Args:
      why_not: says in words why a camera cannot be asked for; empty where it can.
    """

    changed = Signal()

    def __init__(self, cameras: Mapping[CameraNumber, Camera], why_not: Callable[[CameraNumber], str]) -> None:
        super().__init__()
        self._cameras = cameras
        self._why_not = why_not
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Cameras to ask for; Space ticks one"))
        self.list.setAlternatingRowColors(True)
        self.list.setMinimumHeight(150)
        self.number = _NumberField()
        self.number.setPlaceholderText(self.tr("number, then Enter: one more camera"))
        self.number.setAccessibleName(self.tr("Add a camera by its number"))
        self.said = Refusal()
        self.said.setMinimumHeight(0)
        self.said.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.list, self.number, self.said):
            column.addWidget(part)
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.number.entered.connect(self._add_typed)

    @property
    def chosen(self) -> frozenset[CameraNumber]:
        """The ticked ones."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return frozenset(
            CameraNumber(item.data(_NUMBER)) for item in items if item.checkState() is Qt.CheckState.Checked
        )

    def offer(self, numbers: Iterable[CameraNumber], *, ticked: bool) -> None:
        """Put cameras into the list; one that is there already is ticked where `ticked` says so."""
        self.list.blockSignals(True)
        for number in numbers:
            item = self._item_of(number) or self._new_item(number)
            if ticked:
                item.setCheckState(Qt.CheckState.Checked)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)
        self.changed.emit()

    def _new_item(self, number: CameraNumber) -> QListWidgetItem:
        camera = self._cameras[number]
        item = QListWidgetItem(f"{number}  {camera.name} · {camera.owner}", self.list)
        item.setData(_NUMBER, int(number))
        item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Unchecked)
        return item

    def _item_of(self, number: CameraNumber) -> QListWidgetItem | None:
        items = (self.list.item(row) for row in range(self.list.count()))
        return next((item for item in items if item.data(_NUMBER) == int(number)), None)

    def _add_typed(self, typed: str) -> None:
        number = CameraNumber(int(typed)) if typed.isdecimal() else None
        if number is None or number not in self._cameras:
            self._refuse(self.tr("There is no camera {number}").format(number=typed))
            return
        refusal = self._why_not(number)
        self._refuse(refusal)
        if not refusal:
            self.number.clear()
            self.offer([number], ticked=True)

    def _refuse(self, text: str) -> None:
        self.said.say(text)
        self.said.setVisible(bool(text))


class _NumberField(QLineEdit):
    """Enter adds the number and stays with the field: it must not send the whole form."""

    entered = Signal(str)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip():
            self.entered.emit(self.text().strip())
            event.accept()
            return
        super().keyPressEvent(event)


class DurationChoice(QWidget):
    """The usual spans as buttons, any other in a field; nothing beyond the cap. Signals: `changed`. GUI thread."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for span in USUAL_MIN:
            button = QPushButton(minutes(span * 60))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setStyleSheet(
                f"QPushButton:checked {{ border-color: {theme.TEXT_STRONG}; color: {theme.TEXT_STRONG}; }}"
            )
            self._group.addButton(button, span)
            row.addWidget(button)
        self.field = QSpinBox()
        self.field.setRange(1, USUAL_MIN[-1])
        self.field.setSuffix(self.tr(" min"))
        self.field.setMinimumWidth(96)
        self.field.lineEdit().setTextMargins(10, 0, 10, 0)  # the style sheet's padding does not reach it
        self.field.setAccessibleName(self.tr("Minutes asked for"))
        row.addWidget(self.field)
        row.addStretch(1)
        self._group.idClicked.connect(self.field.setValue)
        self.field.valueChanged.connect(self._follow)
        self.field.setValue(15)

    @property
    def duration_s(self) -> int:
        """What is chosen."""
        return self.field.value() * 60

    def cap(self, longest_s: int) -> None:
        """Allow no more than this; what was chosen beyond it falls to it."""
        most_min = max(1, longest_s // 60)
        self.field.setMaximum(most_min)
        for span in USUAL_MIN:
            self._group.button(span).setEnabled(span <= most_min)

    def _follow(self, value: int) -> None:
        button = self._group.button(value)
        self._group.setExclusive(False)
        for each in self._group.buttons():
            each.setChecked(each is button)
        self._group.setExclusive(True)
        self.changed.emit()
