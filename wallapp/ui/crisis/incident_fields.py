"""The plain fields of an incident, to be edited while others edit them too.

A field that the person has begun to change keeps what they saw at that moment; all others follow the newest reading.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from wallapp.base.errors import BadInput
from wallapp.domain.incident import Incident
from wallapp.domain.place import Place
from wallapp.services.entry_line import western
from wallapp.ui.access.labels import quiet
from wallapp.ui.crisis import words
from wallapp.ui.crisis.field_words import value_word
from wallapp.ui.crisis.incident_choices import CategoryChoice, EnumChoice, PriorityChoice
from wallapp.ui.map.panel import place_words


@dataclass(slots=True)
class _Field:
    """One attribute with its editor.

    Attributes:
      seen: the value that the person saw when they began to change it, else the newest.
      shown: what the editor gave back right after it showed `seen`.
      told: where it is said that somebody else changed it meanwhile.
    """

    name: str
    get: Callable[[], Any]
    put: Callable[[Any], None]
    told: QLabel
    seen: Any = None
    shown: Any = None

    @property
    def is_changed(self) -> bool:
        return bool(self.get() != self.shown)

    def show(self, value: object) -> None:
        if value != self.seen or self.is_changed or self.shown is None:
            self.seen = value
            self.put(value)
            self.shown = self.get()
        self.told.hide()


class IncidentFields(QWidget):
    """Show an incident with `follow`, ask for `edit`. GUI thread.

    Args:
      pointed: the place that is chosen on the map now; None where none is.

    Signals: `changed`: the person typed or chose something.
    """

    changed = Signal()

    def __init__(self, pointed: Callable[[], Place | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointed = pointed
        self._latest: Incident | None = None
        self._fields: dict[str, _Field] = {}
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 8, 0)
        self._form.setSpacing(8)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
        self._add_line("event", self.tr("Event"))
        self._add_line("title", self.tr("Title"))
        self._add_choice("priority", self.tr("Priority"), PriorityChoice())
        self._add_text("description", self.tr("Description"), 76)
        self._add_text("instruction", self.tr("Instruction"), 52)
        self._add_choice("category", self.tr("Category"), CategoryChoice())
        for name, label, found in (
            ("urgency", self.tr("Urgency"), words.URGENCIES),
            ("severity", self.tr("Severity"), words.SEVERITIES),
            ("certainty", self.tr("Certainty"), words.CERTAINTIES),
        ):
            self._add_choice(name, label, EnumChoice[Any](found))
        self._add_line("position", self.tr("Function"))
        self._add_place()

    # What it holds

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed that is not kept yet."""
        return any(field.is_changed for field in self._fields.values())

    def follow(self, incident: Incident, changed_by: str) -> None:
        """Show the newest reading where nothing was typed; say where somebody changed what is being typed.

        Args:
          changed_by: who changed it last.
        """
        self._latest = incident
        for field in self._fields.values():
            value = getattr(incident, field.name)
            if not field.is_changed:
                field.show(value)
                continue
            is_other = value != field.seen and value != field.get()
            text = self.tr("Meanwhile changed by {name}: {value}")
            field.told.setText(text.format(name=changed_by, value=value_word(field.name, value)))
            field.told.setVisible(is_other)

    def reset(self, incident: Incident) -> None:
        """Show this one, and forget what was typed."""
        self._latest = incident
        for field in self._fields.values():
            field.seen = field.shown = None
            field.show(getattr(incident, field.name))

    def edit(self) -> tuple[Incident, Incident]:
        """What the person saw, and what they want.

        Raises:
          BadInput: the event is empty, or the place is none.
        """
        assert self._latest is not None
        changed = [field for field in self._fields.values() if field.is_changed]
        seen = replace(self._latest, **{field.name: field.seen for field in changed})
        wanted: dict[str, Any] = {field.name: field.get() for field in changed}
        if isinstance(wanted.get("place"), str):
            raise BadInput(self.tr("Write a place as latitude and longitude, such as 33.60550, -7.61920"))
        if wanted.get("event") == "":
            raise BadInput(self.tr("Say in a word or two what has happened"))
        return seen, replace(seen, **wanted)

    def editor(self, name: str) -> QWidget:
        """The editor of an attribute."""
        found = self.findChild(QWidget, f"field-{name}")
        assert isinstance(found, QWidget)
        return found

    def set_read_only(self, on: bool) -> None:
        """Whether nothing can be changed now."""
        for name in self._fields:
            editor = self.editor(name)
            if isinstance(editor, (QLineEdit, QPlainTextEdit)):
                editor.setReadOnly(on)
            else:
                editor.setEnabled(not on)

    # Building

    def _add(self, name: str, label: str, editor: QWidget, get: Callable[[], Any], put: Callable[[Any], None]) -> None:
        editor.setObjectName(f"field-{name}")
        editor.setAccessibleName(label)
        told = quiet()
        told.setProperty("quiet", None)
        told.setProperty("severity", "medium")
        told.hide()
        self._fields[name] = _Field(name, get, put, told)
        row = QVBoxLayout()
        row.setSpacing(2)
        row.addWidget(editor)
        row.addWidget(told)
        self._form.addRow(label, row)

    def _add_line(self, name: str, label: str) -> None:
        line = QLineEdit()
        line.textEdited.connect(self.changed)
        self._add(name, label, line, lambda: line.text().strip(), lambda value: _put(line, value))

    def _add_text(self, name: str, label: str, height_px: int) -> None:
        text = QPlainTextEdit()
        text.setTabChangesFocus(True)
        text.setFixedHeight(height_px)
        text.textChanged.connect(self.changed)
        self._add(name, label, text, lambda: text.toPlainText().strip(), lambda value: text.setPlainText(value))

    def _add_choice(self, name: str, label: str, choice: PriorityChoice | CategoryChoice | EnumChoice[Any]) -> None:
        if isinstance(choice, EnumChoice):
            choice.currentIndexChanged.connect(self.changed)
        else:
            choice.changed.connect(self.changed)
        self._add(name, label, choice, lambda: choice.value, lambda value: choice.show_value(value))

    def _add_place(self) -> None:
        line = self.place = QLineEdit()
        line.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        line.textEdited.connect(self.changed)
        from_map = QPushButton(self.tr("From the map"))
        from_map.setToolTip(self.tr("Takes the place that is chosen on the map"))
        from_map.setAutoDefault(False)
        from_map.clicked.connect(self._take_pointed)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(line, 1)
        row.addWidget(from_map)
        label = self.tr("Place")
        self._add("place", label, both, lambda: _place_of(line.text()), lambda value: _put_place(line, value))
        line.setAccessibleName(label)

    def _take_pointed(self) -> None:
        place = self._pointed()
        if place is not None:
            self.place.setText(place_words(place))
            self.changed.emit()


def _put(line: QLineEdit, text: str) -> None:
    line.setText(text)
    line.setCursorPosition(0)


def _put_place(line: QLineEdit, place: Place | None) -> None:
    line.setText("" if place is None else place_words(place))


def _place_of(text: str) -> Place | str | None:
    """The place that is typed, or what is none as it is typed."""
    typed = western(text.strip())
    if not typed:
        return None
    lat, _, lon = typed.replace(";", ",").partition(",")
    try:
        return Place(float(lat), float(lon))
    except ValueError:
        return typed
