"""The left side: find a camera by typing, and put it on a tile by Enter, double click or drag."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from wallapp.base.ids import CameraNumber
from wallapp.base.places import resources_dir
from wallapp.ui.camera_model import CameraFilter, CameraModel, Group, Leaf, node_of
from wallapp.ui.camera_row import CameraRow


class CameraTree(QTreeView):
    """A tree that leaves letters and digits to the window, so that they reach the entry line from here too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text().strip() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)


class SearchField(QLineEdit):
    """The arrow down goes into the tree."""

    left_downwards = Signal()
    given_up = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class SourcesPanel(QWidget):
    """Signals: `chosen` (camera number), by Enter or double click; `looked_at` (camera number): the tree's cursor is
    on it; `given_up`, by Escape. GUI thread.
    """

    chosen = Signal(int)
    looked_at = Signal(int)
    given_up = Signal()

    def __init__(self, model: CameraModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("panel", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._model = model
        self._filter = CameraFilter(model, self)
        self._row = CameraRow(self)
        self._is_revealing = False
        self._search = SearchField()
        self._search.setClearButtonEnabled(True)
        self._search.addAction(
            QIcon(str(resources_dir() / "icons" / "search.svg")), QLineEdit.ActionPosition.LeadingPosition
        )
        self._tree = self._make_tree()
        self._none = QLabel()
        self._none.setProperty("quiet", True)
        self._none.setWordWrap(True)
        self._none.setMargin(12)
        self._none.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(8)
        holder = QVBoxLayout()
        holder.setContentsMargins(10, 0, 10, 0)
        holder.addWidget(self._search)
        column.addLayout(holder)
        column.addWidget(self._none)
        column.addWidget(self._tree, 1)
        self._search.textChanged.connect(self._seek)
        self._search.returnPressed.connect(self._take_best)
        self._search.left_downwards.connect(self._go_down)
        self._search.given_up.connect(self.given_up)
        self._tree.activated.connect(self._take)
        self._tree.clicked.connect(self._fold_group)
        self._tree.selectionModel().currentChanged.connect(self._tell_look)
        self._retranslate()

    def _make_tree(self) -> CameraTree:
        tree = CameraTree()
        tree.setModel(self._filter)
        tree.setItemDelegate(self._row)
        tree.setHeaderHidden(True)
        tree.setIndentation(0)
        tree.setRootIsDecorated(False)
        tree.setExpandsOnDoubleClick(False)
        tree.setUniformRowHeights(False)
        tree.setFrameShape(QFrame.Shape.NoFrame)
        tree.setProperty("panel", True)
        tree.setDragEnabled(True)
        tree.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        tree.expandAll()
        return tree

    # What the window asks

    @property
    def pointed(self) -> CameraNumber | None:
        """The camera under the tree's cursor while the tree has the keyboard."""
        node = node_of(self._tree.currentIndex()) if self._tree.hasFocus() else None
        return node.camera.number if isinstance(node, Leaf) else None

    def focus_search(self) -> None:
        """Put the cursor into the search field, with what stands there selected."""
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def mark(self, number: CameraNumber | None) -> None:
        """Mark the camera of the selected tile."""
        if number != self._row.tile_camera:
            self._row.tile_camera = number
            self._tree.viewport().update()

    def reveal(self, number: CameraNumber) -> None:
        """Put the tree's cursor on a camera without taking the keyboard; nothing where the search hides it."""
        index = self._filter.mapFromSource(self._model.index_of(number))
        if index.isValid():
            self._is_revealing = True
            self._tree.setCurrentIndex(index)
            self._tree.scrollTo(index)
            self._is_revealing = False

    def folded_owners(self) -> list[str]:
        """The owners whose cameras are folded away, to be remembered."""
        found = []
        for row, owner in enumerate(self._model.owners):
            index = self._filter.mapFromSource(self._model.index(row, 0))
            if index.isValid() and not self._tree.isExpanded(index):
                found.append(owner.title)
        return found

    def fold_owners(self, names: list[str]) -> None:
        """Fold these owners' cameras away."""
        for row, owner in enumerate(self._model.owners):
            if owner.title in names:
                self._tree.collapse(self._filter.mapFromSource(self._model.index(row, 0)))

    # Inside

    def _seek(self, typed: str) -> None:
        self._filter.seek(typed)
        self._tree.expandAll()
        best = self._filter.best()
        self._none.setVisible(bool(typed.strip()) and best is None)
        if best is None:
            self._tree.clearSelection()
            return
        index = self._filter.mapFromSource(self._model.index_of(best))
        self._tree.setCurrentIndex(index)
        self._tree.scrollTo(index)

    def _take_best(self) -> None:
        best = self._filter.best()
        if best is not None:
            self._search.clear()
            self.chosen.emit(best)

    def _take(self, index: QModelIndex) -> None:
        node = node_of(index)
        if isinstance(node, Leaf):
            self.chosen.emit(node.camera.number)
        elif isinstance(node, Group):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _tell_look(self, index: QModelIndex) -> None:
        node = node_of(index)
        if isinstance(node, Leaf) and not self._is_revealing:
            self.looked_at.emit(node.camera.number)

    def _fold_group(self, index: QModelIndex) -> None:
        if isinstance(node_of(index), Group):
            self._tree.setExpanded(index, not self._tree.isExpanded(index))

    def _go_down(self) -> None:
        self._tree.setFocus(Qt.FocusReason.TabFocusReason)
        if not self._tree.currentIndex().isValid():
            self._tree.setCurrentIndex(self._filter.index(0, 0))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._search.setPlaceholderText(self.tr("number or name"))
        self._search.setAccessibleName(self.tr("Find a camera by number, name or owner"))
        self._search.setToolTip(self.tr("Enter puts the first hit on the selected tile (Ctrl+F)"))
        self._tree.setAccessibleName(self.tr("Cameras by owner and site"))
        self._none.setText(self.tr("No camera has this number or name."))
