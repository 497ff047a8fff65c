"""The register as a tree: owner, site where an owner has several, camera; with the states of the last look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from wallapp.base.ids import CameraNumber, OwnerName
from wallapp.domain.camera import Camera, Owner
from wallapp.domain.feed_state import TruthState
from wallapp.ui import theme
from wallapp.ui.feed_board import NOT_WATCHED, CameraStatus, FeedBoard
from wallapp.ui.folding import folded
from wallapp.ui.shapes import word_for
from wallapp.ui.wall.canvas import CAMERA_MIME

NODE_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE: Final = QModelIndex()


@dataclass(eq=False, slots=True)
class Group:
    """An owner or one of its sites. `counts` holds the watched cameras below, by state."""

    title: str
    colour: str
    parent: Group | None = None
    row: int = 0
    children: list[Group | Leaf] = field(default_factory=list)
    numbers: list[CameraNumber] = field(default_factory=list)
    counts: Counter[TruthState] = field(default_factory=Counter)

    @property
    def is_owner(self) -> bool:
        """Whether this is an owner and not a site."""
        return self.parent is None

    @property
    def all_watched(self) -> bool:
        """Whether every camera below stands on a tile, so that "41 of 42" is the whole truth."""
        return self.counts.total() == len(self.numbers)


@dataclass(eq=False, slots=True)
class Leaf:
    """A camera. `sought` is what the search compares."""

    camera: Camera
    parent: Group
    row: int
    sought: str
    status: CameraStatus = NOT_WATCHED


Node = Group | Leaf


class CameraModel(QAbstractItemModel):
    """One column. `NODE_ROLE` gives the node itself to the delegate. GUI thread."""

    def __init__(
        self,
        cameras: Mapping[CameraNumber, Camera],
        owners: Mapping[OwnerName, Owner],
        *,
        board: FeedBoard,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._leaves: dict[CameraNumber, Leaf] = {}
        self._owners = self._grown(cameras, owners)
        board.sampled.connect(self.refresh)

    def _grown(self, cameras: Mapping[CameraNumber, Camera], owners: Mapping[OwnerName, Owner]) -> list[Group]:
        by_owner: dict[OwnerName, list[Camera]] = {}
        for camera in sorted(cameras.values(), key=lambda camera: camera.number):
            by_owner.setdefault(camera.owner, []).append(camera)
        found = []
        for row, (name, theirs) in enumerate(by_owner.items()):
            group = Group(str(name), theme.owner_colour(owners.get(name)), row=row)
            group.numbers = [camera.number for camera in theirs]
            sites = dict.fromkeys(camera.site for camera in theirs)
            if len(sites) < 2:
                self._hang(group, theirs)
            else:
                for site in sites:
                    self._hang_site(group, site, [camera for camera in theirs if camera.site == site])
            found.append(group)
        return found

    def _hang_site(self, owner: Group, site: str, cameras: Sequence[Camera]) -> None:
        below = Group(site, owner.colour, parent=owner, row=len(owner.children))
        below.numbers = [camera.number for camera in cameras]
        owner.children.append(below)
        self._hang(below, cameras)

    def _hang(self, group: Group, cameras: Sequence[Camera]) -> None:
        for camera in cameras:
            sought = folded(f"{camera.number} {camera.name} {camera.owner} {camera.site}")
            leaf = Leaf(camera, group, len(group.children), sought)
            group.children.append(leaf)
            self._leaves[camera.number] = leaf

    # What Qt asks

    def index(self, row: int, column: int, parent: AnyIndex = _NOWHERE) -> QModelIndex:
        children: Sequence[Node] = self._children(parent)
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, index: AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has a second parent()
        node = node_of(index)
        above = None if node is None else node.parent
        return QModelIndex() if above is None else self.createIndex(above.row, 0, above)

    def rowCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 0 if parent.isValid() and parent.column() != 0 else len(self._children(parent))

    def columnCount(self, parent: AnyIndex = _NOWHERE) -> int:
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        node = node_of(index)
        if node is None:
            return None
        if role == NODE_ROLE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title(node)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._description(node)
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        node = node_of(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsDragEnabled if isinstance(node, Leaf) else flags

    def mimeTypes(self) -> list[str]:
        return [CAMERA_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        data = QMimeData()
        nodes = [node_of(index) for index in indexes]
        numbers = [node.camera.number for node in nodes if isinstance(node, Leaf)]
        if numbers:
            data.setData(CAMERA_MIME, QByteArray(str(numbers[0]).encode()))
        return data

    # What the house asks

    @property
    def owners(self) -> Sequence[Group]:
        """The owners, each with what is below it."""
        return self._owners

    def index_of(self, number: CameraNumber) -> QModelIndex:
        """Where a camera stands; invalid where there is none of that number."""
        leaf = self._leaves.get(number)
        return QModelIndex() if leaf is None else self.createIndex(leaf.row, 0, leaf)

    def refresh(self) -> None:
        """Take the states of the last look; tells the view of the rows that changed, and of no other."""
        for leaf in self._leaves.values():
            status = self._board.status(leaf.camera.number)
            changed = (status.state, status.mosaic) != (leaf.status.state, leaf.status.mosaic)
            leaf.status = status
            if changed:
                self._tell(leaf)
        for owner in self._owners:
            for group in (owner, *(child for child in owner.children if isinstance(child, Group))):
                counts = self._board.count(group.numbers)
                if counts != group.counts:
                    group.counts = counts
                    self._tell(group)

    def _tell(self, node: Node) -> None:
        index = self.createIndex(node.row, 0, node)
        self.dataChanged.emit(index, index)

    def _children(self, parent: AnyIndex) -> Sequence[Node]:
        if not parent.isValid():
            return self._owners
        node = node_of(parent)
        return node.children if isinstance(node, Group) else ()

    def _title(self, node: Node) -> str:
        if isinstance(node, Leaf):
            return f"{node.camera.number} {node.camera.name}"
        return node.title or self.tr("without a site")

    def _description(self, node: Node) -> str:
        if isinstance(node, Leaf):
            word = word_for(node.status.state)
            return f"{self._title(node)} · {node.camera.owner} · {word}"
        known = [f"{count} {word_for(state)}" for state, count in sorted(node.counts.items())]
        rest = len(node.numbers) - node.counts.total()
        if rest:
            known.append(f"{rest} {word_for(None)}")
        return f"{self._title(node)} · {' · '.join(known)}"


class CameraFilter(QSortFilterProxyModel):
    """Keeps the cameras that match what is typed, with their owners and sites."""

    def __init__(self, model: CameraModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setRecursiveFilteringEnabled(True)
        self.setSourceModel(model)

    def seek(self, typed: str) -> None:
        """Keep what holds every word typed: the start of the number, or a part of name, owner or site."""
        self._words = folded(typed).split()
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        if not self._words:
            return True
        node = node_of(self._model.index(source_row, 0, source_parent))
        return isinstance(node, Leaf) and all(word in node.sought for word in self._words)

    def best(self) -> CameraNumber | None:
        """The camera that Enter takes: of that number, else of a number so begun, else the first; None without a hit.

        Nothing typed is no hit, so that Enter in an empty field changes nothing.
        """
        if not self._words:
            return None
        hits = [leaf for leaf in self._hits() if all(word in leaf.sought for word in self._words)]
        first = self._words[0]

        def rank(leaf: Leaf) -> tuple[bool, bool, bool]:
            number = str(leaf.camera.number)
            named = any(part.startswith(first) for part in folded(leaf.camera.name).split())
            return (number != first, not number.startswith(first), not named)

        return min(hits, key=rank).camera.number if hits else None

    def _hits(self) -> list[Leaf]:
        found: list[Leaf] = []
        pending: list[Node] = list(reversed(self._model.owners))
        while pending:
            node = pending.pop()
            if isinstance(node, Leaf):
                found.append(node)
            else:
                pending += reversed(node.children)
        return found


def node_of(index: AnyIndex) -> Node | None:
    """The node behind an index of the model or of its filter; None for an invalid one."""
    if not index.isValid():
        return None
    model = index.model()
    if isinstance(model, QSortFilterProxyModel):
        return node_of(model.mapToSource(index))
    node = index.internalPointer()
    return node if isinstance(node, (Group, Leaf)) else None
