"""What can be wrong in a step of a story, as it looks at features, layers and sources."""

from collections.abc import Iterator

from geodata.sources import Entry, Sources


def check_step(place: str, step: Entry, sources: Sources, features: set[str]) -> Iterator[str]:
    """Yield a sentence for each thing that the step names and that is not there."""
    if "target" in step and step["target"] not in features:
        yield f"{place}: there is no feature {step['target']}."
    for name in _listed(step.get("layers")):
        if name not in sources.layers:
            yield f"{place}: there is no layer '{name}'."
    known = {row.get("id") for row in sources.tables["source"]}
    for name in _listed(step.get("source_ids")):
        if name not in known:
            yield f"{place}: source_ids '{name}' is not in source.csv."
    if ("lon" in step) != ("lat" in step):
        yield f"{place} has a longitude without a latitude, or the other way round."
    if len(str(step.get("date", "2000-01-01"))) != len("YYYY-MM-DD"):
        yield f"{place}: date '{step['date']}' is not a day."


def _listed(names: object) -> list[str]:
    return [name.strip() for name in str(names or "").split(";") if name.strip()]
