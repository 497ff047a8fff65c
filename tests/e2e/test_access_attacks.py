"""What an operator can do with their account, the database's password and raw SQL; judged by a real decoder."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.e2e.access_room import COUNTER, HALL, STREET, Room, form_for, station_of
from tests.e2e.cameras import tinted_clip
from tests.feeds.rig import Rig, rig
from tests.servers.postgres import Database, PostgresServer, fresh_database
from tests.waiting import wait_until
from wallapp.app.access import Access
from wallapp.app.doctor_access import examine_access
from wallapp.base.clock import SystemClock
from wallapp.base.errors import Denied
from wallapp.base.ids import CameraNumber, Digest, GrantId, OwnerName, StationName
from wallapp.base.signature import new_private_key, public_key_of, sign
from wallapp.domain.access import Grant, Request, RequestState, Verdict, VoteTerms
from wallapp.domain.camera import Camera, Owner, OwnerKind, Sensitivity, StreamName
from wallapp.domain.documents import VOTE, digest_of, write_document
from wallapp.domain.lease import LEASE_S, Lease
from wallapp.domain.trust_pin import read_pin, write_pin
from wallapp.domain.view import Level
from wallapp.domain.warrant import TrustPin
from wallapp.feeds.child import Identity
from wallapp.feeds.settings import PoolSettings
from wallapp.services.access_effect import warrant_of
from wallapp.services.credentials import Credential
from wallapp.services.leases import Leases
from wallapp.services.sign_in import SignIn
from wallapp.services.trust_reading import TrustReader
from wallapp.simulation.city import load_city
from wallapp.store.engine import DEMO_FILE_NAME
from wallapp.store.privileges import TABLE_PRIVILEGES, prepare_store
from wallapp.store.schema import METADATA
from wallapp.vault import totp
from wallapp.vault.keys import SealedKeys
from wallapp.vault.passwords import Passwords
from wallapp.vault.sealed_file import SealedFile
from wallapp.vault.sealing import Cost

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

HERE, ELSEWHERE = station_of("operator"), StationName("another station")
_COST = Cost(1, 1024, 1)
_SECRET = "the cameras own password"
_BY_DATABASE = (sqlite3.Error, psycopg.Error)
_GRANT_BY_HAND = (
    "INSERT INTO access_grant (id, request, kind, person, station, owner, cameras, not_before, not_after)"
    f" SELECT :grant, id, kind, requester, '{station_of('operator')}', owner, '{HALL}', submitted_at, expires_at"
    " FROM access_request WHERE id = :request"
)


@dataclass(frozen=True)
class Site:
    """A store with the demo's people, a decoder of the operator's station, and whoever has the password."""

    room: Room
    reader: TrustReader
    rig: Rig
    database: Database | None

    def by_hand(self, *statements: str, **values: object) -> None:
        """Raw SQL that stays, as the station's role or on the file; each has to meet a row."""
        if self.database is None:
            with closing(sqlite3.connect(self.room.home / "profile" / DEMO_FILE_NAME, timeout=10)) as raw:
                for statement in statements:
                    assert raw.execute(statement, values).rowcount > 0, "it met no row"
                raw.commit()
            return
        url = self.database.station_url.replace("+psycopg", "")
        with psycopg.connect(url) as connection:
            for statement in statements:
                text: Any = _with_percent(statement, values)
                assert connection.execute(text, values).rowcount > 0, "it met no row"

    def rows(self, table: str) -> str:
        """All that a table holds, as the password's owner reads it."""
        if self.database is None:
            with closing(sqlite3.connect(self.room.home / "profile" / DEMO_FILE_NAME, timeout=10)) as raw:
                return repr(raw.execute(f"SELECT * FROM {table}").fetchall())
        with psycopg.connect(self.database.station_url.replace("+psycopg", "")) as connection:
            query: Any = f"SELECT * FROM {table}"
            return repr(connection.execute(query).fetchall())

    def judged(self, grant: GrantId, login: str = "operator", camera: CameraNumber = HALL, **lies: Any) -> str:
        """What a real decoder says when a console that lies gives it a lease on this grant; empty where it opens."""
        with self.room.store.reading() as unit:
            kept = unit.grants.grant(grant)
            assert kept is not None
            lease = Lease(
                grant=grant,
                camera=camera,
                level=Level.CLEAR,
                account=kept.person,
                operator=login,
                station=HERE,
                ends_boot_s=SystemClock().boot_s() + LEASE_S,
                warrant=warrant_of(unit, kept),
            )
            documents = self.reader.documents(unit)
        pool = self.rig.pool
        pool.set_leases([replace(lease, **lies)], documents)
        wait_until(
            lambda: camera in pool.board.refused or (camera, grant) in pool.board.opened, within_s=20, what="a verdict"
        )
        refused = pool.board.refused.get(camera, "")
        if refused:
            assert (camera, grant) not in pool.board.opened
            assert self.rig.sequence(camera) == 0
        pool.set_leases([], None)
        wait_until(lambda: not pool.board.refused and not pool.board.opened, within_s=10, what="the end of the lease")
        return refused

    def leased(self, login: str = "operator") -> set[CameraNumber]:
        """What an honest console would lease to them."""
        lane = Leases(self.room.store, self.reader, SystemClock())
        actor = self.room.actor(login, HERE)
        leases = lane.look(actor, {HALL, COUNTER}).leases
        lane.closed(actor, ())
        return {lease.camera for lease in leases}

    def grant(self, station: StationName = HERE) -> Grant:
        """A true one of the hall, asked by the operator at a station."""
        request = self.asked(station)
        self.room.approve("supervisor", request)
        grant = self.room.approve("bank", request).grant
        assert grant is not None
        return grant

    def asked(self, station: StationName = HERE, login: str = "operator") -> Request:
        (request,) = self.room.desk.ask(self.room.actor(login, station), form_for(HALL))
        return request

    def decided_by_hand(self, request: Request) -> GrantId:
        """A request approved and granted in raw SQL, which no trigger can tell from the real thing."""
        grant = GrantId(str(uuid.uuid4()))
        self.by_hand(
            "UPDATE access_request SET state = 'approved', version = 2, decided_at = submitted_at WHERE id = :request",
            _GRANT_BY_HAND,
            request=request.terms.request,
            grant=grant,
        )
        return grant

    def vote_by_hand(self, request: Request, login: str, leg: str, key: bytes) -> None:
        """A vote in that person's name, under whatever key, put into the table."""
        terms = VoteTerms(
            request=digest_of(write_document(request.terms)),
            voter=self.room.actor(login).account,
            leg=leg,
            verdict=Verdict.APPROVE,
            cameras=request.terms.cameras,
            duration_s=request.terms.duration_s,
            signed_at=request.terms.submitted_at,
        )
        body = write_document(terms)
        self.by_hand(
            "INSERT INTO vote (request, voter, number, terms, signature, struck)"
            " SELECT :request, :voter, count(*) + 1, :terms, :signature, 1 = 0 FROM vote WHERE request = :request",
            request=request.terms.request,
            voter=terms.voter,
            terms=body,
            signature=sign(key, VOTE, body.encode()),
        )


@pytest.fixture(scope="module", params=["sqlite", "postgres"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """One for all attacks of a kind of store; each attack uses requests of its own."""
    home = tmp_path_factory.mktemp("attacks")
    with _database(request) as database, Room(home, database) as room:
        room.profile.mkdir(parents=True, exist_ok=True)
        cameras = {one.number: one for one in load_city().cameras}
        access = Access(room.store, SystemClock(), room.profile, station=HERE, is_demo=True)
        access.open(cameras)
        pin = read_pin(access.pin_path.read_text(encoding="utf-8"))
        clip = str(tinted_clip(home, 1))
        settings = PoolSettings(children=1, log_path=home / "decoders.log", identity=Identity(access.pin_path, HERE))
        # The register calls all of them public: the rig's cameras are.
        with rig({HALL: clip, COUNTER: clip, STREET: clip}, settings=settings) as decoder:
            with room.store.reading() as unit:
                decoder.pool.set_leases([], TrustReader(pin).documents(unit))
            decoder.want()
            wait_until(lambda: decoder.sequence(STREET) > 0, within_s=20, what="the street")
            yield Site(room, TrustReader(pin), decoder, database)


@contextmanager
def _database(request: pytest.FixtureRequest) -> Iterator[Database | None]:
    if request.param == "sqlite":
        yield None
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    with fresh_database(server, "attacks") as database:
        prepare_store(database.url, database.station)
        yield database


def _with_percent(statement: str, values: Mapping[str, object]) -> str:
    for name in values:
        statement = statement.replace(f":{name}", f"%({name})s::text")
    return statement


def test_what_was_really_granted_opens(site: Site) -> None:
    """Without this, everything below could be refused for another reason."""
    grant = site.grant()
    assert site.leased() == {HALL}
    assert site.judged(grant.grant) == ""
    site.room.desk.revoke(site.room.actor("supervisor"), grant.grant)
    assert site.leased() == set()


def test_inserted_votes_open_nothing(site: Site) -> None:
    request, key = site.asked(), new_private_key()
    site.vote_by_hand(request, "supervisor", "supervisor", key)
    site.vote_by_hand(request, "bank", "owner", key)
    grant = site.decided_by_hand(request)
    assert site.leased() == set()
    assert site.judged(grant) == "a vote's signature is not its voter's"


def test_an_inserted_grant_opens_nothing(site: Site) -> None:
    request = site.asked()
    with pytest.raises(_BY_DATABASE, match="a grant needs a request that is approved"):
        site.by_hand(_GRANT_BY_HAND, request=request.terms.request, grant=str(uuid.uuid4()))
    grant = site.decided_by_hand(request)
    assert site.leased() == set()
    assert site.judged(grant) == "not everybody who has to agree has agreed"


def test_a_true_vote_of_who_may_not_decide_opens_nothing(site: Site) -> None:
    """One's own consent, and that of a friend who gave themselves the role in the table."""
    request = site.asked()
    site.by_hand(
        "UPDATE account SET roles = 'operator supervisor owner_representative', organisation = 'Bank'"
        " WHERE id = :account",
        account=site.room.actor("operator2").account,
    )
    with pytest.raises(Denied, match="does not ask for your consent"):
        site.room.approve("operator2", request)
    stolen = new_private_key()
    site.by_hand(
        "UPDATE account SET public_key = :key WHERE id = :account",
        key=public_key_of(stolen),
        account=site.room.actor("operator2").account,
    )
    site.vote_by_hand(request, "operator2", "supervisor", stolen)
    grant = site.decided_by_hand(request)
    assert site.leased() == set()
    assert site.judged(grant) == "a vote's signature is not its voter's"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_grant SET not_after = (SELECT max(expires_at) FROM access_request) WHERE id = :grant",
        "UPDATE access_grant SET station = 'mine' WHERE id = :grant",
        "UPDATE access_grant SET person = (SELECT id FROM account WHERE login = 'operator2') WHERE id = :grant",
        "UPDATE access_grant SET cameras = '111 305 306' WHERE id = :grant",
        "UPDATE access_grant SET ended_at = NULL, ended_as = NULL, ended_by = NULL WHERE id = :grant",
        "DELETE FROM access_grant WHERE id = :grant",
    ],
)
def test_a_grant_cannot_be_changed_by_hand(site: Site, statement: str) -> None:
    with site.room.store.reading() as unit:
        over = next(one for one in unit.grants.recent_grants() if one.ended_at is not None)
    with pytest.raises(_BY_DATABASE, match=r"wallapp: |permission denied"):
        site.by_hand(statement, grant=over.grant)
    assert site.room.kept(over.grant) == over


def test_another_persons_or_stations_grant_cannot_be_leased_here(site: Site) -> None:
    theirs = site.grant(ELSEWHERE)
    assert site.leased() == set()
    assert "another station" in site.judged(theirs.grant)
    mine = site.grant()
    assert site.leased("operator2") == set()
    assert "another person" in site.judged(mine.grant, account=site.room.actor("operator2").account)
    assert "another camera" in site.judged(mine.grant, camera=COUNTER)
    for grant in (theirs, mine):
        site.room.desk.revoke(site.room.actor("supervisor"), grant.grant)


def test_who_comes_in_with_a_replaced_password_decides_nothing(site: Site) -> None:
    """It is possible to come in so, which the doctor says; the signed list knows another key."""
    request, room = site.asked(), site.room
    thief = room.actor("supervisor2")
    passwords, keys = Passwords(cost=_COST), SealedKeys(SystemClock(), cost=_COST)
    site.by_hand(
        "UPDATE account_secret SET password_hash = :hash, must_change = (1 = 1) WHERE account = :account",
        hash=passwords.hash_password("a thief's password"),
        account=thief.account,
    )
    desk = SignIn(room.store, passwords, totp, keys)
    assert desk.sign_in("supervisor2", "a thief's password", "", station=HERE).must_enrol
    enrolment = desk.enrol(thief, "a thief's password", "another of the thief's")
    code = totp.code_at(enrolment.totp_secret, SystemClock().now_at())
    key = desk.step_up(thief, "another of the thief's", code).key
    with pytest.raises(Denied, match=r"trusted|trust list|consent"):
        room.desk.vote(
            thief, key, request.terms.request, verdict=Verdict.APPROVE, cameras=request.terms.cameras, duration_s=60
        )
    with room.store.reading() as unit:
        kept = unit.requests.request(request.terms.request)
    assert kept is not None
    assert kept.state is RequestState.PENDING


def test_a_private_camera_that_the_register_calls_public_stays_closed(site: Site) -> None:
    """As it does here all the time: the signed agreement stands above the register."""
    cameras = site.rig.cameras
    assert {camera.sensitivity.value for camera in cameras.values()} == {"public"}
    before = site.rig.sequence(STREET)
    wait_until(lambda: site.rig.sequence(STREET) > before + 5, within_s=10, what="the street's next pictures")
    facts = site.rig.facts(HALL)
    assert facts is not None
    assert facts.decoded > 0
    assert site.rig.sequence(HALL) == 0


def test_the_vault_is_not_in_the_database_and_addresses_are_which_the_doctor_says(site: Site) -> None:
    vault = site.room.home / "vault.sealed"
    SealedFile(vault, "correct horse battery", cost=_COST).write("gate", Credential("root", _SECRET))
    with site.room.store.writing() as unit:
        unit.owners.put_owners([Owner(OwnerName("Bank"), OwnerKind.BANK)])
        for number in (HALL, COUNTER, CameraNumber(7001)):
            address = {StreamName.MAIN: f"rtsp://10.0.0.{number % 250}/main"}
            if number == 7001:
                address = {StreamName.MAIN: "rtsp://10.0.0.111/main"}
            sensitivity = Sensitivity.PUBLIC if number == 7001 else Sensitivity.PRIVATE
            camera = Camera(number, f"camera {number}", OwnerName("Bank"), address, credential="gate")
            unit.cameras.put_cameras([replace(camera, sensitivity=sensitivity)])
    readable = {table: site.rows(table) for table in METADATA.tables if table in TABLE_PRIVILEGES}
    assert all(_SECRET not in text for text in readable.values())
    assert _SECRET.encode() not in vault.read_bytes()
    assert "rtsp://10.0.0.111/main" in readable["camera_stream"]

    findings = examine_access(site.room.store, site.room.profile, SystemClock(), pin_file="demo-trust.json")
    told = [f"{one.verdict} {one.check}: {one.text} -> {one.advice}" for one in findings]
    assert any("note access: register: the addresses of 3 cameras can be read" in line for line in told)
    assert any("problem access: register: camera 7001: another number for the address" in line for line in told)
    how = "a file of this account" if site.database is None else "with the password of attacks_station"
    assert any(f"note access: store: {how}" in line for line in told)
    assert any("ok access: clock" in line for line in told)
    assert any("note access: account: decoders run as" in line for line in told)


def test_a_station_that_was_told_nothing_believes_the_store_and_says_so(site: Site, tmp_path: Path) -> None:
    access = Access(site.room.store, SystemClock(), tmp_path, station=ELSEWHERE, is_demo=True)
    access.open({})

    def trust() -> list[tuple[str, str]]:
        found = examine_access(site.room.store, tmp_path, SystemClock(), pin_file="demo-trust.json")
        return [(one.verdict.value, one.text) for one in found if one.check == "access: trust"]

    digest = site.reader.pin.digest
    assert trust() == [("note", f"{digest} is believed as the store itself gave it at the first start")]
    access.unchecked_path.unlink()
    assert [verdict for verdict, _ in trust()] == ["ok"]
    Access(site.room.store, SystemClock(), tmp_path, station=ELSEWHERE, is_demo=True).open({})
    assert not access.unchecked_path.exists()
    (tmp_path / "demo-trust.json").write_text(write_pin(TrustPin(1, Digest("ab" * 32))), encoding="utf-8")
    assert trust()[0][0] == "problem"
