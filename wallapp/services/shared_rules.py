"""The rule of each kind of object that stations share."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from wallapp.domain.merge import SharedKind
from wallapp.services.alarms_rules import judge_alarm
from wallapp.services.crisis_rules import judge_activation, judge_asked
from wallapp.services.incidents_rules import judge_incident
from wallapp.services.layers_rules import judge_feature, judge_layer
from wallapp.services.markers_rules import judge_marker
from wallapp.services.shared_state import Rules

RULES: Final[Rules] = MappingProxyType(
    {
        SharedKind.INCIDENT: judge_incident,
        SharedKind.MARKER: judge_marker,
        SharedKind.LAYER: judge_layer,
        SharedKind.FEATURE: judge_feature,
        SharedKind.ALARM: judge_alarm,
        SharedKind.LEVEL_REQUEST: judge_asked,
        SharedKind.ACTIVATION: judge_activation,
    }
)
"""For `SharedRoom`. What has no rule cannot be changed."""
