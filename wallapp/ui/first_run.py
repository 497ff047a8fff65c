"""What a station without cameras is offered: the simulated city, or a file of its own cameras."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from wallapp.base.errors import WallError


class Choice(Enum):
    """What the person wants."""

    DEMO = "demo"
    IMPORTED = "imported"


@dataclass(frozen=True, slots=True)
class DryRun:
    """What importing a file would do: lines for a person, and whether any row is good and none wrong."""

    lines: Sequence[str]
    is_clean: bool


class FirstRun(QDialog):
    """Asks. `choice` is None where the person closed it. GUI thread.

    Args:
      dry_run: of a file; raises WallError where it cannot be read.
      take_in: imports the file that was last looked at; raises WallError, and then nothing was changed.
    """

    def __init__(self, dry_run: Callable[[Path], DryRun], take_in: Callable[[Path], None]) -> None:
        super().__init__()
        self.choice: Choice | None = None
        self._dry_run = dry_run
        self._take_in = take_in
        self._path: Path | None = None
        self.setWindowTitle("wallapp")
        self.setMinimumWidth(620)
        words = QLabel(self.tr("This station has no cameras yet. What shall it show?"))
        words.setWordWrap(True)
        self.demo = QPushButton(self.tr("The simulated city, to try the wall"))
        self.pick = QPushButton(self.tr("My cameras, from a cameras.csv file…"))
        self.found = QPlainTextEdit()
        self.found.setReadOnly(True)
        self.found.setMinimumHeight(220)
        self.found.hide()
        self.take = QPushButton(self.tr("Import these cameras"))
        self.take.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (words, self.demo, self.pick, self.found, self.take):
            column.addWidget(part)
        self.demo.clicked.connect(self._choose_demo)
        self.pick.clicked.connect(self._ask_file)
        self.take.clicked.connect(self._import)

    def look(self, path: Path) -> None:
        """Show what importing this file would do; nothing is changed yet."""
        self._path = path
        try:
            would = self._dry_run(path)
        except WallError as error:
            would = DryRun(str(error).splitlines(), is_clean=False)
        self.found.setPlainText("\n".join(would.lines))
        self.found.show()
        self.take.setVisible(would.is_clean)
        if would.is_clean:
            self.take.setFocus()

    def _choose_demo(self) -> None:
        self.choice = Choice.DEMO
        self.accept()

    def _ask_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("A cameras file"), "", self.tr("Tables (*.csv)"))
        if name:
            self.look(Path(name))

    def _import(self) -> None:
        if self._path is None:
            return
        try:
            self._take_in(self._path)
        except WallError as error:
            self.found.setPlainText(str(error))
            self.take.hide()
            return
        self.choice = Choice.IMPORTED
        self.accept()
