"""Files that are changed by others while they are open: read again, compared, and told of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from hetao_map.data.reading import agreed, read_file, renewed
from hetao_map.files import Stamp, stamp_of
from hetao_map.model.dataset import Catalog, Dataset
from hetao_map.model.errors import HetaoError
from hetao_map.model.layer import Stale
from hetao_map.model.news import News
from hetao_map.model.state import MapState
from hetao_map.query.opened import short
from hetao_map.session.files import Files
from hetao_map.session.store import Store
from hetao_map.text import file_news
from hetao_map.text.localized import LocalizedText
from hetao_map.ui.file_reader import FileReader, Progress
from hetao_map.ui.file_watch import FileWatch
from hetao_map.ui.notice import Notice, Offer

# A file that cannot be read may be half written: it is tried again so soon before it is told of.
_AGAIN_MS = 400
_LOOK, _RENEW = "look", "renew "
_SUSPECTED, _TOLD = "suspected", "told"


@dataclass(frozen=True, eq=False)
class _Renewed:
    """A file that was read again: what it was compared with, how it is now, what differs."""

    before: Dataset
    after: Dataset
    news: News


class Living(QObject):
    """Keeps the map as the files are. What cannot be read again stays as it was.

    Stamps are looked at and files are read in a thread of its own; the files are only read.
    """

    renewed = Signal(object)
    """A News, once the map shows it."""

    def __init__(self, window: QWidget, store: Store, notice: Notice) -> None:
        super().__init__(window)
        self._store, self._notice = store, notice
        self._files = Files(store)
        self._reader = FileReader(self)
        self._watch = FileWatch(self)
        self._shut_down = False
        self._seen: dict[Path, Stamp] = {}
        self._trouble: dict[Path, str] = {}
        self.show_changes: Callable[[], object] = lambda: None
        """Opens the list of what has changed."""
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._look)
        self._watch.stirred.connect(self._look)
        self._reader.done.connect(self._take)
        self._reader.failed.connect(self._fail)
        store.changed.connect(self._apply)

    def has_read(self, path: Path, stamp: Stamp) -> None:
        """Take a state of a file as known."""
        self._seen[path] = stamp
        self._trouble.pop(path, None)

    def turn(self, news: News) -> None:
        """Show a file as it was before a change, or again as it is now, and say so."""
        self._files.turn(news)
        former = news.shows_former(self._store.state.catalog)
        sentence = file_news.FORMER_SHOWN if former else file_news.LATEST_SHOWN
        values = {"path": news.path.name, "time": f"{news.at:%H:%M:%S}"}
        self._notice.add(sentence.with_values(**values), self._offers(news), str(news.path))

    def shut_down(self) -> None:
        """Watch nothing any more, whatever has been on its way until now."""
        self._shut_down = True
        self._watch.stop()
        self._again.stop()
        self._reader.close()

    def _apply(self, old: MapState, new: MapState) -> None:
        if old.catalog is not new.catalog:
            for dataset in new.catalog.datasets:
                self._seen.setdefault(dataset.path, dataset.stamp)
            # What was said of another state of a file, or of one that is closed, holds no more.
            for dataset in old.catalog.datasets:
                if new.catalog.at(dataset.path) is not dataset:
                    self._notice.withdraw(str(dataset.path))
            # The map comes first: what has changed meanwhile is seen all the same.
            QTimer.singleShot(0, self._follow)

    def _follow(self) -> None:
        if self._shut_down:
            return
        datasets = self._store.state.catalog.datasets
        self._watch.watch(dataset.path for dataset in datasets if dataset.stamp)

    # Looking, in the thread of the reader.

    def _look(self) -> None:
        paths = [d.path for d in self._store.state.catalog.datasets if d.stamp]
        if paths and not self._shut_down:
            self._reader.start(_LOOK, lambda _progress, _stale: _stamps(paths))

    def _take(self, _key: str, result: object) -> None:
        if isinstance(result, dict):
            self._compare(result)
        elif isinstance(result, _Renewed):
            self._show(result)

    def _compare(self, stamps: Mapping[Path, Stamp]) -> None:
        """Read the files again that are in another state than the last that was seen."""
        for path, stamp in stamps.items():
            again = self._trouble.get(path) == _SUSPECTED
            if stamp == self._seen.get(path) and not again:
                continue
            self._seen[path] = stamp
            if stamp:
                self._renew(path)
            elif self._is_sure(path):
                self._say(file_news.GONE.with_values(path=path.name), path)

    def _is_sure(self, path: Path) -> bool:
        """Tell whether a file's trouble lasts; the first time it is looked at once more soon.

        A file that is put in place, or half written, is well again in a moment.
        """
        before = self._trouble.get(path, "")
        self._trouble[path] = _TOLD if before else _SUSPECTED
        if not before:
            self._again.start()
        return bool(before)

    # Reading again.

    def _renew(self, path: Path) -> None:
        state = self._store.state
        shown = state.catalog.at(path)
        if shown is None:
            return
        crs, catalog = state.told_crs.get(str(path), ""), state.catalog

        def work(_progress: Progress, stale: Stale) -> _Renewed:
            return _read_again(catalog, shown, crs, stale)

        self._reader.start(_RENEW + str(path), work)

    def _show(self, result: _Renewed) -> None:
        path, present = result.after.path, self._store.state.catalog
        if present.at(path) is not result.before or _collide(present, result.after):
            # The map has become another one meanwhile.
            self._renew(path)
            return
        self._seen[path] = result.after.stamp
        trouble = self._trouble.pop(path, "")
        if result.news.found:
            from hetao_map.query.news_text import summary

            catalog, after = agreed(present, result.after)
            news = replace(result.news, after=after)
            self._files.renew(news, catalog.with_file(after))
            self._notice.add(summary(news), self._offers(news), str(path))
            self.renewed.emit(news)
        elif trouble == _TOLD:
            self._say(file_news.READABLE_AGAIN.with_values(path=path.name), path)
        # It may have been changed again while it was read.
        self._look()

    def _fail(self, key: str, error: HetaoError) -> None:
        """Keep what the map has, and say why it is no newer."""
        path = Path(key.removeprefix(_RENEW))
        if key.startswith(_RENEW) and self._is_sure(path):
            self._say(_kept_old(short(error.sentence, [path])), path)

    def _say(self, sentence: LocalizedText, path: Path) -> None:
        self._notice.add(sentence, about=str(path))

    def _offers(self, news: News) -> tuple[Offer, ...]:
        former = news.shows_former(self._store.state.catalog)
        turn = self._latest_words if former else self._former_words
        return (
            Offer(self._list_words, self.show_changes),
            Offer(turn, partial(self.turn, news)),
        )

    def _list_words(self) -> str:
        return self.tr("What has changed…")

    def _former_words(self) -> str:
        return self.tr("Show the previous version")

    def _latest_words(self) -> str:
        return self.tr("Show the new version")


def _stamps(paths: list[Path]) -> dict[Path, Stamp]:
    return {path: stamp_of(path) for path in paths}


def _read_again(catalog: Catalog, shown: Dataset, crs: str, stale: Stale) -> _Renewed:
    """Return a file as it is now, compared with what the map shows; runs in the worker."""
    # What is needed later is read later: the map comes first.
    from hetao_map.data.regrid import in_grid
    from hetao_map.query.difference import difference, with_former_layers

    after = renewed(catalog, read_file(shown.path, crs, None, stale))
    before = in_grid(shown, after.map_epsg)
    found = difference(before, after)
    after = with_former_layers(before, after, found)
    now = dt.datetime.now().astimezone()
    return _Renewed(shown, after, News(shown.path, now, found, before, after))


def _collide(catalog: Catalog, dataset: Dataset) -> bool:
    """Tell whether a layer has an id that another file has taken meanwhile."""
    others = {layer.id for layer in catalog.without(dataset.path).layers}
    return any(layer.id in others for layer in dataset.layers)


def _kept_old(reason: LocalizedText) -> LocalizedText:
    texts = ((reason.zh_hans, "zh_hans"), (reason.zh_hant, "zh_hant"), (reason.en, "en"))
    kept = file_news.KEPT_OLD
    return LocalizedText(*(getattr(kept, name).format(reason=text) for text, name in texts))
