"""A request: is it one that may be asked at all? Refused with the reason, or kept as PENDING, or opened by a rule."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from wallapp.base.errors import BadInput, Conflict, Denied, NotFound, RuleBroken, WallError
from wallapp.base.ids import NO_DIGEST, CameraNumber, Digest, GrantId, OwnerName, RequestId
from wallapp.domain.access import (
    DecisionKind,
    LockKind,
    Request,
    RequestState,
    RequestTerms,
    is_eligible,
    missing_people,
)
from wallapp.domain.audit import AuditEvent
from wallapp.domain.documents import FactTerms, digest_of, read_document, write_document
from wallapp.domain.permissions import Verb, may
from wallapp.domain.policy import Circumstance, FactKind, LegRule, Policy, Purpose
from wallapp.domain.warrant import Warrant, may_ask
from wallapp.services.access_decide import approve
from wallapp.services.access_ground import AccessGround, Standing, checked_reason, note, numbers, typed_text
from wallapp.services.actor import Actor
from wallapp.services.crisis_rules import circumstance_holds
from wallapp.services.ports import Unit

PENDING_MAX: Final = 20
"""Undecided requests of one person: who asks for everything has nothing looked at."""
_DAY: Final = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class AskForm:
    """What a person fills in; one request for each owner comes of it.

    Attributes:
      form: a UUID that the asking window made; sent twice, it is the same request.
      cameras: at least one; of several owners too.
      duration_s: of the grant, from its decision.
      extends: the person's own grant that is to be followed up.
    """

    form: str
    cameras: frozenset[CameraNumber]
    purpose: Purpose
    reason: str
    duration_s: int
    extends: GrantId | None = None


def request_id(form: str, owner: OwnerName) -> RequestId:
    """The request that this form makes to this owner; always the same."""
    return RequestId(str(uuid.uuid5(uuid.UUID(form), owner)))


def checked_form(form: AskForm) -> AskForm:
    """The form, its reason without surrounding blanks.

    Raises:
      BadInput: its id is no UUID or it names no camera.
    """
    try:
        uuid.UUID(form.form)
    except ValueError as error:
        raise BadInput("a request's id must be a UUID; this is the program's fault, please report it") from error
    if not form.cameras:
        raise BadInput("choose at least one camera to ask for")
    return replace(form, reason=form.reason.strip())


def submit(ground: AccessGround, unit: Unit, actor: Actor, form: AskForm) -> tuple[Request, ...] | WallError:
    """Keep the requests, or the refusal: either is in the history. The caller raises what is returned."""
    unit.people.hold([actor.account])
    reason = typed_text(form.reason)
    try:
        standing = ground.standing(unit, actor)
        before = repeated(unit, standing, form)
        if before:
            return before
        planned = plan(unit, standing, form, DecisionKind.QUORUM, reason=reason.digest)
        _check_number(unit, standing, len(planned))
    except (Denied, RuleBroken, BadInput, NotFound) as refusal:
        note_refusal(unit, actor, form, refusal)
        return refusal
    reason.keep(unit, standing.at)
    return tuple(_keep(unit, standing, terms) for terms in planned)


def note_refusal(unit: Unit, actor: Actor, form: AskForm, refusal: WallError) -> None:
    """The entry for a request that may not be made: what it was for, and what kind of rule stood against it."""
    note(
        unit,
        AuditEvent.REQUEST_REFUSED,
        at=unit.now_at(),
        by=unit.people.person(actor.account),
        station=actor.station,
        subject=form.form,
        cameras=numbers(form.cameras),
        purpose=form.purpose,
        duration_s=form.duration_s,
        why=type(refusal).__name__,
    )


def note_submitted(unit: Unit, standing: Standing, terms: RequestTerms) -> None:
    """The entry for a request that was taken in."""
    note(
        unit,
        AuditEvent.REQUEST_SUBMITTED,
        at=standing.at,
        by=standing.person,
        station=terms.station,
        subject=terms.request,
        owner=terms.owner,
        kind=terms.kind,
        terms=digest_of(write_document(terms)),
        cameras=numbers(terms.cameras),
        duration_s=terms.duration_s,
        purpose=terms.purpose,
        reason=terms.reason,
        policy=terms.policy,
        extends=terms.extends or "",
    )


def plan(unit: Unit, standing: Standing, form: AskForm, kind: DecisionKind, *, reason: Digest) -> list[RequestTerms]:
    """The terms, one for each owner, by owner; all or none.

    Raises:
      Denied, RuleBroken, BadInput, NotFound: it may not be asked, with the reason in one line.
    """
    checked_reason(form.reason)
    verb = Verb.BREAK_GLASS if kind is DecisionKind.BREAK_GLASS else Verb.REQUEST_ACCESS
    standing.needs(verb)
    if standing.trusted is None or not may(standing.trusted.roles, verb):
        raise Denied("the signed list of trusted people does not name you in this role yet; ask an administrator")
    unknown = sorted(number for number in form.cameras if not standing.knows(number))
    if unknown:
        raise NotFound(f"there is no camera {unknown[0]}; look for it by name or number")
    by_owner: dict[OwnerName, set[CameraNumber]] = {}
    for number in form.cameras:
        by_owner.setdefault(standing.cameras[number].owner, set()).add(number)
    _check_extension(unit, standing, form)
    planned = [_terms(standing, owner, frozenset(by_owner[owner]), form, kind) for owner in sorted(by_owner)]
    return [replace(terms, reason=reason) for terms in planned]


def _terms(
    standing: Standing, owner: OwnerName, cameras: frozenset[CameraNumber], form: AskForm, kind: DecisionKind
) -> RequestTerms:
    policy_digest, policy = standing.authority.policy_digest(owner), standing.authority.policies.get(owner)
    if policy is None or policy_digest is None:
        raise RuleBroken(f"{owner} has no policy in force, so that nothing of it can be opened; ask an administrator")
    terms = RequestTerms(
        request=request_id(form.form, owner),
        kind=kind,
        requester=standing.actor.account,
        station=standing.actor.station,
        owner=owner,
        cameras=cameras,
        duration_s=form.duration_s,
        purpose=form.purpose,
        reason=NO_DIGEST,
        policy=policy_digest,
        submitted_at=standing.at,
        expires_at=standing.at + timedelta(seconds=policy.request_s),
        extends=form.extends,
    )
    _check_policy(standing, policy, terms)
    _check_locks(standing, terms)
    if kind is DecisionKind.BREAK_GLASS:
        _check_glass(policy, terms)
    else:
        _check_legs(standing, policy, terms)
    return terms


def _check_policy(standing: Standing, policy: Policy, terms: RequestTerms) -> None:
    strange = sorted(number for number in terms.cameras if policy.terms(number) is None)
    if strange:
        raise RuleBroken(
            f"the policy of {policy.owner} does not name camera {strange[0]}; its owner has to agree first"
        )
    if standing.trusted is None or not may_ask(policy, standing.trusted, terms.kind):
        raise Denied(f"{policy.owner} lets only these ask for its cameras: {_words(policy.asking)}")
    if terms.purpose not in policy.purposes:
        raise RuleBroken(f"{policy.owner} opens for these purposes only: {_words(policy.purposes)}")
    longest_s = policy.break_glass_s if terms.kind is DecisionKind.BREAK_GLASS else policy.longest_s
    if longest_s and not 0 < terms.duration_s <= longest_s:
        raise RuleBroken(f"{policy.owner} opens for 1 to {longest_s} s; ask for less time")


def _check_glass(policy: Policy, terms: RequestTerms) -> None:
    if not policy.break_glass_s:
        raise RuleBroken(f"{policy.owner} does not allow to break the glass; ask for access")
    barred = sorted(one.number for one in policy.cameras if one.number in terms.cameras and not one.break_glass)
    if barred:
        raise RuleBroken(f"{policy.owner} does not allow to break the glass for camera {barred[0]}; ask for access")


def _check_locks(standing: Standing, terms: RequestTerms) -> None:
    for camera in sorted(terms.cameras):
        lock = standing.lock_on(terms.requester, terms.station, terms.owner, camera)
        if lock is not None:
            what = {LockKind.CAMERA: f"camera {camera}", LockKind.OWNER: terms.owner}.get(lock.kind, "everything")
            raise RuleBroken(f"{what} is locked; whoever set the lock can lift it")


def _check_legs(standing: Standing, policy: Policy, terms: RequestTerms) -> None:
    missing = missing_people(policy, standing.people.values(), terms)
    if missing:
        raise RuleBroken("; ".join(_unseated(standing, leg, terms) for leg in missing))


def _unseated(standing: Standing, leg: LegRule, terms: RequestTerms) -> str:
    able = sum(is_eligible(leg, person, terms) for person in standing.people.values())
    house = f" of {terms.owner}" if leg.of_owner else ""
    needed = f"the leg '{leg.name}' needs {leg.needed} of {_words(leg.roles)}{house}, other than you"
    have = f"there are {able}" if able < leg.needed else f"the {able} there are have to decide in another leg as well"
    return f"nobody could ever open this for you: {needed}, and {have}; ask an administrator to appoint one"


def _check_extension(unit: Unit, standing: Standing, form: AskForm) -> None:
    if form.extends is None:
        return
    grant = unit.grants.grant(form.extends)
    if grant is None or grant.person != standing.actor.account:
        raise RuleBroken("there is no such grant of yours to extend; ask without it")
    if not form.cameras <= grant.cameras:
        raise RuleBroken(
            "an extension asks for cameras of the grant only; ask for the others in a request of their own"
        )


def _check_number(unit: Unit, standing: Standing, more: int) -> None:
    pending = unit.requests.requests(states=[RequestState.PENDING], requester=standing.actor.account)
    if len(pending) + more > PENDING_MAX:
        raise RuleBroken(f"you have {len(pending)} undecided requests, at most {PENDING_MAX} may be; withdraw some")


def repeated(unit: Unit, standing: Standing, form: AskForm) -> tuple[Request, ...]:
    """What this form made already, where it was sent before; empty where it is new.

    Raises:
      RuleBroken: its id was used by somebody else, or for other cameras.
    """
    owners = {standing.cameras[number].owner for number in form.cameras if number in standing.cameras}
    found = [unit.requests.request(request_id(form.form, owner)) for owner in sorted(owners)]
    before = tuple(request for request in found if request is not None)
    if any(one.terms.requester != standing.actor.account for one in before):
        raise RuleBroken("this request was made by somebody else; ask anew")
    asked = frozenset[CameraNumber]().union(*(one.terms.cameras for one in before))
    if before and asked != form.cameras:
        raise RuleBroken("a request of this form was made already for other cameras; ask anew")
    return before


def _keep(unit: Unit, standing: Standing, terms: RequestTerms) -> Request:
    policy = standing.authority.policies[terms.owner]
    rule = next((each for each in _matching(unit, standing, terms, policy)), None)
    terms = rule or terms
    if not unit.requests.add_request(terms):
        raise Conflict("this request was made at the same moment elsewhere; look at your requests")
    note_submitted(unit, standing, terms)
    request = Request(terms, RequestState.PENDING, 1)
    if terms.kind is DecisionKind.CIRCUMSTANCE:
        approve(unit, standing, request)
    return unit.requests.request(terms.request) or request


def _matching(unit: Unit, standing: Standing, terms: RequestTerms, policy: Policy) -> Iterable[RequestTerms]:
    """The terms as a pre-approved circumstance would open them; the decoder's own check says whether it does."""
    if standing.trusted is None or not standing.trusted.on_duty:
        return
    for rule in policy.circumstances:
        # A level that ended takes its circumstances with it, however fresh its fact is.
        if rule.fact is FactKind.CRISIS_LEVEL and not circumstance_holds(unit.shared, rule.name):
            continue
        for signed in unit.facts.facts(standing.at - timedelta(seconds=rule.fresh_s)):
            candidate = replace(
                terms, kind=DecisionKind.CIRCUMSTANCE, circumstance=rule.name, fact=digest_of(signed.body)
            )
            try:
                standing.authority.opening(Warrant(write_document(candidate), (), signed))
                witness = standing.people.get(read_document(signed.body, FactTerms).confirmed_by)
            except (RuleBroken, BadInput):
                continue
            if witness is None or not may(witness.roles, Verb.CONFIRM_FACT):
                continue
            if _has_budget(unit, standing, terms.owner, rule):
                yield candidate
            break


def _has_budget(unit: Unit, standing: Standing, owner: OwnerName, rule: Circumstance) -> bool:
    return unit.requests.circumstance_count(owner, rule.name, standing.at - _DAY) < rule.per_day


def _words(values: Iterable[str]) -> str:
    return ", ".join(sorted(value.replace("_", " ") for value in values))
