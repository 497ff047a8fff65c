"""The elements of one group while it is read: sorted by name, oddities noted, values taken out one by one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from wallapp.domain.cap_reading import Flag, Oddity, Refusal
from wallapp.exchange.cap_schema import NAMESPACES, SIGNATURE_NAMESPACE, SLOTS
from wallapp.exchange.cap_values import is_exact_time, read_number, read_time
from wallapp.exchange.cap_xml import Node, Refused

ODDITIES_MAX = 100
Choice = TypeVar("Choice", bound=StrEnum)
Value = TypeVar("Value")


class Oddities:
    """What is noted about one message; bounded, so that a broken file fills no screen."""

    def __init__(self) -> None:
        self._noted: list[Oddity] = []
        self._more = False

    def note(self, flag: Flag, where: str, text: str) -> None:
        """Keep one, unless the same stands there already or there are too many."""
        oddity = Oddity(flag, where, text)
        if len(self._noted) >= ODDITIES_MAX:
            self._more = True
        elif oddity not in self._noted:
            self._noted.append(oddity)

    def all(self) -> tuple[Oddity, ...]:
        """In the order in which they were met."""
        more = (Oddity(Flag.MORE_FLAGS, "", f"only the first {ODDITIES_MAX} oddities are listed"),)
        return (*self._noted, *(more if self._more else ()))


class Fields:
    """One alert, info, area, resource or pair, its elements by name. Empty elements count as absent."""

    def __init__(self, node: Node, oddities: Oddities, path: str = "") -> None:
        self.path = path
        self._oddities = oddities
        self._found: dict[str, list[Node]] = {}
        self._sort(node)

    def _sort(self, node: Node) -> None:
        slots = SLOTS[node.name]
        order = {slot.name: place for place, slot in enumerate(slots)}
        last, in_order = 0, True
        for child in node.children:
            place = order.get(child.name)
            if child.namespace == SIGNATURE_NAMESPACE:
                continue
            if place is None or child.namespace not in NAMESPACES:
                self.note(Flag.UNKNOWN_ELEMENT, child.name, "no element of CAP; it was left out")
                continue
            if place < last and in_order:
                # Once: after one that came too early all that follow seem late.
                in_order = False
                self.note(Flag.WRONG_ORDER, child.name, "comes late; the elements are not in the standard's order")
            last = max(last, place)
            if not child.children and not child.text.strip():
                self.note(Flag.EMPTY_ELEMENT, child.name, "is empty, so it counts as absent")
                continue
            found = self._found.setdefault(child.name, [])
            if found and not slots[place].many:
                self.note(Flag.REPEATED, child.name, "stands there more than once; the first counts")
                continue
            found.append(child)

    def note(self, flag: Flag, name: str, text: str) -> None:
        """Note an oddity of one of the elements."""
        self._oddities.note(flag, self.where(name), text)

    def where(self, name: str) -> str:
        """An element's path within the alert."""
        return f"{self.path}/{name}" if self.path else name

    def text(self, name: str) -> str:
        """Without the space around it; empty where it is absent."""
        found = self._found.get(name)
        return found[0].whole_text().strip() if found else ""

    def texts(self, name: str) -> tuple[str, ...]:
        """Of an element that may repeat."""
        return tuple(node.whole_text().strip() for node in self._found.get(name, ()))

    def needed(self, name: str) -> str:
        """The text of an element without which nothing is taken.

        Raises:
          Refused: it is absent or empty.
        """
        text = self.text(name)
        if not text:
            raise Refused(Refusal.MISSING, f"{self.where(name)} is missing; CAP requires it")
        return text

    def exact(self, name: str, kind: type[Choice]) -> Choice:
        """A choice that decides how the message is taken: nothing is guessed.

        Raises:
          Refused: it is absent or none of the standard's.
        """
        text = self.needed(name)
        choice = _choice(text, kind)
        if choice is None:
            allowed = ", ".join(kind)
            raise Refused(Refusal.BAD_VALUE, f"{self.where(name)} is {_short(text)}, which is none of {allowed}")
        return choice

    def choice(self, name: str, kind: type[Choice], otherwise: Choice) -> Choice:
        """A choice that must be there; a value that the standard lacks reads as `otherwise` and is noted.

        Raises:
          Refused: it is absent.
        """
        text = self.needed(name)
        choice = _choice(text, kind)
        if choice is None:
            self.note(Flag.UNKNOWN_VALUE, name, f"{_short(text)} is no value of CAP; read as {otherwise}")
            return otherwise
        return choice

    def choices(self, name: str, kind: type[Choice]) -> tuple[Choice, ...]:
        """Those of a repeated element that the standard knows; the others are noted and left out."""
        known = []
        for text in self.texts(name):
            choice = _choice(text, kind)
            if choice is None:
                self.note(Flag.UNKNOWN_VALUE, name, f"{_short(text)} is no value of CAP; it was left out")
            else:
                known.append(choice)
        return tuple(known)

    def time(self, name: str) -> datetime | None:
        """None where it is absent, or no time, which is noted."""
        text = self.text(name)
        if not text:
            return None
        at = read_time(text)
        if at is None:
            self.note(Flag.BAD_TIME, name, f"{_short(text)} is no time; it was left out")
        elif not is_exact_time(text):
            self.note(Flag.LOOSE_TIME, name, f"{_short(text)} is not as CAP spells a time; without an offset it is UTC")
        return at

    def number(self, name: str) -> float | None:
        """None where it is absent, or no number, which is noted."""
        text = self.text(name)
        value = read_number(text) if text else None
        if text and value is None:
            self.note(Flag.UNKNOWN_VALUE, name, f"{_short(text)} is no number; it was left out")
        return value

    def shapes(self, name: str, read: Callable[[str], Value | None]) -> list[Value]:
        """What `read` makes of each of a repeated element; what it cannot read is noted and left out."""
        good = []
        for text in self.texts(name):
            value = read(text)
            if value is None:
                self.note(Flag.BAD_SHAPE, name, f"{_short(text)} cannot be read as a {name}; it was left out")
            else:
                good.append(value)
        return good

    def groups(self, name: str) -> list[Fields]:
        """The groups of this name, each with its own path; numbered where there are several."""
        nodes = self._found.get(name, ())
        paths = [self.where(name) if len(nodes) == 1 else self.where(f"{name}[{n}]") for n in range(1, len(nodes) + 1)]
        return [Fields(node, self._oddities, path) for node, path in zip(nodes, paths, strict=True)]


def _choice(text: str, kind: type[Choice]) -> Choice | None:
    """Letter case is overlooked: "actual" can mean only one thing."""
    return next((value for value in kind if value.value.casefold() == text.casefold()), None)


def _short(text: str) -> str:
    plain = "".join(sign if sign.isprintable() else " " for sign in text[:200])
    return repr(plain if len(plain) <= 40 else plain[:39] + "…")
