"""What each crisis level brings by default, as the room has prepared it. Any thread but the GUI's."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import msgspec

from wallapp.base.errors import BadInput
from wallapp.domain.crisis_level import NOTHING_BOUND, Bindings, CrisisLevel
from wallapp.domain.permissions import Verb
from wallapp.services.actor import Actor
from wallapp.services.people_desk import allowed
from wallapp.services.ports import Unit, UnitSource

_NAME: Final = "crisis level bindings"


class CrisisPresets:
    """Prepared bindings, for filling in the request for a level; a request may say otherwise."""

    def __init__(self, store: UnitSource) -> None:
        self._store = store

    def presets(self) -> dict[CrisisLevel, Bindings]:
        """For every level; nothing bound where nobody prepared anything."""
        with self._store.reading() as unit:
            return _read(unit)

    def prepare(self, actor: Actor, level: CrisisLevel, bindings: Bindings) -> None:
        """Say what a level is to bring.

        Raises:
          Denied: this person asks for no levels.
          Unavailable: the store is lost.
        """

        def work(unit: Unit) -> None:
            allowed(unit, actor, Verb.ASK_LEVEL)
            unit.shared.hold()  # Two who prepare different levels at once must both be kept.
            unit.settings.put_setting(_NAME, _text({**_read(unit), level: bindings}))

        self._store.write(work)


def _read(unit: Unit) -> dict[CrisisLevel, Bindings]:
    text = unit.settings.setting(_NAME)
    try:
        kept = msgspec.json.decode(text, type=dict[CrisisLevel, Bindings]) if text else {}
    except msgspec.ValidationError as error:
        raise BadInput(f"what the levels bring cannot be read ({error}); prepare them anew") from error
    return {level: kept.get(level, NOTHING_BOUND) for level in CrisisLevel}


def _text(presets: Mapping[CrisisLevel, Bindings]) -> str:
    return msgspec.json.encode(presets, order="deterministic").decode()
