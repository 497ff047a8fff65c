"""A kept empty scene as a picture to look at: the very pixels that its digest names, or nothing."""

from __future__ import annotations

import hashlib
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel

from wallapp.base.errors import BadInput
from wallapp.domain.scene_file import SCENE_HEAD, picture_of

_CHANNELS: Final = 3
_SHOWN: Final = QSize(560, 320)


def scene_image(body: bytes, digest: str) -> QImage | None:
    """The scene's picture.

    Returns:
      None where the file is none, or its pixels are not those that the digest stands for: somebody who says of this
      picture that it is empty says it of what a decoder will draw with.
    """
    try:
        image = QImage.fromData(picture_of(body)).convertToFormat(QImage.Format.Format_BGR888)
    except BadInput:
        return None
    head = SCENE_HEAD.match(body)
    if image.isNull() or head is None:
        return None
    named, rows, row_bytes = hashlib.sha256(head[0]), bytes(image.constBits()), image.bytesPerLine()
    for row in range(image.height()):
        named.update(rows[row * row_bytes :][: image.width() * _CHANNELS])
    return image if named.hexdigest() == digest else None


class ScenePicture(QLabel):
    """Shows one scene, never mirrored; empty where there is none. GUI thread."""

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setFixedHeight(_SHOWN.height())
        self.setMinimumWidth(_SHOWN.width())
        self.is_shown = False

    def show_image(self, image: QImage | None) -> None:
        """Show it, or nothing."""
        self.is_shown = image is not None
        if image is None:
            self.clear()
            return
        modes = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        self.setPixmap(QPixmap.fromImage(image.scaled(_SHOWN, *modes)))
