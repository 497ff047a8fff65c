"""Certifying an empty scene by the owner's people: looked at, said to be empty, and named in a proposal."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from wallapp.base.errors import WallError
from wallapp.base.ids import Digest
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.policy import Policy
from wallapp.domain.scene_file import source_px_of
from wallapp.frames.port import SceneCamera
from wallapp.services.access_ports import KeptScene
from wallapp.services.scene_desk import SceneDesk
from wallapp.ui.access.asking import ask
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_words import limits_text
from wallapp.ui.access.pages.rows import Row, Rows
from wallapp.ui.access.pages.scene_picture import ScenePicture, scene_image
from wallapp.ui.access.pages.scene_take import TakeScene
from wallapp.ui.access.rooms import AccessRooms


class CertifyScene(QDialog):
    """GUI thread.

    Signals: `certified` (Policy): the policy in force with the scene named in it, to be proposed.
    """

    certified = Signal(object)

    def __init__(
        self,
        rooms: AccessRooms,
        camera: Camera,
        *,
        named: Sequence[Digest],
        lens: SceneCamera,
        desk: SceneDesk,
        parent: QWidget | None = None,
    ) -> None:
        """Args: named: the scenes that the policy in force names."""
        super().__init__(parent)
        self._rooms, self._camera, self._lens, self._desk = rooms, camera, lens, desk
        self._named = frozenset(named)
        self._scenes: dict[str, KeptScene] = {}
        self.taking: TakeScene | None = None
        title = self.tr("Certify an empty scene of {number} {name}")
        self.setWindowTitle(title.format(number=camera.number, name=words.apart(camera.name)))
        self.scenes = Rows(3, stretch=2)
        self.picture = ScenePicture()
        self.picture.setAccessibleName(self.tr("The scene to be certified"))
        self.is_empty = QCheckBox(self.tr("I have looked: nobody is in it, and nothing that should not be seen"))
        self.take, self.propose = QPushButton(self.tr("Take one now …")), QPushButton(self.tr("Propose it …"))
        self._outcome = QLabel()
        self._outcome.setWordWrap(True)
        self._lay_out()
        self.scenes.chose.connect(self._show_chosen)
        self.is_empty.toggled.connect(self._allow)
        self.take.clicked.connect(self._take)
        self.propose.clicked.connect(self._certify)
        self.look()

    def _lay_out(self) -> None:
        limits = QLabel(limits_text(Sensitivity.PRIVATE, has_scene=True))
        limits.setWordWrap(True)
        limits.setProperty("severity", "information")
        self.scenes.name(
            self.tr("Scenes that were taken, the newest first"),
            [self.tr("Taken"), self.tr("Pictures of"), self.tr("State")],
            self.tr(
                "None was taken yet. It is taken from the clear picture: by somebody who has it open, in the menu"
                " Access, or by you while it is open to you here."
            ),
        )
        self.scenes.setMinimumHeight(130)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(self.take, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.propose, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (limits, self.scenes, self.picture, self.is_empty, self._outcome, buttons):
            column.addWidget(widget)
        column.setStretch(1, 1)
        self.resize(760, 760)

    @property
    def outcome(self) -> str:
        """The words of the outcome line."""
        return self._outcome.text()

    def look(self) -> None:
        """Ask again for what is kept."""
        actor, number = self._rooms.actor, self._camera.number
        self._show_chosen()
        ask(
            self._rooms.clerk,
            self,
            lambda: self._desk.scenes(actor, number),
            then=self._show,
            failed=self._refuse,
        )

    def _show(self, scenes: Sequence[KeptScene]) -> None:
        self._scenes = {one.digest: one for one in scenes}
        self.scenes.fill([self._row(one) for one in scenes])
        self._show_chosen()

    def _row(self, scene: KeptScene) -> Row:
        width_px, height_px = source_px_of(scene.body)
        state = self.tr("named by the agreement in force") if scene.digest in self._named else self.tr("not certified")
        return Row(scene.digest, (words.moment(scene.made_at), f"{width_px} x {height_px}", state))

    def _show_chosen(self) -> None:
        scene = self._scenes.get(self.scenes.chosen)
        image = scene_image(scene.body, scene.digest) if scene else None
        self.picture.show_image(image)
        self.is_empty.setChecked(False)  # said of one picture, it does not hold for the next
        self.is_empty.setEnabled(image is not None and scene is not None and scene.digest not in self._named)
        altered = self.tr("This file is not what was taken: it draws nothing, and cannot be certified. Take another.")
        self._outcome.setText(altered if scene is not None and image is None else "")
        self._allow()

    def _allow(self) -> None:
        self.propose.setEnabled(self.is_empty.isEnabled() and self.is_empty.isChecked())

    def _take(self) -> None:
        self.taking = TakeScene(self._rooms, self._camera, lens=self._lens, desk=self._desk, parent=self)
        self.taking.finished.connect(self.look)
        self.taking.open()

    def _certify(self) -> None:
        actor, number, digest = self._rooms.actor, self._camera.number, Digest(self.scenes.chosen)
        ask(
            self._rooms.clerk,
            self,
            lambda: self._desk.certified(actor, number, digest),
            then=self._done,
            failed=self._refuse,
        )

    def _done(self, policy: Policy) -> None:
        self.accept()
        self.certified.emit(policy)

    def _refuse(self, error: WallError) -> None:
        self._outcome.setText(words.refusal(error))
