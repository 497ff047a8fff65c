"""The doctor's look at access: reads the store's and this station's facts; `services.doctor_access` judges them."""

from __future__ import annotations

import getpass
from pathlib import Path

from wallapp.base.clock import Clock
from wallapp.base.errors import WallError
from wallapp.base.ids import Digest
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.documents import TrustList, read_document
from wallapp.domain.people import Role
from wallapp.domain.trust_pin import PIN_FILE, UNCHECKED_SUFFIX, read_pin
from wallapp.domain.warrant import Authority, TrustPin
from wallapp.services import doctor_access
from wallapp.services.access_ports import Document
from wallapp.services.doctor import Finding
from wallapp.services.doctor_access import GuardFacts, RegisterFacts, TrustFacts
from wallapp.services.ports import Unit
from wallapp.services.trust_reading import TrustReader
from wallapp.store.facts import Backend, read_facts
from wallapp.store.unit_of_work import Store


def examine_access(store: Store, profile_dir: Path, clock: Clock, *, pin_file: str = PIN_FILE) -> list[Finding]:
    """All findings about who may look, or the one line where there are no accounts. Changes nothing.

    Raises:
      Unavailable: the store does not answer.
    """
    pin_path = profile_dir / pin_file
    with store.reading() as unit:
        if not unit.people.people():
            return [doctor_access.judge_no_people()]
        behind_s = (unit.now_at() - clock.now_at()).total_seconds()
        trust, authority = _trust(unit, pin_path)
        register = _register(unit.cameras.cameras(), authority)
    facts = read_facts(store)
    guards = GuardFacts(
        is_file=facts.backend is Backend.SQLITE,
        role=facts.role,
        is_superuser=facts.is_superuser,
        owns_tables=facts.owns_tables,
        is_proven=facts.is_server_proven,
        rewritable=facts.may_rewrite,
        behind_s=behind_s,
    )
    return [
        *doctor_access.judge_trust(trust),
        *doctor_access.judge_guards(guards),
        doctor_access.judge_clock(guards),
        *doctor_access.judge_register(register),
        doctor_access.judge_account(_account()),
    ]


def _trust(unit: Unit, pin_path: Path) -> tuple[TrustFacts, Authority | None]:
    chain = unit.documents.trust_chain()
    unchecked = pin_path.with_suffix(UNCHECKED_SUFFIX)
    digest, authority, fault = Digest(""), None, ""
    try:
        pin = _pin(pin_path, chain)
        if pin is not None:
            digest, authority = pin.digest, TrustReader(pin).authority(unit)
    except (WallError, OSError) as error:
        fault = str(error)
    facts = TrustFacts(
        version=chain[-1].version if chain else 0,
        digest=digest,
        administrators=_administrators(chain),
        unchecked=str(unchecked) if unchecked.exists() or not pin_path.exists() else "",
        fault=fault,
    )
    return facts, authority


def _pin(pin_path: Path, chain: list[Document]) -> TrustPin | None:
    """This station's, or the one that it would take at its first start; None where there is none to take."""
    if pin_path.exists():
        return read_pin(pin_path.read_text(encoding="utf-8"))
    return TrustPin(chain[0].version, chain[0].digest) if chain else None


def _administrators(chain: list[Document]) -> int:
    try:
        newest = read_document(chain[-1].signed.body, TrustList).people if chain else ()
    except WallError:
        return 0
    return sum(one.active and Role.ADMINISTRATOR in one.roles for one in newest)


def _register(cameras: list[Camera], authority: Authority | None) -> RegisterFacts:
    signed = {one.number for one in cameras if authority is not None and authority.terms(one.number) is not None}
    covered = {address for one in cameras if one.number in signed for address in one.streams.values()}
    others = [one for one in cameras if one.number not in signed]
    return RegisterFacts(
        count=sum(bool(one.streams) for one in cameras),
        unsigned=tuple(one.number for one in others if one.sensitivity is not Sensitivity.PUBLIC),
        doubled=tuple(one.number for one in others if covered & set(one.streams.values())),
    )


def _account() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # no name for it, as in some containers
        return "this account"
