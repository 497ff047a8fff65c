"""From an empty place to silhouettes on a wall: real decoders, real files, the owner's signed terms."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.decoder.pictures import clip
from tests.fakes.access_cast import (
    BANK_POLICY,
    DESK_1,
    DESK_2,
    HALL,
    SAFE,
    SCHOOL_POLICY,
    actor_of,
    cameras_of_town,
    key_of,
    let_in,
    put_trust_in_force,
)
from tests.fakes.memory_access import MemoryAccessStore
from tests.feeds.rig import Rig, rig
from tests.waiting import wait_until
from wallapp.base.clock import SystemClock
from wallapp.base.ids import CameraNumber, Digest, TileId
from wallapp.decoder.scene import Scene
from wallapp.domain.access import Verdict
from wallapp.domain.camera import Sensitivity
from wallapp.domain.policy import Purpose
from wallapp.domain.scene_file import SceneRefusal
from wallapp.domain.trust_pin import write_pin
from wallapp.domain.view import Level, mosaic_size
from wallapp.domain.warrant import TrustPin
from wallapp.feeds.child import Identity
from wallapp.feeds.settings import PoolSettings
from wallapp.frames.control import Certified
from wallapp.services.access_ask import AskForm
from wallapp.services.access_desk import AccessDesk
from wallapp.services.leases import Leases
from wallapp.services.trust_reading import TrustReader

Rgb = NDArray[np.uint8]
SIZE_PX = (320, 180)
SOON_S = 15.0
OPERATOR = actor_of("operator")


def place() -> Rgb:
    """An empty hall: walls, doors, a counter."""
    rgb = np.empty((SIZE_PX[1], SIZE_PX[0], 3), np.float64)
    rgb[:] = np.linspace(150, 90, SIZE_PX[1])[:, None, None]
    for left in range(20, 300, 40):
        rgb[30:90, left : left + 18] = (50, 60, 75)
    rgb[120:126] = (190, 190, 185)
    return rgb.astype(np.uint8)


def filmed(path: Path, *, walker: bool) -> Path:
    """Two seconds, over and over; with somebody who walks through, or nobody."""
    rng = np.random.default_rng(3)
    pictures = []
    for index in range(50):
        rgb = place()
        if walker:
            left = 10 + index * 5
            rgb[60:160, left : left + 30] = (200, 40, 40)
        pictures.append(np.clip(rgb + rng.normal(0, 2, rgb.shape), 0, 255).astype(np.uint8))
    path.write_bytes(clip(pictures))
    return path


@dataclass
class Bank:
    """The bank's hall, empty, and its safe, where somebody walks; one station's wall with both."""

    rig: Rig
    store: MemoryAccessStore
    reader: TrustReader

    def say(self, *, scenes: tuple[Digest, ...] = (), files: Mapping[CameraNumber, tuple[bytes, ...]]) -> None:
        """The owner's terms name these scenes; nobody has a lease; the store holds these files."""
        cameras = tuple(
            replace(terms, scenes=scenes) if terms.number == HALL else terms for terms in BANK_POLICY.cameras
        )
        put_trust_in_force(self.store, (replace(BANK_POLICY, version=2, cameras=cameras), SCHOOL_POLICY))
        with self.store.reading() as unit:
            self.rig.pool.set_leases((), self.reader.documents(unit), scenes=files)

    def open_clear(self) -> None:
        """Ask, approve, and give the leases out."""
        desk = AccessDesk(self.store, cameras_of_town, self.reader.authority)
        form = AskForm(str(uuid.uuid4()), frozenset({HALL, SAFE}), Purpose.INTRUSION, "the alarm went off", 900)
        (request,) = desk.ask(OPERATOR, form)
        for login in ("supervisor", "banker"):
            desk.vote(
                actor_of(login, DESK_2),
                key_of(login),
                request.terms.request,
                verdict=Verdict.APPROVE,
                cameras=request.terms.cameras,
                duration_s=900,
            )
        outlook = Leases(self.store, self.reader, self.rig.clock).look(OPERATOR, {HALL, SAFE})
        self.rig.pool.set_leases(outlook.leases, outlook.trust)
        self.rig.want(level=Level.CLEAR)
        self.rig.wait_live()

    def certify(self, camera: CameraNumber) -> Certified:
        self.rig.pool.certify(camera, seconds=2)
        return self.certified(camera)

    def certified(self, camera: CameraNumber) -> Certified:
        found: list[Certified] = []

        def look() -> bool:
            found.extend(self.rig.pool.certified())
            return bool(found)

        wait_until(look, within_s=SOON_S, what="a scene or why there is none")
        assert [one.camera for one in found] == [camera]
        return found[0]

    def shown(self) -> Rgb | None:
        """The hall's newest picture, BGR."""
        reader = self.rig.pool.reader(TileId(int(HALL)))
        picture = reader.take() if reader else None
        if picture is None:
            return None
        rows = np.frombuffer(bytes(picture.pixels), np.uint8).reshape(picture.height_px, picture.width_px, 4)
        return rows[:, :, :3]

    def wait_shown(self, fits: Callable[[Rgb], bool], what: str) -> None:
        def look() -> bool:
            rgb = self.shown()
            return rgb is not None and fits(rgb)

        wait_until(look, within_s=SOON_S, what=what)


@pytest.fixture
def bank(tmp_path: Path) -> Iterator[Bank]:
    store = MemoryAccessStore(SystemClock())
    let_in(store)
    pin = TrustPin(1, put_trust_in_force(store))
    pin_path = tmp_path / "pin.json"
    pin_path.write_text(write_pin(pin), encoding="utf-8")
    addresses = {
        int(HALL): str(filmed(tmp_path / "empty.mkv", walker=False)),
        int(SAFE): str(filmed(tmp_path / "walker.mkv", walker=True)),
    }
    settings = PoolSettings(children=1, identity=Identity(pin_path, DESK_1))
    with rig(addresses, settings=settings) as found:
        found.pool.set_cameras(
            {number: replace(one, sensitivity=Sensitivity.PRIVATE) for number, one in found.cameras.items()}
        )
        yield Bank(found, store, TrustReader(pin))


def is_mosaic(picture: Rgb) -> bool:
    return picture.shape[1::-1] == mosaic_size(*SIZE_PX)


@pytest.mark.slow
def test_a_scene_is_taken_under_a_lease_alone_and_then_silhouettes_show(bank: Bank) -> None:
    bank.say(files={})
    bank.rig.want([int(HALL)], level=Level.MOSAIC)
    bank.wait_shown(is_mosaic, "the mosaic")
    assert bank.certify(HALL).refused is SceneRefusal.NOT_CLEAR
    assert bank.certify(SAFE).refused is SceneRefusal.NOT_OPEN, "no tile shows it"

    bank.open_clear()
    assert bank.certify(SAFE).refused is SceneRefusal.MOVES
    taken = bank.certify(HALL)
    assert taken.refused is None
    scene = Scene.from_bytes(taken.scene)
    assert (scene.digest, scene.source_px) == (taken.digest, SIZE_PX)
    assert np.abs(scene.bgr[:, :, ::-1].astype(int) - place()).mean() < 4, "nobody's stamp is in it either"

    # Named by the terms and there: silhouettes, of which none stands in the empty hall.
    bank.say(scenes=(Digest(taken.digest),), files={HALL: (taken.scene,)})
    bank.rig.want([int(HALL)], level=Level.SILHOUETTE)
    bank.wait_shown(lambda shown: shown.shape == scene.bgr.shape, "silhouettes")
    bank.wait_shown(lambda shown: shown.shape == scene.bgr.shape and (shown == scene.bgr).all(axis=2).mean() > 0.99, "")

    # Named, but with a corner painted over: it would draw as well as the true one.
    painted = scene.bgr.copy()
    painted[150:, :40] = 200
    forged = Scene(painted, scene.source_px).to_bytes()
    bank.say(scenes=(Digest(taken.digest),), files={HALL: (forged,)})
    bank.wait_shown(is_mosaic, "the mosaic where the file is another")
    bank.say(scenes=(Digest(taken.digest),), files={HALL: (taken.scene[:-40] + b"\0" * 40,)})
    bank.wait_shown(is_mosaic, "the mosaic where the file is not whole")
    bank.say(scenes=(Digest(taken.digest),), files={HALL: (taken.scene,)})
    bank.wait_shown(lambda shown: shown.shape == scene.bgr.shape, "silhouettes again")

    # Not named: no silhouette whatever the console asks for.
    bank.say(files={HALL: (taken.scene,)})
    bank.rig.want([int(HALL)], level=Level.MOSAIC)
    bank.wait_shown(is_mosaic, "the mosaic where the terms name none")


@pytest.mark.slow
def test_a_scene_ends_with_the_lease_that_it_was_taken_under(bank: Bank) -> None:
    bank.open_clear()
    bank.rig.pool.certify(HALL, seconds=20)
    bank.rig.pool.set_leases((), None)
    taken = bank.certified(HALL)
    assert (taken.refused, taken.scene) == (SceneRefusal.NOT_CLEAR, b"")
