"""XML from strangers: bytes in, a small tree out, nothing else touched.

On the standard library's expat and not on lxml or defusedxml: the parser is told to stop at the first document
type, before any entity can be declared, so there is nothing to expand and nothing to fetch, and the bounds below
are counted while it reads. No file or socket is opened, whatever the bytes say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from xml.parsers import expat

from wallapp.domain.cap_reading import Refusal

SIZE_MAX_BYTES: Final = 16 * 1024 * 1024
"""Some senders embed sound in base64; a message of 16 MiB is none."""
DEPTH_MAX: Final = 40
ELEMENTS_MAX: Final = 200_000
ATTRIBUTES_MAX: Final = 200

_DECLARED = re.compile(
    rb"""(?:\xef\xbb\xbf)?\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z][A-Za-z0-9._-]{0,40})["']"""
)
# Read by expat itself; all else is decoded here first, from a closed list: a codec's name opens files.
_EXPAT_ENCODINGS: Final = frozenset({"utf-8", "utf-16", "us-ascii", "iso-8859-1"})
_OTHER_ENCODINGS: Final = frozenset(
    {f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 9, 13, 15)}
    | {f"windows-125{part}" for part in range(9)}
    | {"ascii", "latin1", "latin-1", "utf8", "utf-8-sig", "big5", "gb2312", "gbk", "gb18030", "euc-jp", "euc-kr"}
    | {"shift_jis", "utf-16le", "utf-16be"}
)


class Refused(Exception):
    """The bytes are not taken; inside the exchange only, never crosses its border."""

    def __init__(self, refusal: Refusal, why: str) -> None:
        super().__init__(why)
        self.refusal = refusal
        self.why = why


@dataclass(slots=True)
class Node:
    """One element. `text` is the characters right inside it, joined."""

    name: str
    namespace: str
    children: list[Node] = field(default_factory=list)
    text: str = ""

    def whole_text(self) -> str:
        """Its own characters and those of everything inside it."""
        return self.text + "".join(child.whole_text() for child in self.children)


def parse_tree(content: bytes) -> Node:
    """The document's outermost element.

    Raises:
      Refused: it is too large, too deep, no XML, in an unknown encoding, or has a document type.
    """
    if len(content) > SIZE_MAX_BYTES:
        raise Refused(Refusal.TOO_LARGE, f"it is larger than {SIZE_MAX_BYTES // 2**20} MiB")
    text, encoding = _decoded(content)
    builder = _Builder(encoding)
    try:
        builder.parser.Parse(text, True)
    except expat.ExpatError as error:
        place = f"line {error.lineno}: {expat.ErrorString(error.code)}"
        raise Refused(Refusal.NOT_XML, f"it is not well-formed XML ({place})") from None
    if builder.root is None:
        raise Refused(Refusal.NOT_XML, "it is empty")
    return builder.root


def _decoded(content: bytes) -> tuple[bytes, str]:
    """(what expat is to read, in which encoding): always told, so that it never looks one up by itself."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content, "utf-16"
    found = _DECLARED.match(content)
    name = found[1].decode("ascii").lower() if found else "utf-8"
    if name in _EXPAT_ENCODINGS:
        return content, name
    if name not in _OTHER_ENCODINGS:
        raise Refused(Refusal.ENCODING, f"it declares the encoding {name}, which is not read here; save it as UTF-8")
    try:
        return content.decode(name).encode("utf-8"), "utf-8"
    except UnicodeError:
        raise Refused(Refusal.ENCODING, f"it is not text in {name}, which it declares") from None


class _Builder:
    """Feeds one tree from one parser; its handlers count."""

    def __init__(self, encoding: str) -> None:
        self.root: Node | None = None
        self._open: list[tuple[Node, list[str]]] = []
        self._elements = 0
        self.parser = expat.ParserCreate(encoding, namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        self.parser.StartDoctypeDeclHandler = self._doctype
        self.parser.EntityDeclHandler = self._entity
        self.parser.ExternalEntityRefHandler = self._external
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._characters

    def _doctype(self, *_: object) -> None:
        raise Refused(Refusal.ENTITIES, "it has a document type (DTD), which could declare entities; no CAP needs one")

    def _entity(self, *_: object) -> None:
        raise Refused(Refusal.ENTITIES, "it declares an entity; no CAP needs one")

    def _external(self, *_: object) -> int:
        raise Refused(Refusal.ENTITIES, "it refers to something outside itself; no CAP may")

    def _start(self, qualified: str, attributes: dict[str, str]) -> None:
        namespace, _, name = qualified.rpartition("}")
        self._elements += 1
        if len(self._open) >= DEPTH_MAX:
            raise Refused(Refusal.TOO_DEEP, f"its elements are nested deeper than {DEPTH_MAX}")
        if self._elements > ELEMENTS_MAX or len(attributes) > ATTRIBUTES_MAX:
            raise Refused(Refusal.TOO_LARGE, f"it has more than {ELEMENTS_MAX} elements or too many attributes")
        node = Node(name, namespace)
        if self._open:
            self._open[-1][0].children.append(node)
        else:
            self.root = node
        self._open.append((node, []))

    def _end(self, _: str) -> None:
        node, texts = self._open.pop()
        node.text = "".join(texts)

    def _characters(self, text: str) -> None:
        self._open[-1][1].append(text)
