"""Every sample message of real senders can be offered, and those that open an incident taken in."""

from __future__ import annotations

from pathlib import Path

from tests.exchange.cap_samples import SAMPLES
from tests.fakes.shared_room import Station, seed
from wallapp.domain.crisis_level import CrisisLevel
from wallapp.exchange.cap_read import read_cap_file
from wallapp.services.cap_in import CapInDesk, Effect
from wallapp.store.unit_of_work import Store


def test_every_sample_is_offered_and_what_opens_can_be_taken_in(store: Store, tmp_path: Path) -> None:
    seed(store)
    station = Station(store, tmp_path, "desk-1")
    actor, desk = station.who("operator"), CapInDesk(station.room, station.alarms)
    opened = 0
    for path in sorted(SAMPLES.iterdir()) if SAMPLES else ():
        for offer in desk.offers(actor, path.name, read_cap_file(path)) if path.suffix in (".cap", ".xml") else ():
            assert (offer.alert is None) == bool(offer.why), path.name
            if offer.alert is not None and offer.effect is Effect.OPENS:
                assert desk.take_in(actor, offer.alert).value.cap_messages
                opened += 1
    assert opened >= 13
    assert station.crisis.standing(actor).level is CrisisLevel.ROUTINE
    station.stop()
