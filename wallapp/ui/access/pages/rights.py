"""The permission matrix as it stands in the rules, readable by everybody."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from wallapp.domain.people import Role
from wallapp.domain.permissions import MATRIX
from wallapp.ui import theme
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms


class RightsPage(Page):
    """Rights down, roles across; the reader's own roles stand out. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self.table = Rows(1 + len(Role), stretch=0)
        self._note = QLabel()
        self._note.setWordWrap(True)
        self._note.setProperty("quiet", True)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._note)
        self.name_itself()
        self.retranslate()

    def title(self) -> str:
        return self.tr("Rights")

    def retranslate(self) -> None:
        yes, no = self.tr("yes"), "—"
        self.table.name(self.tr("Which role may do what"), [self.tr("Right"), *(words.word(role) for role in Role)], "")
        self.table.fill(
            [
                Row(verb.value, (words.word(verb), *(yes if role in roles else no for role in Role)))
                for verb, roles in MATRIX.items()
            ]
        )
        for row in range(self.table.rowCount()):
            for column, role in enumerate(Role, 1):
                item = self.table.item(row, column)
                if item is not None:
                    own = role in self.rooms.person.roles
                    colour = theme.TEXT_QUIET if item.text() == no else theme.TEXT_STRONG if own else theme.TEXT
                    item.setForeground(QColor(colour))
                    item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        self._note.setText(
            self.tr(
                "A right is necessary, never enough: owners' agreements, other people's consent and locks come on top."
                " Nobody decides on their own request, and an administrator opens no picture."
            )
        )
