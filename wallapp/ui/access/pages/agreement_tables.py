"""The tables of an agreement's form: who must agree, what opens without asking, and what holds for each camera."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.people import Role
from wallapp.domain.policy import CameraTerms, Circumstance, FactKind, LegRule
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_words import limits_text
from wallapp.ui.access.pages.mask_canvas import Picture
from wallapp.ui.access.pages.mask_editor import MaskEditor
from wallapp.ui.access.pages.minute_field import TEXT_MARGINS, MinuteField

_DECIDING: Final = (Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE)
_MOST: Final = 20
_FAR_M: Final = 5000
_MANY: Final = 100
_DAY_S: Final = 24 * 3600
_ROW_PX: Final = 42
_NEW_LEG: Final = LegRule("", frozenset({Role.SUPERVISOR}), of_owner=False, needed=1)
_NEW_RULE: Final = Circumstance("", FactKind.INTRUSION_CONFIRMED, radius_m=200, fresh_s=600, longest_s=600, per_day=3)


class _Table(QWidget):
    """Rows of fields, with a button to add one and one to take the current one away."""

    def __init__(self, headings: Sequence[str], stretch: int, *, name: str) -> None:
        super().__init__()
        self.table = QTableWidget(0, len(headings))
        self.table.setAccessibleName(name)
        self.table.setHorizontalHeaderLabels(list(headings))
        self.table.setFrameShape(QFrame.Shape.NoFrame)
        self.table.setShowGrid(False)
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the focus, in their order
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW_PX)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretch, QHeaderView.ResizeMode.Stretch)
        self.foot = QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)
        column.addLayout(self.foot)

    def put(self, row: int, fields: Sequence[QWidget]) -> None:
        """Set a row's fields, each named by its column for who cannot see it."""
        for column, field in enumerate(fields):
            heading = self.table.horizontalHeaderItem(column)
            if not field.accessibleName():
                field.setAccessibleName(f"{heading.text() if heading else ''} {row + 1}")
            self.table.setCellWidget(row, column, field)

    def buttons(self, add: QPushButton, remove: QPushButton) -> None:
        """Below the table."""
        for button in (add, remove):
            button.setAutoDefault(False)
            self.foot.addWidget(button)
        self.foot.addStretch(1)


class LegsTable(_Table):
    """Whose consent is needed, and of how many. GUI thread."""

    def __init__(self, legs: Sequence[LegRule]) -> None:
        super().__init__([], 0, name="")
        self._known = list(dict.fromkeys([*(frozenset({role}) for role in _DECIDING), *(leg.roles for leg in legs)]))
        self.table.setColumnCount(4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Name"), self.tr("Who"), self.tr("Of the owner alone"), self.tr("How many")]
        )
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("Who must agree"))
        self.add, self.remove = QPushButton(self.tr("Add a group")), QPushButton(self.tr("Remove the last group"))
        self.buttons(self.add, self.remove)
        self.add.clicked.connect(lambda: self._append(_NEW_LEG))
        self.remove.clicked.connect(lambda: self.table.removeRow(self.table.rowCount() - 1))
        for leg in legs:
            self._append(leg)

    def _append(self, leg: LegRule) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        who, needed, own = QComboBox(), QSpinBox(), QCheckBox()
        for roles in self._known:
            who.addItem(words.words(roles), roles)
        who.setCurrentIndex(self._known.index(leg.roles))
        own.setChecked(leg.of_owner)
        needed.setRange(1, _MOST)
        needed.lineEdit().setTextMargins(*TEXT_MARGINS)
        needed.setValue(leg.needed)
        self.put(row, (QLineEdit(leg.name), who, own, needed))

    @property
    def legs(self) -> tuple[LegRule, ...]:
        """As the fields stand."""
        return tuple(self._leg(row) for row in range(self.table.rowCount()))

    def _leg(self, row: int) -> LegRule:
        name, who, own, needed = (self.table.cellWidget(row, column) for column in range(4))
        assert isinstance(name, QLineEdit) and isinstance(who, QComboBox)
        assert isinstance(own, QCheckBox) and isinstance(needed, QSpinBox)
        return LegRule(name.text().strip(), self._known[who.currentIndex()], own.isChecked(), needed.value())


class CircumstancesTable(_Table):
    """What opens without asking. GUI thread."""

    def __init__(self, rules: Sequence[Circumstance]) -> None:
        super().__init__([], 0, name="")
        self.table.setColumnCount(6)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Name"),
                self.tr("When"),
                self.tr("Within, m"),
                self.tr("Not older than, min"),
                self.tr("Opens for, min"),
                self.tr("A day"),
            ]
        )
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("What opens without asking"))
        self.add, self.remove = QPushButton(self.tr("Add a rule")), QPushButton(self.tr("Remove the last rule"))
        self.buttons(self.add, self.remove)
        self.add.clicked.connect(lambda: self._append(_NEW_RULE))
        self.remove.clicked.connect(lambda: self.table.removeRow(self.table.rowCount() - 1))
        for rule in rules:
            self._append(rule)

    def _append(self, rule: Circumstance) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        kind = QComboBox()
        for each in FactKind:
            kind.addItem(words.word(each), each)
        kind.setCurrentIndex(list(FactKind).index(rule.fact))
        radius, per_day = QSpinBox(), QSpinBox()
        for spin, most, value in ((radius, _FAR_M, rule.radius_m), (per_day, _MANY, rule.per_day)):
            spin.setRange(1, most)
            spin.setValue(value)
            spin.lineEdit().setTextMargins(*TEXT_MARGINS)
        fresh = MinuteField(rule.fresh_s, most_s=_DAY_S)
        longest = MinuteField(rule.longest_s, most_s=_DAY_S)
        self.put(row, (QLineEdit(rule.name), kind, radius, fresh, longest, per_day))

    @property
    def rules(self) -> tuple[Circumstance, ...]:
        """As the fields stand."""
        return tuple(self._rule(row) for row in range(self.table.rowCount()))

    def _rule(self, row: int) -> Circumstance:
        name, kind = self.table.cellWidget(row, 0), self.table.cellWidget(row, 1)
        assert isinstance(name, QLineEdit) and isinstance(kind, QComboBox)
        radius, fresh, longest, per_day = (self.table.cellWidget(row, column) for column in range(2, 6))
        assert isinstance(radius, QSpinBox) and isinstance(per_day, QSpinBox)
        assert isinstance(fresh, MinuteField) and isinstance(longest, MinuteField)
        return Circumstance(
            name=name.text().strip(),
            fact=list(FactKind)[kind.currentIndex()],
            radius_m=radius.value(),
            fresh_s=fresh.seconds,
            longest_s=longest.seconds,
            per_day=per_day.value(),
        )


class CamerasTable(_Table):
    """What holds for each camera, with honest words about what the chosen level does not protect from. GUI thread.

    Signals: `told` (str): the limits of the level that was just chosen or looked at.
    """

    told = Signal(str)

    def __init__(
        self, terms: Sequence[CameraTerms], cameras: Mapping[CameraNumber, Camera], *, picture: Picture | None
    ) -> None:
        super().__init__([], 0, name="")
        self._terms = list(terms)
        self._cameras = cameras
        self._picture = picture
        self._levels: list[QComboBox] = []
        self._glass: list[QCheckBox] = []
        self._masks: list[QPushButton] = []
        self.editor: MaskEditor | None = None
        self.table.setColumnCount(4)
        self.table.setHorizontalHeaderLabels(
            [self.tr("Camera"), self.tr("Without a clear view"), self.tr("Break-glass"), self.tr("Masks")]
        )
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.setAccessibleName(self.tr("What holds for each camera"))
        self.table.setRowCount(len(self._terms))
        for row, one in enumerate(self._terms):
            self._set_row(row, one)

    @property
    def terms(self) -> tuple[CameraTerms, ...]:
        """As the fields stand."""
        return tuple(
            replace(one, sensitivity=list(Sensitivity)[level.currentIndex()], break_glass=glass.isChecked())
            for one, level, glass in zip(self._terms, self._levels, self._glass, strict=True)
        )

    def limits(self, row: int) -> str:
        """What the level chosen there does not protect from."""
        terms = self.terms[row]
        return limits_text(terms.sensitivity, has_scene=bool(terms.scenes))

    def open_masks(self, row: int) -> None:
        """Draw that camera's masks."""
        terms = self._terms[row]
        image = self._picture(terms.number) if self._picture else None
        self.editor = MaskEditor(self._name(terms), terms.masks, image=image, parent=self)
        self.editor.accepted.connect(partial(self._take_masks, row))
        self.editor.open()

    def _take_masks(self, row: int) -> None:
        if self.editor is not None:
            self._terms[row] = replace(self._terms[row], masks=self.editor.masks)
            self._masks[row].setText(self._masks_text(self._terms[row]))

    def _set_row(self, row: int, terms: CameraTerms) -> None:
        name, level, glass, masks = QLabel(self._name(terms)), QComboBox(), QCheckBox(), QPushButton()
        name.setTextFormat(Qt.TextFormat.PlainText)
        for each in Sensitivity:
            level.addItem(words.word(each), each)
        level.setCurrentIndex(list(Sensitivity).index(terms.sensitivity))
        level.setAccessibleName(f"{self.tr('Without a clear view')} {self._name(terms)}")
        glass.setChecked(terms.break_glass)
        glass.setAccessibleName(f"{self.tr('Break-glass')} {self._name(terms)}")
        masks.setAutoDefault(False)
        masks.setText(self._masks_text(terms))
        masks.setAccessibleName(f"{self.tr('Masks')} {self._name(terms)}")
        level.currentIndexChanged.connect(lambda _index, row=row: self.told.emit(self.limits(row)))
        masks.clicked.connect(partial(self.open_masks, row))
        self._levels.append(level)
        self._glass.append(glass)
        self._masks.append(masks)
        self.put(row, (name, level, glass, masks))

    def _masks_text(self, terms: CameraTerms) -> str:
        return self.tr("{count}, draw …").format(count=words.number(len(terms.masks)))

    def _name(self, terms: CameraTerms) -> str:
        camera = self._cameras.get(terms.number)
        return f"{terms.number} {words.apart(camera.name)}" if camera else str(terms.number)
