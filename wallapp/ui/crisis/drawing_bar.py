"""What is drawn now, in the layers panel: its name, how large it is, which cameras it concerns, and how it ends."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QSpinBox, QVBoxLayout, QWidget

from wallapp.base.ids import CameraNumber
from wallapp.ui import theme
from wallapp.ui.access.labels import heading, quiet
from wallapp.ui.crisis.drawing_draft import Draft
from wallapp.ui.crisis.drawing_sketch import RADIUS_MOST_M, Tool
from wallapp.ui.crisis.layer_words import frames_words, kind_word, size_words, tool_word
from wallapp.ui.wall.words import with_dots

NAME_MOST = 120


class _NameField(QLineEdit):
    """Enter is the end of the whole drawing, Escape goes back to the map."""

    ended = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.ended.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class DrawingBar(QWidget):
    """Signals: `left`: the keyboard is to go back to what is drawn on. GUI thread."""

    left = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._draft = draft
        self._numbers: Sequence[CameraNumber] | None = None
        self.title, self.hint, self.measure = heading(), quiet(), quiet()
        for label in (self.hint, self.measure):
            label.setStyleSheet(f"color: {theme.TEXT_QUIET}; font-size: {theme.FONT_SMALL_PX}px;")
        self.name = _NameField(draft.name)
        self.name.setMaxLength(NAME_MOST)
        self.radius = QSpinBox()
        self.radius.setRange(1, int(RADIUS_MOST_M))
        self.radius.lineEdit().setTextMargins(8, 0, 8, 0)  # the style sheet's padding does not reach it
        self.radius.setKeyboardTracking(False)
        self.shape = QPushButton()
        self.done, self.back, self.give_up = QPushButton(), QPushButton(), QPushButton()
        self._round = QWidget()
        self._lay_out()
        self.name.textEdited.connect(draft.rename)
        self.name.ended.connect(draft.finish)
        self.name.left.connect(self.left)
        self.radius.valueChanged.connect(lambda value: draft.show(draft.sketch.with_radius(float(value))))
        self.shape.clicked.connect(self._other_shape)
        self.done.clicked.connect(draft.finish)
        self.back.clicked.connect(draft.back)
        self.give_up.clicked.connect(draft.given_up)
        draft.changed.connect(self.follow)
        self._retranslate()

    def _lay_out(self) -> None:
        round_row = QHBoxLayout(self._round)
        round_row.setContentsMargins(0, 0, 0, 0)
        round_row.setSpacing(6)
        round_row.addWidget(self.radius, 1)
        round_row.addWidget(self.shape)
        buttons = QHBoxLayout()
        buttons.setSpacing(6)
        for button in (self.done, self.back, self.give_up):
            button.setAutoDefault(True)
            buttons.addWidget(button)
        for button in (self.shape, self.done, self.back, self.give_up):
            button.setStyleSheet("padding: 4px 10px;")
        buttons.addStretch(1)
        fields = QGridLayout()
        fields.setSpacing(6)
        fields.addWidget(self.name, 0, 0)
        fields.addWidget(self._round, 1, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 10)
        column.setSpacing(5)
        for part in (self.title, self.hint):
            column.addWidget(part)
        column.addLayout(fields)
        column.addWidget(self.measure)
        column.addLayout(buttons)

    def follow_tab(self, sheet: QWidget) -> None:
        """Let Tab come here from what is drawn on."""
        chain = (sheet, self.name, self.radius, self.shape, self.done, self.back, self.give_up)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def follow(self) -> None:
        """Show the draft as it is now."""
        draft, sketch = self._draft, self._draft.sketch
        self._round.setVisible(sketch.tool.is_round)
        if sketch.tool.is_round and not self.radius.hasFocus():
            self.radius.blockSignals(True)
            self.radius.setValue(round(sketch.radius_m))
            self.radius.blockSignals(False)
        self.radius.setEnabled(bool(sketch.corners))
        self.shape.setVisible(draft.adds)
        self.shape.setText(self.tr("As a rectangle") if sketch.tool is Tool.CIRCLE else self.tr("As a circle"))
        parts = [size_words(sketch)]
        if self._numbers is not None and sketch.area_m2 > 0:
            parts.append(frames_words(self._numbers))
        if sketch.crosses_itself:
            parts.append(self.tr("its lines cross"))
        self.measure.setText(with_dots(*(part for part in parts if part)))
        self.measure.setVisible(bool(self.measure.text()))
        self.done.setEnabled(sketch.is_whole)

    def show_cameras(self, numbers: Sequence[CameraNumber]) -> None:
        """Which cameras it concerns as it is."""
        self._numbers = numbers
        self.follow()

    def _other_shape(self) -> None:
        sketch = self._draft.sketch
        other = Tool.RECTANGLE if sketch.tool is Tool.CIRCLE else Tool.CIRCLE
        self._draft.show(sketch.as_tool(other))

    def _hint(self) -> str:
        tool = self._draft.sketch.tool
        if not self._draft.adds and not tool.is_round:
            return self.tr("Drag a corner, or take it up and put it down with Enter; a dot between makes another")
        if tool.is_round and self._draft.sketch.corners:
            return self.tr("Type the radius, or press + and - on the map; Enter twice ends")
        if tool.is_round:
            return self.tr("Click the middle, then how far; on the map or on a calibrated picture")
        if tool.is_single:
            return self.tr("Click where it is, on the map or on a calibrated picture")
        return self.tr("Click corners, on the map or on a calibrated picture; the last one twice ends it")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        draft = self._draft
        kind, tool = kind_word(draft.purpose.kind), tool_word(draft.sketch.tool)
        text = self.tr("Drawing: {kind}") if draft.adds else self.tr("Changing: {kind}")
        self.title.setText(with_dots(text.format(kind=kind), tool))
        self.hint.setText(self._hint())
        words = self.tr("The words") if draft.sketch.tool is Tool.TEXT else self.tr("Name")
        self.name.setPlaceholderText(words)
        self.name.setAccessibleName(words)
        self.radius.setSuffix(self.tr(" m"))
        self.radius.setAccessibleName(self.tr("Radius in metres"))
        self.done.setText(self.tr("Keep"))
        self.back.setText(self.tr("One back"))
        self.give_up.setText(self.tr("Give up"))
        self.setAccessibleName(self.title.text())
        self.follow()
