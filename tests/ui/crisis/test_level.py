"""The crisis level in real windows over a real store: asked for, agreed to, looked after, and stood down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.crisis.conftest import CrisisRoom, Seat, Sit
from wallapp.app.demo_levels import prepare_levels
from wallapp.app.demo_people import DEMO_PASSWORD
from wallapp.base.ids import CameraNumber, LayoutNumber, StationName, TileId
from wallapp.domain.crisis_level import RATIFY_WITHIN, Bindings, CrisisLevel
from wallapp.domain.layer import LayerKind, LayerState
from wallapp.domain.logbook import LogEvent
from wallapp.domain.place import Place
from wallapp.services.actor import Actor
from wallapp.services.crisis import LevelWish
from wallapp.services.crisis_presets import CrisisPresets
from wallapp.services.incidents import NewIncident
from wallapp.services.layers import NewLayer
from wallapp.ui.access.confirmer import StepUpDialog
from wallapp.ui.access.notices import Kind
from wallapp.ui.crisis.level_form import LevelForm
from wallapp.ui.crisis.level_page import LevelPage
from wallapp.ui.crisis.level_presets import PresetsForm
from wallapp.ui.language import Language

WAIT_MS = 15_000
CORNICHE = Place(33.6055, -7.6192)
TASKS = ("Call the prefecture", "Open the second room")


def _hear(qtbot: QtBot, *seats: Seat) -> None:
    """As a wake-up of the store does."""
    for seat in seats:
        seat.hear()


def _wish(seat: Seat, level: CrisisLevel, bindings: Bindings | None = None) -> LevelWish:
    now_at = seat.board.rooms.clock.now_at()
    review_at = now_at + timedelta(hours=2) if level.needs_review else None
    return LevelWish(level, "crowd at the corniche", review_at, bindings=bindings or Bindings())


def _raise_to(room: CrisisRoom, qtbot: QtBot, seat: Seat, level: CrisisLevel, bindings: Bindings | None = None) -> None:
    """As a supervisor and an operator do at other stations."""
    boss, second = (Actor(room.person(login).account, StationName("desk-9")) for login in ("supervisor", "operator"))
    asked = seat.desks.crisis.ask(boss, _wish(seat, level, bindings))
    seat.desks.crisis.approve(second, asked.id)
    seat.hear()
    qtbot.waitUntil(lambda: seat.situation.level.level is level, timeout=WAIT_MS)


def _page(seat: Seat, qtbot: QtBot) -> LevelPage:
    seat.floor.levels.open()
    page = seat.floor.levels.page
    assert page is not None
    qtbot.waitUntil(page.isVisible)
    return page


def _form(seat: Seat, qtbot: QtBot, level: CrisisLevel) -> LevelForm:
    page = _page(seat, qtbot)
    page.ladder[level].click()
    qtbot.waitUntil(lambda: isinstance(seat.floor.levels.form, LevelForm), timeout=WAIT_MS)
    form = seat.floor.levels.form
    assert isinstance(form, LevelForm)
    return form


def _notices(seat: Seat) -> list[str]:
    assert seat.window.access is not None
    return [one.text for one in seat.window.access.notices.waiting if one.kind is Kind.LEVEL]


def test_a_second_person_at_another_station_is_told_and_agrees_by_the_keyboard(sit: Sit, qtbot: QtBot) -> None:
    boss, second = sit("supervisor"), sit("operator", at="desk-2")
    assert boss.floor.levels.block.text() == "0 ROUTINE"
    form = _form(boss, qtbot, CrisisLevel.PARTIAL)
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    assert form.isVisible() and form.refusal.text()
    qtbot.keyClicks(form.reason, "crowd at the corniche")
    form.bindings.checklist.setPlainText("\n".join(TASKS))
    qtbot.keyClick(form.reason, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: boss.situation.level.asked is not None, timeout=WAIT_MS)
    assert boss.situation.level.level is CrisisLevel.ROUTINE
    page = boss.floor.levels.page
    assert page is not None and page.agree.isHidden() and not page.withdraw.isHidden()
    assert "your own request" in page.asked_text.text()
    _hear(qtbot, second)
    qtbot.waitUntil(lambda: len(_notices(second)) == 1, timeout=WAIT_MS)
    assert "crowd at the corniche" in _notices(second)[0]
    assert "second person" in " ".join(second.floor.levels.block.details)
    assert second.window.access is not None
    second.window.activateWindow()
    second.window.access.notices.jump()
    theirs = second.floor.levels.page
    assert theirs is not None
    theirs.agree.setFocus()
    qtbot.keyClick(theirs.agree, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: second.situation.level.level is CrisisLevel.PARTIAL, timeout=WAIT_MS)
    _hear(qtbot, boss)
    qtbot.waitUntil(lambda: boss.floor.levels.block.level is CrisisLevel.PARTIAL, timeout=WAIT_MS)
    assert boss.floor.levels.block.text() == "2 PARTIAL ACTIVATION"
    assert any("review" in detail for detail in boss.floor.levels.block.details)
    assert [item.text for item in boss.situation.checklist] == list(TASKS)
    assert any("2 Partial activation is in force" in text for text in _notices(boss))
    assert _notices(second) == []


def test_nobody_agrees_to_their_own_and_a_refusal_says_why(sit: Sit, qtbot: QtBot) -> None:
    boss, second = sit("supervisor"), sit("operator", at="desk-2")
    assert boss.actor is not None
    boss.desks.crisis.ask(boss.actor, _wish(boss, CrisisLevel.FULL))
    for seat in (boss, second):
        seat.hear()
        qtbot.waitUntil(lambda seat=seat: seat.situation.level.asked is not None, timeout=WAIT_MS)
    mine = _page(boss, qtbot)
    boss.floor.levels.agree()
    qtbot.waitUntil(lambda: mine.refusal.text() != "", timeout=WAIT_MS)
    assert "second person" in mine.refusal.text()
    theirs = _page(second, qtbot)
    assert not any(chip.isEnabled() for level, chip in theirs.ladder.items() if level is not CrisisLevel.ROUTINE)
    qtbot.keyClicks(theirs.why, "one patrol is enough")
    theirs.refuse.click()
    qtbot.waitUntil(lambda: second.situation.level.asked is None, timeout=WAIT_MS)
    _hear(qtbot, boss)
    qtbot.waitUntil(lambda: any("one patrol is enough" in text for text in _notices(boss)), timeout=WAIT_MS)
    assert boss.situation.level.level is CrisisLevel.ROUTINE


def test_an_emergency_is_raised_alone_and_ratified_by_another(sit: Sit, qtbot: QtBot) -> None:
    boss, second = sit("supervisor"), sit("operator", at="desk-2")
    form = _form(boss, qtbot, CrisisLevel.FULL)
    qtbot.keyClicks(form.reason, "explosion")
    form.alone.click()
    qtbot.waitUntil(lambda: boss.situation.level.level is CrisisLevel.FULL, timeout=WAIT_MS)
    mine = _page(boss, qtbot)
    assert mine.ratify.isHidden() and "cannot ratify" in mine.ratify_text.text()
    _hear(qtbot, second)
    qtbot.waitUntil(lambda: any("alone" in text for text in _notices(second)), timeout=WAIT_MS)
    theirs = _page(second, qtbot)
    theirs.ratify.click()
    qtbot.waitUntil(lambda: second.situation.level.activation is not None and _is_ratified(second), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not any("alone" in text for text in _notices(second)), timeout=WAIT_MS)
    assert theirs.ratify.isHidden()


def _is_ratified(seat: Seat) -> bool:
    activation = seat.situation.level.activation
    return activation is not None and activation.approved_by is not None


def test_what_is_overdue_is_said_and_a_review_settles_it(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    boss = sit("supervisor")
    other, second = (Actor(room.person(login).account, StationName("desk-9")) for login in ("supervisor2", "operator"))
    boss.desks.crisis.raise_alone(other, _wish(boss, CrisisLevel.WATCH))
    room.clock.advance(RATIFY_WITHIN.total_seconds() + 1)
    boss.hear()
    block = boss.floor.levels.block
    qtbot.waitUntil(lambda: any("not ratified" in one for one in block.details), timeout=WAIT_MS)
    boss.desks.crisis.ratify(second)
    room.clock.advance(7200)
    boss.hear()
    qtbot.waitUntil(lambda: any("overdue" in one for one in block.details), timeout=WAIT_MS)
    qtbot.waitUntil(lambda: any("to be reviewed" in text for text in _notices(boss)), timeout=WAIT_MS)
    page = _page(boss, qtbot)
    page.review.click()
    qtbot.waitUntil(lambda: not boss.situation.level.alarms, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: not any("to be reviewed" in text for text in _notices(boss)), timeout=WAIT_MS)
    assert boss.situation.level.level is CrisisLevel.WATCH


def test_a_wall_without_anybody_shows_the_level_and_changes_none(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    alone = sit("")
    _raise_to(room, qtbot, alone, CrisisLevel.WATCH)
    qtbot.waitUntil(lambda: alone.floor.levels.block.level is CrisisLevel.WATCH, timeout=WAIT_MS)
    qtbot.keyClick(alone.window, Qt.Key.Key_F10, Qt.KeyboardModifier.ControlModifier)
    page = alone.floor.levels.page
    assert page is not None and page.facts.text_of("In force") == "1 Watch"
    assert page.down.isHidden() and page.prepare.isHidden() and page.agree.isHidden()
    assert not page.ladder[CrisisLevel.FULL].isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert alone.floor.levels.page is None


def test_prepared_levels_fill_the_form_and_may_be_changed(sit: Sit, qtbot: QtBot) -> None:
    boss = sit("supervisor")
    assert boss.actor is not None
    layer = boss.desks.layers.make(boss.actor, NewLayer("Corniche", LayerKind.PERIMETER)).value
    boss.hear()
    qtbot.waitUntil(lambda: bool(boss.situation.layers), timeout=WAIT_MS)
    page = _page(boss, qtbot)
    page.prepare.click()
    qtbot.waitUntil(lambda: isinstance(boss.floor.levels.form, PresetsForm), timeout=WAIT_MS)
    presets = boss.floor.levels.form
    assert isinstance(presets, PresetsForm)
    presets.levels[CrisisLevel.PARTIAL].click()
    presets.editor.checklist.setPlainText("\n".join((*TASKS, " ")))
    presets.editor.layers.item(0).setCheckState(Qt.CheckState.Checked)
    presets.levels[CrisisLevel.FULL].click()
    assert presets.editor.bindings == Bindings()
    presets.save.click()
    qtbot.waitUntil(lambda: boss.floor.levels.form is None, timeout=WAIT_MS)
    kept = boss.desks.presets.presets()[CrisisLevel.PARTIAL]
    assert kept == Bindings(layers=frozenset({layer.id}), checklist=TASKS)
    form = _form(boss, qtbot, CrisisLevel.PARTIAL)
    assert form.bindings.bindings == kept
    form.level.setCurrentIndex(form.level.findText("3 Full activation"))
    assert form.bindings.bindings == Bindings()


def test_the_level_brings_its_wall_layers_and_checklist_and_takes_them_back(
    sit: Sit, room: CrisisRoom, qtbot: QtBot
) -> None:
    second = sit("operator")
    assert second.actor is not None
    layer = second.desks.layers.make(second.actor, NewLayer("Corniche", LayerKind.PERIMETER)).value
    second.show(105, 106)
    second.station.session.save(LayoutNumber(3), "Corniche")
    second.show(101, 102, 103)
    second.station.session.select(TileId(2))
    before = second.station.session.standing
    bindings = Bindings(LayoutNumber(3), frozenset({layer.id}), TASKS)
    _raise_to(room, qtbot, second, CrisisLevel.WATCH, bindings)
    session, levels = second.station.session, second.floor.levels
    qtbot.waitUntil(lambda: session.camera_on(TileId(0)) == CameraNumber(105), timeout=WAIT_MS)
    assert second.window.commands.shown_layout == LayoutNumber(3)
    assert not levels.bar.isHidden() and not levels.checklist.isHidden()
    assert [shown.id for shown in second.situation.shown_layers] == [layer.id]
    _raise_to(room, qtbot, second, CrisisLevel.ROUTINE)
    qtbot.waitUntil(lambda: session.standing == before, timeout=WAIT_MS)
    assert second.window.commands.shown_layout is None
    assert levels.bar.isHidden() and levels.checklist.isHidden()
    assert second.situation.layers[0].state is LayerState.HIDDEN and second.situation.checklist == ()


def test_a_wall_that_was_changed_since_stays_and_the_way_back_is_offered(
    sit: Sit, room: CrisisRoom, qtbot: QtBot
) -> None:
    second = sit("operator")
    second.show(105)
    second.station.session.save(LayoutNumber(3), "Corniche")
    second.show(101)
    _raise_to(room, qtbot, second, CrisisLevel.WATCH, Bindings(LayoutNumber(3)))
    session, levels = second.station.session, second.floor.levels
    qtbot.waitUntil(lambda: session.camera_on(TileId(0)) == CameraNumber(105), timeout=WAIT_MS)
    second.show(107)
    assert levels.bar.isHidden()
    _raise_to(room, qtbot, second, CrisisLevel.ROUTINE)
    qtbot.waitUntil(lambda: not levels.bar.isHidden(), timeout=WAIT_MS)
    assert session.camera_on(TileId(0)) == CameraNumber(107)
    levels.bar.take.click()
    assert session.camera_on(TileId(0)) == CameraNumber(101) and levels.bar.isHidden()


def test_a_wall_in_the_middle_of_something_is_offered_the_levels_wall_and_undo_goes_back(
    sit: Sit, room: CrisisRoom, qtbot: QtBot
) -> None:
    second = sit("operator", grid="9")
    second.show(105)
    second.station.session.save(LayoutNumber(3), "Corniche")
    second.show(101)
    second.floor.spotlight.shine_at(CameraNumber(101))
    assert second.floor.spotlight.lit is not None
    _raise_to(room, qtbot, second, CrisisLevel.WATCH, Bindings(LayoutNumber(3)))
    session, levels = second.station.session, second.floor.levels
    qtbot.waitUntil(lambda: not levels.bar.isHidden(), timeout=WAIT_MS)
    lit = session.standing
    assert second.floor.spotlight.lit is not None and second.window.commands.shown_layout is None
    levels.bar.take.click()
    assert session.camera_on(TileId(0)) == CameraNumber(105)
    levels.bar.take.click()
    assert session.standing == lit
    assert levels.bar.isHidden()


def test_a_restart_in_the_middle_of_a_level_leaves_the_wall_and_still_takes_it_back(
    sit: Sit, room: CrisisRoom, qtbot: QtBot
) -> None:
    second = sit("operator")
    second.show(105)
    second.station.session.save(LayoutNumber(3), "Corniche")
    second.show(101)
    _raise_to(room, qtbot, second, CrisisLevel.WATCH, Bindings(LayoutNumber(3)))
    level_wall = second.floor.levels.wall
    qtbot.waitUntil(lambda: level_wall.offer is not None, timeout=WAIT_MS)
    again = type(level_wall)(
        second.board, second.station.session, texts=second.station.texts, is_busy=lambda: False, parent=level_wall
    )
    again.follow()
    assert again.offer is None and second.station.session.camera_on(TileId(0)) == CameraNumber(105)
    level_wall.stop()
    second.board.changed.disconnect(level_wall.follow)
    _raise_to(room, qtbot, second, CrisisLevel.ROUTINE)
    qtbot.waitUntil(lambda: second.station.session.camera_on(TileId(0)) == CameraNumber(101), timeout=WAIT_MS)
    again.stop()


def test_ticks_are_shared_lines_of_the_log(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    boss, second = sit("supervisor"), sit("operator", at="desk-2")
    _raise_to(room, qtbot, second, CrisisLevel.WATCH, Bindings(checklist=TASKS))
    panel = second.floor.levels.checklist
    qtbot.keyClick(second.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert panel.list.hasFocus() or not second.window.isActiveWindow()
    panel.take_focus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: second.situation.checklist[0].is_done, timeout=WAIT_MS)
    _hear(qtbot, boss)
    qtbot.waitUntil(lambda: [item.is_done for item in boss.situation.checklist] == [True, False], timeout=WAIT_MS)
    row = boss.floor.levels.checklist.list.item(0)
    assert row.checkState() is Qt.CheckState.Checked and TASKS[0] in row.text()
    events = [view.entry.line.event for view in boss.situation.lines]
    assert events[0] is LogEvent.CHECK_DONE
    boss.floor.levels.checklist.list.toggled.emit(0)
    qtbot.waitUntil(lambda: not boss.situation.checklist[0].is_done, timeout=WAIT_MS)
    assert boss.situation.lines[0].entry.line.event is LogEvent.CHECK_UNDONE


@pytest.mark.parametrize("language", list(Language))
def test_block_and_page_are_whole_in_every_language(
    sit: Sit, room: CrisisRoom, qtbot: QtBot, language: Language
) -> None:
    boss = sit("supervisor")
    _raise_to(room, qtbot, boss, CrisisLevel.PARTIAL, Bindings(checklist=TASKS))
    boss.window.resize(1280, 800)
    interpreter = boss.window._rooms.interpreter
    assert interpreter is not None
    interpreter.speak(language)
    page = _page(boss, qtbot)
    QApplication.processEvents()
    block = boss.floor.levels.block
    assert block.text().startswith("2 ") and block.isVisible() and block.width() >= 104
    assert all(button.width() >= button.sizeHint().width() for button in page.ladder.values())


def test_a_level_that_opens_access_asks_the_second_person_for_their_second_factor(
    sit: Sit, room: CrisisRoom, qtbot: QtBot
) -> None:
    second = sit("operator")
    boss = Actor(room.person("supervisor").account, StationName("desk-9"))
    incident = second.desks.incidents.open(boss, NewIncident("Crowd fall", place=CORNICHE)).value
    bindings = Bindings(circumstances=frozenset({"crisis nearby"}))
    wish = replace(_wish(second, CrisisLevel.WATCH, bindings), incident=incident.id)
    second.desks.crisis.ask(boss, wish)
    second.hear()
    qtbot.waitUntil(lambda: second.situation.level.asked is not None, timeout=WAIT_MS)
    page = _page(second, qtbot)
    assert "crisis nearby" in page.asked_text.text() and "second factor" in page.asked_text.text()
    page.agree.click()
    (proof,) = second.window.findChildren(StepUpDialog)
    assert second.situation.level.level is CrisisLevel.ROUTINE
    proof.password.setText(DEMO_PASSWORD)
    proof.code.setText(room.code("operator"))
    proof.send.click()
    qtbot.waitUntil(lambda: second.situation.level.level is CrisisLevel.WATCH, timeout=WAIT_MS)
    with room.file.reading() as unit:
        (fact,) = unit.facts.facts(room.clock.now_at() - timedelta(days=1))
    assert page.facts.text_of("Access that it opens") == "crisis nearby" and fact is not None


def test_access_needs_an_incident_with_a_place_before_it_is_asked_for(sit: Sit, qtbot: QtBot) -> None:
    boss = sit("supervisor")
    assert boss.actor is not None
    nearby = Bindings(circumstances=frozenset({"crisis nearby"}))
    boss.desks.presets.prepare(boss.actor, CrisisLevel.WATCH, nearby)
    form = _form(boss, qtbot, CrisisLevel.WATCH)
    assert form.bindings.bindings == nearby
    assert form.bindings.circumstances.names == ["crisis nearby"], "as the demo's shops have agreed to"
    form.reason.setText("crowd")
    form.ask.click()
    assert "incident" in form.refusal.text() and form.isVisible()
    form.reject()


def test_a_wall_alone_has_the_level_over_it(sit: Sit, room: CrisisRoom, qtbot: QtBot) -> None:
    seat = sit("operator")
    band = seat.floor.levels.band
    seat.window.menus.wall_only.setChecked(True)
    assert band.isHidden()
    _raise_to(room, qtbot, seat, CrisisLevel.FULL)
    qtbot.waitUntil(band.isVisible, timeout=WAIT_MS)
    assert band.text() == "3 FULL ACTIVATION" and "3 FULL ACTIVATION" in band.accessibleName()
    seat.window.menus.wall_only.setChecked(False)
    assert band.isHidden() and seat.floor.levels.block.isVisible()


def test_the_demos_levels_are_prepared(room: CrisisRoom) -> None:
    prepare_levels(room.file, station=StationName("desk-1"))
    prepared = CrisisPresets(room.file).presets()
    assert all(prepared[level].checklist for level in CrisisLevel if level.needs_review)
    assert prepared[CrisisLevel.ROUTINE] == Bindings()
