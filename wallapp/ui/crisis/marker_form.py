"""The small form of a marker: what it is, in which colour, for which incident, for how long. Enter places it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QWidget,
)

from wallapp.base.ids import IncidentId
from wallapp.domain.marker import Marker, MarkerColour
from wallapp.ui.access.labels import column_of, main_button, quiet
from wallapp.ui.crisis.marker_words import (
    COLOURS,
    INCIDENT_KIND,
    KINDS,
    LASTS,
    colour_icon,
    kind_word,
    word,
)

LABEL_MAX: Final = 60
REMARKS_MAX: Final = 500


@dataclass(frozen=True, slots=True)
class MarkerSaid:
    """What a person said of a marker.

    Attributes:
      lasts: how long it is fresh; None until somebody resolves it.
      ends: it is taken away once that time is over, and not only dimmed.
    """

    kind: str
    label: str
    remarks: str
    colour: MarkerColour
    incident: IncidentId | None
    lasts: timedelta | None
    ends: bool


class MarkerForm(QDialog):
    """GUI thread.

    Args:
      where: the place in words.
      incidents: the open ones that it may belong to, with what they are called.
      chosen: the one that it belongs to unless the person says otherwise.
      marker: the one whose words are to be changed; None for a new one.
    """

    def __init__(
        self,
        where: str,
        *,
        incidents: Sequence[tuple[IncidentId, str]] = (),
        chosen: IncidentId | None = None,
        marker: Marker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marker = marker
        self.setMinimumWidth(440)
        self.kind, self.colour, self.incident, self.lasts = QComboBox(), QComboBox(), QComboBox(), QComboBox()
        self.label, self.remarks = QLineEdit(), QLineEdit()
        self.ends = QCheckBox(self.tr("Take it away by itself then"))
        self._fill(incidents, chosen)
        self._lay_out(where)
        self._name_parts()
        self.lasts.currentIndexChanged.connect(self._follow)
        self._follow()
        if marker is not None:
            self._show(marker)
        self.label.setFocus()

    @property
    def said(self) -> MarkerSaid:
        """What stands in the form."""
        lasts: timedelta | None = self.lasts.currentData()
        return MarkerSaid(
            kind=self.kind.currentData(),
            label=self.label.text().strip(),
            remarks=self.remarks.text().strip(),
            colour=MarkerColour(self.colour.currentData()),
            incident=self.incident.currentData(),
            lasts=lasts,
            ends=lasts is not None and self.ends.isChecked(),
        )

    def _fill(self, incidents: Sequence[tuple[IncidentId, str]], chosen: IncidentId | None) -> None:
        for kind in KINDS:
            if kind != INCIDENT_KIND or (self._marker is not None and self._marker.kind == kind):
                self.kind.addItem(kind_word(kind), kind)
        for colour, name in COLOURS.items():
            self.colour.addItem(colour_icon(colour), word(name), colour.value)
        self.colour.setCurrentIndex(self.colour.findData(MarkerColour.YELLOW.value))
        self.incident.addItem(self.tr("None"), None)
        for incident, name in incidents:
            self.incident.addItem(name, incident)
        self.incident.setCurrentIndex(max(0, self.incident.findData(chosen)))
        for lasts, name in LASTS.items():
            self.lasts.addItem(word(name), lasts)

    def _lay_out(self, where: str) -> None:
        column = column_of(self)
        column.addWidget(quiet(where))
        form = QFormLayout()
        form.setSpacing(10)
        form.addRow(self.tr("Label"), self.label)
        form.addRow(self.tr("Kind"), self.kind)
        form.addRow(self.tr("Colour"), self.colour)
        if self._marker is None:
            form.addRow(self.tr("For incident"), self.incident)
            form.addRow(self.tr("Fresh for"), self.lasts)
            form.addRow("", self.ends)
        form.addRow(self.tr("Remarks"), self.remarks)
        column.addLayout(form)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        cancel = QPushButton(self.tr("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        buttons.addWidget(cancel)
        self.place = main_button(self.tr("Place it") if self._marker is None else self.tr("Change it"))
        self.place.clicked.connect(self.accept)
        buttons.addWidget(self.place)
        column.addLayout(buttons)

    def _name_parts(self) -> None:
        self.setWindowTitle(self.tr("Place a marker") if self._marker is None else self.tr("Change a marker"))
        self.label.setMaxLength(LABEL_MAX)
        self.remarks.setMaxLength(REMARKS_MAX)
        self.label.setPlaceholderText(self.tr("Stands beside the marker"))
        self.kind.setAccessibleName(self.tr("Kind"))
        self.label.setAccessibleName(self.tr("Label"))
        self.colour.setAccessibleName(self.tr("Colour"))
        self.incident.setAccessibleName(self.tr("For incident"))
        self.lasts.setAccessibleName(self.tr("Fresh for"))
        self.remarks.setAccessibleName(self.tr("Remarks"))

    def _follow(self) -> None:
        self.ends.setEnabled(self.lasts.currentData() is not None)

    def _show(self, marker: Marker) -> None:
        if self.kind.findData(marker.kind) < 0:
            self.kind.addItem(kind_word(marker.kind), marker.kind)
        self.kind.setCurrentIndex(self.kind.findData(marker.kind))
        self.colour.setCurrentIndex(self.colour.findData(marker.colour.value))
        self.label.setText(marker.label)
        self.remarks.setText(marker.remarks)
