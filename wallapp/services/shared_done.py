"""What an act on something shared gives back to the person who did it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from wallapp.base.errors import Bug, Denied
from wallapp.domain.merge import EditConflict, Shared
from wallapp.domain.people import Person
from wallapp.domain.permissions import Verb, may
from wallapp.services.shared_state import Outcome

_Noun = TypeVar("_Noun")


@dataclass(frozen=True, slots=True)
class Done(Generic[_Noun]):
    """What came of an act.

    Attributes:
      value: as it is now.
      conflicts: what was not taken because somebody else changed it first: show both values, and let them settle it.
      is_local: the store is lost: it waits at this station and is sent when the store is back.
    """

    value: _Noun
    conflicts: tuple[EditConflict, ...] = ()
    is_local: bool = False


def done(outcomes: Sequence[Outcome], read: Callable[[Shared], _Noun], *, at: int = 0) -> Done[_Noun]:
    """Of an act with these outcomes.

    Args:
      at: which of them is what the act was about.

    Raises:
      NotFound: there is no such object.
    """
    if not outcomes:
        raise Bug("an act came to nothing; please report this")
    conflicts = tuple(conflict for outcome in outcomes for conflict in outcome.conflicts)
    return Done(read(outcomes[at].made()), conflicts, is_local=any(outcome.is_local for outcome in outcomes))


def may_see_incidents(person: Person | None) -> None:
    """Whether they see incidents, markers, layers, alarms and the log at all.

    A wall that nobody signed in to stands in the operators' room and shows what they see.

    Raises:
      Denied: they do not.
    """
    if person is not None and not (person.active and may(person.roles, Verb.SEE_INCIDENTS)):
        raise Denied("incidents are not among what your roles see; ask an administrator")
