"""What of the situation is to be sent on as Cursor on Target."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QWidget

from wallapp.services.cot_out import CotWish
from wallapp.ui.access.labels import column_of, quiet


class CotForm(QDialog):
    """GUI thread. `wish` is what the person ticked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export to CoT"))
        self.markers = QCheckBox(self.tr("Markers"))
        self.layers = QCheckBox(self.tr("Layers that are shown"))
        self.cameras = QCheckBox(self.tr("Public cameras: where they stand and look"))
        self.private_cameras = QCheckBox(self.tr("Private cameras too, those that I may know of"))
        for box in (self.markers, self.layers, self.cameras):
            box.setChecked(True)
        self.cameras.toggled.connect(self._follow)
        kinds = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(kinds.Save | kinds.Cancel)
        self.buttons.button(kinds.Save).setText(self.tr("Write…"))
        self.buttons.button(kinds.Cancel).setText(self.tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        told = quiet(
            self.tr("No address of a stream leaves. What another system does with the file is not in our hands.")
        )
        told.setMinimumWidth(420)
        column = column_of(self)
        for part in (self.markers, self.layers, self.cameras, self.private_cameras, told, self.buttons):
            column.addWidget(part)

    @property
    def wish(self) -> CotWish:
        """As it was ticked."""
        return CotWish(
            markers=self.markers.isChecked(),
            layers=self.layers.isChecked(),
            cameras=self.cameras.isChecked(),
            private_cameras=self.private_cameras.isChecked(),
        )

    def _follow(self, on: bool) -> None:
        self.private_cameras.setEnabled(on)
        if not on:
            self.private_cameras.setChecked(False)
