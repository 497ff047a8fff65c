"""Rows that somebody with the database's password wrote: they open nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.access_cast import BANK, DESK_1, DESK_2, DOOR, HALL, SAFE, Town, account_of, actor_of, key_of
from tests.fakes.memory_access import MemoryAccessUnit
from wallapp.base.errors import RuleBroken
from wallapp.base.ids import CameraNumber, GrantId, RequestId
from wallapp.domain.access import DecisionKind, Grant, RequestState, RequestTerms, Verdict, Vote, VoteTerms
from wallapp.domain.documents import FACT, VOTE, FactTerms, Signature, Signed, digest_of, write_document
from wallapp.domain.people import Role
from wallapp.domain.policy import FactKind
from wallapp.services.access_effect import warrant_of


def asked(town: Town, login: str = "operator") -> RequestTerms:
    (request,) = town.desk.ask(actor_of(login), town.ask())
    return request.terms


def signed(town: Town, terms: RequestTerms, voter: str, *, by: str = "", verdict: Verdict = Verdict.APPROVE) -> Vote:
    """A vote of everything that the terms ask for, under whosever key."""
    leg = {"supervisor": "supervisor", "banker": "owner"}.get(voter, "supervisor")
    at = town.clock.now_at()
    vote = VoteTerms(
        digest_of(write_document(terms)),
        account_of(voter),
        "" if verdict is Verdict.BREAK_GLASS else leg,
        verdict,
        terms.cameras,
        terms.duration_s,
        at,
    )
    return Vote(vote, key_of(by or voter).sign(VOTE, write_document(vote).encode()))


def force(town: Town, unit: MemoryAccessUnit, terms: RequestTerms, *votes: Vote) -> Grant:
    """Write the request as approved, the votes and a grant of it all, as no service would."""
    if unit.requests.request(terms.request) is None:
        unit.requests.add_request(terms)
    for vote in votes:
        unit.requests.add_vote(terms.request, vote)
    unit.requests.decide(terms.request, 1, RequestState.APPROVED, town.clock.now_at())
    begins_at = town.clock.now_at()
    grant = Grant(
        GrantId("forged"),
        terms.request,
        terms.kind,
        terms.requester,
        terms.station,
        terms.owner,
        terms.cameras,
        begins_at,
        begins_at + timedelta(seconds=terms.duration_s),
    )
    unit.grants.add_grant(grant)
    return grant


Forge = Callable[[Town, MemoryAccessUnit], Grant]


def _with(*votes: tuple[str, str]) -> Forge:
    """Votes of (voter, whose key signs)."""

    def forge(town: Town, unit: MemoryAccessUnit) -> Grant:
        terms = _terms(unit)
        return force(town, unit, terms, *(signed(town, terms, voter, by=by) for voter, by in votes))

    return forge


def _terms(unit: MemoryAccessUnit) -> RequestTerms:
    return unit.requests.requests()[0].terms


def _other(**changes: object) -> Forge:
    """Good votes for the request as it was asked, under another that was written over it."""

    def forge(town: Town, unit: MemoryAccessUnit) -> Grant:
        terms = _terms(unit)
        votes = [signed(town, terms, voter) for voter in ("supervisor", "banker")]
        changed = replace(terms, request=RequestId("other"), **changes)  # type: ignore[arg-type] # the row names them
        return force(town, unit, changed, *votes)

    return forge


def _glass(signer: str = "operator", **changes: object) -> Forge:
    def forge(town: Town, unit: MemoryAccessUnit) -> Grant:
        changed = {"request": RequestId("other"), "kind": DecisionKind.BREAK_GLASS, **changes}
        terms = replace(_terms(unit), **changed)  # type: ignore[arg-type] # the row names them
        return force(town, unit, terms, signed(town, terms, signer, verdict=Verdict.BREAK_GLASS))

    return forge


def _circumstance(*, witness: str, by: str, lat_e7: int = 335900000, cameras: frozenset[CameraNumber]) -> Forge:
    def forge(town: Town, unit: MemoryAccessUnit) -> Grant:
        fact = FactTerms("f", FactKind.INTRUSION_CONFIRMED, lat_e7, -76000000, town.clock.now_at(), account_of(witness))
        body = write_document(fact)
        unit.facts.add_fact(Signed(body, (Signature(account_of(witness), key_of(by).sign(FACT, body.encode())),)))
        terms = replace(
            _terms(unit),
            request=RequestId("other"),
            kind=DecisionKind.CIRCUMSTANCE,
            circumstance="confirmed intrusion",
            fact=digest_of(body),
            cameras=cameras,
        )
        return force(town, unit, terms)

    return forge


NEAR = frozenset({HALL})
FORGED: dict[str, Forge] = {
    "no vote at all": _with(),
    "the supervisor's alone": _with(("supervisor", "supervisor")),
    "the owner's signed by another": _with(("supervisor", "supervisor"), ("banker", "supervisor")),
    "the owner's by another house": _with(("supervisor", "supervisor"), ("head", "head")),
    "one's own": _with(("operator", "operator"), ("banker", "banker")),
    "two supervisors": _with(("supervisor", "supervisor"), ("supervisor2", "supervisor2")),
    "an administrator's": _with(("admin", "admin"), ("banker", "banker")),
    "of another request": _other(),
    "with another camera": _other(cameras=frozenset({HALL, SAFE, DOOR})),
    "with more time": _other(duration_s=1800),
    "for another person": _other(requester=account_of("operator2")),
    "at another station": _other(station=DESK_2),
    "glass with too much time": _glass(duration_s=601, cameras=NEAR),
    "glass of a barred camera": _glass(cameras=frozenset({SAFE})),
    "glass by somebody without the right": _glass(requester=account_of("auditor"), signer="auditor", cameras=NEAR),
    "glass signed by another": _glass(signer="supervisor", cameras=NEAR),
    "a fact of one's own": _circumstance(witness="operator", by="operator", cameras=NEAR),
    "a fact that another signed": _circumstance(witness="operator2", by="operator", cameras=NEAR),
    "a fact by an auditor": _circumstance(witness="auditor", by="auditor", cameras=NEAR),
    "a fact that is not near": _circumstance(witness="operator2", by="operator2", cameras=frozenset({DOOR})),
    "a fact at no place": _circumstance(witness="operator2", by="operator2", lat_e7=3_359_000_000, cameras=NEAR),
}


@pytest.mark.parametrize("name", FORGED)
def test_forged_rows_open_nothing(name: str) -> None:
    town = Town()
    asked(town)
    with town.store.writing() as unit:
        grant = FORGED[name](town, unit)
    with town.store.reading() as unit:
        warrant = warrant_of(unit, grant)
    with pytest.raises(RuleBroken):
        town.authority().opening(warrant)
    for login in town.people:
        for station in (DESK_1, DESK_2):
            assert town.effective(login, station) == {}


def test_the_same_rows_with_the_right_signatures_open() -> None:
    """So that the table above can fail."""
    for forge in (
        _with(("supervisor", "supervisor"), ("banker", "banker")),
        _glass(duration_s=600, cameras=NEAR),
        _circumstance(witness="operator2", by="operator2", cameras=NEAR),
    ):
        town = Town()
        terms = asked(town)
        with town.store.writing() as unit:
            grant = forge(town, unit)
        assert town.effective() == {grant.grant: set(grant.cameras)}
        assert terms.owner == BANK


def test_a_grant_that_says_more_than_its_votes_opens_what_they_say() -> None:
    town = Town()
    terms = asked(town)
    with town.store.writing() as unit:
        votes = [signed(town, terms, voter) for voter in ("supervisor", "banker")]
        grant = force(town, unit, terms, *votes)
        unit.grants._grants[grant.grant] = replace(
            grant, cameras=frozenset({HALL, SAFE, DOOR}), not_after=grant.not_after + timedelta(days=1)
        )
    assert town.effective() == {grant.grant: {HALL, SAFE}}
    town.clock.advance(terms.duration_s)
    assert town.effective() == {}


def test_a_role_written_into_the_store_counts_for_nothing() -> None:
    town = Town()
    terms = asked(town)
    town.change("operator2", roles=frozenset({Role.SUPERVISOR, Role.OWNER_REPRESENTATIVE}), organisation=BANK)
    with town.store.writing() as unit:
        force(town, unit, terms, signed(town, terms, "operator2"), signed(town, terms, "banker"))
    assert town.effective() == {}
