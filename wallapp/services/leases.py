"""The lease lane: what this person may see clear here now, asked of the store every few seconds.

It only asks. The decoder judges the warrant and lets a lease lapse by itself, so that a lane that is late,
wrong or dead opens nothing for longer.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from wallapp.base.clock import Clock
from wallapp.base.ids import CameraNumber, Digest, GrantId
from wallapp.domain.access import Grant
from wallapp.domain.audit import AuditEntry, AuditEvent
from wallapp.domain.lease import LEASE_S, Lease
from wallapp.domain.people import Person
from wallapp.domain.view import Level
from wallapp.domain.warrant import Authority, TrustDocuments
from wallapp.services.access_effect import effective_grants, warrant_of
from wallapp.services.actor import Actor
from wallapp.services.ports import Unit, UnitSource
from wallapp.services.trust_reading import TrustReader

Opened = tuple[CameraNumber, GrantId]


@dataclass(frozen=True, slots=True)
class Held:
    """A grant in force on one camera, for the tile's countdown.

    Attributes:
      ends_boot_s: the grant's own end on the boot clock, not the lease's.
    """

    grant: GrantId
    ends_boot_s: float


@dataclass(frozen=True, slots=True)
class Outlook:
    """What the lane found at one look.

    Attributes:
      held: the cameras this person may see clear here now.
      leases: for those of them that a tile shows.
      trust: what the decoders are to believe; None where this store has no trust list.
      scenes: files of the certified empty scenes that the policies in force name, as far as the store has them.
    """

    held: Mapping[CameraNumber, Held] = field(default_factory=dict)
    leases: tuple[Lease, ...] = ()
    trust: TrustDocuments | None = None
    authority: Authority | None = None
    scenes: Mapping[CameraNumber, tuple[bytes, ...]] = field(default_factory=dict)


class Leases:
    """One station's lane for one person. One thread at a time, never the GUI's."""

    def __init__(self, source: UnitSource, reader: TrustReader, clock: Clock) -> None:
        self._source = source
        self._reader = reader
        self._clock = clock
        self._started: dict[Opened, datetime] = {}
        self._scene_files: dict[Digest, bytes] = {}

    def look(self, actor: Actor | None, showing: Collection[CameraNumber]) -> Outlook:
        """Ask what is in force. The start of a clear view is in the history before its lease is given out.

        Args:
          actor: who is signed in; None gives no lease, and the trust all the same: owners' terms hold always.
          showing: the cameras on this station's tiles.

        Raises:
          Unavailable: the store does not answer, or the start cannot be recorded; give out nothing new.
          RuleBroken: the trust in the store cannot be believed.
        """
        boot_s = self._clock.boot_s()  # before the question: an answer that took long gives no longer lease
        with self._source.reading() as unit:
            documents, authority = self._reader.documents(unit), self._reader.authority(unit)
            scenes = self._scenes(unit, authority)
            if actor is None:
                return Outlook(trust=documents, authority=authority, scenes=scenes)
            person = unit.people.person(actor.account)
            at = unit.now_at()
            grants = effective_grants(unit, authority, station=actor.station, account=actor.account, at=at)
            warrants = {grant.grant: warrant_of(unit, grant) for grant, _ in grants}
        best = _longest(grants)
        held = {
            camera: Held(grant.grant, boot_s + (grant.not_after - at).total_seconds()) for camera, grant in best.items()
        }
        shown = {camera: grant for camera, grant in best.items() if camera in showing}
        if person is not None:
            self._start(actor, person, shown)
        shown = {camera: grant for camera, grant in shown.items() if (camera, grant.grant) in self._started}
        leases = tuple(
            Lease(
                grant=grant.grant,
                camera=camera,
                level=Level.CLEAR,
                account=actor.account,
                operator=person.login if person else "",
                station=actor.station,
                ends_boot_s=min(boot_s + LEASE_S, held[camera].ends_boot_s),
                warrant=warrants[grant.grant],
            )
            for camera, grant in shown.items()
        )
        return Outlook(held, leases, documents, authority, scenes)

    def is_open(self) -> bool:
        """Whether a clear view was begun here whose end is not recorded yet."""
        return bool(self._started)

    def closed(self, actor: Actor, still_open: Collection[Opened]) -> None:
        """Record the end of every clear view begun here that no decoder has open any more.

        Args:
          still_open: as the decoders confirmed, and what is leased whether or not a decoder shows it now.

        Raises:
          Unavailable: the store does not answer; nothing is forgotten, ask again.
        """
        over = [one for one in self._started if one not in still_open]
        if not over:
            return
        left = {grant for one, grant in self._started if (one, grant) not in over}

        def work(unit: Unit) -> None:
            person = unit.people.person(actor.account)
            grants = {grant: unit.grants.grant(grant, locks=True) for grant in sorted({grant for _, grant in over})}
            at = unit.now_at()
            for camera, grant in over:
                kept = grants[grant]
                if kept is not None and kept.closed_at is None:  # else another station did, once the lease was over
                    seconds = round((at - self._started[camera, grant]).total_seconds())
                    _note(unit, AuditEvent.CLEAR_VIEW_STOPPED, actor, person, kept, camera=camera, seconds=seconds)
            for grant, kept in grants.items():
                if kept is not None and kept.ended_at is not None and grant not in left:
                    unit.grants.confirm_closed(grant, at)

        self._source.write(work)
        for one in over:
            del self._started[one]

    def note_snapshot(self, actor: Actor, held: Mapping[CameraNumber, Held]) -> None:
        """Record that a picture is being kept on which these cameras are open by a grant. Any thread.

        Raises:
          Unavailable: it cannot be recorded; keep no picture.
        """

        def work(unit: Unit) -> None:
            person = unit.people.person(actor.account)
            for camera, one in held.items():
                kept = unit.grants.grant(one.grant)
                _note(unit, AuditEvent.SNAPSHOT_TAKEN, actor, person, kept, camera=camera)

        self._source.write(work)

    def _scenes(self, unit: Unit, authority: Authority) -> dict[CameraNumber, tuple[bytes, ...]]:
        """Asked of the store once for each digest; a file that was not there is asked for again."""
        named = {terms.number: terms.scenes for one in authority.policies.values() for terms in one.cameras}
        wanted = {digest for digests in named.values() for digest in digests}
        known = {digest: self._scene_files[digest] for digest in wanted & self._scene_files.keys()}
        self._scene_files = known | unit.scenes.scene_files(wanted - known.keys())
        files = {
            camera: tuple(self._scene_files[digest] for digest in digests if digest in self._scene_files)
            for camera, digests in named.items()
        }
        return {camera: found for camera, found in files.items() if found}

    def _start(self, actor: Actor, person: Person, shown: Mapping[CameraNumber, Grant]) -> None:
        new = {(camera, grant.grant): grant for camera, grant in shown.items()}
        new = {opened: grant for opened, grant in new.items() if opened not in self._started}
        if not new:
            return

        def work(unit: Unit) -> dict[Opened, datetime]:
            names = sorted({grant.grant for grant in new.values()})
            kept = [unit.grants.grant(grant, locks=True) for grant in names]
            lasting = {grant.grant for grant in kept if grant is not None and grant.ended_at is None}
            begun = {opened: grant for opened, grant in new.items() if grant.grant in lasting}
            for (camera, _), grant in begun.items():
                _note(unit, AuditEvent.CLEAR_VIEW_STARTED, actor, person, grant, camera=camera)
            return dict.fromkeys(begun, unit.now_at())

        self._started.update(self._source.write(work))


def _longest(grants: Iterable[tuple[Grant, frozenset[CameraNumber]]]) -> dict[CameraNumber, Grant]:
    """For each camera the grant that ends last: overlapping ones are allowed."""
    best: dict[CameraNumber, Grant] = {}
    for grant, cameras in grants:
        for camera in cameras:
            if camera not in best or grant.not_after > best[camera].not_after:
                best[camera] = grant
    return best


def _note(
    unit: Unit, event: AuditEvent, actor: Actor, person: Person | None, grant: Grant | None, **facts: int
) -> None:
    if grant is not None:
        pseudonym = person.pseudonym if person else ""
        unit.audit.append(
            AuditEntry(event, unit.now_at(), pseudonym, actor.station, grant.grant, grant.owner, dict(facts))
        )
