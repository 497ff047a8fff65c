"""An empty scene from the menu of who sees the camera clear to the owner's proposal."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from tests.fakes.access_cast import DESK_1, DESK_2, HALL, key_of
from tests.ui.access_pages.conftest import Opener
from tests.ui.access_pages.town_hall import ProvenAtOnce, TownHall
from wallapp.base.ids import CameraNumber, Digest, StationName
from wallapp.decoder.scene import Scene
from wallapp.domain.documents import POLICY, read_document
from wallapp.domain.policy import Policy
from wallapp.domain.scene_file import SceneRefusal
from wallapp.domain.view import silhouette_size
from wallapp.frames.control import Certified
from wallapp.services.scene_desk import SceneDesk
from wallapp.ui.access.pages.own_cameras import OwnCamerasPage
from wallapp.ui.access.pages.scene_picture import scene_image
from wallapp.ui.access.pages.scene_take import TakeScene
from wallapp.ui.access.rooms import AccessRooms


class Lens:
    """A decoder that has taken this already, of each camera that it is asked for."""

    def __init__(self, *answers: Certified) -> None:
        self._answers = answers
        self._waiting: list[Certified] = []

    def certify(self, camera: CameraNumber, *, seconds: float) -> None:
        self._waiting += [replace(one, camera=camera) for one in self._answers]

    def certified(self) -> list[Certified]:
        found, self._waiting = self._waiting, []
        return found


def scene(seed: int = 1, source_px: tuple[int, int] = (640, 360)) -> Scene:
    """Noise that nobody stands in."""
    width_px, height_px = silhouette_size(*source_px)
    return Scene(np.random.default_rng(seed).integers(0, 255, (height_px, width_px, 3), np.uint8), source_px)


def taken(of: Scene) -> Certified:
    return Certified(HALL, of.to_bytes(), of.digest)


class SceneHall:
    """The hall with a desk for scenes; dialogs are deleted after the test."""

    def __init__(self, hall: TownHall) -> None:
        self.hall = hall
        self.desk = SceneDesk(hall.town.store, hall.town.reader.authority)
        self.dialogs: list[TakeScene] = []

    def rooms(self, login: str, station: StationName, *answers: Certified) -> AccessRooms:
        return replace(self.hall.rooms(login, station), scenes=self.desk, lens=Lens(*answers))

    def take(self, *answers: Certified) -> TakeScene:
        """Have it taken by the operator, and wait for the answers."""
        rooms = self.rooms("operator", DESK_1, *answers)
        assert rooms.lens is not None and rooms.scenes is not None
        dialog = TakeScene(rooms, rooms.cameras[HALL], lens=rooms.lens, desk=rooms.scenes)
        self.dialogs.append(dialog)
        dialog.begin()
        while dialog.take.isEnabled() is False:
            dialog.look()
            self.hall.town.clock.advance(1)
        return dialog

    def open_clear(self) -> None:
        request = self.hall.ask()
        for login in ("supervisor", "banker"):
            self.hall.approve(login, request)


@pytest.fixture
def scenes(hall: TownHall) -> Iterator[SceneHall]:
    found = SceneHall(hall)
    yield found
    for dialog in found.dialogs:
        delete(dialog)


def test_a_picture_shows_only_under_its_own_digest() -> None:
    made = scene()
    image = scene_image(made.to_bytes(), made.digest)
    assert image is not None and (image.width(), image.height()) == silhouette_size(640, 360)
    assert scene_image(made.to_bytes(), scene(2).digest) is None
    assert scene_image(scene(1, (1280, 720)).to_bytes(), made.digest) is None, "the size is part of what is signed"
    for spoilt in (b"", b"wallapp scene 1 640x360\nGIF89a", made.to_bytes()[:-100]):
        assert scene_image(spoilt, made.digest) is None


@pytest.mark.parametrize(
    ("refused", "says"),
    [
        (SceneRefusal.NOT_OPEN, "on a tile"),
        (SceneRefusal.NOT_CLEAR, "not open here"),
        (SceneRefusal.MOVES, "moves"),
        (SceneRefusal.UNFIT, "Too few"),
    ],
)
def test_why_none_was_taken_is_said(scenes: SceneHall, refused: SceneRefusal, says: str) -> None:
    dialog = scenes.take(Certified(HALL, refused=refused))
    assert says in dialog.outcome
    assert not dialog.keep.isEnabled() and not dialog.picture.is_shown


def test_a_decoder_that_never_answers_is_waited_for_no_longer(scenes: SceneHall) -> None:
    dialog = scenes.take()
    assert "on a tile" in dialog.outcome


def test_nothing_is_kept_without_a_grant(scenes: SceneHall, open_page: Opener) -> None:
    dialog = scenes.take(taken(scene()))
    assert dialog.picture.is_shown
    dialog.send()
    open_page.settle()
    assert "not open to you here" in dialog.outcome


def test_from_the_clear_view_to_the_owners_proposal(
    scenes: SceneHall, hall: TownHall, open_page: Opener, qtbot: QtBot
) -> None:
    scenes.open_clear()
    large, small = scene(1), scene(2, (320, 180))
    dialog = scenes.take(taken(large), taken(small))
    dialog.send()
    open_page.settle()
    assert "Its owner certifies it" in dialog.outcome and not dialog.keep.isEnabled()

    def own_cameras(_rooms: AccessRooms, confirm: ProvenAtOnce) -> OwnCamerasPage:
        return OwnCamerasPage(scenes.rooms("banker", DESK_2), confirm)

    page = open_page(own_cameras, "banker")
    page.cameras.choose(str(HALL))
    assert page.scene.isEnabled()
    page.scene.click()
    assert page.certifying is not None and page.certifying.dialog is not None
    owner = page.certifying.dialog
    open_page.settle()
    assert sorted(row[1:] for row in owner.scenes.texts) == [
        ["320 x 180", "not certified"],
        ["640 x 360", "not certified"],
    ]
    owner.scenes.choose(large.digest)
    assert owner.picture.is_shown and not owner.propose.isEnabled(), "who looked has to say so"
    owner.is_empty.click()
    assert owner.propose.isEnabled()
    owner.scenes.choose(small.digest)
    assert not owner.propose.isEnabled(), "said of one picture, it does not hold for the next"
    owner.scenes.choose(large.digest)
    owner.is_empty.click()
    owner.propose.click()
    open_page.settle()
    assert page.certifying.form is not None
    page.certifying.form.send.click()
    open_page.settle()
    assert "is proposed" in page.outcome
    with hall.town.store.reading() as unit:
        (found,) = [one for one in unit.documents.documents(POLICY) if one.version == 2]
    terms = read_document(found.signed.body, Policy).terms(HALL)
    assert terms is not None and terms.scenes == (Digest(large.digest),)
    # And it is countersigned as any.
    from_banker = hall.rooms("banker", DESK_2)
    hall.policies.countersign(from_banker.actor, key_of("banker"), found.digest)


def test_a_file_that_was_altered_in_the_store_cannot_be_certified(
    scenes: SceneHall, hall: TownHall, open_page: Opener
) -> None:
    scenes.open_clear()
    actor = scenes.rooms("operator", DESK_1).actor
    scenes.desk.keep(actor, HALL, digest=Digest(scene(1).digest), body=scene(2).to_bytes())

    def own_cameras(_rooms: AccessRooms, confirm: ProvenAtOnce) -> OwnCamerasPage:
        return OwnCamerasPage(scenes.rooms("banker", DESK_2), confirm)

    page = open_page(own_cameras, "banker")
    page.cameras.choose(str(HALL))
    page.scene.click()
    open_page.settle()
    assert page.certifying is not None and page.certifying.dialog is not None
    owner = page.certifying.dialog
    assert owner.scenes.rowCount() == 1
    assert not owner.picture.is_shown and not owner.is_empty.isEnabled()
    assert "not what was taken" in owner.outcome
