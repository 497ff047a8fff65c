"""From an owner's camera to a proposal that names its empty scene: certified, then the agreement's form, then sent."""

from __future__ import annotations

from PySide6.QtCore import QObject

from wallapp.domain.policy import CameraTerms, Policy
from wallapp.services.access_ports import Document
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.agreement_form import AgreementForm
from wallapp.ui.access.pages.page import Page
from wallapp.ui.access.pages.scene_certify import CertifyScene


class SceneProposal(QObject):
    """Opens the dialog at once; the page says what came of it. GUI thread."""

    def __init__(self, page: Page, terms: CameraTerms) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: CertifyScene | None = None
        self.form: AgreementForm | None = None
        rooms, camera = page.rooms, page.rooms.cameras.get(terms.number)
        if camera is None or rooms.scenes is None or rooms.lens is None:
            return
        self.dialog = CertifyScene(rooms, camera, named=terms.scenes, lens=rooms.lens, desk=rooms.scenes, parent=page)
        self.dialog.certified.connect(self._open_form)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self.dialog.open()

    def _open_form(self, policy: Policy) -> None:
        self.form = AgreementForm(policy, self._page.rooms.cameras, parent=self._page)
        self.form.finished.connect(self.form.deleteLater)
        self.form.proposed.connect(self._propose)
        self.form.open()

    def _propose(self, policy: Policy) -> None:
        rooms, form = self._page.rooms, self.form
        if form is None:
            return

        def done(document: Document) -> None:
            form.accept()
            text = self.tr("Version {version} is proposed; countersign it under agreements. It names the empty scene.")
            self._page.say(text.format(version=document.version), "information")
            self._page.look()

        self._page.ask(
            lambda: rooms.policies.propose(rooms.actor, policy),
            done,
            failed=lambda error: form.refuse(words.refusal(error)),
        )
