"""Above the wall, after a crisis level has set it: which level did, and the way back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from wallapp.ui import theme
from wallapp.ui.crisis.level_wall import LevelWall
from wallapp.ui.crisis.level_words import level_called


class LevelBar(QWidget):
    """Gone while nothing is offered. GUI thread."""

    def __init__(self, level_wall: LevelWall, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wall = level_wall
        self.about = QLabel()
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setStyleSheet(f"color: {theme.TEXT_STRONG}; font-weight: bold;")
        self.about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.take, self.leave = QPushButton(), QPushButton()
        self.take.clicked.connect(level_wall.take)
        self.leave.clicked.connect(level_wall.decline)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.about, 1)
        for button in (self.take, self.leave):
            button.setStyleSheet("padding: 3px 10px;")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        level_wall.changed.connect(self._show)
        self._show()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show()
        super().changeEvent(event)

    def _show(self) -> None:
        offer = self._wall.offer
        self.setVisible(offer is not None)
        if offer is None:
            return
        level = level_called(offer.level)
        if offer.layout is None:
            text = self.tr("Level {level}: this wall is yours now").format(level=level)
        elif offer.is_shown:
            text = self.tr("Level {level} has set this wall").format(level=level)
        else:
            text = self.tr("Level {level} brings wall {number}").format(level=level, number=offer.layout)
        is_way_back = offer.is_shown or offer.layout is None
        self.about.setText(text)
        self.about.setToolTip(text)
        self.setAccessibleName(text)
        self.take.setText(self.tr("Back to the wall before") if is_way_back else self.tr("Show it"))
        self.leave.setText(self.tr("Keep this wall"))
