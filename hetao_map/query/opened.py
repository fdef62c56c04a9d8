"""What a person should know of a file that has just been opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from hetao_map.geometry.extent import Xy, union
from hetao_map.geometry.measuring import segment_lengths
from hetao_map.model.dataset import Dataset
from hetao_map.text import file_news, messages
from hetao_map.text.localized import LocalizedText

# What lies farther from the first file is elsewhere: the map is some fifty kilometres wide.
_ELSEWHERE_KM = 150


def opened_notes(dataset: Dataset, first: Dataset) -> tuple[LocalizedText, ...]:
    """Return what is missing or assumed of a file, and whether it lies far from the first one."""
    values = {"path": dataset.path.name}
    # Of the first file it is news that the map has another grid, of a later one that it is far.
    notes = [
        short(note, [dataset.path])
        for note in dataset.notes
        if first is dataset or note != messages.WORLD_GRID
    ]
    for found in dataset.assumed:
        notes.append(file_news.ASSUMED.with_values(**values, layer=found.layer, crs=found.crs))
    middles = [middle_of(one) for one in (first, dataset)]
    if middles[1] is None:
        notes.append(file_news.NOTHING_ON_MAP.with_values(**values))
    elif middles[0] is not None and first is not dataset:
        km = round(sum(segment_lengths([middles[0], middles[1]])) / 1000)
        if km >= _ELSEWHERE_KM:
            notes.append(file_news.LIES_ELSEWHERE.with_values(**values, km=f"{km:,}"))
    return tuple(notes)


def middle_of(dataset: Dataset) -> Xy | None:
    """Return longitude and latitude of the middle of a file, None when it lies nowhere."""
    around = union(e for layer in dataset.layers if (e := layer.extent_lonlat) is not None)
    return None if around is None else around.center


def short(sentence: LocalizedText, paths: Iterable[Path]) -> LocalizedText:
    """Return a sentence with the files' names in the place of their paths."""
    texts = [sentence.zh_hans, sentence.zh_hant, sentence.en]
    for path in paths:
        texts = [text.replace(str(path), path.name) for text in texts]
    return LocalizedText(*texts)
