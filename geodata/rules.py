"""What an entry of the text sources may and must say."""

from dataclasses import dataclass, field

DATES = ("date", "as_of", "valid_from", "valid_to")
MINUTES = ("minutes_low", "minutes_likely", "minutes_high")
NUMBERS = (
    *("accuracy_m", "number", "number_to", "min_scale", "max_scale"),
    *("lon", "lat", "scale", *MINUTES, "wait_minutes", "fare"),
)
INTEGERS = ("importance", "position", "visible", "both_ways")
SLUGS = ("id", "prefix")
MAX_QUOTE = 25


@dataclass(frozen=True, slots=True)
class Rule:
    """The keys of one kind of entry.

    `texts` come in three languages, all or none; `enums` maps a key to its constraint;
    `lists` hold further entries or the paths of features.
    """

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    required_texts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    enums: dict[str, str] = field(default_factory=dict)
    lists: tuple[str, ...] = ()


_POSITION = ("importance", "accuracy_m", "position_note", "source_id")
_POSITION_ENUMS = {"status": "status", "position_note": "position_note"}


def feature_rule(layer: str, *, thematic: bool) -> Rule:
    """Return the rule of a named feature; thematic layers need summaries."""
    return Rule(
        required=("id", "kind", *_POSITION),
        optional=("status", "valid_from", "valid_to"),
        required_texts=("name", "summary") if thematic else ("name",),
        texts=("summary",),
        enums={"kind": f"kind_{layer}"} | _POSITION_ENUMS,
        lists=("alias", "fact", "hours"),
    )


def template_rule(layer: str) -> Rule:
    """Return the rule of a template, which stands for all unnamed features of one kind."""
    return Rule(
        required=("kind", "prefix", *_POSITION),
        optional=("status", "valid_from", "valid_to"),
        texts=("name", "summary"),
        enums={"kind": f"kind_{layer}"} | _POSITION_ENUMS,
    )


FACT = Rule(
    required=("key", "source_id"),
    optional=(
        "number",
        "number_to",
        "unit",
        "precision",
        "as_of",
        "valid_from",
        "valid_to",
        "quote",
    ),
    texts=("value", "note"),
    enums={"precision": "precision"},
)
SHARED_FACT = Rule(
    required=("features", *FACT.required),
    optional=FACT.optional,
    texts=FACT.texts,
    enums=FACT.enums,
    lists=("features",),
)
ALIAS = Rule(
    required=("name", "language", "kind"),
    enums={"language": "language", "kind": "alias_kind"},
)
HOURS = Rule(
    required=("traffic", "hours", "source_id"),
    optional=("calendar", "valid_from", "valid_to", "as_of"),
    enums={"traffic": "traffic", "calendar": "region"},
)
EVENT = Rule(
    required=("id", "date", "features", "source_id"),
    required_texts=("title",),
    texts=("note",),
    lists=("features",),
)
STORY = Rule(required=("id", "step"), required_texts=("title", "summary"), lists=("step",))
STORY_STEP = Rule(
    required=("target", "source_ids"),
    optional=("lon", "lat", "scale", "layers", "date"),
    required_texts=("title", "text"),
)
ENUM = Rule(required=("constraint", "value"), optional=("description",))
TABLES = {
    "source": Rule(required=("id", "title"), optional=("publisher", "date", "address", "licence")),
    "fact_label": Rule(
        required=("key", "section", "position"),
        required_texts=("label",),
        enums={"section": "section"},
    ),
    "unit": Rule(required=("unit",), required_texts=("label",)),
    "holiday": Rule(
        required=("region", "date", "kind", "source_id"),
        required_texts=("name",),
        enums={"region": "region", "kind": "holiday_kind"},
    ),
    "network_place": Rule(
        required=("id", "source_id"), optional=("lon", "lat"), required_texts=("name",)
    ),
    "network_edge": Rule(
        required=(
            *("id", "from_node", "to_node", "both_ways", "mode", "basis", "source_id"),
            *MINUTES,
        ),
        optional=("line", "wait_minutes", "hours", "calendar", "fare", "currency", "as_of"),
        texts=("line_name", "note"),
        enums={
            "mode": "mode",
            "basis": "basis",
            "calendar": "region",
            "currency": "currency",
        },
    ),
    "series": Rule(
        required=("layer", "feature_id", "key", "period", "number", "source_id"),
        optional=("category", "unit", "precision"),
        texts=("note",),
        enums={"precision": "precision"},
    ),
    "layer_setting": Rule(
        required=("layer", "position", "visible"),
        optional=("group_id", "min_scale", "max_scale"),
        required_texts=("title",),
        texts=("group", "description"),
    ),
    "layer_preset": Rule(required=("id", "layers"), required_texts=("title",)),
}
