"""An owner's agreement in words, line by line, and what another version would change in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from wallapp.base.ids import CameraNumber
from wallapp.domain.camera import Camera, Sensitivity
from wallapp.domain.policy import CameraTerms, Circumstance, LegRule, Policy
from wallapp.ui.access.pages import words
from wallapp.ui.access.pages.facts import Fact

translate = QCoreApplication.translate


def agreement_facts(policy: Policy, cameras: Mapping[CameraNumber, Camera]) -> list[Fact]:
    """Everything the agreement says, titled; nothing of it is left out, because people sign it."""
    glass = translate("Desks", "not allowed")
    if policy.break_glass_s:
        glass = translate("Desks", "at most {time}, reviewed within 24 hours").format(
            time=words.lasting(policy.break_glass_s)
        )
    facts = [
        Fact(translate("Desks", "Purposes"), words.words(policy.purposes)),
        Fact(translate("Desks", "Longest clear view"), words.lasting(policy.longest_s)),
        Fact(translate("Desks", "Request waits at most"), words.lasting(policy.request_s)),
        Fact(translate("Desks", "Must agree"), "\n".join(_leg(leg, policy) for leg in policy.legs)),
        Fact(translate("Desks", "Denials that end it"), words.number(policy.denials_needed)),
        Fact(translate("Desks", "May know of the cameras"), words.words(policy.knowing)),
        Fact(translate("Desks", "May ask"), words.words(policy.asking)),
        Fact(translate("Desks", "Break-glass"), glass),
        Fact(
            translate("Desks", "Opens without asking"),
            "\n".join(map(_circumstance, policy.circumstances)) or translate("Desks", "never"),
        ),
    ]
    return facts + [camera_fact(terms, cameras) for terms in sorted(policy.cameras, key=lambda one: one.number)]


def camera_fact(terms: CameraTerms, cameras: Mapping[CameraNumber, Camera]) -> Fact:
    """What holds for one camera."""
    camera = cameras.get(terms.number)
    title = f"{terms.number} {words.apart(camera.name)}" if camera else str(terms.number)
    return Fact(title, terms_text(terms))


def terms_text(terms: CameraTerms) -> str:
    """A camera's terms in one line."""
    parts = [words.word(terms.sensitivity)]
    if terms.scenes:
        parts.append(translate("Desks", "silhouettes over a certified empty scene"))
    if terms.masks:
        parts.append(translate("Desks", "masks, never lifted: {count}").format(count=len(terms.masks)))
    if not terms.break_glass:
        parts.append(translate("Desks", "never by break-glass"))
    if terms.lat_e7 is None:
        parts.append(translate("Desks", "no place given: no circumstance opens it"))
    return " · ".join(parts)


def differences(before: Policy | None, after: Policy, cameras: Mapping[CameraNumber, Camera]) -> list[Fact]:
    """The agreement with what changes in it marked, old beside new; all of it is new where there was none.

    Masks and scenes are compared as they are, not by their number: a mask that moved is a change.
    """
    old = {fact.title: fact.text for fact in agreement_facts(before, cameras)} if before else {}
    new = {fact.title: fact.text for fact in agreement_facts(after, cameras)}
    moved = _moved(before, after, cameras) if before else set()
    facts = []
    for title in [*new, *(title for title in old if title not in new)]:
        was, now = old.get(title), new.get(title)
        if was == now and title not in moved:
            facts.append(Fact(title, now or ""))
            continue
        nothing = translate("Desks", "nothing")
        shown = "\n".join(
            (
                translate("Desks", "before: {terms}").format(terms=was or nothing),
                translate("Desks", "now: {terms}").format(terms=now or nothing),
            )
        )
        if was == now:
            shown = translate("Desks", "{terms}; its masks, scenes or place change").format(terms=now)
        facts.append(Fact(title, shown, "medium"))
    return facts


def has_changes(facts: Iterable[Fact]) -> bool:
    """Whether any of them is marked."""
    return any(fact.severity for fact in facts)


def limits_text(sensitivity: Sensitivity, *, has_scene: bool = False) -> str:
    """What the chosen level does not protect from; said to the owner where the choice is made."""
    if sensitivity is Sensitivity.PUBLIC:
        return translate("Desks", "Everybody in the room sees this camera clear, always.")
    if sensitivity is Sensitivity.PROTECTED:
        return translate("Desks", "Nothing is shown without a clear view: no picture leaves the decoder.")
    if has_scene:
        return translate(
            "Desks",
            "Silhouettes show posture and how many people there are. A person who stood in the certified empty scene"
            " shows; an object that was left stays covered; a change of light or a bump covers everything. Any doubt"
            " falls back to the mosaic.",
        )
    return translate(
        "Desks",
        "The mosaic shows that something moves. It does not hide gait, colours of clothing or people you know; many"
        " pictures together can be partly rebuilt, and programs recognise more in them than eyes do. Choose"
        " “protected” where that is too much.",
    )


def _moved(before: Policy, after: Policy, cameras: Mapping[CameraNumber, Camera]) -> set[str]:
    """Titles of the cameras whose terms differ in what their line does not tell."""
    old = {terms.number: terms for terms in before.cameras}
    return {
        camera_fact(terms, cameras).title
        for terms in after.cameras
        if terms.number in old and terms != old[terms.number]
    }


def _leg(leg: LegRule, policy: Policy) -> str:
    who = words.words(leg.roles)
    if leg.of_owner:
        return translate("Desks", "{count} × {who} of {owner}").format(
            count=leg.needed, who=who, owner=words.apart(policy.owner)
        )
    return translate("Desks", "{count} × {who}").format(count=leg.needed, who=who)


def _circumstance(rule: Circumstance) -> str:
    text = translate("Desks", "{name}: {fact} within {radius} m, at most {age} ago; for {time}, {count} a day")
    return text.format(
        name=words.apart(rule.name),
        fact=words.word(rule.fact),
        radius=words.number(rule.radius_m),
        age=words.lasting(rule.fresh_s),
        time=words.lasting(rule.longest_s),
        count=rule.per_day,
    )
