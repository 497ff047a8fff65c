"""The history: asked for by a person, never by itself, because every reading of it is recorded too."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from wallapp.base.ids import OwnerName
from wallapp.domain.audit import AuditEntry
from wallapp.domain.permissions import Verb, may
from wallapp.services.access_ports import AuditQuery
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.event_words import event_word
from wallapp.ui.access.pages.page import Confirm, Page
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.rooms import AccessRooms

_SPANS: Final = (
    (timedelta(hours=1), QT_TRANSLATE_NOOP("Desks", "last hour")),
    (timedelta(days=1), QT_TRANSLATE_NOOP("Desks", "last 24 hours")),
    (timedelta(days=7), QT_TRANSLATE_NOOP("Desks", "last 7 days")),
    (timedelta(days=30), QT_TRANSLATE_NOOP("Desks", "last 30 days")),
    (None, QT_TRANSLATE_NOOP("Desks", "all")),
)
_MOST: Final = 1000


class HistoryPage(Page):
    """An auditor reads all of it, a representative their own organisation's. GUI thread."""

    def __init__(self, rooms: AccessRooms, confirm: Confirm, parent: QWidget | None = None) -> None:
        super().__init__(rooms, confirm, parent)
        self._entries: Sequence[AuditEntry] = ()
        self._reads_all = may(rooms.person.roles, Verb.READ_AUDIT)
        self.owner, self.span, self.subject = QComboBox(), QComboBox(), QLineEdit()
        self.read = QPushButton()
        self._labels = [QLabel() for _ in range(3)]
        self._note = QLabel()
        self._note.setProperty("quiet", True)
        self._note.setWordWrap(True)
        self.entries = Rows(7, stretch=6)
        row = QHBoxLayout()
        row.setSpacing(10)
        for label, field in zip(self._labels, (self.owner, self.span, self.subject), strict=True):
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1 if field is self.subject else 0)
        row.addWidget(self.read)
        self.body.addLayout(row)
        self.body.addWidget(self.entries, 1)
        self.body.addWidget(self._note)
        self.subject.returnPressed.connect(self.read_now)
        self.read.clicked.connect(self.read_now)
        self.entries.cellActivated.connect(self._take_subject)
        self.name_itself()
        self.retranslate()

    # Page

    def title(self) -> str:
        return self.tr("History")

    def retranslate(self) -> None:
        names = (self.tr("Owner"), self.tr("Time"), self.tr("About"))
        for label, field, name in zip(self._labels, (self.owner, self.span, self.subject), names, strict=True):
            label.setText(name)
            field.setAccessibleName(name)
        self.subject.setPlaceholderText(self.tr("number of a request, a grant or a lock; empty for all"))
        self.read.setText(self.tr("Read"))
        self._note.setText(
            self.tr(
                "Every reading is itself recorded. People stand here by pseudonyms; typed reasons are kept apart and"
                " erased after their time."
            )
        )
        self._fill_choices()
        self.entries.name(
            self.tr("Entries, the newest first"),
            [
                self.tr("Time"),
                self.tr("What happened"),
                self.tr("Who"),
                self.tr("Station"),
                self.tr("Owner"),
                self.tr("About"),
                self.tr("Details"),
            ],
            self.tr("Nothing read yet, or nothing found. Press Read."),
        )
        self._fill()

    def read_now(self) -> None:
        """Ask for the entries; the reading goes into the history itself."""
        span: timedelta | None = self.span.currentData()
        since = self.rooms.clock.now_at() - span if span else None
        owner: OwnerName | None = self.owner.currentData()
        query = AuditQuery(owner=owner, subject=self.subject.text().strip(), since=since, limit=_MOST)
        self.ask(lambda: self.rooms.views.history(self.rooms.actor, query), self._show)

    # Inside

    def _fill_choices(self) -> None:
        owner, span = self.owner.currentData(), max(1, self.span.currentIndex())
        self.owner.clear()
        if self._reads_all:
            self.owner.addItem(self.tr("all"), None)
        for name in sorted(self.rooms.owners):
            if self._reads_all or name == self.rooms.person.organisation:
                self.owner.addItem(words.apart(name), name)
        self.owner.setCurrentIndex(max(0, self.owner.findData(owner)))
        self.span.clear()
        for length, text in _SPANS:
            self.span.addItem(words.say(text), length)
        self.span.setCurrentIndex(span)

    def _show(self, entries: Sequence[AuditEntry]) -> None:
        self._entries = entries
        self._fill()
        self.say(self.tr("{count} entries; this reading is recorded").format(count=words.number(len(entries))))

    def _fill(self) -> None:
        self.entries.fill([self._row(index, entry) for index, entry in enumerate(self._entries)])

    def _row(self, index: int, entry: AuditEntry) -> Row:
        facts = "  ".join(f"{name}={_plain(value)}" for name, value in sorted(entry.facts.items()) if value != "")
        return Row(
            str(index),
            (
                words.moment(entry.at),
                event_word(entry.event),
                words.apart(entry.actor) if entry.actor else "—",
                words.apart(entry.station),
                words.apart(entry.owner) if entry.owner else "—",
                words.apart(entry.subject),
                f"\u2066{facts}\u2069",
            ),
        )

    def _take_subject(self, row: int, _column: int) -> None:
        """Enter on an entry asks for all that happened to what it is about."""
        self.subject.setText(self._entries[row].subject)
        self.read_now()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.read.setFocus()


def _plain(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
