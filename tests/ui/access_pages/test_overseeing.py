"""Who looks now, locks, reviews, rights and the history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.access_cast import DESK_1, DOOR, SAFE, account_of, actor_of, key_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import TownHall
from wallapp.domain.access import Grant, GrantEnd, LockKind, ReviewVerdict
from wallapp.domain.audit import AuditEvent
from wallapp.domain.people import Role
from wallapp.domain.permissions import MATRIX, Verb
from wallapp.ui.access.pages.history import HistoryPage
from wallapp.ui.access.pages.locks import LocksPage
from wallapp.ui.access.pages.looking import LookingPage
from wallapp.ui.access.pages.own_cameras import OwnCamerasPage
from wallapp.ui.access.pages.reviews import ReviewsPage
from wallapp.ui.access.pages.rights import RightsPage

Key = Qt.Key


def granted(hall: TownHall) -> Grant:
    request = hall.ask()
    hall.approve("supervisor", request)
    hall.approve("banker", request)
    with hall.town.store.reading() as unit:
        grant = unit.grants.grant_of(request.terms.request)
    assert grant is not None
    return grant


def broken(hall: TownHall) -> Grant:
    form = hall.town.ask(cameras=frozenset({DOOR}), duration_s=300)
    return hall.town.desk.break_glass(actor_of("operator", DESK_1), key_of("operator"), form)[0]


def test_an_owner_ends_a_view_and_sees_it_closed_only_when_confirmed(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    grant = granted(hall)
    page = open_page(LookingPage, "banker")
    (row,) = page.sights.texts
    assert "open" in row[0] and "15:00" in row[0]
    assert "The operator" in row[1] and "desk-1" in row[2] and "305" in row[4] and row[6] == "Intrusion"
    qtbot.keyClick(page.sights, Key.Key_R)
    assert "The operator" in page.outcome
    qtbot.keyClick(page.sights, Key.Key_Escape)
    assert page.outcome == "" and hall.town.grant(grant.grant).ended_at is None
    qtbot.keyClick(page.sights, Key.Key_R)
    qtbot.keyClick(page.sights, Key.Key_Return)
    open_page.settle()
    assert hall.town.grant(grant.grant).end is GrantEnd.REVOKED
    assert "Not confirmed yet" in page.outcome
    assert "not confirmed yet" in page.sights.texts[0][0] and not page.revoke.isEnabled()
    with hall.town.store.writing() as unit:
        unit.grants.confirm_closed(grant.grant, hall.town.clock.now_at())
    hall.news.changed.emit()
    open_page.settle()
    assert "confirmed by the decoder" in page.sights.texts[0][0]


def test_an_owner_is_shown_no_other_owner_s_views(hall: TownHall, open_page: Opener) -> None:
    granted(hall)
    assert open_page(LookingPage, "head").sights.texts == []


def test_an_auditor_sees_views_and_ends_none(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    grant = granted(hall)
    page = open_page(LookingPage, "auditor")
    assert len(page.sights.texts) == 1 and not page.revoke.isVisible()
    qtbot.keyClick(page.sights, Key.Key_R)
    qtbot.keyClick(page.sights, Key.Key_Return)
    open_page.settle()
    assert hall.town.grant(grant.grant).ended_at is None


def test_a_supervisor_locks_a_person_and_lifts_it(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(LocksPage, "supervisor")
    page.kind.setCurrentIndex(page.kind.findData(LockKind.PERSON.value))
    page.target.setCurrentIndex(page.target.findData(account_of("operator2")))
    page.reason.setFocus()
    qtbot.keyClicks(page.reason, "short")
    qtbot.keyClick(page.reason, Key.Key_Return)
    open_page.settle()
    assert hall.town.locks() == [] and "10" in page.outcome
    qtbot.keyClicks(page.reason, " no more: the desk was left open")
    qtbot.keyClick(page.reason, Key.Key_Return)
    open_page.settle()
    (lock,) = hall.town.locks()
    assert (lock.kind, lock.target) == (LockKind.PERSON, account_of("operator2"))
    (row,) = page.locks.texts
    assert "The operator2" in row[1] and "left open" in row[2] and "The supervisor" in row[3]
    page.locks.setFocus()
    qtbot.keyClick(page.locks, Key.Key_Delete)
    qtbot.keyClick(page.locks, Key.Key_Return)
    open_page.settle()
    assert hall.town.locks() == [] and page.locks.texts == []


def test_an_owner_s_locks_are_on_own_cameras_alone(hall: TownHall, open_page: Opener) -> None:
    page = open_page(LocksPage, "banker")
    assert [page.kind.itemData(row) for row in range(page.kind.count())] == [LockKind.CAMERA, LockKind.OWNER]
    assert [page.target.itemData(row) for row in range(page.target.count())] == ["305", "306", "307"]


def test_an_owner_locks_a_camera_with_a_key_from_the_list(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(OwnCamerasPage, "banker")
    assert [row[0] for row in page.cameras.texts] == ["305", "306", "307"]
    qtbot.keyClick(page.cameras, Key.Key_Down)
    qtbot.keyClick(page.cameras, Key.Key_L)
    qtbot.keyClick(page.cameras, Key.Key_Return)
    open_page.settle()
    assert [lock.target for lock in hall.town.locks()] == [str(SAFE)]
    assert "locked" in page.cameras.texts[1][4]
    qtbot.keyClick(page.cameras, Key.Key_L)
    qtbot.keyClick(page.cameras, Key.Key_Return)
    open_page.settle()
    assert hall.town.locks() == []


def test_a_review_is_marked_when_overdue_and_judged_with_a_note(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    grant = broken(hall)
    hall.town.clock.advance(25 * 3600)
    page = open_page(ReviewsPage, "supervisor")
    (row,) = page.reviews.texts
    assert "overdue" in row[0] and "01:00:00".lstrip("0") in row[0] and "The operator" in row[1]
    assert page.facts.text_of("Why, as typed then") == "glass is broken at the door"
    qtbot.keyClicks(page.note, "the guard was called at once")
    qtbot.keyClick(page.reviews, Key.Key_J)
    qtbot.keyClick(page.reviews, Key.Key_Return)
    open_page.settle()
    with hall.town.store.reading() as unit:
        (review,) = unit.reviews.reviews(open_only=False)
    assert (review.grant, review.verdict) == (grant.grant, ReviewVerdict.JUSTIFIED)
    assert page.reviews.texts == [] and "justified" in page.outcome


def test_the_rights_are_shown_as_the_rules_hold_them(open_page: Opener) -> None:
    page = open_page(RightsPage, "trainer")
    shown = {
        verb: {role for role, cell in zip(Role, row[1:], strict=True) if "yes" in cell}
        for verb, row in zip(MATRIX, page.table.texts, strict=True)
    }
    assert shown == {verb: set(roles) for verb, roles in MATRIX.items()}
    assert set(MATRIX) == set(Verb)


def test_the_history_is_read_on_demand_alone_and_the_reading_is_in_it(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    granted(hall)
    page = open_page(HistoryPage, "auditor")
    hall.news.changed.emit()
    open_page.settle()
    assert page.entries.texts == [] and hall.town.entries(AuditEvent.AUDIT_READ) == []
    page.read.click()
    open_page.settle()
    assert "4 entries" in page.outcome
    assert "request approved" in page.entries.texts[0][1] and "P-banker" in page.entries.texts[0][2]
    assert len(hall.town.entries(AuditEvent.AUDIT_READ)) == 1
    qtbot.keyClicks(page.subject, "nothing of that name")
    qtbot.keyClick(page.subject, Key.Key_Return)
    open_page.settle()
    assert page.entries.texts == []


def test_a_representative_reads_their_own_history_alone(hall: TownHall, open_page: Opener) -> None:
    granted(hall)
    page = open_page(HistoryPage, "head")
    assert [page.owner.itemData(row) for row in range(page.owner.count())] == [hall.owner_of("head")]
    page.read.click()
    open_page.settle()
    assert page.entries.texts == []
