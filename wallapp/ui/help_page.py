"""The help page: one text for each language, beside the wall in a window of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QTextLength, QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from wallapp.base.places import resources_dir
from wallapp.ui import theme
from wallapp.ui.language import Language


class HelpPage(QDialog):
    """Escape closes it. The wall goes on and stays usable. GUI thread."""

    def __init__(self, language: Language, *, folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or resources_dir() / "help"
        self._browser = QTextBrowser()
        self._browser.setOpenLinks(False)
        self._browser.setStyleSheet(
            f"QTextBrowser {{ background: {theme.PANEL}; border: none; padding: 12px 20px; font-size: 15px; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._browser)
        self.resize(760, 720)
        self.show_language(language)

    def show_language(self, language: Language) -> None:
        """Show the text in this language; in English where there is none; one line where there is neither."""
        self.setWindowTitle(self.tr("Help"))
        text = next((text for text in map(self._read, (language, Language.ENGLISH)) if text), None)
        self._browser.setMarkdown(text or self.tr("The help page is missing from this installation."))
        self._browser.document().setDefaultFont(theme.font(15))
        right_to_left = language is Language.ARABIC
        option = self._browser.document().defaultTextOption()
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
        self._browser.document().setDefaultTextOption(option)
        for frame in self._browser.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _dress(frame)

    @property
    def text(self) -> str:
        """The words shown."""
        return self._browser.toPlainText()

    def _read(self, language: Language) -> str | None:
        try:
            return (self._folder / f"{language}.md").read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.setWindowTitle(self.tr("Help"))
        super().changeEvent(event)


def _dress(table: QTextTable) -> None:
    """Quiet lines and room around the words."""
    form = table.format().toTableFormat()
    form.setCellPadding(6)
    form.setCellSpacing(0)
    form.setBorderCollapse(True)
    form.setBorder(1)
    form.setBorderBrush(QColor(theme.LINE))
    form.setTopMargin(6)
    form.setBottomMargin(14)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
