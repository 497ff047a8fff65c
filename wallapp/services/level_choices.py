"""What a person may choose from when they ask for a level or prepare one. Any thread but the GUI's."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wallapp.base.errors import WallError
from wallapp.base.ids import LayoutNumber
from wallapp.domain.crisis_level import Bindings, CrisisLevel
from wallapp.domain.policy import FactKind
from wallapp.services.access_ground import AccessGround
from wallapp.services.crisis_presets import CrisisPresets
from wallapp.services.ports import Unit, UnitSource


@dataclass(frozen=True, slots=True)
class LevelChoices:
    """What there is.

    Attributes:
      presets: what each level is prepared to bring.
      layouts: the names of the saved walls by number.
      circumstances: names of those that rest on a crisis level; none where there is no list of trusted people.
    """

    presets: Mapping[CrisisLevel, Bindings] = field(default_factory=dict)
    layouts: Mapping[LayoutNumber, str] = field(default_factory=dict)
    circumstances: tuple[str, ...] = ()


def read_choices(store: UnitSource, presets: CrisisPresets, ground: AccessGround | None) -> LevelChoices:
    """Read them.

    Raises:
      BadInput: what the levels bring cannot be read.
      Unavailable: the store is lost.
    """
    prepared = presets.presets()
    with store.reading() as unit:
        layouts = {layout.number: layout.name for layout in unit.layouts.layouts()}
        circumstances = _circumstances(unit, ground)
    return LevelChoices(prepared, layouts, circumstances)


def _circumstances(unit: Unit, ground: AccessGround | None) -> tuple[str, ...]:
    if ground is None:
        return ()
    try:
        policies = ground.authority(unit).policies.values()
    except WallError:  # who cannot be trusted opens nothing: then no level brings any
        return ()
    return tuple(
        sorted({one.name for policy in policies for one in policy.circumstances if one.fact is FactKind.CRISIS_LEVEL})
    )
