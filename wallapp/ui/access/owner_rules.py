"""What each owner's rules say about the cameras chosen, in words, beside the form that asks for them."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner
from wallapp.domain.policy import Policy
from wallapp.ui import theme
from wallapp.ui.access.words import rules_in_words


class OwnerRules(QScrollArea):
    """One block an owner. GUI thread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setWordWrap(True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        holder = QWidget()
        holder.setProperty("panel", True)
        holder.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(holder)
        column.setContentsMargins(14, 12, 14, 12)
        column.addWidget(self._words)
        column.addStretch(1)
        self.setWidget(holder)

    @property
    def said(self) -> str:
        """The plain words, as a screen reader has them."""
        return self.accessibleDescription()

    def show_rules(
        self,
        chosen: frozenset[CameraNumber],
        cameras: Mapping[CameraNumber, Camera],
        owners: Mapping[OwnerName, Owner],
        policies: Mapping[OwnerName, Policy],
    ) -> None:
        """Say the rules of the owners of the cameras chosen."""
        plain: list[str] = []
        rich: list[str] = []
        direction = "rtl" if self.isRightToLeft() else "ltr"
        for name in sorted({cameras[number].owner for number in chosen}):
            of_owner = sorted(number for number in chosen if cameras[number].owner == name)
            policy = policies.get(name)
            lines = (
                rules_in_words(policy, of_owner) if policy else [self.tr("No policy in force: nothing can be opened")]
            )
            heading = f"{name} · {', '.join(map(str, of_owner))}"
            colour = theme.owner_colour(owners.get(name))
            rich.append(
                f'<p dir="{direction}" style="margin:0 0 2px 0"><span style="background:{colour}">&nbsp;</span>&nbsp;'
                f'<b style="color:{theme.TEXT_STRONG}">{escape(heading)}</b></p>'
                f'<p style="margin:0 0 12px 0">{"<br>".join(escape(line) for line in lines)}</p>'
            )
            plain.append(f"{heading}: {'; '.join(lines)}")
        if not plain:
            plain = [self.tr("Choose a camera: its owner's rules stand here.")]
            rich = [f'<span style="color:{theme.TEXT_QUIET}">{escape(plain[0])}</span>']
        self._words.setText("".join(rich))
        self.setAccessibleName(self.tr("The owners' rules"))
        self.setAccessibleDescription("\n".join(plain))
