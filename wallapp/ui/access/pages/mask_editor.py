"""The masks of one camera, as a dialog: what is drawn goes into the proposal of an agreement, and nowhere else."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from wallapp.domain.mask import Mask
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.mask_canvas import MaskCanvas


class MaskEditor(QDialog):
    """Enter belongs to the drawing: the buttons are reached with Tab. GUI thread."""

    def __init__(
        self, camera: str, masks: tuple[Mask, ...], *, image: QImage | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Masks of {camera}").format(camera=camera))
        self.canvas = MaskCanvas(masks, image)
        self.canvas.setAccessibleName(self.tr("The camera's picture with its masks"))
        keys = QLabel(
            self.tr(
                "Arrows move the cross, with Shift finely. Space: corner. Enter: close the mask. Backspace: one corner"
                " back. Delete: remove a mask. A mask is solid at every level, for everybody; no clear view lifts it."
            )
        )
        keys.setWordWrap(True)
        keys.setProperty("quiet", True)
        self._count = QLabel()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Take over"))
        for button in self.buttons.buttons():
            button.setProperty("autoDefault", False)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(keys)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._count)
        column.addWidget(self.buttons)
        self.canvas.changed.connect(self._tell)
        self._tell()
        self.resize(1040, 740)
        self.canvas.setFocus()

    @property
    def masks(self) -> tuple[Mask, ...]:
        """As drawn; an unfinished one is none."""
        return self.canvas.masks

    def _tell(self) -> None:
        """How many there are; what is unfinished must be closed or dropped before it can be taken over."""
        unfinished = self.canvas.open_corners
        text = self.tr("Masks: {count}").format(count=words.number(len(self.canvas.masks)))
        if unfinished:
            text += " · " + self.tr("unfinished, corners: {count}").format(count=words.number(unfinished))
        self._count.setText(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not unfinished)
