"""Finds what is wrong in the text sources: one sentence a problem, all of them."""

from collections.abc import Iterator

from geodata import rules
from geodata.contract import (
    ATTRIBUTE_TABLES,
    CSV_TABLES,
    LAYERS,
    Layer,
    feature_columns,
)
from geodata.entry_checks import (
    check_fact,
    check_keys,
    check_list,
    check_period,
    check_texts,
    check_value,
    find_repeated,
)
from geodata.geometry_checks import check_geometries
from geodata.network_checks import check_calendar, check_holidays, check_network
from geodata.rules import Rule
from geodata.sources import Entry, LayerSource, Sources
from geodata.story_checks import check_step

_DEFINED = {"unit": "unit", "fact_label": "key"}  # what a table defines it need not find


def find_problems(sources: Sources) -> list[str]:
    """Return one sentence for each thing that is wrong; an empty list lets the build go on."""
    if sources.unreadable:
        return [*sources.unreadable, *sources.problems]
    return [*sources.problems, *_Checker(sources).check()]


class _Checker:
    """Knows what the entries of all files may refer to."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._paths = {
            f"{layer}/{feature.get('id')}"
            for layer, source in sources.layers.items()
            for feature in source.features
        }
        self._known = {
            "source_id": ("source.csv", self._column("source", "id")),
            "unit": ("unit.csv", self._column("unit", "unit")),
            "key": ("fact_label.csv", self._column("fact_label", "key")),
            "layer": ("the list of layers", set(sources.layers)),
        }
        self._enums: dict[str, set[str]] = {}

    def _column(self, table: str, key: str) -> set[str]:
        return {row[key] for row in self._sources.tables[table] if key in row}

    def check(self) -> Iterator[str]:
        yield from self._check_tables()
        for layer in LAYERS:
            yield from self._check_layer(layer, self._sources.layers[layer.name])
        for number, event in enumerate(self._sources.events, start=1):
            place = f"event.toml, {event.get('id', f'event {number}')}"
            yield from self._check_entry(place, event, rules.EVENT)
            yield from self._check_paths(place, event)
        ids = (event.get("id") for event in self._sources.events)
        yield from find_repeated("event.toml", "id", ids)
        yield from self._check_stories()

    def _check_stories(self) -> Iterator[str]:
        for number, story in enumerate(self._sources.stories, start=1):
            place = f"story.toml, {story.get('id', f'story {number}')}"
            yield from self._check_entry(place, story, rules.STORY)
            for step_number, step in enumerate(_tables(story, "step"), start=1):
                step_place = f"{place}, step {step_number}"
                yield from self._check_entry(step_place, step, rules.STORY_STEP)
                yield from check_step(step_place, step, self._sources, self._paths)
        ids = (story.get("id") for story in self._sources.stories)
        yield from find_repeated("story.toml", "id", ids)

    # the CSV files

    def _check_tables(self) -> Iterator[str]:
        for number, row in enumerate(self._sources.enums, start=2):
            yield from self._check_entry(f"enum.csv, row {number}", row, rules.ENUM)
        pairs = [(row.get("constraint"), row.get("value")) for row in self._sources.enums]
        yield from find_repeated("enum.csv", "pair", pairs)
        for constraint in sorted(_constraints() - {name for name, _ in pairs}):
            yield f"enum.csv has no value for the constraint {constraint}."
        for table in CSV_TABLES:
            rule, rows = rules.TABLES[table.name], self._sources.tables[table.name]
            for number, row in enumerate(rows, start=2):
                place = f"{table.name}.csv, row {number}"
                yield from self._check_entry(place, row, rule, _DEFINED.get(table.name))
        yield from find_repeated("source.csv", "id", self._cells("source", "id"))
        yield from find_repeated("unit.csv", "unit", self._cells("unit", "unit"))
        yield from find_repeated("fact_label.csv", "key", self._cells("fact_label", "key"))
        yield from self._check_series()
        yield from self._check_settings()
        yield from self._check_presets()
        yield from check_holidays(self._sources)
        yield from check_network(self._sources, self._paths)

    def _cells(self, table: str, key: str) -> list[object]:
        return [row.get(key) for row in self._sources.tables[table]]

    def _check_series(self) -> Iterator[str]:
        for number, row in enumerate(self._sources.tables["series"], start=2):
            path = f"{row.get('layer')}/{row.get('feature_id')}"
            if path not in self._paths:
                yield f"series.csv, row {number}: there is no feature {path}."

    def _check_settings(self) -> Iterator[str]:
        settings = self._cells("layer_setting", "layer")
        yield from find_repeated("layer_setting.csv", "layer", settings)
        for layer in self._sources.layers:
            if layer not in settings:
                yield f"layer_setting.csv has no row for the layer {layer}."

    def _check_presets(self) -> Iterator[str]:
        yield from find_repeated("layer_preset.csv", "id", self._cells("layer_preset", "id"))
        for number, row in enumerate(self._sources.tables["layer_preset"], start=2):
            place = f"layer_preset.csv, row {number}"
            names = [name.strip() for name in row.get("layers", "").split(";")]
            yield from find_repeated(place, "layer", names)
            for name in names:
                if name not in self._sources.layers:
                    yield f"{place}: there is no layer '{name}'."

    # the TOML files

    def _check_layer(self, layer: Layer, source: LayerSource) -> Iterator[str]:
        rule = rules.feature_rule(layer.name, thematic=layer.thematic)
        for number, feature in enumerate(source.features, start=1):
            place = f"{layer.name}/{feature.get('id', f'feature {number}')}"
            yield from self._check_entry(place, feature, rule)
            yield from self._check_parts(place, feature)
            if "hours" in feature and layer.name != "ports":
                yield f"{place}: only ports have opening hours."
        for template in source.templates:
            place = f"{layer.name}, template {template.get('kind')}"
            yield from self._check_entry(place, template, rules.template_rule(layer.name))
        yield from self._check_shared(layer.name, source)
        ids = (feature.get("id") for feature in source.features)
        yield from find_repeated(f"{layer.name}.toml", "id", ids)
        kinds = (template.get("kind") for template in source.templates)
        yield from find_repeated(f"{layer.name}.toml", "template kind", kinds)
        yield from check_geometries(layer, source)

    def _check_parts(self, place: str, feature: Entry) -> Iterator[str]:
        for number, fact in enumerate(_tables(feature, "fact"), start=1):
            fact_place = f"{place}, fact {number} ({fact.get('key')})"
            yield from self._check_entry(fact_place, fact, rules.FACT)
            yield from check_fact(fact_place, fact)
        for number, alias in enumerate(_tables(feature, "alias"), start=1):
            yield from self._check_entry(f"{place}, alias {number}", alias, rules.ALIAS)
        for number, hours in enumerate(_tables(feature, "hours"), start=1):
            hours_place = f"{place}, hours {number}"
            yield from self._check_entry(hours_place, hours, rules.HOURS)
            yield from check_calendar(hours_place, hours)
        names = ((a.get("name"), a.get("language")) for a in _tables(feature, "alias"))
        yield from find_repeated(place, "alias", names)

    def _check_shared(self, layer: str, source: LayerSource) -> Iterator[str]:
        for number, fact in enumerate(source.shared_facts, start=1):
            place = f"{layer}.toml, shared fact {number} ({fact.get('key')})"
            yield from self._check_entry(place, fact, rules.SHARED_FACT)
            yield from check_fact(place, fact)
            yield from self._check_paths(place, fact)

    def _check_paths(self, place: str, entry: Entry) -> Iterator[str]:
        paths = entry.get("features", [])
        if not isinstance(paths, list):
            return
        if not paths:
            yield f"{place} names no feature."
        yield from find_repeated(place, "feature", paths)
        for path in paths:
            if str(path) not in self._paths:
                yield f"{place}: there is no feature {path}."

    # any entry

    def _check_entry(
        self, place: str, entry: Entry, rule: Rule, defined: str | None = None
    ) -> Iterator[str]:
        yield from check_keys(place, entry, rule)
        yield from check_texts(place, entry, rule)
        for key, value in entry.items():
            if key in rule.lists:
                yield from check_list(place, key, value)
            else:
                yield from check_value(place, key, value)
        for key, constraint in rule.enums.items():
            if key in entry and str(entry[key]) not in self._enum(constraint):
                yield f"{place}: {key} '{entry[key]}' is not a value of {constraint} in enum.csv."
        for key, (list_name, known) in self._known.items():
            if key in entry and key != defined and str(entry[key]) not in known:
                yield f"{place}: {key} '{entry[key]}' is not in {list_name}."
        yield from check_period(place, entry)

    def _enum(self, constraint: str) -> set[str]:
        if constraint not in self._enums:
            self._enums[constraint] = self._sources.enum(constraint)
        return self._enums[constraint]


def _tables(entry: Entry, key: str) -> list[Entry]:
    """Return the sub-tables of an entry; what is no table is reported by entry_checks."""
    items = entry.get(key, [])
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def _constraints() -> set[str]:
    """Return the names of all constraints that columns of the GeoPackage refer to."""
    columns = [column for table in ATTRIBUTE_TABLES for column in table.columns]
    columns += [column for layer in LAYERS for column in feature_columns(layer.name)]
    return {column.constraint for column in columns if column.constraint}
