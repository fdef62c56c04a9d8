"""What the GeoPackage holds: its layers, its attribute tables and their columns."""

from dataclasses import dataclass

LANGUAGES = ("zh_hans", "zh_hant", "en")
LANGUAGE_NAMES = {
    "zh_hans": "Simplified Chinese",
    "zh_hant": "Traditional Chinese",
    "en": "English",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its SQL type, and the alias and help a GIS shows for it."""

    name: str
    sql_type: str
    alias: str
    help: str
    constraint: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A feature layer: its table name, its geometry type, and whether it carries texts."""

    name: str
    geometry_type: str
    thematic: bool = False


@dataclass(frozen=True, slots=True)
class AttributeTable:
    """A table without geometry."""

    name: str
    title: str
    description: str
    columns: tuple[Column, ...]


LAYERS = (
    Layer("cooperation_zone", "MULTIPOLYGON", thematic=True),
    Layer("ports", "POINT", thematic=True),
    Layer("crossing_channels", "GEOMETRY", thematic=True),
    Layer("ecological_reserves", "MULTIPOLYGON", thematic=True),
    Layer("innovation_sites", "POINT", thematic=True),
    Layer("stations", "POINT"),
    Layer("rail_lines", "MULTILINESTRING"),
    Layer("roads", "MULTILINESTRING"),
    Layer("shenzhen_river", "GEOMETRY"),
    Layer("boundary", "MULTILINESTRING"),
    Layer("water", "MULTIPOLYGON"),
    Layer("land_cover", "MULTIPOLYGON"),
    Layer("land", "MULTIPOLYGON"),
)
LAYER_NAMES = tuple(layer.name for layer in LAYERS)


def text(name: str, alias: str, help_text: str, constraint: str | None = None) -> Column:
    """Return a text column."""
    return Column(name, "TEXT", alias, help_text, constraint)


def in_three_languages(stem: str, alias: str, help_text: str) -> tuple[Column, ...]:
    """Return one text column a language: stem_zh_hans, stem_zh_hant, stem_en."""
    return tuple(
        text(f"{stem}_{language}", f"{alias} ({LANGUAGE_NAMES[language]})", help_text)
        for language in LANGUAGES
    )


PERIOD = (
    text(
        "valid_from",
        "Valid from",
        "First day, or the day a source first names it: YYYY, YYYY-MM or YYYY-MM-DD",
    ),
    text("valid_to", "Valid to", "Last day of validity: YYYY, YYYY-MM or YYYY-MM-DD"),
)
SOURCE_ID = text("source_id", "Source", "Identifier of a row of the table source")
LAYER_NAME = text("layer", "Layer", "Name of a feature table")
CALENDAR = text("calendar", "Calendar", "Whose holidays PH in the hours means", "region")
AS_OF = text("as_of", "As of", "When it was true or said: YYYY, YYYY-MM or YYYY-MM-DD")
FEATURE_ID = text("feature_id", "Feature", "Identifier of a feature of that layer")


def feature_columns(layer: str) -> tuple[Column, ...]:
    """Return the columns of a feature table after fid and geom; only its kinds differ."""
    return (
        Column("id", "TEXT UNIQUE NOT NULL", "Identifier", "Stable slug, unique in the layer"),
        *in_three_languages("name", "Name", "Name of the feature"),
        text("kind", "Kind", "Kind of the feature", f"kind_{layer}"),
        text("status", "Status", "State of the feature", "status"),
        *PERIOD,
        *in_three_languages("summary", "Summary", "What the feature is, in a few sentences"),
        Column("importance", "INTEGER", "Importance", "0 to 100; decides labels and ties"),
        Column("accuracy_m", "REAL", "Accuracy (m)", "Accuracy of the position in metres"),
        text("position_note", "Position", "How the position was found", "position_note"),
        SOURCE_ID,
    )


FACT = AttributeTable(
    "fact",
    "Facts",
    "What is known of a feature, with source, date and precision",
    (
        LAYER_NAME,
        FEATURE_ID,
        text("key", "Key", "Key of a row of the table fact_label"),
        Column("position", "INTEGER", "Position", "Order among the facts of one feature"),
        *in_three_languages("value", "Value", "Value as text, where it is not a number"),
        Column("number", "REAL", "Number", "Value as a number, in the unit named"),
        Column("number_to", "REAL", "Number to", "Upper end of a range"),
        text("unit", "Unit", "Unit of a row of the table unit"),
        text("precision", "Precision", "How exact the value is", "precision"),
        AS_OF,
        *PERIOD,
        SOURCE_ID,
        *in_three_languages("note", "Note", "A remark on the value"),
        text("quote", "Quote", "The source's very words"),
    ),
)
FACT_LABEL = AttributeTable(
    "fact_label",
    "Fact labels",
    "Label, section and order of each key of the table fact",
    (
        text("key", "Key", "Key of a fact"),
        text("section", "Section", "Section of the information card", "section"),
        Column("position", "INTEGER", "Position", "Order in the information card"),
        *in_three_languages("label", "Label", "What the card says before the value"),
    ),
)
UNIT = AttributeTable(
    "unit",
    "Units",
    "Units of the numbers, in three languages",
    (
        text("unit", "Unit", "Unit as the tables fact and series name it"),
        *in_three_languages("label", "Label", "What is written after the number"),
    ),
)
SOURCE = AttributeTable(
    "source",
    "Sources",
    "Where each fact and each geometry comes from",
    (
        text("id", "Identifier", "Identifier used by the other tables"),
        text("title", "Title", "Title of the page or publication"),
        text("publisher", "Publisher", "Who published it"),
        text("date", "Date", "Date of publication: YYYY, YYYY-MM or YYYY-MM-DD"),
        text("address", "Address", "Where it can be read"),
        text("licence", "Licence", "Licence of the data taken from it"),
    ),
)
ALIAS = AttributeTable(
    "alias",
    "Other names",
    "Former, short, official and common names, and other spellings",
    (
        LAYER_NAME,
        FEATURE_ID,
        text("name", "Name", "The other name"),
        text("language", "Language", "Language of the name", "language"),
        text("kind", "Kind", "Kind of name", "alias_kind"),
    ),
)
OPENING_HOURS = AttributeTable(
    "opening_hours",
    "Opening hours",
    "When each port is open, by kind of traffic",
    (
        text("feature_id", "Port", "Identifier of a feature of the layer ports"),
        text("traffic", "Traffic", "Kind of traffic", "traffic"),
        text("hours", "Hours", "Opening hours in the notation of OpenStreetMap"),
        CALENDAR,
        *PERIOD,
        AS_OF,
        SOURCE_ID,
    ),
)
HOLIDAY = AttributeTable(
    "holiday",
    "Holidays",
    "General holidays besides Sundays, and days worked in exchange, as each side published them",
    (
        text("region", "Region", "Whose holiday it is", "region"),
        text("date", "Date", "YYYY-MM-DD"),
        text("kind", "Kind", "Day off, or weekend day that is worked", "holiday_kind"),
        *in_three_languages("name", "Name", "Name of the holiday"),
        SOURCE_ID,
    ),
)
NETWORK_PLACE = AttributeTable(
    "network_place",
    "Places of the network",
    "Places that ways lead to and that are no features of the map",
    (
        text("id", "Identifier", "Stable slug; the table network_edge names it place/id"),
        *in_three_languages("name", "Name", "Name of the place"),
        Column("lon", "REAL", "Longitude", "WGS84 degrees; empty where the place is not placed"),
        Column("lat", "REAL", "Latitude", "WGS84 degrees; empty where the place is not placed"),
        SOURCE_ID,
    ),
)
NETWORK_EDGE = AttributeTable(
    "network_edge",
    "Ways",
    "How one gets from place to place, in how many minutes and when",
    (
        text("id", "Identifier", "Stable slug"),
        text("from_node", "From", "layer/id of a feature, or place/id"),
        text("to_node", "To", "layer/id of a feature, or place/id"),
        Column("both_ways", "INTEGER", "Both ways", "1 when it leads back as well"),
        text("mode", "Mode", "How one moves", "mode"),
        text("line", "Line", "Slug of the line or service; staying on it is no change"),
        *in_three_languages("line_name", "Name of the line", "Name of the line or service"),
        Column("minutes_low", "REAL", "Minutes, low", "Minutes when all goes well"),
        Column("minutes_likely", "REAL", "Minutes, likely", "Minutes as a rule"),
        Column("minutes_high", "REAL", "Minutes, high", "Minutes when it is crowded"),
        Column("wait_minutes", "REAL", "Wait", "Minutes one likely waits to board"),
        text("basis", "Basis", "Whether the minutes were published or are an estimate", "basis"),
        text("hours", "Hours", "When one can set out, as in OpenStreetMap; empty: at any time"),
        CALENDAR,
        Column("fare", "REAL", "Fare", "Full fare of the ride"),
        text("currency", "Currency", "Currency of the fare", "currency"),
        *in_three_languages("note", "Note", "A remark, such as the documents needed"),
        AS_OF,
        SOURCE_ID,
    ),
)
EVENT = AttributeTable(
    "event",
    "Events",
    "The time line of the zone",
    (
        text("id", "Identifier", "Stable slug"),
        text("date", "Date", "YYYY, YYYY-MM or YYYY-MM-DD"),
        *in_three_languages("title", "Title", "What happened"),
        *in_three_languages("note", "Note", "A remark on the event"),
        SOURCE_ID,
    ),
)
EVENT_FEATURE = AttributeTable(
    "event_feature",
    "Events of features",
    "Which features an event belongs to",
    (text("event_id", "Event", "Identifier of a row of the table event"), LAYER_NAME, FEATURE_ID),
)
SERIES = AttributeTable(
    "series",
    "Series",
    "Values that were measured again and again",
    (
        LAYER_NAME,
        FEATURE_ID,
        text("key", "Key", "Key of a row of the table fact_label"),
        text("period", "Period", "Year or other period of the value"),
        text("category", "Category", "What is counted, where there are several counts"),
        Column("number", "REAL", "Number", "Value, in the unit named"),
        text("unit", "Unit", "Unit of a row of the table unit"),
        text("precision", "Precision", "How exact the value is", "precision"),
        SOURCE_ID,
        *in_three_languages("note", "Note", "A remark on the value"),
    ),
)
LAYER_SETTING = AttributeTable(
    "layer_setting",
    "Layer settings",
    "Order, group, title and scale range of each layer",
    (
        LAYER_NAME,
        Column("position", "INTEGER", "Position", "Drawing order, the lowest layer first"),
        text("group_id", "Group", "Slug of the group"),
        *in_three_languages("group", "Group title", "Title of the group"),
        Column("visible", "INTEGER", "Visible", "1 when the layer is shown at the start"),
        Column(
            "min_scale", "REAL", "Smallest scale", "Largest scale denominator at which it is shown"
        ),
        Column(
            "max_scale", "REAL", "Largest scale", "Smallest scale denominator at which it is shown"
        ),
        *in_three_languages("title", "Title", "Title of the layer"),
        *in_three_languages("description", "Description", "What the layer holds"),
    ),
)
LAYER_PRESET = AttributeTable(
    "layer_preset",
    "Layer presets",
    "Sets of layers for an audience",
    (
        text("id", "Identifier", "Stable slug"),
        *in_three_languages("title", "Title", "Title of the preset"),
        text("layers", "Layers", "Names of the feature tables to show, separated by semicolons"),
    ),
)
STORY = AttributeTable(
    "story",
    "Stories",
    "Guided tours over the map",
    (
        text("id", "Identifier", "Stable slug"),
        *in_three_languages("title", "Title", "Title of the story"),
        *in_three_languages("summary", "Summary", "What it tells, in a sentence"),
    ),
)
STORY_STEP = AttributeTable(
    "story_step",
    "Steps of stories",
    "What a story tells at each of its places",
    (
        text("story_id", "Story", "Identifier of a row of the table story"),
        Column("position", "INTEGER", "Position", "Order among the steps of the story"),
        *in_three_languages("title", "Title", "Title of the step"),
        *in_three_languages("text", "Text", "What is told"),
        text("target", "Target", "Feature that is highlighted: layer/id"),
        Column("lon", "REAL", "Longitude", "Middle of the view in WGS84; empty: the target's"),
        Column("lat", "REAL", "Latitude", "Middle of the view in WGS84; empty: the target's"),
        Column("scale", "REAL", "Scale", "N of the view's scale 1:N; empty: one that suits"),
        text("layers", "Layers", "Names of the feature tables to show, separated by semicolons"),
        text("date", "Date", "Day that the map shows: YYYY-MM-DD; empty: all that is known"),
        text("source_ids", "Sources", "Rows of the table source, separated by semicolons"),
    ),
)

ATTRIBUTE_TABLES = (
    FACT,
    FACT_LABEL,
    UNIT,
    SOURCE,
    ALIAS,
    OPENING_HOURS,
    HOLIDAY,
    NETWORK_PLACE,
    NETWORK_EDGE,
    EVENT,
    EVENT_FEATURE,
    SERIES,
    LAYER_SETTING,
    LAYER_PRESET,
    STORY,
    STORY_STEP,
)
CSV_TABLES = (
    SOURCE,
    FACT_LABEL,
    UNIT,
    HOLIDAY,
    NETWORK_PLACE,
    NETWORK_EDGE,
    SERIES,
    LAYER_SETTING,
    LAYER_PRESET,
)
ENUM_COLUMNS = (
    text("constraint", "Constraint", "Name of the constraint"),
    text("value", "Value", "A value it allows"),
    text("description", "Description", "What the value means, in English"),
)
