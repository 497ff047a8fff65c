"""What the demo's crisis levels bring, so that raising one shows what a room can prepare on a quiet day."""

from __future__ import annotations

from typing import Final

from wallapp.base.errors import Bug
from wallapp.base.ids import StationName
from wallapp.domain.crisis_level import Bindings, CrisisLevel
from wallapp.services.actor import Actor
from wallapp.services.crisis_presets import CrisisPresets
from wallapp.services.ports import UnitSource

_CHECKLISTS: Final = {
    CrisisLevel.WATCH: (
        "Tell the duty officer of the prefecture",
        "Check that the radio and the telephone of the second room work",
        "Name one person who writes the log",
    ),
    CrisisLevel.PARTIAL: (
        "Open the second room and name who leads it",
        "Tell fire, rescue and hospitals where to send their liaison",
        "Ask the owners nearby for the cameras that show the place",
        "Draw the perimeter and the ways in and out",
        "Plan the relief of everybody on duty",
    ),
    CrisisLevel.FULL: (
        "Tell the governor, and who speaks to the press",
        "Everybody on duty; the relief is called in",
        "Evacuation routes drawn and told to the field",
        "A picture of the situation to all partners every half hour",
    ),
    CrisisLevel.RECOVERY: (
        "Give back the access that is still open",
        "Archive the layers, close the incidents",
        "Set the time for the review with all partners",
    ),
}


def prepare_levels(source: UnitSource, *, station: StationName) -> None:
    """Keep them, in the supervisor's name. After the demo's people."""
    with source.reading() as unit:
        boss = unit.people.person_by_login("supervisor")
    if boss is None:
        raise Bug("the demo has no supervisor; please report this")
    presets = CrisisPresets(source)
    for level, checklist in _CHECKLISTS.items():
        presets.prepare(Actor(boss.account, station), level, Bindings(checklist=checklist))
