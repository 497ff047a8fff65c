"""Agreements: read beside the one in force, proposed through the form with masks, countersigned, put in force."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.fakes.access_cast import BANK, BANK_POLICY, HALL, Town, actor_of, key_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import ProvenAtOnce, TownHall
from wallapp.domain.camera import Sensitivity
from wallapp.domain.mask import Mask
from wallapp.ui.access.pages.agreement import AgreementPage
from wallapp.ui.access.pages.agreement_words import differences, has_changes, limits_text
from wallapp.ui.access.pages.confirm_event import ConfirmEventPage
from wallapp.ui.access.pages.mask_canvas import MaskCanvas
from wallapp.ui.access.pages.mask_editor import MaskEditor
from wallapp.ui.access.pages.trust import TrustPage

Key = Qt.Key
CORNER = Mask(((0, 0), (4000, 0), (4000, 3000)))


def test_a_proposal_is_read_beside_what_is_in_force_and_countersigned(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    hall.policies.propose(actor_of("supervisor"), replace(BANK_POLICY, request_s=600))
    confirm = ProvenAtOnce("banker")
    page = open_page(AgreementPage, "banker", confirm=confirm)
    assert [row[1:3] for row in page.versions.texts] == [["2", "waits for its owner"], ["1", "in force"]]
    assert all(BANK in row[0] for row in page.versions.texts), "another owner's agreement is not theirs to read"
    page.versions.selectRow(0)
    marked = [fact.title for fact in page.facts.shown if fact.severity]
    assert marked == ["Request waits at most"]
    changed = page.facts.text_of("Request waits at most")
    assert "before: 15 min" in changed and "now: 10 min" in changed
    qtbot.keyClick(page.versions, Key.Key_S)
    open_page.settle()
    assert "version 2" in confirm.asked[0] and BANK in confirm.asked[0]
    assert page.versions.texts[0][2].startswith("countersigned") and "The banker" in page.versions.texts[0][4]
    assert not page.countersign.isEnabled()


def test_a_mask_that_moved_is_a_change_though_their_number_is_the_same() -> None:
    first, *rest = BANK_POLICY.cameras
    before = replace(BANK_POLICY, cameras=(replace(first, masks=(CORNER,)), *rest))
    moved = Mask(((0, 0), (4001, 0), (4000, 3000)))
    after = replace(BANK_POLICY, cameras=(replace(first, masks=(moved,)), *rest))
    cameras = Town().cameras
    assert not has_changes(differences(before, before, cameras))
    assert [fact.title[:3] for fact in differences(before, after, cameras) if fact.severity] == [str(HALL)]


def test_the_form_proposes_what_was_changed_and_nothing_else(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    page = open_page(AgreementPage, "banker")
    qtbot.keyClick(page.versions, Key.Key_P)
    assert page.form is not None
    form = page.form
    assert form.policy == BANK_POLICY
    form.longest.setValue(20)
    form.send.click()
    open_page.settle()
    assert "circumstance" in form.refusal and form.isVisible(), "what was typed must not be lost"
    form.longest.setValue(30)
    form.waits.setValue(5)
    form.cameras.open_masks(0)
    assert form.cameras.editor is not None
    canvas = form.cameras.editor.canvas
    draw_triangle(qtbot, canvas)
    form.cameras.editor.accept()
    form.send.click()
    open_page.settle()
    assert page.form is None
    newest = max(hall.policies.versions(), key=lambda one: (one.state.policy.owner == BANK, one.state.policy.version))
    policy = newest.state.policy
    assert (policy.version, policy.request_s, newest.made_by) == (2, 300, "The banker")
    assert len(policy.cameras[0].masks) == 1
    unchanged = replace(policy, version=1, request_s=900, cameras=BANK_POLICY.cameras)
    assert unchanged == BANK_POLICY
    assert "Version 2 is proposed" in page.outcome


def draw_triangle(qtbot: QtBot, canvas: MaskCanvas) -> None:
    for key, times in ((Key.Key_Right, 5), (Key.Key_Down, 5), (Key.Key_Left, 10)):
        for _ in range(times):
            qtbot.keyClick(canvas, key)
        qtbot.keyClick(canvas, Key.Key_Space)
    qtbot.keyClick(canvas, Key.Key_Return)


def test_a_mask_is_drawn_with_keys_alone(qtbot: QtBot) -> None:
    editor = MaskEditor("305", ())
    qtbot.addWidget(editor)
    canvas, ok = editor.canvas, editor.buttons.button(editor.buttons.StandardButton.Ok)
    qtbot.keyClick(canvas, Key.Key_Space)
    assert not ok.isEnabled(), "an unfinished mask must not be dropped in silence"
    qtbot.keyClick(canvas, Key.Key_Backspace)
    draw_triangle(qtbot, canvas)
    assert editor.masks == (Mask(((6000, 5000), (6000, 6000), (4000, 6000))),)
    qtbot.keyClick(canvas, Key.Key_Return)
    assert len(editor.masks) == 1, "two corners are no mask"
    for _ in range(60):
        qtbot.keyClick(canvas, Key.Key_Right)
    qtbot.keyClick(canvas, Key.Key_Space)
    qtbot.keyClick(canvas, Key.Key_Delete)
    qtbot.keyClick(canvas, Key.Key_Delete)
    assert editor.masks == ()


def test_a_mask_is_drawn_with_the_mouse_over_the_picture(qtbot: QtBot) -> None:
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    canvas = MaskCanvas((), image)
    qtbot.addWidget(canvas)
    canvas.resize(642, 482)
    canvas.show()
    for x, y in ((1, 1), (321, 1), (321, 241)):
        qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
    qtbot.keyClick(canvas, Key.Key_Return)
    (mask,) = canvas.masks
    assert all(
        abs(x - a) <= 40 and abs(y - b) <= 40
        for (x, y), (a, b) in zip(mask.corners, ((0, 0), (5000, 0), (5000, 5000)), strict=True)
    )
    shown = canvas.grab().toImage()
    assert shown.pixelColor(250, 60).lightness() < 80 < shown.pixelColor(100, 400).lightness()


@pytest.mark.parametrize(
    ("sensitivity", "has_scene", "word"),
    [
        (Sensitivity.PRIVATE, False, "rebuilt"),
        (Sensitivity.PRIVATE, True, "posture"),
        (Sensitivity.PROTECTED, False, "Nothing is shown"),
        (Sensitivity.PUBLIC, False, "always"),
    ],
)
def test_the_limits_of_a_level_are_told_where_it_is_chosen(
    sensitivity: Sensitivity, has_scene: bool, word: str
) -> None:
    assert word in limits_text(sensitivity, has_scene=has_scene)


def test_a_countersigned_agreement_takes_force_with_the_signed_list(
    hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    document = hall.policies.propose(actor_of("banker"), replace(BANK_POLICY, request_s=600))
    hall.policies.countersign(actor_of("banker"), key_of("banker"), document.digest)
    page = open_page(TrustPage, "admin")
    assert [[row[0], row[1][1:-1]] for row in page.changes.texts] == [["agreement takes force", BANK]]
    qtbot.keyClick(page.changes, Key.Key_P)
    open_page.settle()
    assert "in force" in page.outcome and page.changes.texts == []
    assert hall.town.authority().policies[BANK].request_s == 600
    assert not page.propose.isEnabled()


def test_an_event_is_confirmed_at_a_camera_s_place(hall: TownHall, open_page: Opener, qtbot: QtBot) -> None:
    hall.town.cameras[HALL] = replace(hall.town.cameras[HALL], lat_deg=33.59, lon_deg=-7.6)
    page = open_page(ConfirmEventPage, "supervisor")
    page.minutes.setValue(3)
    qtbot.keyClick(page.kind, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    open_page.settle()
    assert "Confirmed" in page.outcome
    with hall.town.store.reading() as unit:
        (fact,) = unit.facts.facts(hall.town.clock.now_at().replace(year=2000))
    assert '"lat_e7":335900000' in fact.body and "intrusion_confirmed" in fact.body
