"""Deciding from the keyboard: what is shown, narrowing, approving, denying, and a case that somebody else decided."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.fakes.access_cast import HALL, SAFE, actor_of, key_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import ProvenAtOnce, TownHall
from wallapp.domain.access import RequestState, Verdict
from wallapp.ui.access.pages.decide import DecidePage

Key = Qt.Key


def test_a_case_shows_all_that_a_decision_rests_on(hall: TownHall, open_page: Opener) -> None:
    hall.ask()
    page = open_page(DecidePage, "supervisor")
    assert page.cases.rowCount() == 1
    texts = "\n".join(f"{fact.title}: {fact.text}" for fact in page.facts.shown)
    for part in (
        "The operator",
        "Intrusion",
        "glass is broken at the door",
        "desk-1",
        "requests in 30 days: 1, approved: 0",
        "At most 30 min",
        "supervisor: missing: 1 of 1",
        "the owner's representative: missing: 1 of 1",
        "The banker",
        "The supervisor2",
    ):
        assert part in texts, part
    names = [page.narrowing.cameras.item(row).text() for row in range(page.narrowing.cameras.count())]
    assert "305" in names[0] and "Hall" in names[0] and "Main street" in names[0] and "private" in names[0]
    assert "306" in names[1] and "protected" in names[1], "the policy's sensitivity, not the register's"


def test_a_supervisor_narrows_and_approves_with_keys_alone(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    request = hall.ask()
    page = open_page(DecidePage, "supervisor")
    keys = [Key.Key_Right, Key.Key_Space, Key.Key_Minus, Key.Key_A]
    for key in keys:
        qtbot.keyClick(page.cases, key)
    open_page.settle()
    with hall.town.store.reading() as unit:
        (vote,) = unit.requests.votes(request.terms.request)
    assert (vote.terms.verdict, vote.terms.cameras, vote.terms.duration_s) == (Verdict.APPROVE, {HALL}, 600)
    assert "Still missing: the owner's representative" in page.outcome
    assert page.cases.rowCount() == 0


def test_the_last_vote_says_what_opened_where_and_until_when(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    hall.approve("supervisor", hall.ask())
    page = open_page(DecidePage, "banker")
    assert "agreed" in page.facts.text_of("supervisor") and "The supervisor" in page.facts.text_of("supervisor")
    qtbot.keyClick(page.cases, Key.Key_A)
    open_page.settle()
    until = (hall.town.clock.now_at() + timedelta(seconds=900)).astimezone().strftime("%H:%M")
    assert "Approved" in page.outcome and "305" in page.outcome and "306" in page.outcome
    assert until in page.outcome and "desk-1" in page.outcome


def test_nothing_is_sent_by_who_does_not_confirm(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    request = hall.ask()
    confirm = ProvenAtOnce("supervisor")
    confirm.gives_up = True
    page = open_page(DecidePage, "supervisor", confirm=confirm)
    qtbot.keyClick(page.cases, Key.Key_D)
    open_page.settle()
    assert confirm.asked and "Deny" in confirm.asked[0] and "The operator" in confirm.asked[0]
    with hall.town.store.reading() as unit:
        assert unit.requests.votes(request.terms.request) == []


def test_a_denial_ends_the_request(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    request = hall.ask()
    page = open_page(DecidePage, "supervisor")
    qtbot.keyClick(page.cases, Key.Key_D)
    open_page.settle()
    with hall.town.store.reading() as unit:
        found = unit.requests.request(request.terms.request)
    assert found is not None and found.state is RequestState.DENIED
    assert "denied" in page.outcome


def test_a_case_decided_elsewhere_stays_until_the_reader_moves_on(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    first = hall.ask()
    hall.town.clock.advance(5)
    hall.ask("operator2", reason="somebody climbs over the gate")
    page = open_page(DecidePage, "supervisor")
    assert page.cases.rowCount() == 2 and "glass is broken" in page.facts.text_of("Why")
    hall.town.desk.vote(actor_of("supervisor2"), key_of("supervisor2"), first.terms.request, verdict=Verdict.DENY)
    hall.news.changed.emit()
    open_page.settle()
    assert "glass is broken" in page.facts.text_of("Why"), "it must not be swapped under the reader's eyes"
    assert "somebody else" in page.outcome and "denied" in page.outcome
    assert not page.approve.isEnabled() and not page.deny.isEnabled()
    qtbot.keyClick(page.cases, Key.Key_Down)
    open_page.settle()
    assert page.cases.rowCount() == 1 and "climbs over" in page.facts.text_of("Why")
    assert page.approve.isEnabled()


def test_a_refresh_keeps_the_narrowing(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    hall.ask()
    page = open_page(DecidePage, "supervisor")
    qtbot.keyClick(page.cases, Key.Key_2)
    qtbot.keyClick(page.cases, Key.Key_Minus)
    hall.town.clock.advance(3)
    hall.news.changed.emit()
    open_page.settle()
    assert (page.narrowing.chosen, page.narrowing.duration_s) == ({HALL}, 600)
    qtbot.keyClick(page.cases, Key.Key_1)
    assert not page.approve.isEnabled(), "an approval of no camera is no approval"


@pytest.mark.parametrize(("steps", "duration_s"), [((-1,), 600), ((-1, -1), 300), ((1,), 900), ((-1, 1), 900)])
def test_time_is_only_narrowed(hall: TownHall, open_page: Opener, steps: tuple[int, ...], duration_s: int) -> None:
    hall.ask(cameras=frozenset({SAFE}))
    page = open_page(DecidePage, "supervisor")
    for step in steps:
        page.narrowing.step(step)
    assert page.narrowing.duration_s == duration_s


def test_an_empty_desk_says_so(open_page: Opener) -> None:
    page = open_page(DecidePage, "supervisor")
    assert page.cases.rowCount() == 0 and page.facts.shown == ()
    assert not page.approve.isEnabled() and not page.narrowing.chosen
