"""The places that ways lead to, and finding one by what a person calls it."""

from __future__ import annotations

from collections.abc import Iterator

from hetao_map.geometry.projection import to_lonlat
from hetao_map.model.dataset import Dataset
from hetao_map.model.feature import FeatureRef
from hetao_map.model.route import Stop
from hetao_map.query.pinyin import syllables
from hetao_map.text.folding import fold, squeezed
from hetao_map.text.localized import LocalizedText, same

_NEAR = 60
_MOST_NEAR = 3
_OWN_NAMES = 3


def stops_of(dataset: Dataset) -> dict[str, Stop]:
    """Return the places of the file's network by node."""
    places = {place.node: place for place in dataset.knowledge.network.places}
    stops = {}
    for node in dataset.knowledge.network.nodes:
        if node in places:
            stops[node] = Stop(node, places[node].name, places[node].lonlat)
        else:
            stops[node] = _feature_stop(dataset, node)
    return stops


def _feature_stop(dataset: Dataset, node: str) -> Stop:
    ref = FeatureRef.parse(node)
    feature = dataset.find(ref)
    if feature is None:
        return Stop(node, same(ref.id))
    aliases = tuple(alias.name for alias in dataset.knowledge.aliases.get(ref, ()))
    lonlat = to_lonlat(feature.point, dataset.map_epsg)
    return Stop(node, feature.name, lonlat, feature.importance, aliases)


def find_stop(stops: dict[str, Stop], text: str) -> Stop | None:
    """Return the place that a text names best, None when none has these words in its name.

    The text may be a node, an id, a name in any language or in pinyin, or a part of one; of
    several places that fit as well, the most important one counts.
    """
    if text in stops:
        return stops[text]
    wanted = _compared(text)
    if not wanted:
        return None
    ranked = [(_rank(stop, wanted), stop.importance, stop) for stop in stops.values()]
    rank, _, best = max(ranked, key=lambda entry: entry[:2], default=(0, 0.0, None))
    return best if rank else None


def near_names(stops: dict[str, Stop], text: str) -> list[LocalizedText]:
    """Return the names of the places that are spelled most like a text, at most three."""
    from rapidfuzz import fuzz, process

    named = [(name, stop) for stop in stops.values() for name in _names(stop)]
    found = process.extract(
        _compared(text),
        [name for name, _ in named],
        scorer=fuzz.ratio,
        limit=12,
        score_cutoff=_NEAR,
    )
    names = [named[number][1].name for _, _, number in found]
    return list(dict.fromkeys(names))[:_MOST_NEAR]


def _rank(stop: Stop, wanted: str) -> int:
    """Return how well a place fits: 5 its id, 4 its name, 3 another name or the pinyin,
    2 the beginning of one, 1 a part, 0 not at all.
    """
    if wanted == _compared(stop.node.partition("/")[2]):
        return 5
    names = list(_names(stop))
    if wanted in names:
        return 4 if wanted in names[:_OWN_NAMES] else 3
    if any(name.startswith(wanted) for name in names):
        return 2
    return int(any(wanted in name for name in names))


def _names(stop: Stop) -> Iterator[str]:
    """Yield what a place is called: its name in three languages first, empty where it has none."""
    for name in (stop.name.zh_hans, stop.name.zh_hant, stop.name.en, *stop.other_names):
        yield _compared(name)
    yield _compared("".join(syllables(stop.name.zh_hans)))


def _compared(text: str) -> str:
    return squeezed(fold(text))
