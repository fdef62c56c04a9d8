"""Stories whose steps lead to what is there."""

from __future__ import annotations

from hetao_map.data.checks.collector import Collector
from hetao_map.data.checks.own import Own
from hetao_map.data.checks.references import feature_ids
from hetao_map.data.checks.subject import Subject
from hetao_map.data.presets import listed
from hetao_map.text import findings as texts


def check_stories(subject: Subject, own: Own, collector: Collector) -> None:
    """Find steps of no story, and features, layers and sources that are not there."""
    known: dict[str, set[str]] = {}
    stories, sources = own.values("story", "id"), own.values("source", "id")
    for row in own.statements.get("story_step", ()):
        if row["story_id"] not in stories:
            values = {"column": "story_id", "text": row["story_id"], "target": "story"}
            collector.error("story_step", row.fid, texts.REFERENCE, **values)
        layer, _, name = row["target"].partition("/")
        if layer not in known:
            known[layer] = feature_ids(subject, own, layer, collector)
        if row["target"] and name not in known[layer]:
            collector.error("story_step", row.fid, texts.FEATURE, feature=row["target"])
        for wanted in listed(row["layers"]):
            if not subject.has(wanted):
                collector.error("story_step", row.fid, texts.PRESET_LAYER, layer=wanted)
        for wanted in listed(row["source_ids"]):
            if wanted not in sources:
                values = {"column": "source_ids", "text": wanted, "target": "source"}
                collector.error("story_step", row.fid, texts.REFERENCE, **values)
