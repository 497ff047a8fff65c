"""A case in words: who asks, for what, why, what the owner's rules say, who agreed and who is missing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject

from wallapp.base.ids import CameraNumber
from wallapp.domain.access import RequestState
from wallapp.services.access_case import LATELY, Case
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.facts import Fact
from wallapp.ui.access.words import leg_word, rules_in_words

translate = QCoreApplication.translate


class CameraCount(QObject):
    """Sentences whose words follow how many cameras there are; as `tr`, for only there does lupdate see plurals."""

    def open_now(self, count: int) -> str:
        """With a place for the numbers."""
        return self.tr("sees clear already: camera(s) {numbers}", "", count)

    def approved(self, count: int) -> str:
        """With places for numbers, time and station."""
        return self.tr("Approved: camera(s) {numbers} open until {time} at station {station}", "", count)


def case_facts(case: Case) -> list[Fact]:
    """All that a decision rests on, in the order in which it is read."""
    terms = case.request.terms
    purpose = words.word(terms.purpose)
    erased = translate("Desks", "the text was erased")
    facts = [
        Fact(translate("Desks", "Who asks"), _who(case)),
        Fact(translate("Desks", "What for"), purpose),
        Fact(
            translate("Desks", "Why"),
            case.reason or erased,
            "" if case.reason else "medium",
        ),
        Fact(
            translate("Desks", "Shown at"),
            translate("Desks", "station {station} alone").format(station=words.apart(terms.station)),
        ),
        Fact(translate("Desks", "Asked lately"), _lately(case)),
    ]
    if terms.extends:
        facts.append(
            Fact(
                translate("Desks", "Extension"),
                translate("Desks", "follows up a clear view that this person has or had"),
            )
        )
    facts += _rules(case) + _legs(case)
    if case.overlapping:
        numbers = sorted({number for grant in case.overlapping for number in grant.cameras})
        text = CameraCount().open_now(len(numbers)).format(numbers=_listed(numbers))
        facts.append(Fact(translate("Desks", "Open now"), text))
    for lock in case.locks:
        text = translate("Desks", "a lock stands against this ({kind}): an approval opens nothing until it is lifted")
        facts.append(Fact(translate("Desks", "Lock"), text.format(kind=words.word(lock.kind)), "medium"))
    if case.void:
        facts.append(Fact(translate("Desks", "Not possible"), f"{case.void}", "medium"))
    return facts


def outcome(case: Case) -> tuple[str, str]:
    """What became of the request, for the line at the top, with its severity."""
    state, grant = case.request.state, case.grant
    if state is RequestState.APPROVED and grant is not None:
        return (
            CameraCount()
            .approved(len(grant.cameras))
            .format(
                numbers=_listed(grant.cameras),
                time=words.time_of_day(grant.not_after),
                station=words.apart(grant.station),
            ),
            "information",
        )
    if state is RequestState.PENDING:
        missing = _missing(case)
        return translate("Desks", "Your vote counts. Still missing: {legs}").format(legs=missing), "information"
    return translate("Desks", "This request is {state}").format(state=words.word(state)), "information"


def decided_elsewhere(case: Case) -> str:
    """For a case that went away under the reader's eyes."""
    text = translate("Desks", "Decided meanwhile by somebody else: {state}. Choose the next with the Down key")
    return text.format(state=words.word(case.request.state))


def _who(case: Case) -> str:
    if case.requester is None:
        return translate("Desks", "an account that is gone")
    duty = translate("Desks", "on duty") if case.requester.on_duty else translate("Desks", "not on duty")
    roles = words.words(case.requester.roles)
    return translate("Desks", "{name} · {roles} · {duty}").format(
        name=words.apart(case.requester.name), roles=roles, duty=duty
    )


def _lately(case: Case) -> str:
    text = translate("Desks", "requests in {days} days: {asked}, approved: {approved} (this one counted)")
    return text.format(asked=case.asked, days=LATELY.days, approved=case.approved)


def _rules(case: Case) -> list[Fact]:
    if case.policy is None:
        return [
            Fact(
                translate("Desks", "The owner's rules"),
                translate("Desks", "not in force any more: this cannot be approved"),
                "medium",
            )
        ]
    return [
        Fact(
            translate("Desks", "The owner's rules"), "\n".join(rules_in_words(case.policy, case.request.terms.cameras))
        )
    ]


def _legs(case: Case) -> list[Fact]:
    """One fact a leg: who agreed, and how many are missing; then who else could decide."""
    names = {person.account: words.apart(person.name) for person in case.voters}
    facts = []
    for leg in case.count.legs:
        agreed = [names.get(account, "?") for account in leg.approved]
        lines = [translate("Desks", "agreed: {names}").format(names=words.comma().join(agreed))] if agreed else []
        if not leg.is_met:
            lines.append(
                translate("Desks", "missing: {count} of {needed}").format(
                    count=leg.needed - len(agreed), needed=leg.needed
                )
            )
        rule = case.policy.leg(leg.name) if case.policy else None
        facts.append(Fact(leg_word(rule, leg.name), "\n".join(lines)))
    others = words.comma().join(words.apart(person.name) for person in case.deciders)
    facts.append(Fact(translate("Desks", "Could also decide"), others or translate("Desks", "nobody else")))
    return facts


def _missing(case: Case) -> str:
    rules = [case.policy.leg(name) if case.policy else None for name in case.missing]
    return words.comma().join(leg_word(rule, name) for rule, name in zip(rules, case.missing, strict=True))


def _listed(numbers: Iterable[CameraNumber]) -> str:
    return words.apart(words.comma().join(str(number) for number in sorted(numbers)))
