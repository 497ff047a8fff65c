"""Taking a camera's empty scene for its owner, by who has its clear picture open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import QT_TRANSLATE_NOOP, QTimer
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from wallapp.base.errors import WallError
from wallapp.base.ids import Digest
from wallapp.domain.camera import Camera
from wallapp.domain.scene_file import SceneRefusal
from wallapp.frames.control import Certified
from wallapp.frames.port import SceneCamera
from wallapp.services.access_ports import KeptScene
from wallapp.services.scene_desk import SceneDesk
from wallapp.ui.access.asking import ask
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.scene_picture import ScenePicture, scene_image
from wallapp.ui.access.rooms import AccessRooms

TAKE_S: Final = 5.0
_LATEST_S: Final = 10.0
"""After the time for taking; then no decoder will answer any more."""
_TICK_MS: Final = 200
_OTHERS_TICKS: Final = 3
"""The camera's other stream, where it is open as well, answers within this."""
_REFUSED: Final[Mapping[SceneRefusal, object]] = {
    SceneRefusal.NOT_OPEN: QT_TRANSLATE_NOOP("Desks", "The camera is not on this wall; put it on a tile first."),
    SceneRefusal.NOT_CLEAR: QT_TRANSLATE_NOOP(
        "Desks", "The clear picture of this camera is not open here. Ask for it first; a scene is taken from it alone."
    ),
    SceneRefusal.MOVES: QT_TRANSLATE_NOOP("Desks", "Something moves. Take it again while nobody is there."),
    SceneRefusal.UNFIT: QT_TRANSLATE_NOOP("Desks", "Too few pictures came, or not of one kind. Take it again."),
}


class TakeScene(QDialog):
    """Shows what was taken before it is kept; nothing is kept by itself. GUI thread."""

    def __init__(
        self,
        rooms: AccessRooms,
        camera: Camera,
        *,
        lens: SceneCamera,
        desk: SceneDesk,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rooms, self._camera, self._lens, self._desk = rooms, camera, lens, desk
        self._found: list[Certified] = []
        self._taken: tuple[Certified, ...] = ()
        self._until_mono_s = 0.0
        self._left_ticks = _OTHERS_TICKS
        title = self.tr("Empty scene of {number} {name}")
        self.setWindowTitle(title.format(number=camera.number, name=words.apart(camera.name)))
        self.picture = ScenePicture()
        self.picture.setAccessibleName(self.tr("The scene that was taken"))
        self._outcome = QLabel()
        self._outcome.setWordWrap(True)
        self.take, self.keep = QPushButton(self.tr("Take it now")), QPushButton(self.tr("Keep it for the owner"))
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self.look)
        self._lay_out()
        self.take.clicked.connect(self.begin)
        self.keep.clicked.connect(self.send)
        self._show_taken(())

    def _lay_out(self) -> None:
        about = QLabel(
            self.tr(
                "The decoder takes it from {seconds} seconds of the clear picture, without its masked parts. Only the"
                " finished small picture leaves it, and it bears nobody's watermark: it is kept in the store and may"
                " be seen by the owner's people. Take it only while nobody is there: somebody who stands still shows"
                " in it for ever. Each size of picture needs its own: take it once on a large tile and once on a"
                " small one."
            ).format(seconds=words.number(round(TAKE_S)))
        )
        about.setWordWrap(True)
        about.setProperty("quiet", True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.keep, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)
        self.take.setFocus()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(about)
        column.addWidget(self.picture)
        column.addWidget(self._outcome)
        column.addStretch(1)
        column.addWidget(buttons)
        self.resize(760, 620)

    @property
    def outcome(self) -> str:
        """The words of the outcome line."""
        return self._outcome.text()

    def begin(self) -> None:
        """Have it taken now."""
        self._lens.certified()  # what an earlier dialog did not wait for
        self._lens.certify(self._camera.number, seconds=TAKE_S)
        self._found, self._left_ticks = [], _OTHERS_TICKS
        self._until_mono_s = self._rooms.clock.mono_s() + TAKE_S + _LATEST_S
        self._show_taken(())
        self.take.setEnabled(False)
        self._outcome.setText(self.tr("Being taken: keep the place empty …"))
        self._timer.start()

    def look(self) -> None:
        """See whether the decoder has answered; the timer does."""
        self._found += [one for one in self._lens.certified() if one.camera == self._camera.number]
        if self._found:
            self._left_ticks -= 1
        if self._left_ticks and self._rooms.clock.mono_s() < self._until_mono_s:
            return
        self._timer.stop()
        self.take.setEnabled(True)
        self._show_taken(tuple(one for one in self._found if one.refused is None))
        refused = next((one.refused for one in self._found if one.refused is not None), SceneRefusal.NOT_OPEN)
        if not self._taken:
            self._outcome.setText(words.say(_REFUSED[refused]))

    def send(self) -> None:
        """Keep what was taken."""
        taken, actor, number = self._taken, self._rooms.actor, self._camera.number

        def work() -> list[KeptScene]:
            return [self._desk.keep(actor, number, digest=Digest(one.digest), body=one.scene) for one in taken]

        ask(self._rooms.clerk, self, work, then=self._kept, failed=self._refuse)

    def _show_taken(self, taken: tuple[Certified, ...]) -> None:
        images = [image for one in taken if (image := scene_image(one.scene, one.digest)) is not None]
        self._taken = taken if len(images) == len(taken) else ()
        self.picture.show_image(images[0] if self._taken else None)
        self.keep.setEnabled(bool(self._taken))
        if self._taken:
            text = self.tr("Taken, sizes: {count}. Look at it: is nobody in it?")
            self._outcome.setText(text.format(count=words.number(len(self._taken))))

    def _kept(self, _scenes: list[KeptScene]) -> None:
        self.keep.setEnabled(False)
        self._outcome.setText(self.tr("Kept. Its owner certifies it under own cameras."))

    def _refuse(self, error: WallError) -> None:
        self._outcome.setText(words.refusal(error))
