"""Facts that a person confirms under their own name; a pre-approved circumstance rests on them and on nothing else."""

from __future__ import annotations

import uuid
from datetime import datetime, timedelta
from typing import Final

from wallapp.base.errors import BadInput, Denied
from wallapp.base.signature import verify
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import FACT, FactTerms, Signature, Signed, digest_of, write_document
from wallapp.domain.permissions import Verb, may
from wallapp.domain.place import Place
from wallapp.domain.policy import DEGREE_E7, FactKind
from wallapp.services.access_ground import AccessGround, note
from wallapp.services.actor import Actor, SigningKey
from wallapp.services.ports import Unit

OLDEST_FACT: Final = timedelta(hours=24)


def confirm_fact(
    ground: AccessGround,
    unit: Unit,
    actor: Actor,
    key: SigningKey,
    *,
    kind: FactKind,
    place: Place,
    happened_at: datetime,
) -> FactTerms:
    """Sign and keep it.

    Raises: as AccessDesk.confirm_fact.
    """
    unit.people.hold([actor.account])
    standing = ground.standing(unit, actor)
    standing.needs(Verb.CONFIRM_FACT)
    if standing.trusted is None or not may(standing.trusted.roles, Verb.CONFIRM_FACT) or key.account != actor.account:
        raise Denied("the signed list of trusted people does not name you with this key; ask an administrator")
    if not standing.at - OLDEST_FACT <= happened_at <= standing.at:
        raise BadInput("a fact can be confirmed that happened in the last 24 hours, not later than now")
    terms = FactTerms(
        fact=str(uuid.uuid4()),
        kind=kind,
        lat_e7=round(place.lat_deg * DEGREE_E7),
        lon_e7=round(place.lon_deg * DEGREE_E7),
        happened_at=happened_at,
        confirmed_by=actor.account,
    )
    body = write_document(terms)
    signature = key.sign(FACT, body.encode())
    if not verify(standing.trusted.public_key, FACT, body.encode(), signature):
        raise Denied("the signed list of trusted people names another key of yours; ask an administrator to renew it")
    unit.facts.add_fact(Signed(body, (Signature(actor.account, signature),)))
    note(
        unit,
        AuditEvent.FACT_CONFIRMED,
        at=standing.at,
        by=standing.person,
        station=actor.station,
        subject=terms.fact,
        kind=kind,
        fact=digest_of(body),
        lat_e7=terms.lat_e7,
        lon_e7=terms.lon_e7,
        happened_at=happened_at.isoformat(),
    )
    return terms
