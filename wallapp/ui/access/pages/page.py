"""What all pages have in common: a title, a line for what came of the last act, and asking through the clerk."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol, TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from wallapp.base.errors import WallError
from wallapp.services.actor import SigningKey
from wallapp.ui import theme
from wallapp.ui.access.asking import ask
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.marks import mark
from wallapp.ui.access.rooms import AccessRooms

_Answer = TypeVar("_Answer")
TITLE_PX: Final = 18


class Confirm(Protocol):
    """Has the person prove again who they are, then calls back with their open key; else does not call back."""

    def __call__(self, then: Callable[[SigningKey], None], *, what: str = "") -> None:
        """`what` is to be confirmed, in one line."""


class Page(QWidget):
    """One subject. Subclasses fill `body`, and say in `look` what they ask for and in `retranslate` their words.

    What is shown is asked for again when the page comes into view and when the store may have changed.
    GUI thread.
    """

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rooms = rooms
        self.confirm = confirm
        self._title = QLabel()
        self._title.setFont(theme.font(TITLE_PX, bold=True))
        self._title.setStyleSheet(f"font-size: {TITLE_PX}px; font-weight: bold;")
        self._mark = QLabel()
        self._outcome = QLabel()
        self._outcome.setTextFormat(Qt.TextFormat.PlainText)
        self._outcome.setWordWrap(True)
        self._outcome.setMinimumHeight(2 * theme.FONT_PX)
        self._outcome.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        head = QHBoxLayout()
        head.setSpacing(24)
        head.addWidget(self._title)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self._mark)
        said.addWidget(self._outcome, 1)
        head.addLayout(said, 1)
        self.body = QVBoxLayout()
        self.body.setSpacing(10)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(self.body, 1)
        self._act: Callable[[], None] | None = None
        self._answers = [self.key(keys, self._do) for keys in ("Return", "Enter")]
        self._answers.append(self.key("Escape", self._leave))
        self._listen(on=False)
        rooms.news.changed.connect(self._follow)

    # For subclasses

    def look(self) -> None:
        """Ask again for what is shown."""

    def retranslate(self) -> None:
        """Set all words anew."""

    def title(self) -> str:
        """The page's name, also on its tab."""
        return ""

    def ask(
        self,
        work: Callable[[], _Answer],
        then: Callable[[_Answer], None],
        *,
        failed: Callable[[WallError], None] | None = None,
    ) -> None:
        """Have the clerk do `work`; a refusal is said in the outcome line where `failed` is not given."""
        ask(self.rooms.clerk, self, work, then=then, failed=failed or self.refuse)

    def say(self, text: str, severity: str = "") -> None:
        """What came of the last act."""
        self._outcome.setText(text)
        self._mark.setPixmap(mark(severity if text else ""))
        self._outcome.setProperty("severity", severity)
        self._outcome.style().unpolish(self._outcome)
        self._outcome.style().polish(self._outcome)

    def refuse(self, error: WallError) -> None:
        """Say an error, and ask again: what is shown may be old."""
        self.say(words.refusal(error), "medium")

    def make_sure(self, question: str, act: Callable[[], None]) -> None:
        """Ask within the page: Enter does it, Escape leaves it; another question takes this one's place."""
        self._act = act
        self.say(self.tr("{question} Enter: yes. Esc: no.").format(question=question), "medium")
        self._listen(on=True)

    def key(self, keys: str, act: Callable[[], None]) -> QShortcut:
        """A key that works wherever on this page the cursor is."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
        return shortcut

    @property
    def outcome(self) -> str:
        """The words of the outcome line."""
        return self._outcome.text()

    # Inside

    def _do(self) -> None:
        act, self._act = self._act, None
        self._leave()
        if act is not None:
            act()

    def _leave(self) -> None:
        self._act = None
        self._listen(on=False)
        self.say("")

    def _listen(self, *, on: bool) -> None:
        for shortcut in self._answers:
            shortcut.setEnabled(on)

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.name_itself()
            self.retranslate()
        super().changeEvent(event)

    def name_itself(self) -> None:
        """Title and accessible name; to be called once the page is built."""
        self._title.setText(self.title())
        self.setAccessibleName(self.title())
        self._outcome.setAccessibleName(self.tr("Outcome"))

    def _follow(self) -> None:
        if self.isVisible():
            self.look()
