"""A menu that shows each person what their roles allow: of access, of incidents."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from wallapp.domain.people import Role
from wallapp.domain.permissions import Verb, may


@dataclass(frozen=True, slots=True)
class _Entry:
    action: QAction
    name: Callable[[], str]
    verbs: frozenset[Verb]


class RoleMenu(QMenu):
    """Actions with their keys; which of them show follows the person's roles. GUI thread.

    Signals: `added` (QAction): the window takes it, so that its key works while the menus are hidden.
    """

    added = Signal(object)

    def __init__(self, title: Callable[[], str], roles: Iterable[Role], parent: QWidget | None = None) -> None:
        """Args: title: asked again when the language changes."""
        super().__init__(parent)
        self._title = title
        self._roles = frozenset(roles)
        self._entries: list[_Entry] = []
        self._pages_end = self.addSeparator()
        self._retranslate()

    def add_page(
        self, name: Callable[[], str], show: Callable[[], object], *, keys: str = "", verbs: Iterable[Verb] = ()
    ) -> QAction:
        """Add a page below those that are there.

        Args:
          name: its title, asked again when the language changes.
          show: opens it, or brings it to the front.
          verbs: shown to who may do any of these; none shows it to everybody.
        """
        return self._add(name, show, keys=keys, verbs=verbs, before=self._pages_end)

    def add_own(
        self, name: Callable[[], str], do: Callable[[], object], *, keys: str = "", verbs: Iterable[Verb] = ()
    ) -> QAction:
        """As add_page, for what is below the pages: the person's own account."""
        return self._add(name, do, keys=keys, verbs=verbs, before=None)

    def _add(
        self,
        name: Callable[[], str],
        do: Callable[[], object],
        *,
        keys: str,
        verbs: Iterable[Verb],
        before: QAction | None,
    ) -> QAction:
        action = QAction(name(), self)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda: do())
        entry = _Entry(action, name, frozenset(verbs))
        is_theirs = not entry.verbs or any(may(self._roles, verb) for verb in entry.verbs)
        action.setVisible(is_theirs)
        action.setEnabled(is_theirs)
        self._entries.append(entry)
        if before is None:
            self.addAction(action)
        else:
            self.insertAction(before, action)
        self.added.emit(action)
        return action

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setTitle(self._title())
        for entry in self._entries:
            entry.action.setText(entry.name())
