"""Compares what the store says now with what it said before, and notices what a person must not miss."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from wallapp.base.ids import GrantId
from wallapp.domain.access import DecisionKind, GrantEnd, RequestState
from wallapp.services.access_case import Case
from wallapp.services.access_views import GrantView, MineView
from wallapp.ui.access.book import AccessBook, Reading
from wallapp.ui.access.marks import Severity
from wallapp.ui.access.notices import Kind, NoticeBook
from wallapp.ui.access.rooms import AccessRooms
from wallapp.ui.access.words import end_words, minutes, purpose_word, state_word

ENDING_S: Final = 60
_TICK_MS: Final = 1000


class Watcher(QObject):
    """GUI thread. The first reading notices only what waits or runs; later ones what became of one's own requests."""

    def __init__(
        self, rooms: AccessRooms, book: AccessBook, notices: NoticeBook, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._rooms, self._book, self._notices = rooms, book, notices
        self._before: Reading | None = None
        self._was_reachable = True
        self._warned: set[GrantId] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.tick)
        book.changed.connect(self.follow)
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def follow(self) -> None:
        """Look at the newest reading."""
        self._follow_store()
        if not self._book.is_read:
            return
        now, before = self._book.reading, self._before
        self._before = now
        self._follow_cases(now, before)
        self._follow_glass(now)
        if before is not None:
            self._follow_mine(now, before)
        self.tick()

    def tick(self) -> None:
        """Warn of one's own grants that end within a minute, each once."""
        for view in self._book.reading.mine:
            grant = view.grant
            if grant is None or grant.grant.grant in self._warned or grant.grant.station != self._rooms.station:
                continue
            whole_s = (grant.grant.not_after - grant.grant.not_before).total_seconds()
            if 0 < self._book.left_s(grant.left_s) <= min(ENDING_S, whole_s / 2):
                self._warned.add(grant.grant.grant)
                text = self.tr("{cameras}: the clear picture closes in less than a minute")
                text = text.format(cameras=_numbers(grant))
                self._notices.add(Kind.ENDING, grant.grant.grant, Severity.MEDIUM, text)

    def _follow_store(self) -> None:
        reachable = self._book.is_reachable
        if reachable == self._was_reachable:
            return
        self._was_reachable = reachable
        if reachable:
            text = self.tr("The store answers again")
            self._notices.add(Kind.STORE, "store", Severity.INFORMATION, text)
        else:
            text = self.tr("The store does not answer: clear pictures close within 30 s, nothing can be decided")
            self._notices.add(Kind.STORE, "store", Severity.HIGH, text)

    def _follow_cases(self, now: Reading, before: Reading | None) -> None:
        open_now = {case.request.terms.request for case in now.to_decide}
        for case in now.to_decide:
            self._notices.add(Kind.TO_DECIDE, case.request.terms.request, Severity.MEDIUM, self._asks(case))
        for case in before.to_decide if before else ():
            if case.request.terms.request not in open_now:
                self._notices.settle(Kind.TO_DECIDE, case.request.terms.request)

    def _asks(self, case: Case) -> str:
        terms = case.request.terms
        text = self.tr("{who} asks for {cameras}: {purpose}, {time}. It waits for your decision")
        who = case.requester.name if case.requester else self.tr("A closed account")
        cameras = ", ".join(f"{one.number} {one.name}" for one in case.cameras)
        return text.format(
            who=who, cameras=cameras, purpose=purpose_word(terms.purpose), time=minutes(terms.duration_s)
        )

    def _follow_glass(self, now: Reading) -> None:
        for view in now.looking:
            grant = view.grant
            if grant.kind is DecisionKind.BREAK_GLASS and grant.person != self._rooms.actor.account:
                text = self.tr("{who} broke the glass for {cameras}; it is to be reviewed")
                who = view.person.name if view.person else self.tr("A closed account")
                text = text.format(who=who, cameras=f"{_numbers(view)} ({grant.owner})")
                self._notices.add(Kind.GLASS_BROKEN, grant.grant, Severity.CRITICAL, text)

    def _follow_mine(self, now: Reading, before: Reading) -> None:
        old = {view.request.terms.request: view for view in before.mine}
        for view in now.mine:
            earlier = old.get(view.request.terms.request)
            was_pending = earlier is not None and earlier.request.state is RequestState.PENDING
            if was_pending and view.request.state is not RequestState.PENDING:
                self._tell_decided(view)
            if view.grant is not None and earlier is not None:
                self._tell_ended(view.grant, earlier.grant)

    def _tell_decided(self, view: MineView) -> None:
        terms, state = view.request.terms, view.request.state
        if state is RequestState.WITHDRAWN:
            return
        asked = ", ".join(map(str, sorted(terms.cameras)))
        if view.grant is not None and view.grant.left_s > 0:
            grant = view.grant.grant
            span_s = int((grant.not_after - grant.not_before).total_seconds())
            text = self.tr("Approved: {cameras} for {time}").format(cameras=_numbers(view.grant), time=minutes(span_s))
            if grant.cameras != terms.cameras or span_s != terms.duration_s:
                text = self.tr("Approved, less than asked for: {cameras} for {time}")
                text = text.format(cameras=_numbers(view.grant), time=minutes(span_s))
            self._notices.add(Kind.DECIDED, terms.request, Severity.INFORMATION, text)
            return
        text = self.tr("Your request for {cameras}: {state}").format(cameras=asked, state=state_word(state))
        self._notices.add(Kind.DECIDED, terms.request, Severity.MEDIUM, text)

    def _tell_ended(self, view: GrantView, earlier: GrantView | None) -> None:
        grant = view.grant
        was_open = earlier is None or earlier.grant.ended_at is None
        if grant.ended_at is None or not was_open or grant.end in (GrantEnd.EXPIRED, GrantEnd.RELINQUISHED, None):
            return
        self._notices.settle(Kind.ENDING, grant.grant)
        text = self.tr("{cameras}: the clear picture was closed ({why})")
        text = text.format(cameras=_numbers(view), why=end_words(grant.end))
        self._notices.add(Kind.ENDED, grant.grant, Severity.HIGH, text)


def _numbers(view: GrantView) -> str:
    return ", ".join(map(str, sorted(view.grant.cameras)))
