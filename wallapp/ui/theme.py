"""The look of the console: colours, fonts and the style sheet. Everything drawn takes its colours from here.

Dark neutral grey; colour only for the abnormal, and then always with a shape and a word (DESIGN 6).
Qt's own dark scheme does nothing on bare xcb or offscreen, so palette and fonts are ours.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from wallapp.base.places import resources_dir
from wallapp.domain.camera import Owner, OwnerKind

# Grounds, from the deepest to the nearest.
CANVAS: Final = "#121517"
"""Between the tiles."""
GROUND: Final = "#1E2225"
PANEL: Final = "#262B2F"
RAISED: Final = "#343A40"
FIELD: Final = "#1A1D20"
LINE: Final = "#3A4147"
SHADE: Final = "#14181B"
"""Behind text that lies on a picture; drawn nearly opaque so that contrast does not hang on the picture."""

# Text: 7:1 and better on GROUND, PANEL and SHADE.
TEXT: Final = "#D6DADD"
TEXT_STRONG: Final = "#FFFFFF"
TEXT_QUIET: Final = "#B4BBC1"
MARK_QUIET: Final = "#8C949A"
"""Shapes only, never text: 4.5:1 on PANEL."""

# The abnormal. Text in these colours only on GROUND, PANEL or SHADE.
CRITICAL: Final = "#E5383B"
CRITICAL_TEXT: Final = "#FF9C9E"
"""Red as text: CRITICAL itself has not contrast enough to be read on the panels."""
HIGH: Final = "#F48C06"
MEDIUM: Final = "#FFD166"
INFORMATION: Final = "#4CC9F0"

SELECTION: Final = "#FFFFFF"

OWNER_COLOURS: Final[dict[OwnerKind, str]] = {
    OwnerKind.CITY: "#7FA7BF",
    OwnerKind.TRAMWAY: "#9A94D6",
    OwnerKind.BANK: "#D6A85C",
    OwnerKind.SCHOOL: "#7DBE7D",
    OwnerKind.SHOP: "#D68C96",
    OwnerKind.PORT: "#5FB8B4",
    OwnerKind.HOSPITAL: "#C9C27A",
    OwnerKind.HOTEL: "#C79AC9",
    OwnerKind.OTHER: "#A3ABB1",
}
"""Muted on purpose: they name an owner and must not look like an alarm."""

FONT_FAMILIES: Final = ("Noto Sans", "Noto Sans Arabic")
FONT_PX: Final = 14
FONT_SMALL_PX: Final = 12


def owner_colour(owner: Owner | None) -> str:
    """#RRGGBB of an owner: its own, or its kind's."""
    if owner is None:
        return OWNER_COLOURS[OwnerKind.OTHER]
    if owner.colour and QColor.isValidColorName(owner.colour):
        return owner.colour
    return OWNER_COLOURS[owner.kind]


def load_fonts() -> list[str]:
    """Give Qt the shipped fonts and return their families; an empty list where none is shipped. After QApplication."""
    families: list[str] = []
    for path in sorted((resources_dir() / "fonts").glob("*.ttf")):
        number = QFontDatabase.addApplicationFont(str(path))
        if number >= 0:
            families += QFontDatabase.applicationFontFamilies(number)
    return sorted(set(families))


def font(size_px: int = FONT_PX, *, bold: bool = False) -> QFont:
    """The console's font, Latin first, Arabic where a letter asks for it."""
    found = QFont(list(FONT_FAMILIES))
    found.setPixelSize(size_px)
    found.setBold(bold)
    return found


def palette() -> QPalette:
    """Every role set, so that no platform's own colours shine through."""
    found = QPalette()
    roles = {
        QPalette.ColorRole.Window: GROUND,
        QPalette.ColorRole.WindowText: TEXT,
        QPalette.ColorRole.Base: FIELD,
        QPalette.ColorRole.AlternateBase: PANEL,
        QPalette.ColorRole.Text: TEXT,
        QPalette.ColorRole.Button: RAISED,
        QPalette.ColorRole.ButtonText: TEXT,
        QPalette.ColorRole.BrightText: TEXT_STRONG,
        QPalette.ColorRole.PlaceholderText: TEXT_QUIET,
        QPalette.ColorRole.Highlight: RAISED,
        QPalette.ColorRole.HighlightedText: TEXT_STRONG,
        QPalette.ColorRole.Link: INFORMATION,
        QPalette.ColorRole.LinkVisited: INFORMATION,
        QPalette.ColorRole.ToolTipBase: PANEL,
        QPalette.ColorRole.ToolTipText: TEXT,
        QPalette.ColorRole.Light: LINE,
        QPalette.ColorRole.Midlight: RAISED,
        QPalette.ColorRole.Mid: LINE,
        QPalette.ColorRole.Dark: SHADE,
        QPalette.ColorRole.Shadow: SHADE,
    }
    for role, colour in roles.items():
        found.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        found.setColor(QPalette.ColorGroup.Disabled, role, QColor(MARK_QUIET))
    return found


def style_sheet() -> str:
    """The sheet for the whole application. Object names and properties used: `panel`, `quiet`, `severity`."""
    return f"""
    QWidget {{ color: {TEXT}; }}
    QMainWindow, QDialog {{ background: {GROUND}; }}
    QToolTip {{ background: {PANEL}; color: {TEXT}; border: 1px solid {LINE}; padding: 4px; }}
    QMenu {{ background: {PANEL}; border: 1px solid {LINE}; padding: 4px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 3px; }}
    QMenu::item:selected {{ background: {RAISED}; color: {TEXT_STRONG}; }}
    QMenu::item:disabled {{ color: {MARK_QUIET}; }}
    QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 8px; }}
    QLineEdit, QPlainTextEdit, QSpinBox, QComboBox {{
        background: {FIELD}; color: {TEXT_STRONG}; border: 1px solid {LINE}; border-radius: 4px; padding: 6px 10px;
        selection-background-color: {INFORMATION}; selection-color: {SHADE}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QComboBox:focus {{ border-color: {TEXT}; }}
    QSpinBox QLineEdit {{ background: transparent; border: none; padding: 0; }}
    QSpinBox::up-button, QSpinBox::down-button {{ width: 0; border: none; }}
    QPushButton {{ background: {RAISED}; border: 1px solid {RAISED}; border-radius: 4px; padding: 6px 14px; }}
    QPushButton:hover {{ border-color: {TEXT_QUIET}; }}
    QPushButton:focus {{ border-color: {TEXT_STRONG}; }}
    QPushButton:default {{ background: {TEXT}; color: {SHADE}; }}
    QPushButton:disabled {{ color: {MARK_QUIET}; }}
    QTreeView, QTableView, QListView {{
        background: {GROUND}; alternate-background-color: {PANEL}; border: none; outline: none; }}
    QTreeView::item, QListView::item {{ padding: 3px 4px; }}
    QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{ background: {RAISED}; }}
    QHeaderView::section {{ background: {PANEL}; color: {TEXT_QUIET}; border: none; padding: 6px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 10px; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; }}
    QScrollBar::handle {{ background: {LINE}; border-radius: 4px; min-height: 24px; min-width: 24px; }}
    QScrollBar::handle:hover {{ background: {MARK_QUIET}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QMenuBar {{ background: transparent; }}
    QMenuBar::item {{ padding: 6px 10px; border-radius: 3px; background: transparent; }}
    QMenuBar::item:selected, QMenuBar::item:pressed {{ background: {RAISED}; color: {TEXT_STRONG}; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 4px; }}
    QToolButton:hover, QToolButton:pressed {{ background: {RAISED}; }}
    QToolButton:focus {{ border-color: {TEXT_STRONG}; }}
    QDialog {{ border: 1px solid {LINE}; }}
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QCheckBox {{ spacing: 8px; }}
    QCheckBox::indicator, QListView::indicator {{
        width: 15px; height: 15px; border: 1px solid {MARK_QUIET}; border-radius: 3px; background: {FIELD}; }}
    QCheckBox::indicator:checked, QListView::indicator:checked {{ image: url("{_icon("check.svg")}"); }}
    QCheckBox:focus::indicator {{ border-color: {TEXT_STRONG}; }}
    QSplitter::handle {{ background: {SHADE}; }}
    *[panel="true"] {{ background: {PANEL}; }}
    *[quiet="true"] {{ color: {TEXT_QUIET}; }}
    *[severity="critical"] {{ color: {CRITICAL_TEXT}; }}
    *[severity="medium"] {{ color: {MEDIUM}; }}
    *[severity="information"] {{ color: {INFORMATION}; }}
    """


def _icon(name: str) -> str:
    """The address of a shipped icon, as a style sheet wants it."""
    return (resources_dir() / "icons" / name).as_posix()


def apply(app: QApplication) -> None:
    """Dress the application: Fusion, our palette, fonts and sheet."""
    load_fonts()
    app.setStyle("Fusion")
    app.setPalette(palette())
    app.setFont(font())
    app.setStyleSheet(style_sheet())
